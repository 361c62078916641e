"""Change between two dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ess_map.indicators.formulas.arrays import FloatArray, divide
from ess_map.indicators.formulas.rate import PERCENT

if TYPE_CHECKING:
    import numpy.typing as npt


def change_pct(before: npt.ArrayLike, after: npt.ArrayLike) -> FloatArray:
    """
    Give the relative change, in percent of the first value.

    Returns
    -------
    change
        `100 × (after - before) / before`; NaN where there was nothing before: a growth from zero has no rate.

    Examples
    --------
    >>> change_pct([200.0, 0.0], [250.0, 3.0]).tolist()
    [25.0, nan]
    """
    return divide(np.asarray(after, dtype=float) - np.asarray(before, dtype=float), before) * PERCENT


def change_points(before_pct: npt.ArrayLike, after_pct: npt.ArrayLike) -> FloatArray:
    """
    Give the change of a share, in points.

    Examples
    --------
    >>> change_points([10.53], [11.6]).round(2).tolist()
    [1.07]
    """
    change: FloatArray = np.asarray(after_pct, dtype=float) - np.asarray(before_pct, dtype=float)
    return change
