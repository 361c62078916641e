"""Measures that exist only beside a reference."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ess_map.indicators.measure import Measure
from ess_map.indicators.reading import Reading
from ess_map.territories.model import FRANCE

if TYPE_CHECKING:
    from collections.abc import Callable

    from ess_map.indicators.formulas.arrays import FloatArray

    Quotient = Callable[[FloatArray, FloatArray, FloatArray, FloatArray], FloatArray]

NO_REFERENCE = "Cet indicateur demande un territoire de comparaison."
REFERENCE_UNKNOWN = "La référence n’a pas cette donnée."


def against_reference(reading: Reading, shares: Measure, quotient: Quotient) -> Measure:
    """
    Put each share beside that of the main reference.

    Parameters
    ----------
    reading
        Its `reference` tells which place it is.
    shares
        A ratio, with its numerator and denominator where they are known.
    quotient
        Takes part, whole, part of the reference, whole of the reference.
    """
    if reading.reference is None:
        return Measure.unknown(len(reading), NO_REFERENCE, sources=shares.sources)
    return _beside(shares, float(shares.valeur[reading.reference]), str(shares.millesime[reading.reference]), quotient)


def against_france(reading: Reading, measure: Callable[[Reading], Measure], quotient: Quotient) -> Measure:
    """Put each share beside that of France."""
    evidence = reading.evidence
    national = measure(Reading(evidence, evidence.places([FRANCE]), reading.sources, reading.distance_km))
    return _beside(measure(reading), float(national.valeur[0]), str(national.millesime[0]), quotient)


def _beside(shares: Measure, reference: float, year: str, quotient: Quotient) -> Measure:
    ones = np.ones(len(shares))
    values = quotient(shares.valeur, ones, np.full(len(shares), reference), ones)
    same_year = np.array([millesime == year for millesime in shares.millesime])
    reasons = np.where(shares.motif == "", REFERENCE_UNKNOWN, shares.motif)
    reasons[(shares.motif == "") & ~same_year] = "La référence n’est pas du même millésime."
    return Measure.of(
        np.where(same_year, values, np.nan),
        motif=reasons,
        secret=shares.secret,
        millesime=shares.millesime,
        sources=shares.sources,
    )
