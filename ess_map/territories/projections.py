"""Measuring: the official projection of each part of France."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import pyproj
import shapely

if TYPE_CHECKING:
    from numpy.typing import NDArray

GEOGRAPHIC = 4326
MAINLAND = 2154
OVERSEAS = {"971": 5490, "972": 5490, "973": 2972, "974": 2975, "976": 4471}
"""Département -> EPSG code: Antilles, Guyane, La Réunion, Mayotte."""


def crs_of(code: str) -> int:
    """Give the EPSG code of the projection in which a commune or a département (by its code) must be measured."""
    return OVERSEAS.get(code[:3], MAINLAND)


def project(geometries: NDArray[np.object_], crs: int) -> NDArray[np.object_]:
    """Project longitude and latitude (EPSG:4326) to metres in `crs`."""
    transformer = _transformer(crs)

    def to_metres(points: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.column_stack(transformer.transform(points[:, 0], points[:, 1]))

    projected: NDArray[np.object_] = shapely.transform(geometries, to_metres)
    return projected


def areas_km2(codes: NDArray[np.object_], geometries: NDArray[np.object_]) -> NDArray[np.float64]:
    """
    Measure polygons in the projection of their part of France.

    Parameters
    ----------
    codes
        Code of a commune or département for each polygon: it tells the projection.
    geometries
        Valid polygons, longitude and latitude (EPSG:4326).

    Returns
    -------
    areas
        Square kilometres, in the same order.
    """
    projections = np.array([crs_of(code) for code in codes], dtype=int)
    areas = np.zeros(len(geometries))
    for crs in np.unique(projections):
        mine = projections == crs
        areas[mine] = shapely.area(project(geometries[mine], int(crs))) / 1e6
    return areas


@cache
def _transformer(crs: int) -> pyproj.Transformer:
    return pyproj.Transformer.from_crs(GEOGRAPHIC, crs, always_xy=True)
