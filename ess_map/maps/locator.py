"""Where a territory is: a small picture (SVG, without script nor text) and the names to write above it as real text."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import shapely

from ess_map.maps.bundle import palette
from ess_map.maps.framing import Framing
from ess_map.territories.model import FRANCE, Niveau, TerritoryRef
from ess_map.territories.scales import Scale

if TYPE_CHECKING:
    from ess_map.maps.framing import Bounds
    from ess_map.maps.view import Mode
    from ess_map.territories.atlas import Atlas
    from ess_map.territories.contours import Contours
    from ess_map.territories.model import Territory

WIDTH, HEIGHT = 430.0, 270.0
_MARGIN = 14.0
_MAINLAND: Bounds = (-5.2, 41.3, 9.7, 51.2)
_SMALLEST = 9.0
"""Pixels under which a territory also gets a ring around it, to be found."""
_WIDE = frozenset({Niveau.REGION, Niveau.FRANCE})
_ABROAD = Path(__file__).parent / "assets/etranger.json"


@dataclass(frozen=True, slots=True)
class Name:
    """A name above the picture."""

    text: str
    x_pct: float
    """Middle of the name, in percent of the width of the picture."""
    y_pct: float
    strong: bool
    """The territory itself."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture and its names."""

    svg: str
    width: float
    height: float
    names: tuple[Name, ...]
    words: str
    """What the picture shows, for those who do not see it."""


def locate(atlas: Atlas, contours: Contours, ref: TerritoryRef | None, mode: Mode = "clair") -> Picture:
    """
    Draw where a territory is: in its région, in its département for a commune, in France for a région; None is France.

    Parameters
    ----------
    atlas, contours
        Territories and their boundaries.
    ref
        A canonical reference, or None.
    mode
        Colours, « clair » or « sombre ».

    Returns
    -------
    picture
        Names never overlap; the name of the territory is always there.

    Raises
    ------
    UnknownTerritoryError
        If the reference names nothing that exists.
    """
    return _Locator(atlas, contours, mode).draw(atlas.get(ref or FRANCE))


@dataclass(frozen=True)
class _Locator:
    atlas: Atlas
    contours: Contours
    mode: Mode

    def draw(self, territory: Territory) -> Picture:
        own = self._own_departements(territory)
        frame = Framing.around(self._bounds(territory, own), WIDTH, HEIGHT, _MARGIN)
        near = [(ref, shape) for ref, shape in _departements(self.atlas, self.contours) if _meets(shape, frame.bounds())]
        colours = palette()[self.mode]
        parts = [
            f'<rect width="{WIDTH:g}" height="{HEIGHT:g}" fill="{colours["mer"]}"/>',
            _path(frame, _abroad(), fill=colours["etranger"]),
            *(_path(frame, s, fill=colours["terre"], stroke=colours["limite"], width=0.6) for r, s in near if r not in own),
            *(_path(frame, s, fill=colours["dedans"], stroke=colours["gris"], width=1.2) for r, s in near if r in own),
            *self._inner(territory, frame, colours["limite"]),
            *self._mark(territory, frame, colours["surligneur"], colours["encre"]),
        ]
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:g} {HEIGHT:g}" stroke-linejoin="round">{"".join(parts)}</svg>'
        names = self._names(territory, frame, [ref for ref, _ in near])
        return Picture(svg, WIDTH, HEIGHT, names, self._words(territory))

    def _own_departements(self, territory: Territory) -> frozenset[TerritoryRef]:
        if territory.ref.niveau is Niveau.FRANCE:
            return frozenset(ref for ref, _ in _departements(self.atlas, self.contours))
        return frozenset(self.atlas.children(territory.ref, Niveau.DEPARTEMENT))

    def _bounds(self, territory: Territory, own: frozenset[TerritoryRef]) -> Bounds:
        """Give the ground to show: one level or two above the territory, never a sea with nothing in it."""
        if territory.ref.niveau in _WIDE:
            return territory.bounds if _far(territory.bounds) else _MAINLAND
        if territory.ref.niveau is Niveau.COMMUNE:
            return _union([self.atlas.get(ref).bounds for ref in own])
        regions = self.atlas.children(territory.ref, Niveau.REGION)
        return _union([self.atlas.get(ref).bounds for ref in regions]) if len(regions) <= 2 else _MAINLAND  # noqa: PLR2004

    def _inner(self, territory: Territory, frame: Framing, colour: str) -> list[str]:
        """Draw the intercommunalité of a commune: where it is among its neighbours."""
        if territory.ref.niveau is not Niveau.COMMUNE:
            return []
        epci = self.atlas.children(territory.ref, Niveau.EPCI)
        return [_path(frame, self.contours.outline(ref), fill="none", stroke=colour, width=1.2) for ref in epci]

    def _mark(self, territory: Territory, frame: Framing, highlighter: str, ink: str) -> list[str]:
        if territory.ref.niveau is Niveau.FRANCE:
            return []
        shape = self.contours.outline(territory.ref, Scale.OVERVIEW if territory.ref.niveau in _WIDE else Scale.DETAIL)
        marks = [_path(frame, shape, fill=highlighter, stroke=ink, width=1.6)]
        west, south, east, north = territory.bounds
        if max((east - west) * frame.narrowing, north - south) * frame.scale < _SMALLEST:
            x, y = frame.place(lon=territory.point[0], lat=territory.point[1])
            marks.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{_SMALLEST:g}" fill="none" stroke="{ink}" stroke-width="1.6"/>')
        return marks

    def _names(self, territory: Territory, frame: Framing, near: list[TerritoryRef]) -> tuple[Name, ...]:
        if territory.ref.niveau is Niveau.FRANCE:
            wanted = [self.atlas.get(ref) for ref in self.atlas.children(FRANCE, Niveau.REGION)]
        else:
            wanted = [self.atlas.get(ref) for ref in near if ref != territory.ref]
            if territory.ref.niveau is Niveau.REGION:
                wanted = [self.atlas.get(ref) for ref in self.atlas.children(FRANCE, Niveau.REGION) if ref != territory.ref]
        board = _Board(frame)
        if territory.ref.niveau is not Niveau.FRANCE:
            board.put(territory, strong=True)
        for other in wanted:
            board.put(other, strong=False)
        return tuple(board.names)

    def _words(self, territory: Territory) -> str:
        if territory.ref.niveau is Niveau.FRANCE:
            return "Carte de la France et de ses régions"
        inside = [self.atlas.get(ref).nom for ref in territory.parents if ref.niveau in {Niveau.DEPARTEMENT, Niveau.REGION}]
        place = f", {', '.join(inside)}" if inside else ""
        return f"Carte de situation\u00a0: {territory.nom}{place}"


