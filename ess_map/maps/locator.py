"""Where a territory is: a small picture (SVG, without script nor text) and the names to write above it as real text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import shapely

from ess_map.maps.bundle import abroad, palette
from ess_map.maps.framing import FINENESS, Framing
from ess_map.maps.name_board import Name, NameBoard
from ess_map.maps.overseas import MAINLAND, STRIP, Overseas, beside, far
from ess_map.territories.model import FRANCE, Niveau, TerritoryRef
from ess_map.territories.scales import Scale

if TYPE_CHECKING:
    from ess_map.maps.framing import Bounds
    from ess_map.maps.view import Mode
    from ess_map.territories.atlas import Atlas
    from ess_map.territories.contours import Contours
    from ess_map.territories.model import Territory

__all__ = ["HEIGHT", "WIDTH", "Name", "Picture", "locate", "mainland"]

WIDTH, HEIGHT = 430.0, 270.0
_MARGIN = 14.0
_READABLE = 34.0
"""Pixels under which a territory is too small in its région: it is shown in its département."""
_SMALLEST = 9.0
"""Pixels under which it also gets a ring, to be found."""
_FINE = 250.0
"""Pixels a degree from which the overview of a boundary would look broken."""
_WIDE = frozenset({Niveau.REGION, Niveau.FRANCE})
_TWO = 2


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture and its names."""

    svg: str
    """Drawing without any text; its width and height are those of this module."""
    names: tuple[Name, ...]
    words: str
    """What the picture shows, for those who do not see it."""


