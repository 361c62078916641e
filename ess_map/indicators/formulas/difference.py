"""Is a gap larger than chance? Two rates, two proportions, and many gaps at once."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from ess_map.indicators.formulas.intervals import wilson_interval

if TYPE_CHECKING:
    import numpy.typing as npt

    from ess_map.indicators.formulas.arrays import FloatArray

_TINY = 1e-300
_PRECISION = 1e-15
_STEPS = 10_000


def rate_ratio_interval(count: float, exposure: float, other_count: float, other_exposure: float) -> tuple[float, float]:
    """
    Give the 95 % interval of the ratio of two rates; `(0, inf)` when nothing was counted on either side.

    Parameters
    ----------
    count, exposure
        Actors and inhabitants of the territory.
    other_count, other_exposure
        The same in a set of places that shares none with it; both exposures are positive.

    Notes
    -----
    Given their sum, the first count follows a binomial law whose odds are the ratio of expected counts (Przyborowski and
    Wilenski 1940, Biometrika 31); its interval is that of Wilson.

    Examples
    --------
    >>> [round(bound, 2) for bound in rate_ratio_interval(20, 10_000, 10, 10_000)]
    [0.95, 4.2]
    """
    total = count + other_count
    if total <= 0:
        return 0.0, math.inf
    scale = other_exposure / exposure
    low, high = wilson_interval(count, total)
    return low / (1 - low) * scale, math.inf if high >= 1 else high / (1 - high) * scale


def rate_difference_p(count: float, exposure: float, other_count: float, other_exposure: float) -> float:
    """
    Give the probability of a gap at least as surprising between two equal rates: exact conditional test, twice the smaller tail.

    Examples
    --------
    >>> round(rate_difference_p(2, 10_000, 10, 10_000), 4)
    0.0386
    """
    total = round(count + other_count)
    if total == 0:
        return 1.0
    share = exposure / (exposure + other_exposure)
    k = round(count)
    below = 1.0 if k >= total else beta_below(total - k, k + 1, 1 - share)
    above = 1.0 if k <= 0 else beta_below(k, total - k + 1, share)
    return min(1.0, 2 * min(below, above))


def proportion_difference_interval(part: float, whole: float, other_part: float, other_whole: float) -> tuple[float, float]:
    """
    Give the 95 % interval of the difference of two independent proportions, between -1 and 1; NaN twice when a whole is zero.

    Notes
    -----
    Newcombe (1998), « Interval estimation for the difference between independent proportions », method 10, Statistics in
    Medicine 17.

    Examples
    --------
    >>> [round(bound, 4) for bound in proportion_difference_interval(56, 70, 48, 80)]
    [0.0524, 0.3339]
    """
    low, high = wilson_interval(part, whole)
    other_low, other_high = wilson_interval(other_part, other_whole)
    if math.isnan(low) or math.isnan(other_low):
        return math.nan, math.nan
    p, q = part / whole, other_part / other_whole
    return p - q - math.hypot(p - low, other_high - q), p - q + math.hypot(high - p, q - other_low)


def benjamini_hochberg(p_values: npt.ArrayLike) -> FloatArray:
    """
    Adjust p-values for their number, so that at most 5 % of the gaps kept under 0.05 are expected to be false.

    Notes
    -----
    Benjamini and Hochberg (1995), « Controlling the false discovery rate », JRSS B 57. With twenty themes compared at 5 %, one
    would stand out by chance alone.

    Examples
    --------
    >>> benjamini_hochberg([0.01, 0.04, 0.03, 0.5]).round(4).tolist()
    [0.04, 0.0533, 0.0533, 0.5]
    """
    values = np.asarray(p_values, dtype=float)
    order = np.argsort(-values, kind="stable")
    ranks = np.arange(len(values), 0, -1)
    adjusted = np.empty(len(values))
    adjusted[order] = np.minimum.accumulate(np.minimum(values[order] * len(values) / np.maximum(ranks, 1), 1.0))
    return adjusted


def cohen_h(share: float, other_share: float) -> float:
    """
    Give the size of the gap between two shares (0 to 1) on a scale where a point near 0 or 1 counts more: 2·asin√p - 2·asin√q.

    Notes
    -----
    Cohen (1988): 0.2 is small, 0.5 medium, 0.8 large.

    Examples
    --------
    >>> round(cohen_h(0.5, 0.25), 4)
    0.5236
    """
    return 2 * math.asin(math.sqrt(share)) - 2 * math.asin(math.sqrt(other_share))


def beta_below(a: float, b: float, x: float) -> float:
    """
    Give the regularised incomplete beta function, by continued fraction.

    Notes
    -----
    Abramowitz and Stegun 26.5.8, by the method of Lentz; the symmetric form is used where the fraction converges slowly.
    """
    if x <= 0:
        return 0.0
    if x >= 1:
        return 1.0
    front = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x))
    if x < (a + 1) / (a + b + 2):
        return front * _beta_fraction(a, b, x) / a
    return 1 - front * _beta_fraction(b, a, 1 - x) / b


def _beta_fraction(a: float, b: float, x: float) -> float:
    c, d = 1.0, 1 / (1 - (a + b) * x / (a + 1) or _TINY)
    h = d
    for m in range(1, _STEPS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            d = 1 / (1 + term * d or _TINY)
            c = 1 + term / c or _TINY
            h *= d * c
        if abs(d * c - 1) < _PRECISION * 10:
            break
    return h
