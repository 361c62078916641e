"""A rectangle of the ground drawn as a small picture: degrees to pixels, shapes to SVG paths."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    FloatArray = NDArray[np.float64]

Bounds = tuple[float, float, float, float]
"""West, south, east, north, degrees (EPSG:4326)."""

_CLIP_MARGIN_PX = 6.0
FINENESS = 10
"""Units of a path in one pixel: paths are written in whole numbers, which is shorter."""
_LEAST_AREA_PX = 1.5


@dataclass(frozen=True, slots=True)
class Framing:
    """Equirectangular projection of a rectangle, true at its middle latitude: enough for a picture of a few hundred pixels."""

    west: float
    north: float
    scale: float
    """Pixels for one degree of latitude."""
    narrowing: float
    """Length of a degree of longitude beside one of latitude."""
    width: float
    height: float

    @classmethod
    def around(cls, bounds: Bounds, width: float, height: float, margin: float) -> Framing:
        """Frame bounds in a picture, with a margin in pixels on every side."""
        west, south, east, north = bounds
        narrowing = math.cos(math.radians((south + north) / 2))
        wide, tall = max((east - west) * narrowing, 1e-6), max(north - south, 1e-6)
        scale = min((width - 2 * margin) / wide, (height - 2 * margin) / tall)
        middle = (west + east) / 2
        return cls(
            west=middle - width / scale / narrowing / 2,
            north=(south + north) / 2 + height / scale / 2,
            scale=scale,
            narrowing=narrowing,
            width=width,
            height=height,
        )

    def bounds(self) -> Bounds:
        """Give what the picture shows, a few pixels more on every side."""
        more = _CLIP_MARGIN_PX
        return (
            self.west - more / self.scale / self.narrowing,
            self.north - (self.height + more) / self.scale,
            self.west + (self.width + more) / self.scale / self.narrowing,
            self.north + more / self.scale,
        )

    def place(self, *, lon: float, lat: float) -> tuple[float, float]:
        """Give the pixels of a point."""
        return (lon - self.west) * self.narrowing * self.scale, (self.north - lat) * self.scale

    def path(self, shape: shapely.Geometry, tolerance: float = 0.6) -> str:
        """
        Give the SVG path of a shape, cut to the picture, in tenths of a pixel.

        Parameters
        ----------
        shape
            Polygon or multipolygon, degrees (EPSG:4326).
        tolerance
            Details under this many pixels are left out, and so are islets of less than a pixel or so.

        Returns
        -------
        path
            Attribute `d`; empty when nothing of the shape is in the picture.
        """
        seen = shapely.clip_by_rect(shape, *self.bounds())
        pixels = shapely.transform(seen, self._pixels)
        return "".join(_ring_path(ring) for ring in _rings(shapely.simplify(pixels, tolerance)))

    def _pixels(self, points: FloatArray) -> FloatArray:
        return np.column_stack([(points[:, 0] - self.west) * self.narrowing, self.north - points[:, 1]]) * self.scale


def _rings(shape: shapely.Geometry) -> Iterable[FloatArray]:
    for part in shapely.get_parts(shape):
        if part.geom_type == "Polygon" and part.area >= _LEAST_AREA_PX:
            yield shapely.get_coordinates(part.exterior)
            for hole in part.interiors:
                yield shapely.get_coordinates(hole)


def _ring_path(ring: FloatArray) -> str:
    whole = np.rint(ring[:-1] * FINENESS).astype(int)
    first, steps = whole[0], np.diff(whole, axis=0)
    return f"M{first[0]} {first[1]}l" + " ".join(f"{x} {y}" for x, y in steps if x or y) + "z"