def locate(atlas: Atlas, contours: Contours, ref: TerritoryRef | None, mode: Mode = "clair") -> Picture:
    """
    Draw where a territory is: in its région or its département, in France for a région; None is France.

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


def mainland() -> Framing:
    """Give the frame of the picture of France, to place something else on it."""
    return beside(MAINLAND, WIDTH, HEIGHT, _MARGIN)


@dataclass(frozen=True)
class _Locator:
    atlas: Atlas
    contours: Contours
    mode: Mode

    def draw(self, territory: Territory) -> Picture:
        nation = territory.ref.niveau is Niveau.FRANCE
        own = set(self.atlas.children(territory.ref, Niveau.DEPARTEMENT))
        frame = self._frame(territory, own)
        near = self._near(frame)
        colours = palette()[self.mode]
        line, weight = (colours["limite"], 0.7) if territory.ref.niveau in _WIDE else (colours["gris"], 1.2)
        parts = [
            f'<rect width="{WIDTH * FINENESS:g}" height="{HEIGHT * FINENESS:g}" fill="{colours["mer"]}"/>',
            _path(frame, _abroad(), fill=colours["etranger"]),
            *(
                _path(frame, shape, fill=colours["terre"], stroke=colours["limite"], width=0.6)
                for ref, shape in near
                if ref not in own
            ),
            *(_path(frame, shape, fill=colours["dedans"], stroke=line, width=weight) for ref, shape in near if ref in own),
            *self._inner(territory, frame, colours["limite"]),
            *([] if nation else self._mark(territory, frame, colours["surligneur"], colours["encre"])),
        ]
        box = f"0 0 {WIDTH * FINENESS:g} {HEIGHT * FINENESS:g}"
        board = self._names(territory, frame, [ref for ref, _ in near])
        strip = Overseas(self.atlas, self.contours, colours)
        if self._whole(territory):
            parts += strip.boxes(board, colours["dedans" if nation else "terre"])
        elif strip.sea(territory):
            parts += strip.corner(board, territory)
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" stroke-linejoin="round">{"".join(parts)}</svg>'
        return Picture(svg, tuple(board.names), self._words(territory, strip.sea(territory)))

    def _whole(self, territory: Territory) -> bool:
        """Tell whether the picture is of the whole country, of which overseas is a part."""
        return territory.ref.niveau in _WIDE and not far(territory.bounds)

    def _near(self, frame: Framing) -> list[tuple[TerritoryRef, shapely.Geometry]]:
        """Give the départements of the picture, finer when it shows a small place."""
        seen = [(ref, shape) for ref, shape in _departements(self.atlas, self.contours) if _meets(shape, frame.bounds())]
        if frame.scale < _FINE:
            return seen
        return [(ref, self.contours.outline(ref, Scale.DETAIL)) for ref, _ in seen]

    def _frame(self, territory: Territory, own: set[TerritoryRef]) -> Framing:
        """Show one level or two above the territory."""
        if self._whole(territory):
            return beside(MAINLAND, WIDTH, HEIGHT, _MARGIN)
        around = _union([self.atlas.get(ref).bounds for ref in own])
        if far(territory.bounds):
            return beside(around, WIDTH, HEIGHT, _MARGIN)
        departements = _framing(around)
        regions = self.atlas.children(territory.ref, Niveau.REGION)
        alone = len(own) == 1 and self.atlas.get(next(iter(own))).communes == territory.communes  # Paris is its département
        if territory.ref.niveau is Niveau.COMMUNE and not alone:
            return departements
        wide = _framing(_union([self.atlas.get(ref).bounds for ref in regions]) if len(regions) <= _TWO else MAINLAND)
        if alone:
            return wide
        return wide if _size(territory, wide) >= _READABLE else departements

    def _inner(self, territory: Territory, frame: Framing, colour: str) -> list[str]:
        """Draw the intercommunalité of a commune: where it is among its neighbours."""
        if territory.ref.niveau is not Niveau.COMMUNE:
            return []
        epci = self.atlas.children(territory.ref, Niveau.EPCI)
        return [_path(frame, self.contours.outline(ref), fill="none", stroke=colour, width=1.2) for ref in epci]

    def _mark(self, territory: Territory, frame: Framing, highlighter: str, ink: str) -> list[str]:
        shape = self.contours.outline(territory.ref, Scale.OVERVIEW if territory.ref.niveau in _WIDE else Scale.DETAIL)
        marks = [_path(frame, shape, fill=highlighter, stroke=ink, width=1.6)]
        if _size(territory, frame) < _SMALLEST:
            x, y = (v * FINENESS for v in frame.place(lon=territory.point[0], lat=territory.point[1]))
            radius, width = _SMALLEST * FINENESS, 1.6 * FINENESS
            marks.append(
                f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{radius:g}" fill="none" stroke="{ink}" stroke-width="{width:g}"/>'
            )
        return marks

    def _names(self, territory: Territory, frame: Framing, near: list[TerritoryRef]) -> NameBoard:
        """Name the territory, then what is around: the régions of France, or the départements of the picture."""
        board = NameBoard(frame)
        if self._whole(territory) or far(territory.bounds):
            board.keep_free((0, 0, STRIP, HEIGHT))
        if territory.ref.niveau is not Niveau.FRANCE:
            board.title(territory)
        if territory.ref.niveau in _WIDE:
            around = self.atlas.children(FRANCE, Niveau.REGION)
        else:
            regions = set(self.atlas.children(territory.ref, Niveau.REGION))
            crowded = len(near) > 2 * len(regions) + 8
            around = [ref for ref in near if not crowded or regions & set(self.atlas.children(ref, Niveau.REGION))]
        for ref in around:
            if self.atlas.get(ref).communes != territory.communes:  # Paris is named once
                board.put(self.atlas.get(ref))
        return board

    def _words(self, territory: Territory, sea: str) -> str:
        if territory.ref.niveau is Niveau.FRANCE:
            return "Carte de la France et de ses régions, outre-mer compris"
        parents = [self.atlas.get(ref).nom for ref in territory.parents if ref.niveau in {Niveau.DEPARTEMENT, Niveau.REGION}]
        inside = [name for name in dict.fromkeys(parents) if name != territory.nom]
        return f"Carte de situation\u00a0: {', '.join([territory.nom, *inside, *([sea] if sea else [])])}"


def _framing(bounds: Bounds) -> Framing:
    return Framing.around(bounds, WIDTH, HEIGHT, _MARGIN)


def _size(territory: Territory, frame: Framing) -> float:
    """Give the longer side of a territory in a picture, pixels."""
    west, south, east, north = territory.bounds
    return max((east - west) * frame.narrowing, north - south) * frame.scale


def _path(frame: Framing, shape: shapely.Geometry, *, fill: str, stroke: str = "none", width: float = 0) -> str:
    d = frame.path(shape)
    return f'<path d="{d}" fill="{fill}" stroke="{stroke}" stroke-width="{width * FINENESS:g}"/>' if d else ""


def _meets(shape: shapely.Geometry, bounds: Bounds) -> bool:
    west, south, east, north = shapely.bounds(shape)
    return bool(west <= bounds[2] and east >= bounds[0] and south <= bounds[3] and north >= bounds[1])


def _union(several: list[Bounds]) -> Bounds:
    west, south, east, north = zip(*several, strict=True)
    return min(west), min(south), max(east), max(north)


@lru_cache(maxsize=1)
def _departements(atlas: Atlas, contours: Contours) -> list[tuple[TerritoryRef, shapely.Geometry]]:
    refs = atlas.children(FRANCE, Niveau.DEPARTEMENT)
    return [(ref, contours.outline(ref, Scale.OVERVIEW)) for ref in refs]


@lru_cache(maxsize=1)
def _abroad() -> shapely.Geometry:
    return shapely.MultiPolygon([shapely.Polygon(ring) for ring in abroad()])
