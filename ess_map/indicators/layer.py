"""One indicator over many territories: what a choropleth shows and the table beside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from ess_map.indicators.catalogue import catalogue
from ess_map.indicators.comparing import displayed_as_rate
from ess_map.indicators.perimeters import REGISTRE
from ess_map.indicators.provenance import producers, years
from ess_map.indicators.reach import DEFAULT_KM
from ess_map.indicators.reading import Reading
from ess_map.indicators.valuing import NO_SOURCE
from ess_map.territories.model import Niveau
from ess_map.territories.names import printable
from ess_map.typography import fr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ess_map.indicators.evidence import Evidence
    from ess_map.indicators.measure import Measure
    from ess_map.indicators.model import Indicator
    from ess_map.indicators.places import Places
    from ess_map.territories.atlas import Atlas
    from ess_map.territories.model import TerritoryRef

COLUMNS = (
    "nom", "valeur", "etat", "numerateur", "denominateur", "population", "motif", "unite", "source", "millesime",
)  # fmt: skip
"""Columns of a layer; `etat` is « connu », « fragile » (a rate too small to stand alone), « secret » or « sans_donnee »."""


def layer(
    evidence: Evidence,
    indicateur: str,
    modalite: str,
    refs: Sequence[TerritoryRef],
    *,
    reference: TerritoryRef | None = None,
    distance_km: int = DEFAULT_KM,
) -> pd.DataFrame:
    """
    Evaluate one indicator for many territories at once.

    Parameters
    ----------
    evidence
        What is known.
    indicateur, modalite
        An entry of the catalogue, and one of its modalities ("" without).
    refs
        Canonical references: communes of an EPCI, EPCI of a région, départements of France…
    reference
        For an indicator defined against a reference (a quotient, an effect): that one.
    distance_km
        Distance of the indicators of coverage.

    Returns
    -------
    table
        Indexed by reference (`niveau:code`), in the order given; columns `COLUMNS`. Only the sources of the register that cover all
        these territories count, so that two of them may be compared; where there is none, every value is unknown.

    Raises
    ------
    KeyError
        If there is no such indicator.
    """
    indicator = catalogue()[indicateur]
    laid = _laid(evidence, tuple(refs), reference)
    sources = laid.common if indicator.comparable else evidence.every_source
    reading = laid.reading(evidence, sources, distance_km)
    measure = indicator.mesure(reading, modalite)
    counted = REGISTRE in indicator.sources
    names = evidence.coverage.names(sources) if counted else ()
    blind = counted and not sources
    register = f"registre {years(evidence.cards, names)} ; " if names else ""
    n = len(refs)
    return pd.DataFrame(
        {
            "nom": laid.names,
            "valeur": np.where(blind, np.nan, measure.valeur[:n]),
            "etat": "sans_donnee" if blind else _states(indicator, measure, reading, n),
            "numerateur": measure.numerateur[:n],
            "denominateur": measure.denominateur[:n],
            "population": reading.population[:n],
            "motif": [fr(NO_SOURCE if blind else str(motif)) for motif in measure.motif[:n]],
            "unite": indicator.unite,
            "source": producers(evidence.cards, (*names, *measure.sources) or indicator.sources),
            "millesime": [fr(f"{register}{year}".removesuffix(" ; ")) or indicator.millesimes for year in measure.millesime[:n]],
        },
        index=laid.index,
    )


@dataclass(frozen=True, eq=False)
class _Laid:
    """The territories of a map, laid out once for all the indicators shown over them."""

    places: Places
    reference: int | None
    """Position of the reference among the places."""
    common: int
    """Sources that cover all of them."""
    names: list[str]
    index: pd.Index[str]
    _readings: dict[tuple[int, int], Reading] = field(default_factory=dict)

    def reading(self, evidence: Evidence, sources: int, distance_km: int) -> Reading:
        key = (sources, distance_km)
        if key not in self._readings:
            self._readings[key] = Reading(evidence, self.places, sources, distance_km, self.reference)
        return self._readings[key]


def _laid(evidence: Evidence, refs: tuple[TerritoryRef, ...], reference: TerritoryRef | None) -> _Laid:
    def lay() -> _Laid:
        places = evidence.places([*refs, *([reference] if reference is not None else [])])
        names = [_name(evidence.atlas, ref) for ref in refs]
        index = pd.Index([str(ref) for ref in refs], name="territoire")
        return _Laid(places, None if reference is None else len(refs), evidence.coverage.common(places), names, index)

    return evidence.layout((refs, reference), lay)


def _name(atlas: Atlas, ref: TerritoryRef) -> str:
    # Every fact of a thousand communes is a second of work, when only their names are wanted.
    return printable(atlas.commune_name(ref.code)) if ref.niveau is Niveau.COMMUNE else atlas.get(ref).nom


def _states(indicator: Indicator, measure: Measure, reading: Reading, n: int) -> list[str]:
    rate = displayed_as_rate(indicator, reading.population[:n], measure.numerateur[:n], measure.denominateur[:n])
    known = np.where(rate, "connu", "fragile")
    states: list[str] = np.where(
        measure.secret[:n], "secret", np.where(np.isnan(measure.valeur[:n]), "sans_donnee", known)
    ).tolist()
    return states
