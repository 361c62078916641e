"""Counts brought to a population, parts brought to a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.indicators.formulas.arrays import FloatArray, divide

if TYPE_CHECKING:
    import numpy.typing as npt

PERCENT = 100.0


def rate(count: npt.ArrayLike, population: npt.ArrayLike, per: float) -> FloatArray:
    """
    Bring counts to `per` inhabitants.

    Parameters
    ----------
    count
        Actors or establishments, one value a territory.
    population
        Inhabitants, same order.
    per
        Number of inhabitants the count is brought to, for instance 10 000.

    Returns
    -------
    rate
        `count / population × per`; NaN where nobody lives or a term is unknown.

    Examples
    --------
    >>> rate([46.0], [80_000.0], per=10_000).tolist()
    [5.75]
    """
    return divide(count, population) * per


def share_pct(part: npt.ArrayLike, whole: npt.ArrayLike) -> FloatArray:
    """
    Give a part of a whole, in percent.

    Returns
    -------
    share
        `100 × part / whole`; NaN where the whole is zero or a term is unknown.

    Examples
    --------
    >>> share_pct([12.0], [48.0]).tolist()
    [25.0]
    """
    return divide(part, whole) * PERCENT
