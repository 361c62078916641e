"""Overseas in a small picture: the five départements in boxes beside the mainland, or the whole country in a corner."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ess_map.maps.framing import FINENESS, Framing
from ess_map.territories.model import FRANCE, Niveau
from ess_map.territories.scales import Scale
from ess_map.typography import capitalized

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ess_map.maps.framing import Bounds
    from ess_map.maps.name_board import NameBoard
    from ess_map.territories.atlas import Atlas
    from ess_map.territories.contours import Contours
    from ess_map.territories.model import Territory, TerritoryRef

MAINLAND: Bounds = (-5.2, 41.3, 9.7, 51.2)
"""Around metropolitan France, Corse included, degrees."""
STRIP = 112.0
"""Width of what is laid at the left of a picture, pixels."""
SEAS = {"971": "Antilles", "972": "Antilles", "973": "Amérique du Sud", "974": "océan Indien", "976": "océan Indien"}
"""Département -> the part of the world where it is."""

_EDGE, _SIDE, _STEP = 6.0, 44.0, 51.6
_SMALL, _SMALL_STEP = 18.0, 20.0
_HALF_LETTER = 2.85
_CORNER: Bounds = (_EDGE, _EDGE, STRIP - _EDGE, 148.0)
"""Frame of the whole country in a corner: left, top, right, bottom, pixels."""


def far(bounds: Bounds) -> bool:
    """Tell whether a territory is overseas: nothing of it is near the mainland. The whole country is not."""
    west, south, east, north = MAINLAND
    return bounds[2] < west or bounds[0] > east or bounds[3] < south or bounds[1] > north


def beside(bounds: Bounds, width: float, height: float, margin: float) -> Framing:
    """Frame bounds at the right of the strip."""
    frame = Framing.around(bounds, width - STRIP, height, margin)
    return replace(frame, west=frame.west - STRIP / frame.scale / frame.narrowing, width=width)


def box_centre(atlas: Atlas, ref: TerritoryRef) -> tuple[float, float] | None:
    """Give the middle of the box where an overseas place is drawn, pixels; None for any other place."""
    codes = {parent.code for parent in (ref, *atlas.get(ref).parents) if parent.niveau is Niveau.DEPARTEMENT}
    position = next((rank for rank, code in enumerate(SEAS) if code in codes), None)
    return None if position is None else (_EDGE + _SIDE / 2, _EDGE + position * _STEP + _SIDE / 2)


@dataclass(frozen=True)
class Overseas:
    """What draws the strip; colours as the palette names them."""

    atlas: Atlas
    contours: Contours
    colours: Mapping[str, str]

    def sea(self, territory: Territory) -> str:
        """Name the part of the world where an overseas territory is; empty for another one."""
        own = self.atlas.children(territory.ref, Niveau.DEPARTEMENT)
        return next((SEAS[ref.code] for ref in own if ref.code in SEAS and far(territory.bounds)), "")

    def boxes(self, board: NameBoard, fill: str) -> list[str]:
        """Draw the five départements one under the other, filled with a colour, with their names at their right."""
        drawn: list[str] = []
        for position, ref in enumerate(self._departements()):
            top = _EDGE + position * _STEP
            drawn += self._box(ref, (_EDGE, top, _EDGE + _SIDE, top + _SIDE), fill)
            name = self.atlas.get(ref).nom
            board.write(name, _EDGE + _SIDE + 6 + len(name) * _HALF_LETTER, top + _SIDE / 2)
        return drawn

    def corner(self, board: NameBoard, territory: Territory) -> list[str]:
        """Draw the whole country in the corner, the département of the territory highlighted, and name its part of the world."""
        own = set(self.atlas.children(territory.ref, Niveau.DEPARTEMENT))
        left, top, right, bottom = _CORNER
        mainland = [
            self._shape(ref, MAINLAND, (left + 4, top + 2, right - 4, bottom - _SMALL - 30), self.colours["terre"])
            for ref in self.atlas.children(FRANCE, Niveau.REGION)
            if not far(self.atlas.get(ref).bounds)
        ]
        small: list[str] = []
        for position, ref in enumerate(self._departements()):
            x, y = left + position * _SMALL_STEP, bottom - _SMALL - 22
            fill = self.colours["encre" if ref in own else "terre"]
            small += self._box(ref, (x + 1, y, x + 1 + _SMALL, y + _SMALL), fill, ink=ref in own)
        board.keep_free(_CORNER)
        board.write(capitalized(self.sea(territory)), (left + right) / 2, bottom - 11)
        return [self._rect(_CORNER, self.colours["mer"], self.colours["limite"], 1.0), *mainland, *small]

    def _departements(self) -> list[TerritoryRef]:
        return [ref for ref in self.atlas.children(FRANCE, Niveau.DEPARTEMENT) if ref.code in SEAS]

    def _box(self, ref: TerritoryRef, box: Bounds, fill: str, *, ink: bool = False) -> list[str]:
        edge, width = (self.colours["encre"], 1.6) if ink else (self.colours["limite"], 0.7)
        return [
            self._rect(box, self.colours["mer"], edge, width),
            self._shape(ref, self.atlas.get(ref).bounds, box, fill, margin=3.0),
        ]

    def _shape(self, ref: TerritoryRef, bounds: Bounds, box: Bounds, fill: str, margin: float = 0.0) -> str:
        left, top, right, bottom = box
        frame = Framing.around(bounds, right - left, bottom - top, margin)
        d = frame.path(self.contours.outline(ref, Scale.OVERVIEW))
        return (
            f'<path transform="translate({left * FINENESS:.0f} {top * FINENESS:.0f})" d="{d}" fill="{fill}" '
            f'stroke="{self.colours["limite"]}" stroke-width="{0.5 * FINENESS:g}"/>'
        )

    def _rect(self, box: Bounds, fill: str, stroke: str, width: float) -> str:
        left, top, right, bottom = (round(v * FINENESS) for v in box)
        return (
            f'<rect x="{left}" y="{top}" width="{right - left}" height="{bottom - top}" rx="20" fill="{fill}" '
            f'stroke="{stroke}" stroke-width="{width * FINENESS:g}"/>'
        )
