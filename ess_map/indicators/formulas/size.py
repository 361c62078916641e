"""Mean and median size: the mean misleads when one employer is very large, so both are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ess_map.indicators.formulas.arrays import FloatArray, IntArray, divide

if TYPE_CHECKING:
    import numpy.typing as npt


def mean_size(jobs: npt.ArrayLike, establishments: npt.ArrayLike) -> FloatArray:
    """
    Give jobs per establishment; NaN without establishment.

    Examples
    --------
    >>> mean_size([2_700_000.0], [207_894.0]).round(1).tolist()
    [13.0]
    """
    return divide(jobs, establishments)


def median_band(counts: npt.ArrayLike) -> IntArray:
    """
    Give the position of the size band that holds the median, along the last axis, -1 where nothing is counted.

    Parameters
    ----------
    counts
        Actors of each band, bands in increasing order of size.

    Notes
    -----
    With bands alone, the band of the median is known and the median is not: nothing is interpolated. With an even count, the
    lower of the two middle actors decides.

    Examples
    --------
    >>> median_band([[5, 3, 3], [0, 0, 0]]).tolist()
    [1, -1]
    """
    values = np.asarray(counts, dtype=float)
    total = values.sum(axis=-1, keepdims=True)
    reached = np.cumsum(values, axis=-1) >= total / 2
    return np.where(total[..., 0] > 0, reached.argmax(axis=-1), -1)
