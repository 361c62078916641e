"""The last value known at a wider level, for an indicator that does not exist at the level asked."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from ess_map.indicators.model import Borrowed
from ess_map.indicators.reading import Reading
from ess_map.territories.model import FRANCE, Niveau, TerritoryRef

if TYPE_CHECKING:
    from ess_map.indicators.evidence import Evidence
    from ess_map.indicators.model import Indicator


def borrowed_value(evidence: Evidence, indicator: Indicator, modalite: str, ref: TerritoryRef) -> Borrowed | None:
    """
    Look upwards for a value, from the zone d'emploi to France.

    Returns
    -------
    found
        The first wider territory that has a value, None when the indicator exists at this level or nothing wider has one.
    """
    if ref.niveau in indicator.niveaux or ref == FRANCE:
        return None
    wider = [*(parent for parent in evidence.atlas.get(ref).parents if parent.niveau in indicator.niveaux), FRANCE]
    measure = indicator.mesure(Reading(evidence, evidence.places(wider), 0), modalite)
    for position, parent in enumerate(wider):
        if not math.isnan(measure.valeur[position]):
            territory = evidence.atlas.get(parent)
            return Borrowed(
                territoire=parent, nom=territory.nom, nature=territory.nature.lower(), valeur=float(measure.valeur[position]),
                millesime=str(measure.millesime[position]), mediane=_remembered_median(evidence, indicator, modalite, parent.niveau),
            )  # fmt: skip
    return None


def _remembered_median(evidence: Evidence, indicator: Indicator, modalite: str, niveau: Niveau) -> float | None:
    return evidence.note(("median", indicator.id, modalite, niveau), lambda: _median(evidence, indicator, modalite, niveau))


def _median(evidence: Evidence, indicator: Indicator, modalite: str, niveau: Niveau) -> float | None:
    """Give the median of the territories of a level, France aside."""
    if niveau is Niveau.FRANCE:
        return None
    refs = evidence.atlas.children(FRANCE, niveau)
    values = indicator.mesure(Reading(evidence, evidence.places(refs), 0), modalite).valeur
    known = values[~np.isnan(values)]
    return float(np.median(known)) if len(known) > 1 else None
