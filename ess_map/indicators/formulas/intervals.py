"""95 % intervals of rates and shares that come from counts."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from ess_map.indicators.formulas.arrays import FloatArray

Z = 1.959963984540054
"""Quantile 97.5 % of the standard normal law."""
TAIL = 0.025
_STEPS = 100
_TINY = 1e-300
_PRECISION = 1e-15
_CONVERGED = 1e-12


def poisson_interval(count: int) -> tuple[float, float]:
    """
    Give the exact 95 % interval of the mean of a Poisson law of which one count was seen.

    Parameters
    ----------
    count
        Events counted, zero or more.

    Returns
    -------
    low, high
        Half the chi-square quantiles at 2.5 % with 2k degrees of freedom and at 97.5 % with 2k + 2; low is 0 when k is 0.

    Notes
    -----
    Garwood (1936), « Fiducial limits for the Poisson distribution », Biometrika 28. A register is not a sample: the interval
    says how much the count could have differed by chance alone, were the place the same (Brillinger 1986, Biometrics 42).

    Examples
    --------
    >>> [round(bound, 3) for bound in poisson_interval(10)]
    [4.795, 18.39]
    >>> [round(bound, 3) for bound in poisson_interval(0)]
    [0.0, 3.689]
    """
    return _poisson_interval(int(count))


def wilson_interval(part: float, whole: float) -> tuple[float, float]:
    """
    Give the 95 % score interval of a proportion, between 0 and 1; NaN twice when the whole is zero.

    Notes
    -----
    Wilson (1927), « Probable inference, the law of succession, and statistical inference », JASA 22.

    Examples
    --------
    >>> [round(bound, 4) for bound in wilson_interval(8, 20)]
    [0.2188, 0.6134]
    """
    if not whole > 0:
        return math.nan, math.nan
    p, z2 = part / whole, Z * Z
    centre = (p + z2 / (2 * whole)) / (1 + z2 / whole)
    half = Z / (1 + z2 / whole) * math.sqrt(p * (1 - p) / whole + z2 / (4 * whole * whole))
    return max(0.0, min(p, centre - half)), min(1.0, max(p, centre + half))


def rate_interval(count: float, exposure: float, per: float) -> tuple[float, float]:
    """
    Give the interval of `count / exposure × per`, the count following a Poisson law; NaN twice without exposure.

    Examples
    --------
    >>> [round(bound, 2) for bound in rate_interval(26, 466_000, per=100_000)]
    [3.64, 8.18]
    """
    if not exposure > 0 or math.isnan(count):
        return math.nan, math.nan
    low, high = poisson_interval(round(count))
    return low / exposure * per, high / exposure * per


def rate_intervals(counts: FloatArray, exposure: FloatArray, per: float) -> tuple[FloatArray, FloatArray]:
    """Give the intervals of many rates, as two arrays."""
    bounds = [rate_interval(float(k), float(n), per) for k, n in zip(counts, exposure, strict=True)]
    low, high = np.array(bounds, dtype=float).reshape(-1, 2).T
    return low, high


def wilson_intervals(parts: npt.ArrayLike, wholes: npt.ArrayLike) -> tuple[FloatArray, FloatArray]:
    """Give the intervals of many proportions, as two arrays."""
    pairs = zip(np.asarray(parts, dtype=float), np.asarray(wholes, dtype=float), strict=True)
    low, high = np.array([wilson_interval(float(k), float(n)) for k, n in pairs], dtype=float).reshape(-1, 2).T
    return low, high


@lru_cache(maxsize=4096)
def _poisson_interval(count: int) -> tuple[float, float]:
    low = 0.0 if count == 0 else gamma_quantile(float(count), TAIL)
    return low, gamma_quantile(count + 1.0, 1 - TAIL)


def gamma_quantile(shape: float, probability: float) -> float:
    """
    Give the quantile of the gamma law of scale 1: half a chi-square quantile with `2 × shape` degrees of freedom.

    A Wilson-Hilferty start, then Newton steps kept inside a bracket until they no longer move.
    """
    z = Z if probability > 0.5 else -Z  # noqa: PLR2004 - the two tails that intervals use
    start = shape * (1 - 1 / (9 * shape) + z / (3 * math.sqrt(shape))) ** 3
    low, high, x = 0.0, math.inf, start if start > 0 else shape * _CONVERGED
    for _ in range(_STEPS):
        excess = gamma_below(shape, x) - probability
        low, high = (x, high) if excess < 0 else (low, x)
        density = math.exp((shape - 1) * math.log(x) - x - math.lgamma(shape))
        step = x - excess / density if density > 0 else low
        if not low < step < high:
            step = (low + high) / 2 if math.isfinite(high) else 2 * x
        if abs(step - x) <= _CONVERGED * x:
            return step
        x = step
    return x


def gamma_below(shape: float, x: float) -> float:
    """
    Give the regularised lower incomplete gamma function P(shape, x): series near zero, continued fraction beyond.

    Notes
    -----
    Abramowitz and Stegun 6.5.29 and 6.5.31, the latter by the method of Lentz.
    """
    if x <= 0:
        return 0.0
    front = math.exp(shape * math.log(x) - x - math.lgamma(shape))
    if x < shape + 1:
        term = total = 1 / shape
        rank = shape
        while abs(term) > abs(total) * _PRECISION:
            rank += 1
            term *= x / rank
            total += term
        return total * front
    return 1 - front * _upper_fraction(shape, x)


def _upper_fraction(shape: float, x: float) -> float:
    b = x + 1 - shape
    c, d = 1 / _TINY, 1 / b
    h, rank = d, 0
    while True:
        rank += 1
        a = -rank * (rank - shape)
        b += 2
        d = 1 / (a * d + b or _TINY)
        c = b + a / c or _TINY
        h *= d * c
        if abs(d * c - 1) < _PRECISION * 10:
            return h
