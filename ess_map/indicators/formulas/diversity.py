"""How varied a mix is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ess_map.indicators.formulas.arrays import FloatArray, divide

if TYPE_CHECKING:
    import numpy.typing as npt


def richness(counts: npt.ArrayLike) -> FloatArray:
    """
    Count the categories present, along the last axis.

    Examples
    --------
    >>> richness([[3, 0, 1], [0, 0, 0]]).tolist()
    [2.0, 0.0]
    """
    present: FloatArray = (np.asarray(counts) > 0).sum(axis=-1).astype(float)
    return present


def shannon(counts: npt.ArrayLike) -> FloatArray:
    """
    Give the entropy of the mix, in nats, along the last axis: H = -Σ p·ln p.

    Returns
    -------
    entropy
        0 when there is one category, ln(n) when n categories are equal; NaN when there is nothing.

    Notes
    -----
    Shannon (1948). exp(H) reads as a number of equally frequent categories (Hill number of order 1).

    Examples
    --------
    >>> shannon([[1, 1], [4, 0]]).round(4).tolist()
    [0.6931, 0.0]
    """
    shares = _shares(counts)
    logs = np.log(shares, out=np.zeros_like(shares), where=shares > 0)
    entropy: FloatArray = np.abs(-(shares * logs).sum(axis=-1))
    return entropy


def effective_number(counts: npt.ArrayLike) -> FloatArray:
    """
    Give the number of equally frequent categories that would be as varied: exp(H), between 1 and the richness.

    Notes
    -----
    Hill (1973), « Diversity and evenness », Ecology 54, number of order 1.

    Examples
    --------
    >>> effective_number([[5, 5, 5], [9, 0, 0]]).round(6).tolist()
    [3.0, 1.0]
    """
    return np.exp(shannon(counts))


def simpson(counts: npt.ArrayLike) -> FloatArray:
    """
    Give the probability that two actors drawn with replacement differ: 1 - Σ p², along the last axis.

    Notes
    -----
    Simpson (1949), in the form of Gini-Simpson.

    Examples
    --------
    >>> simpson([[2, 2], [7, 0]]).tolist()
    [0.5, 0.0]
    """
    index: FloatArray = 1 - (_shares(counts) ** 2).sum(axis=-1)
    return index


def _shares(counts: npt.ArrayLike) -> FloatArray:
    values = np.asarray(counts, dtype=float)
    return divide(values, values.sum(axis=-1, keepdims=True))
