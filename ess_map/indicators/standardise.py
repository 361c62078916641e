"""Bringing variables of all units to one scale, so that inhabitants, euros and percents can be compared, and outliers do not rule."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd
    from numpy.typing import NDArray

TAIL = 5
"""Percents of the rows that are said to be among the highest, or the lowest, on a variable."""
IQR_OF_NORMAL = 1.349
"""Interquartile range of the normal law: divided by it, a range reads as a standard deviation."""
LOG, PLAIN = "log", "aucune"


@dataclass(frozen=True, slots=True)
class Scaling:
    """How one variable is brought to the common scale."""

    colonne: str
    transformation: str = PLAIN
    """« log »: orders of magnitude are compared, and 0 has none; « aucune »: the figure as it is."""
    echelle: float | None = None
    """Difference that counts for 1; None: the interquartile range of the table over 1.349."""
    borne: float | None = None
    """Values further than this from the median, on the common scale, are brought back to it (winsorised)."""


@dataclass(frozen=True, eq=False)
class Standard:
    """The scale of a table, and its values on it."""

    codes: NDArray[np.object_]
    """Rows."""
    scaled: NDArray[np.float64]
    """Rows by variables; null where the figure is."""
    _centres: NDArray[np.float64]
    _scales: NDArray[np.float64]
    _scalings: tuple[Scaling, ...]

    def place(self, row: pd.Series) -> NDArray[np.float64]:
        """Bring a territory that is not in the table to the same scale; `row` is indexed by the columns."""
        values = np.array([[row[scaling.colonne] for scaling in self._scalings]], dtype=float)
        placed: NDArray[np.float64] = _scaled(values, self._scalings, self._centres, self._scales)[0]
        return placed

    @cached_property
    def useless(self) -> NDArray[np.bool_]:
        """The variables that cannot set two rows apart: known of one row at most, or the same everywhere."""
        known = ~np.isnan(self.scaled)
        low = np.where(known, self.scaled, np.inf).min(axis=0, initial=np.inf)
        high = np.where(known, self.scaled, -np.inf).max(axis=0, initial=-np.inf)
        apart: NDArray[np.bool_] = (known.sum(axis=0) > 1) & (high - low > _FLAT)
        return ~apart

    @cached_property
    def tails(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """The values under and over which a row is among the lowest and the highest `TAIL` percents; infinite where none is known."""
        low, high = np.full(self.scaled.shape[1], -np.inf), np.full(self.scaled.shape[1], np.inf)
        for j in np.flatnonzero(~self.useless):
            known = self.scaled[~np.isnan(self.scaled[:, j]), j]
            low[j], high[j] = np.percentile(known, [TAIL, 100 - TAIL])
        return low, high


_FLAT = 1e-12


def standardise(frame: pd.DataFrame, scalings: Sequence[Scaling]) -> Standard:
    """
    Put the columns of a table on one scale, robustly.

    Each variable is transformed, then its median is taken away and it is divided by its interquartile range over 1.349, that
    is by its standard deviation were it normal, then bounded. Neither the median nor the range moves when a tenth of
    the values goes wild; a linear change of unit (hectares for square kilometres) changes nothing. A range of 0 gives
    way to the standard deviation of the transformed values.

    Parameters
    ----------
    frame
        One row a territory, indexed by code; the columns of `scalings`, numbers, null where unknown.
    scalings
        The variables, in the order wanted.

    Returns
    -------
    standard
        The values on the common scale, null where they were.
    """
    values = frame[[scaling.colonne for scaling in scalings]].to_numpy(dtype=float)
    moved = _transformed(values, scalings)
    centres, scales = np.zeros(len(scalings)), np.ones(len(scalings))
    for j, scaling in enumerate(scalings):
        known = moved[~np.isnan(moved[:, j]), j]
        if len(known) == 0:
            continue
        low, centres[j], high = np.percentile(known, [25, 50, 75])
        if scaling.echelle is not None:
            scales[j] = scaling.echelle
        else:
            scales[j] = (high - low) / IQR_OF_NORMAL or float(known.std()) or 1.0
    chosen = tuple(scalings)
    return Standard(frame.index.to_numpy(dtype=object), _scaled(values, chosen, centres, scales), centres, scales, chosen)


def _transformed(values: NDArray[np.float64], scalings: Sequence[Scaling]) -> NDArray[np.float64]:
    moved = values.copy()
    for j, scaling in enumerate(scalings):
        if scaling.transformation == LOG:
            positive = np.where(values[:, j] > 0, values[:, j], np.nan)
            moved[:, j] = np.log(positive)
    return moved


def _scaled(
    values: NDArray[np.float64], scalings: Sequence[Scaling], centres: NDArray[np.float64], scales: NDArray[np.float64]
) -> NDArray[np.float64]:
    scaled: NDArray[np.float64] = (_transformed(values, scalings) - centres) / scales
    bounds = np.array([np.inf if scaling.borne is None else scaling.borne for scaling in scalings])
    return np.clip(scaled, -bounds, bounds)