class _Board:
    """Names placed so far; a name that has no room is left out, but the first one is always written."""

    _LINE, _LETTER, _STRONG_LETTER = 15.0, 6.2, 7.2

    def __init__(self, frame: Framing) -> None:
        self._frame = frame
        self._taken: list[Bounds] = []
        self.names: list[Name] = []

    def put(self, territory: Territory, *, strong: bool) -> None:
        x, y = self._frame.place(lon=territory.point[0], lat=territory.point[1])
        half = len(territory.nom) * (self._STRONG_LETTER if strong else self._LETTER) / 2 + 3
        if strong:  # under its shape, which it would hide
            _, south, _, _ = territory.bounds
            bottom = self._frame.place(lon=territory.point[0], lat=south)[1] + self._LINE * 0.8
            y = min(max(bottom, y + self._LINE), self._frame.height - self._LINE * 0.6)
            x = min(max(x, half + 2), self._frame.width - half - 2)
        box = (x - half, y - self._LINE / 2, x + half, y + self._LINE / 2)
        inside = box[0] > 0 and box[1] > 0 and box[2] < self._frame.width and box[3] < self._frame.height
        if not strong and (not inside or any(_overlap(box, other) for other in self._taken)):
            return
        self._taken.append(box)
        self.names.append(
            Name(territory.nom, round(100 * x / self._frame.width, 1), round(100 * y / self._frame.height, 1), strong)
        )


def _overlap(a: Bounds, b: Bounds) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _path(frame: Framing, shape: shapely.Geometry, *, fill: str, stroke: str = "none", width: float = 0) -> str:
    d = frame.path(shape)
    return f'<path d="{d}" fill="{fill}" stroke="{stroke}" stroke-width="{width:g}"/>' if d else ""


def _meets(shape: shapely.Geometry, bounds: Bounds) -> bool:
    west, south, east, north = shapely.bounds(shape)
    return bool(west <= bounds[2] and east >= bounds[0] and south <= bounds[3] and north >= bounds[1])


def _far(bounds: Bounds) -> bool:
    """Tell whether a territory is overseas: nothing of it is near the mainland. The whole country is not."""
    west, south, east, north = _MAINLAND
    return bounds[2] < west or bounds[0] > east or bounds[3] < south or bounds[1] > north


def _union(several: list[Bounds]) -> Bounds:
    west, south, east, north = zip(*several, strict=True)
    return min(west), min(south), max(east), max(north)


@lru_cache(maxsize=1)
def _departements(atlas: Atlas, contours: Contours) -> list[tuple[TerritoryRef, shapely.Geometry]]:
    levels = atlas.levels
    codes = levels.loc[levels["niveau"] == Niveau.DEPARTEMENT.value, "code"]
    refs = [TerritoryRef(Niveau.DEPARTEMENT, str(code)) for code in codes]
    return [(ref, contours.outline(ref, Scale.OVERVIEW)) for ref in refs]


@lru_cache(maxsize=1)
def _abroad() -> shapely.Geometry:
    document = json.loads(_ABROAD.read_text(encoding="utf-8"))
    return shapely.MultiPolygon([shapely.Polygon(ring["points"]) for ring in document["anneaux"]])
