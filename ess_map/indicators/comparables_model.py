"""What a search for comparable territories answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ess_map.indicators.comparables_variables import variables
from ess_map.indicators.context_columns import context_columns

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ess_map.territories.model import Niveau, TerritoryRef


@dataclass(frozen=True, slots=True)
class Gap:
    """Two territories on one variable."""

    variable: str
    libelle: str
    valeur: float
    """Of the territory that was asked."""
    valeur_comparable: float
    unite: str
    ecart: float
    """Distance on this variable alone, in robust standard deviations; never negative."""
    part: float
    """Part of the squared distance that this variable makes; the parts sum to 1, or are all 0 at distance 0."""


@dataclass(frozen=True, slots=True)
class Comparable:
    """A territory near the one that was asked."""

    ref: TerritoryRef
    nom: str
    distance: float
    """Mean gap in robust standard deviations; 0 for a twin."""
    raisons: tuple[str, ...]
    """What makes it nearer than most, in French, with both figures."""
    differences: tuple[str, ...]
    """What sets it apart the most, in French; empty when nothing does."""
    ecarts: tuple[Gap, ...]
    """Every variable known of both, the farthest first."""


@dataclass(frozen=True, slots=True)
class Comparables:
    """The comparable territories of one territory."""

    territoire: TerritoryRef
    niveau: Niveau
    """Level of the comparables."""
    comparables: tuple[Comparable, ...]
    """Sorted by distance, then by code."""
    poids: Mapping[str, float]
    """Variables that counted -> their weights, that sum to 1."""
    ignorees: Mapping[str, str]
    """Variables that could not count -> why, in French."""
    sources: tuple[str, ...]
    """Identity cards of the variables that counted."""
    candidats: int
    """Territories they were chosen among."""
    ecartes: int
    """Those of them left because too few variables are known of both."""
    distance_mediane: float | None
    """Median distance of the candidates: what an ordinary one is like."""
    notices: tuple[str, ...] = field(default=())
    """French sentences that must be shown with them."""

    @property
    def refs(self) -> tuple[TerritoryRef, ...]:
        """The comparables, the nearest first."""
        return tuple(comparable.ref for comparable in self.comparables)

    def document(self) -> dict[str, Any]:
        """Give the JSON document of the command `comparables`."""
        return {
            "territoire": str(self.territoire),
            "niveau": str(self.niveau),
            "candidats": self.candidats,
            "ecartes": self.ecartes,
            "distance_mediane": None if self.distance_mediane is None else round(self.distance_mediane, 4),
            "variables": [_described(name, weight) for name, weight in self.poids.items()],
            "ignorees": dict(self.ignorees),
            "sources": list(self.sources),
            "avertissements": list(self.notices),
            "comparables": [
                {
                    "territoire": str(comparable.ref),
                    "nom": comparable.nom,
                    "distance": round(comparable.distance, 4),
                    "raisons": list(comparable.raisons),
                    "differences": list(comparable.differences),
                    "ecarts": [_gap(gap) for gap in comparable.ecarts],
                }
                for comparable in self.comparables
            ],
        }


def _described(name: str, weight: float) -> dict[str, Any]:
    """Say where the figures of a variable come from: a gap without its year would not be a figure."""
    variable = variables()[name]
    column = context_columns()[variable.colonne]
    return {
        "id": name,
        "libelle": variable.libelle,
        "definition": column.definition,
        "unite": column.unite,
        "poids": round(weight, 4),
        "sources": list(column.sources),
        "millesime": column.millesime,
    }


def _gap(gap: Gap) -> dict[str, Any]:
    return {
        "variable": gap.variable,
        "libelle": gap.libelle,
        "valeur": gap.valeur,
        "valeur_comparable": gap.valeur_comparable,
        "unite": gap.unite,
        "ecart": round(gap.ecart, 4),
        "part": round(gap.part, 4),
    }
