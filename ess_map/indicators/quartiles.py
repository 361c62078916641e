"""The middle and the halves of a set of values: what is said of comparable territories, rather than a rank."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

ENOUGH = 4
"""Values under which a quartile would be a territory by another name: only the median is given, from one value on."""


@dataclass(frozen=True, slots=True)
class Quartiles:
    """Where the values lie."""

    connues: int
    """Number of values."""
    inconnues: int
    """Number of territories without a value: they are left, never taken for 0."""
    q1: float | None
    mediane: float | None
    q3: float | None

    def place(self, value: float | None) -> str:
        """
        Say in French where a value lies; "" when it cannot be said.

        A value on a quartile is in the middle half: ties are not differences.
        """
        if value is None or np.isnan(value) or self.q1 is None or self.q3 is None:
            return ""
        if value < self.q1:
            return "dans le quart le plus bas"
        return "dans le quart le plus haut" if value > self.q3 else "dans la moitié du milieu"


def quartiles(values: Iterable[float | None]) -> Quartiles:
    """
    Give the median and the quartiles of the values that are known.

    Quartiles interpolate between neighbours (the definition of numpy and of spreadsheets), so that the median of an even set
    is the mean of its two middle values.

    Examples
    --------
    >>> quartiles([4.0, 1.0, None, 2.0, 3.0, 5.0])
    Quartiles(connues=5, inconnues=1, q1=2.0, mediane=3.0, q3=4.0)
    """
    every = np.array([np.nan if value is None else value for value in values], dtype=float)
    known = every[~np.isnan(every)]
    unknown = len(every) - len(known)
    if len(known) == 0:
        return Quartiles(0, unknown, None, None, None)
    low, middle, high = (float(point) for point in np.percentile(known, [25, 50, 75]))
    if len(known) < ENOUGH:
        return Quartiles(len(known), unknown, None, middle, None)
    return Quartiles(len(known), unknown, low, middle, high)
