"""A zone drawn on the map: a circle around a point, or a polygon. Degrees are EPSG:4326, radii are metres."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import shapely

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from ess_map.actors.zorder import FloatArray

MAX_RADIUS_M = 200_000
MIN_VERTICES, MAX_VERTICES = 3, 100
EARTH_RADIUS_M = 6_371_008.8
"""Mean radius of the Earth (IUGG): great-circle distances are within 0.5 % of the ellipsoid."""
_MAX_LATITUDE = 85.0
_DIGITS = 5

BoolArray = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Circle:
    """Everything within `metres` of a point, by the great circle."""

    lon: float
    lat: float
    metres: int

    def __post_init__(self) -> None:
        _check_point(lon=self.lon, lat=self.lat)
        if not 0 < self.metres <= MAX_RADIUS_M:
            raise ValueError("radius")
        object.__setattr__(self, "lon", _rounded(self.lon))
        object.__setattr__(self, "lat", _rounded(self.lat))
        object.__setattr__(self, "metres", max(1, round(self.metres)))

    def __str__(self) -> str:
        return f"cercle:{self.lon:.{_DIGITS}f},{self.lat:.{_DIGITS}f},{self.metres}"

    def contains(self, *, lon: FloatArray, lat: FloatArray) -> BoolArray:
        """Tell which points are inside; a missing coordinate is outside."""
        lon0, lat0 = math.radians(self.lon), math.radians(self.lat)
        lon1, lat1 = np.radians(lon), np.radians(lat)
        half = np.sin((lat1 - lat0) / 2) ** 2 + math.cos(lat0) * np.cos(lat1) * np.sin((lon1 - lon0) / 2) ** 2
        inside: BoolArray = half <= math.sin(self.metres / (2 * EARTH_RADIUS_M)) ** 2
        return inside


@dataclass(frozen=True, slots=True)
class Polygon:
    """Everything inside a ring drawn by hand; the ring closes by itself, a ring that crosses itself is mended."""

    points: tuple[tuple[float, float], ...]

    def __post_init__(self) -> None:
        if not MIN_VERTICES <= len(self.points) <= MAX_VERTICES:
            raise ValueError("vertices")
        for lon, lat in self.points:
            _check_point(lon=lon, lat=lat)
        rounded = tuple((_rounded(lon), _rounded(lat)) for lon, lat in self.points)
        object.__setattr__(self, "points", rounded)
        if self._shape().area == 0:
            raise ValueError("flat")

    def __str__(self) -> str:
        return "polygone:" + ";".join(f"{lon:.{_DIGITS}f},{lat:.{_DIGITS}f}" for lon, lat in self.points)

    def contains(self, *, lon: FloatArray, lat: FloatArray) -> BoolArray:
        """Tell which points are inside; a missing coordinate is outside."""
        shape = self._shape()
        west, south, east, north = shape.bounds
        inside: BoolArray = (lon >= west) & (lon <= east) & (lat >= south) & (lat <= north)
        near = np.flatnonzero(inside)
        shapely.prepare(shape)
        inside[near] = shapely.contains_xy(shape, lon[near], lat[near])
        return inside

    def _shape(self) -> BaseGeometry:
        mended: BaseGeometry = shapely.make_valid(shapely.Polygon(self.points))
        return mended


Zone = Circle | Polygon


def parse_zone(text: str) -> Zone | None:
    """Read `cercle:lon,lat,metres` or `polygone:lon,lat;lon,lat;…`; None when the text is anything else."""
    kind, _, body = text.partition(":")
    try:
        if kind == "cercle":
            lon, lat, metres = (_number(part) for part in body.split(","))
            return Circle(lon, lat, round(metres))
        if kind == "polygone" and body.count(";") < MAX_VERTICES:
            return Polygon(tuple(_pair(point) for point in body.split(";")))
    except (ValueError, OverflowError):
        return None
    return None


def _pair(text: str) -> tuple[float, float]:
    lon, lat = (_number(part) for part in text.split(","))
    return lon, lat


def _number(text: str) -> float:
    # float() also reads "nan", "1_000" and Arabic digits: an address has plain decimals only.
    if not text or len(text) > 20 or not set(text) <= set("0123456789.-"):  # noqa: PLR2004
        raise ValueError(text)
    return float(text)


def _rounded(value: float) -> float:
    return round(value, _DIGITS) + 0.0  # -0.0 becomes 0.0: one text for one place


def _check_point(*, lon: float, lat: float) -> None:
    if not (-180 <= lon <= 180 and -_MAX_LATITUDE <= lat <= _MAX_LATITUDE):  # noqa: PLR2004
        raise ValueError("coordinates")
