"""The arrays that formulas take and give, and the one division they share."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float64]
BoolArray = npt.NDArray[np.bool_]
IntArray = npt.NDArray[np.intp]


def divide(numerator: npt.ArrayLike, denominator: npt.ArrayLike) -> FloatArray:
    """
    Divide element by element.

    Parameters
    ----------
    numerator, denominator
        Same shape, or shapes that NumPy broadcasts; NaN means unknown.

    Returns
    -------
    quotient
        NaN where either is unknown or the denominator is zero: a rate over nobody is unknown, not zero, not infinite.

    Examples
    --------
    >>> divide([3.0, 3.0, 0.0], [2.0, 0.0, 4.0]).tolist()
    [1.5, nan, 0.0]
    """
    top, bottom = np.asarray(numerator, dtype=float), np.asarray(denominator, dtype=float)
    quotient = np.full(np.broadcast_shapes(top.shape, bottom.shape), np.nan)
    np.divide(top, bottom, out=quotient, where=bottom != 0)
    return quotient
