"""Names above a small picture: the first one always written, each other one only where there is room."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ess_map.maps.framing import Bounds, Framing
    from ess_map.territories.model import Territory

_LINE = 15.0
_LETTER, _STRONG_LETTER = 6.3, 7.3
"""Mean width of a letter, pixels: names are measured without a browser, so with a margin."""
_STEPS = (0.0, -16.0, 16.0, -32.0, 32.0)


@dataclass(frozen=True, slots=True)
class Name:
    """A name above the picture."""

    text: str
    x_pct: float
    """Middle of the name, in percent of the width of the picture."""
    y_pct: float
    strong: bool
    """The territory itself."""


class NameBoard:
    """Names placed so far on a picture."""

    def __init__(self, frame: Framing) -> None:
        self._frame = frame
        self._taken: list[Bounds] = []
        self.names: list[Name] = []

    def title(self, territory: Territory) -> None:
        """Write the name of the territory shown, under its shape, and keep the shape free of other names."""
        frame, text = self._frame, _fitting(territory.nom, self._frame.width)
        west, south, east, north = territory.bounds
        left, top = frame.place(lon=west, lat=north)
        right, bottom = frame.place(lon=east, lat=south)
        half = len(text) * _STRONG_LETTER / 2 + 3
        x = min(max((left + right) / 2, half + 2), frame.width - half - 2)
        y = min(bottom + _LINE * 0.8, frame.height - _LINE * 0.6)
        self._taken.append((left, top, right, bottom))
        self._write(text, x, y, half, strong=True)

    def write(self, text: str, x: float, y: float) -> None:
        """Write a name of ours with its middle at these pixels; there is room for it."""
        self._write(typeset(text), x, y, len(text) * _LETTER / 2 + 2, strong=False)

    def keep_free(self, box: Bounds) -> None:
        """Keep names out of a box: left, top, right, bottom, pixels."""
        self._taken.append(box)

    def put(self, territory: Territory) -> None:
        """Write the name of another territory at its point, or a little above or below, if there is room."""
        frame, text = self._frame, typeset(territory.nom)
        x, y = frame.place(lon=territory.point[0], lat=territory.point[1])
        half = len(text) * _LETTER / 2 + 2
        for step in _STEPS:
            if self._free((x - half, y + step - _LINE / 2, x + half, y + step + _LINE / 2)):
                self._write(text, x, y + step, half, strong=False)
                return

    def _free(self, box: Bounds) -> bool:
        left, top, right, bottom = box
        inside = left > 0 and top > 0 and right < self._frame.width and bottom < self._frame.height
        return inside and not any(left < b[2] and b[0] < right and top < b[3] and b[1] < bottom for b in self._taken)

    def _write(self, text: str, x: float, y: float, half: float, *, strong: bool) -> None:
        self._taken.append((x - half, y - _LINE / 2, x + half, y + _LINE / 2))
        self.names.append(Name(text, round(100 * x / self._frame.width, 1), round(100 * y / self._frame.height, 1), strong))


def _fitting(text: str, width: float) -> str:
    """Shorten a name that is wider than the picture: its bracket first, then its end."""
    most = int((width - 10) / _STRONG_LETTER)
    text = typeset(text)
    if len(text) > most:
        text = text.partition(" (")[0]
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def typeset(text: str) -> str:
    """Give a name the apostrophe of printed French; the publisher's is the one of typewriters."""
    return text.replace("'", "’")
