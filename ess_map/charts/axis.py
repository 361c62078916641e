"""One axis of values: its extent, its round marks, its French numbers."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import altair as alt

from ess_map.typography import number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ess_map.charts.palette import Palette

_MARGIN = 0.09
_MARKS = 5
_STEPS = (1, 2, 2.5, 5, 10)


@dataclass(frozen=True, slots=True)
class Extent:
    """What an axis covers, in the unit of the values."""

    low: float
    high: float

    def share(self, value: float) -> float:
        """Tell where a value stands, from 0 (left end) to 1."""
        return (value - self.low) / (self.high - self.low)


def extent(values: Sequence[float]) -> Extent:
    """Cover values with a margin; a single value gets room on both sides."""
    low, high = min(values), max(values)
    margin = (high - low) * _MARGIN or abs(high) * _MARGIN or 1.0
    return Extent(low - margin, high + margin)


def marks(found: Extent) -> tuple[float, ...]:
    """
    Choose three to six round values inside an extent.

    Examples
    --------
    >>> marks(Extent(3.2, 8.7))
    (4.0, 6.0, 8.0)
    """
    rough = (found.high - found.low) / _MARKS
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * size for size in _STEPS if power * size >= rough * (1 - 1e-9))
    first = math.ceil(found.low / step - 1e-9)
    last = math.floor(found.high / step + 1e-9)
    return tuple(round(position * step, 12) for position in range(first, last + 1))


def horizontal(found: Extent, colours: Palette, *, scale: float = 1.0) -> alt.X:
    """Encode the field `x` along an extent, its marks written the French way."""
    values = list(marks(found))
    decimals = max((_decimals(value) for value in values), default=0)
    names = [number(value, decimals) for value in values]
    axis = alt.Axis(
        values=values, labelExpr=f"{names!r}[indexof({values!r}, datum.value)]", title=None, grid=False, ticks=False, domain=True,
        domainColor=colours.filet, labelColor=colours.gris, labelFontSize=12.5 * scale, labelPadding=6, labelOverlap="parity", offset=2,
    )  # fmt: skip
    return alt.X("x:Q", scale=alt.Scale(domain=[found.low, found.high], nice=False, zero=False), axis=axis)


def _decimals(value: float) -> int:
    text = f"{value:.6f}".rstrip("0")
    return len(text.partition(".")[2])
