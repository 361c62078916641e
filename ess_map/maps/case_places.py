"""Where the cases are: the small picture of France, and a mark for each place, several cases sharing one where they are close."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ess_map.maps.locator import HEIGHT, WIDTH, locate, mainland
from ess_map.maps.overseas import STRIP, box_centre
from ess_map.territories.model import FRANCE, Niveau

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ess_map.cases.library import Library, PlacedAt
    from ess_map.maps.locator import Picture
    from ess_map.maps.view import Mode
    from ess_map.territories.atlas import Atlas
    from ess_map.territories.contours import Contours

_NEAR = 26.0
"""Pixels of the picture under which two marks would touch: they are one."""
_PERIMETER = "perimetre"


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark on the picture and the cases it stands for."""

    x_pct: float
    y_pct: float
    cas: tuple[str, ...]
    """Identifiers, each once."""
    lieux: tuple[str, ...]
    """Places, as the sources name them."""


@dataclass(frozen=True, slots=True)
class CasePlaces:
    """The marks inside the picture, and the places that are out of it."""

    marques: tuple[Mark, ...]
    ailleurs: tuple[tuple[str, str], ...]
    """Case and place that the picture does not show: said in words under it."""
    partout: tuple[str, ...]
    """Cases carried out in the whole country, which a point would misplace."""


def case_places(library: Library, atlas: Atlas, cases: Iterable[str]) -> CasePlaces:
    """Place cases: where the action applies, else where it is housed; a case of several territories has several marks."""
    frame = mainland()
    marks: list[tuple[float, float, dict[str, None], dict[str, None]]] = []
    away: list[tuple[str, str]] = []
    everywhere: list[str] = []
    for name in cases:
        for place in _where(library.places.get(name, ())):
            if place.ref.niveau is Niveau.FRANCE:
                everywhere.append(name)
                continue
            lon, lat = atlas.get(place.ref).point
            x, y = box_centre(atlas, place.ref) or frame.place(lon=lon, lat=lat)
            if not (0 < x < WIDTH and 0 < y < HEIGHT):
                away.append((name, place.lieu))
                continue
            near = next((mark for mark in marks if (mark[0] - x) ** 2 + (mark[1] - y) ** 2 < _NEAR**2), None)
            if near is None:
                near = (x, y, {}, {})
                marks.append(near)
            near[2][name], near[3][place.lieu] = None, None
    return CasePlaces(
        tuple(Mark(round(100 * x / WIDTH, 2), round(100 * y / HEIGHT, 2), tuple(c), tuple(p)) for x, y, c, p in marks),
        tuple(away),
        tuple(dict.fromkeys(everywhere)),
    )


def background(atlas: Atlas, contours: Contours, mode: Mode) -> Picture:
    """Give the drawing of France behind the marks (SVG, no text), and the names of the boxes of overseas."""
    picture = locate(atlas, contours, FRANCE, mode)
    return replace(picture, names=tuple(name for name in picture.names if name.x_pct < 100 * STRIP / WIDTH))


def _where(places: tuple[PlacedAt, ...]) -> tuple[PlacedAt, ...]:
    return tuple(place for place in places if place.role == _PERIMETER) or places
