"""How far two territories are on standardised variables, when some of them are unknown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

SHARED_WEIGHT = 0.5
"""Part of the weight that two territories must both know: under it, they are not compared."""

_ROUNDING = 1e-9
"""Sums of the same weights differ by less: half of the weight is half of it in whatever unit the weights are."""


@dataclass(frozen=True, eq=False)
class Likeness:
    """A territory against others."""

    distance: NDArray[np.float64]
    """One a row: root of the weighted mean of the squared gaps; null where too little is known of both."""
    usual: NDArray[np.float64]
    """One a variable: its mean part in the squared distance to a row; 0 for a variable that does not count."""


def likeness(rows: NDArray[np.float64], target: NDArray[np.float64], weights: NDArray[np.float64]) -> Likeness:
    """
    Compare a territory with each row of a table.

    `distance² = Σ w (x - t)² / Σ w` over the variables that both know (Gower's way with unknown values): what is
    unknown is neither a likeness nor a difference, and the other weights take its place. The distance is 0 between
    equals, the same both ways, and reads as a mean gap in robust standard deviations. A row that shares less than half of
    the weight that the territory knows is not compared: a distance on two variables out of nine would look small by chance.

    Parameters
    ----------
    rows
        Rows by variables, standardised; null where unknown.
    target
        The territory, on the same scale.
    weights
        One a variable, 0 or more, at least one above 0 for a variable that the territory knows.
    """
    counted = np.flatnonzero((weights > 0) & ~np.isnan(target))
    weight = weights[counted]
    gaps = rows[:, counted] - target[counted]
    shared = ~np.isnan(gaps)
    squares = np.where(shared, np.square(gaps), 0.0)
    total = shared @ weight
    compared = total >= max(SHARED_WEIGHT * weight.sum() * (1 - _ROUNDING), np.finfo(float).tiny)
    share = np.where(compared, 1.0 / np.where(compared, total, 1.0), 0.0)
    distance = np.where(compared, np.sqrt(squares @ weight * share), np.nan)
    usual = np.zeros(len(weights))
    usual[counted] = weight * (squares.T @ share) / np.maximum((shared & compared[:, None]).sum(axis=0), 1)
    return Likeness(distance, usual)


def parts(row: NDArray[np.float64], target: NDArray[np.float64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """Split the squared distance to one row between the variables: the parts sum to it; null where a variable is not shared."""
    shared = ~np.isnan(row - target) & (weights > 0)
    split = np.full(len(weights), np.nan)
    split[shared] = weights[shared] * np.square(row - target)[shared] / weights[shared].sum()
    return split


def nearest(distance: NDArray[np.float64], k: int) -> NDArray[np.intp]:
    """Give the rows of the k smallest distances, the smallest first; at equal distance the first row wins; nulls are left."""
    known = np.flatnonzero(~np.isnan(distance))
    if len(known) > k > 0:
        limit = np.partition(distance[known], k - 1)[k - 1]
        known = known[distance[known] <= limit]
    return known[np.argsort(distance[known], kind="stable")][:k]
