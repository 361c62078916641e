"""What may be said of a value beside a reference: above, below, too close to conclude, or not comparable."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from ess_map.indicators.formulas.difference import proportion_difference_interval, rate_difference_p
from ess_map.indicators.formulas.intervals import rate_interval, wilson_interval
from ess_map.indicators.model import Affichage, Comparison, Loi, Standing, Verdict
from ess_map.indicators.quartiles import quartiles
from ess_map.indicators.reliability import FEW_ACTORS, FEW_INHABITANTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ess_map.indicators.formulas.arrays import BoolArray, FloatArray
    from ess_map.indicators.inquiry import Apart
    from ess_map.indicators.measure import Measure
    from ess_map.indicators.model import Indicator
    from ess_map.territories.model import TerritoryRef

    Neighbour = tuple[TerritoryRef, str, float | None]
    Band = tuple[float, float] | None

RISK = 0.05
TOO_SMALL = "L’écart est trop petit pour conclure."
SAME = "Les deux valeurs sont les mêmes."
ONE_ITSELF = "Le territoire est sa propre référence."
TWO_YEARS = "Deux millésimes différents : ces chiffres ne se comparent pas."
NO_TOTAL = "Un total ne se compare pas entre territoires de tailles différentes."


class Named(NamedTuple):
    """A reference: its code and its name."""

    code: str
    nom: str


def display(indicator: Indicator, population: float | None, numerateur: float, denominateur: float) -> Affichage:
    """
    Tell whether a value may be shown as a rate.

    Under 2,000 inhabitants, or with fewer than 5 actors (counted for a rate, in all for a share), the count is shown instead. A value
    without a countable numerator (a median, a density of population, a distance) is always shown as it is.
    """
    if not indicator.compte[0] or math.isnan(numerateur):
        return Affichage.TAUX
    few = population is None or population < FEW_INHABITANTS
    if indicator.loi is Loi.POISSON:
        few = few or numerateur < FEW_ACTORS
    elif indicator.loi is Loi.BINOMIALE:
        few = few or denominateur < FEW_ACTORS
    return Affichage.EFFECTIF if few else Affichage.TAUX


def displayed_as_rate(
    indicator: Indicator, population: FloatArray, numerateur: FloatArray, denominateur: FloatArray
) -> BoolArray:
    """Tell of many values at once what `display` tells of one; an unknown population is NaN."""
    if not indicator.compte[0]:
        return np.ones(len(population), dtype=bool)
    few = ~(population >= FEW_INHABITANTS)
    if indicator.loi is Loi.POISSON:
        few |= numerateur < FEW_ACTORS
    elif indicator.loi is Loi.BINOMIALE:
        few |= denominateur < FEW_ACTORS
    rate: BoolArray = ~few | np.isnan(numerateur)
    return rate


def interval(indicator: Indicator, measure: Measure, position: int) -> tuple[float, float] | None:
    """Give the 95 % interval of a value, in its unit; None where no chance is modelled or nothing is known."""
    top, bottom = float(measure.numerateur[position]), float(measure.denominateur[position])
    if indicator.loi is Loi.AUCUNE or math.isnan(measure.valeur[position]) or not bottom > 0:
        return None
    if indicator.loi is Loi.POISSON:
        return rate_interval(top, bottom, indicator.par)
    low, high = wilson_interval(top, bottom)
    return low * indicator.par, high * indicator.par


def compare(indicator: Indicator, measure: Measure, position: int, apart: Apart | None, reference: Named) -> Comparison:
    """
    Compare the territory (position 0) with a reference.

    Parameters
    ----------
    indicator, measure
        What was computed, for places of an `Inquiry`.
    position
        Position of the reference.
    apart
        Positions of the two sets that a test may oppose; None when the two are the same.
    reference
        Its code and name.

    Notes
    -----
    Two conditions to conclude, when chance is modelled: the reference lies outside the interval of the value, as the reading line
    shows, and a test between places that share nothing rejects equality at 5 % (exact conditional test for rates, interval of
    Newcombe for shares), which also counts the chance that lies in the reference.
    """
    here, there = float(measure.valeur[0]), float(measure.valeur[position])
    if math.isnan(there):
        return Comparison(*reference, None, None, Verdict.NON_COMPARABLE, str(measure.motif[position]))
    if math.isnan(here):
        return Comparison(*reference, there, None, Verdict.SANS_DONNEE, str(measure.motif[0]))
    refusal = _refusal(indicator, measure, position, apart)
    if refusal:
        return Comparison(*reference, there if indicator.comparable else None, None, Verdict.NON_COMPARABLE, refusal)
    gap = here - there
    verdict, motif = _verdict(indicator, measure, position, apart, gap)
    return Comparison(*reference, there, gap, verdict, motif)


def _refusal(indicator: Indicator, measure: Measure, position: int, apart: Apart | None) -> str:
    if not indicator.comparable:
        return NO_TOTAL
    if apart is None:
        return ONE_ITSELF
    if indicator.meme_millesime and measure.millesime[0] != measure.millesime[position]:
        return TWO_YEARS
    return ""


def _verdict(indicator: Indicator, measure: Measure, position: int, apart: Apart | None, gap: float) -> tuple[Verdict, str]:
    if round(gap, indicator.decimales) == 0:
        return Verdict.PROCHE, SAME
    side = Verdict.AU_DESSUS if gap > 0 else Verdict.AU_DESSOUS
    mine = interval(indicator, measure, 0)
    if mine is None or apart is None:
        return side, ""
    if mine[0] <= measure.valeur[position] <= mine[1] or not _differ(indicator, measure, apart):
        return Verdict.PROCHE, TOO_SMALL
    return side, ""


def _differ(indicator: Indicator, measure: Measure, apart: Apart) -> bool:
    k, n = float(measure.numerateur[apart.here]), float(measure.denominateur[apart.here])
    other_k, other_n = float(measure.numerateur[apart.there]), float(measure.denominateur[apart.there])
    if not (n > 0 and other_n > 0) or math.isnan(k + other_k):
        return False
    if indicator.loi is Loi.POISSON:
        return rate_difference_p(k, n, other_k, other_n) < RISK
    low, high = proportion_difference_interval(k, n, other_k, other_n)
    return low > 0 or high < 0


def compare_with_median(standing: Standing, decimales: int) -> Comparison:
    """Compare with the comparables: within their middle half is close; the reference value is their median."""
    nom = "territoires comparables"
    if standing.mediane is None or standing.q1 is None or standing.q3 is None:
        return Comparison("comparables", nom, None, None, Verdict.NON_COMPARABLE, "Aucune valeur connue parmi les comparables.")
    if standing.valeur is None:
        return Comparison("comparables", nom, standing.mediane, None, Verdict.SANS_DONNEE)
    gap = standing.valeur - standing.mediane
    if standing.q1 <= standing.valeur <= standing.q3 or round(gap, decimales) == 0:
        return Comparison("comparables", nom, standing.mediane, gap, Verdict.PROCHE, "Dans la moitié centrale des comparables.")
    return Comparison("comparables", nom, standing.mediane, gap, Verdict.AU_DESSUS if gap > 0 else Verdict.AU_DESSOUS)


def standing(
    own: float | None, others: Sequence[Neighbour], references: Sequence[Neighbour], band: Band, sources: tuple[str, ...]
) -> Standing | None:
    """
    Place a value among those of comparable territories.

    Parameters
    ----------
    own
        The value of the territory, None when unknown or too small for a rate.
    others, references
        Territory, name, value of each comparable, and of each reference.
    band
        Interval of the value.
    sources
        Sources of the register that all of them were measured with.

    Returns
    -------
    standing
        Median and quartiles of the others, rank of the territory among all; None without any comparable.
    """
    if not others:
        return None
    known = [value for _, _, value in others if value is not None]
    middle = quartiles(known)
    rank = None if own is None or not known else 1 + sum(value > own for value in known)
    ranked = len(known) + (own is not None)
    return Standing(
        tuple(others), own, middle.mediane, middle.q1, middle.q3, rank, ranked, tuple(references), band, sources
    )  # fmt: skip
