"""One indicator over many territories: what a choropleth shows and the table beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from ess_map.indicators.catalogue import catalogue
from ess_map.indicators.comparing import display
from ess_map.indicators.model import Affichage
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
    places = evidence.places([*refs, *([reference] if reference is not None else [])])
    sources = evidence.coverage.common(places) if indicator.comparable else evidence.every_source
    reading = Reading(evidence, places, sources, distance_km, len(refs) if reference is not None else None)
    measure = indicator.mesure(reading, modalite)
    counted = REGISTRE in indicator.sources
    names = evidence.coverage.names(sources) if counted else ()
    blind = counted and not sources
    register = f"registre {years(evidence.cards, names)} ; " if names else ""
    n = len(refs)
    return pd.DataFrame(
        {
            "nom": [_name(evidence.atlas, ref) for ref in refs],
            "valeur": np.where(blind, np.nan, measure.valeur[:n]),
            "etat": ["sans_donnee" if blind else _state(indicator, measure, reading, row) for row in range(n)],
            "numerateur": measure.numerateur[:n],
            "denominateur": measure.denominateur[:n],
            "population": reading.population[:n],
            "motif": [fr(NO_SOURCE if blind else str(motif)) for motif in measure.motif[:n]],
            "unite": indicator.unite,
            "source": producers(evidence.cards, (*names, *measure.sources) or indicator.sources),
            "millesime": [fr(f"{register}{year}".removesuffix(" ; ")) or indicator.millesimes for year in measure.millesime[:n]],
        },
        index=pd.Index([str(ref) for ref in refs], name="territoire"),
    )


def _name(atlas: Atlas, ref: TerritoryRef) -> str:
    # Every fact of a thousand communes is a second of work, when only their names are wanted.
    return printable(atlas.commune_name(ref.code)) if ref.niveau is Niveau.COMMUNE else atlas.get(ref).nom


def _state(indicator: Indicator, measure: Measure, reading: Reading, row: int) -> str:
    if measure.secret[row]:
        return "secret"
    if np.isnan(measure.valeur[row]):
        return "sans_donnee"
    people = float(reading.population[row])
    shown = display(
        indicator, None if np.isnan(people) else people, float(measure.numerateur[row]), float(measure.denominateur[row])
    )
    return "fragile" if shown is Affichage.EFFECTIF else "connu"
