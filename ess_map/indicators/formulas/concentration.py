"""Whether everything rests on a few."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ess_map.indicators.formulas.arrays import divide

if TYPE_CHECKING:
    import numpy.typing as npt


def top_share(values: npt.ArrayLike, top: int) -> float:
    """
    Give the share held by the `top` largest values, between 0 and 1; NaN when the sum is zero.

    Parameters
    ----------
    values
        Non-negative sizes (jobs of each employer, actors of each commune), in any order.
    top
        How many of the largest are added up.

    Examples
    --------
    >>> top_share([50, 30, 10, 5, 5], top=2)
    0.8
    """
    sizes = np.sort(np.asarray(values, dtype=float))[::-1]
    return float(divide(sizes[:top].sum(), sizes.sum()))


def herfindahl(values: npt.ArrayLike) -> float:
    """
    Give the Herfindahl-Hirschman index, the sum of squared shares, between 1/n and 1; NaN when the sum is zero.

    Notes
    -----
    Hirschman (1945), Herfindahl (1950). 1/n when n values are equal, 1 when one holds everything.

    Examples
    --------
    >>> herfindahl([25, 25, 25, 25])
    0.25
    """
    sizes = np.asarray(values, dtype=float)
    return float((divide(sizes, sizes.sum()) ** 2).sum())
