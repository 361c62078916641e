"""The middle and the halves of a set of values: what is said of comparable territories, rather than a rank."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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
        if value is None or math.isnan(value) or self.q1 is None or self.q3 is None:
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
    every = list(values)
    known = sorted(float(value) for value in every if value is not None and not math.isnan(value))
    unknown = len(every) - len(known)
    if not known:
        return Quartiles(0, unknown, None, None, None)
    middle = _point(known, 0.5)
    if len(known) < ENOUGH:
        return Quartiles(len(known), unknown, None, middle, None)
    return Quartiles(len(known), unknown, _point(known, 0.25), middle, _point(known, 0.75))


def _point(ordered: Sequence[float], share: float) -> float:
    # numpy.percentile gives the same number, in a millisecond: too long two hundred times a page.
    place = (len(ordered) - 1) * share
    below = int(place)
    rest, low, high = place - below, ordered[below], ordered[min(below + 1, len(ordered) - 1)]
    return low + (high - low) * rest if rest < 0.5 else high - (high - low) * (1 - rest)  # noqa: PLR2004 - as numpy does, exact at both ends
