"""What matching knows of a territory: its level, its people, its ground, its zonings; read from the context, never guessed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

import pandas as pd

from ess_map.territories.model import Niveau, TerritoryRef
from ess_map.territories.projections import OVERSEAS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ess_map.indicators.context import Context

ZONINGS: dict[str, str] = {
    "zrr": "zone de revitalisation rurale",
    "pvd": "Petites villes de demain",
    "acv": "Action cœur de ville",
}
_FAMILIES: dict[Niveau, str] = {
    Niveau.EPCI: "groupement",
    Niveau.EPT: "groupement",
    Niveau.COMPOSE: "groupement",
    Niveau.ZONE_EMPLOI: "groupement",
}
"""Levels whose populations may be put side by side; the others are compared with their own level alone."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A territory, as matching sees it. None where nothing is published, never 0."""

    ref: TerritoryRef
    nom: str
    communes: frozenset[str]
    population: float | None
    """Inhabitants, legal municipal population."""
    densite: float | None
    """Inhabitants per km²."""
    chomage: float | None
    """Unemployment as the census counts it, %."""
    evolution: float | None
    """Yearly change of the population, %."""
    zonages: Mapping[str, float | None]
    """Zoning -> part of the population who live in it, %."""
    departements: frozenset[str]
    regions: frozenset[str]

    @classmethod
    def of(cls, context: Context, ref: TerritoryRef | str, nom: str = "") -> Self:
        """
        Read the profile of a territory; `nom` is the name given to a composed one.

        Raises
        ------
        UnknownTerritoryError
            If the reference is malformed or names nothing that exists.
        """
        atlas = context.atlas
        territory = atlas.get(ref)
        row = context.row(territory.ref)
        rows = atlas.hierarchy.rows(territory.ref)
        return cls(
            ref=territory.ref,
            nom=nom or territory.nom,
            communes=frozenset(territory.communes),
            population=_known(row["population"]),
            densite=_known(row["densite_hab_km2"]),
            chomage=_known(row["taux_chomage_pct"]),
            evolution=_known(row["evolution_population_pct_an"]),
            zonages={name: _known(row[f"part_population_{name}_pct"]) for name in ZONINGS},
            departements=frozenset(above.code for above in atlas.hierarchy.at_level(rows, Niveau.DEPARTEMENT)),
            regions=frozenset(above.code for above in atlas.hierarchy.at_level(rows, Niveau.REGION)),
        )

    @property
    def kind(self) -> str:
        """Say with which territories a population may be compared: one's level, or any group of communes."""
        return _FAMILIES.get(self.ref.niveau, str(self.ref.niveau))

    @property
    def overseas(self) -> bool:
        """Whether the whole territory is overseas."""
        return bool(self.departements) and all(code in OVERSEAS for code in self.departements)

    def inside(self, other: Profile) -> bool:
        """Whether every commune of this territory is in another."""
        return self.communes <= other.communes


def _known(value: object) -> float | None:
    return None if pd.isna(value) else float(value)  # type: ignore[arg-type,call-overload]  # a figure of the context
