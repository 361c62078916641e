"""From points to the communes that hold them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

_DEGREE_M = 111_195.0
"""Metres in a degree of latitude."""


class Locator:
    """
    A spatial index of communes.

    Parameters
    ----------
    geometries
        Polygons of a clean coverage (EPSG:4326) by code.
    """

    def __init__(self, geometries: Mapping[str, shapely.Geometry]) -> None:
        # The last code stands for "outside".
        self._codes = np.array([*geometries, ""], dtype=object)
        self._ranks = np.argsort(np.argsort(self._codes[:-1].astype(str)))
        self._tree = shapely.STRtree(list(geometries.values()))

    def locate(self, *, lon: NDArray[np.float64], lat: NDArray[np.float64], tolerance_m: float = 0.0) -> NDArray[np.object_]:
        """
        Find the commune of each point.

        Parameters
        ----------
        lon, lat
            Degrees (EPSG:4326), same length; a missing or infinite coordinate is outside.
        tolerance_m
            A point outside every commune gets the nearest one within this distance: boundaries are simplified, and a quay
            may fall in the sea.

        Returns
        -------
        codes
            Code of the commune, "" outside. A point on a shared border gets the smaller code.
        """
        usable = np.flatnonzero(np.isfinite(lon) & np.isfinite(lat))
        coordinates = np.column_stack([np.asarray(lon, dtype=float)[usable], np.asarray(lat, dtype=float)[usable]])
        points = np.asarray(shapely.points(coordinates), dtype=object)
        found = np.full(len(usable), len(self._codes) - 1, dtype=np.intp)
        self._fill(found, self._tree.query(points, predicate="intersects"))
        outside = np.flatnonzero(found == len(self._codes) - 1)
        if tolerance_m > 0 and len(outside):
            reached = self._near(points[outside], tolerance_m)
            self._fill(found, np.vstack([outside[reached[0]], reached[1]]))
        codes = np.full(len(lon), "", dtype=object)
        codes[usable] = self._codes[found]
        return codes

    def _fill(self, found: NDArray[np.intp], pairs: NDArray[np.intp]) -> None:
        # Written from the largest code to the smallest, so that the smallest stays.
        order = np.argsort(-self._ranks[pairs[1]], kind="stable")
        found[pairs[0][order]] = pairs[1][order]

    def _near(self, points: NDArray[np.object_], tolerance_m: float) -> NDArray[np.intp]:
        """Find the nearest polygon of each point, if it is within the tolerance; degrees are stretched to metres at each latitude."""
        # A degree of longitude is shorter: the search in degrees must reach far enough eastwards, then be checked in metres.
        reach = tolerance_m / _DEGREE_M / np.cos(np.radians(np.abs(shapely.get_y(points)).max(initial=0.0)))
        pairs = self._tree.query(points, predicate="dwithin", distance=reach)
        asked, polygons = points[pairs[0]], self._tree.geometries[pairs[1]]
        lines = shapely.shortest_line(asked, polygons)
        start, end = shapely.get_coordinates(shapely.get_point(lines, 0)), shapely.get_coordinates(shapely.get_point(lines, 1))
        east = (end[:, 0] - start[:, 0]) * np.cos(np.radians(start[:, 1]))
        metres = np.hypot(east, end[:, 1] - start[:, 1]) * _DEGREE_M
        kept = metres <= tolerance_m
        pairs, metres = pairs[:, kept], metres[kept]
        nearest = np.lexsort((metres, pairs[0]))
        first = np.unique(pairs[0][nearest], return_index=True)[1]
        return pairs[:, nearest[first]]
