"""The ground of each commune, asked by the thousand: which commune is under a point, how far a point is from a commune."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import shapely

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ess_map.actors.zorder import FloatArray

METRES_PER_DEGREE = 111_195.0
"""Length of a degree of the meridian, metres, on the mean sphere."""


class Ground:
    """
    The outlines of the communes.

    Parameters
    ----------
    outlines
        Commune code -> polygon (EPSG:4326). A commune shown inside another has no entry of its own.
    shown_in
        Commune without outline -> commune inside whose outline it is shown.
    """

    def __init__(self, outlines: Mapping[str, shapely.Geometry], shown_in: Mapping[str, str]) -> None:
        self._codes = np.asarray(list(outlines), dtype=object)
        self._shapes = np.asarray(list(outlines.values()), dtype=object)
        self._rank = {code: rank for rank, code in enumerate(outlines)}
        self._shown_in = shown_in
        self._tree = shapely.STRtree(self._shapes)

    def locate(self, *, lon: FloatArray, lat: FloatArray) -> npt.NDArray[np.object_]:
        """Give the commune under each point, an empty text outside all or for a missing point."""
        found = np.full(len(lon), "", dtype=object)
        known = np.flatnonzero(~np.isnan(lon))
        points = shapely.points(lon[known], lat[known])
        hits, shapes = self._tree.query(points, predicate="intersects")
        # On a shared edge two communes answer: the first in code order, always the same.
        order = np.lexsort((shapes, hits))[::-1]
        found[known[hits[order]]] = self._codes[shapes[order]]
        return found

    def holder(self, commune: str) -> str:
        """Give the commune whose outline stands for a commune: itself, or the one inside which it is shown."""
        return self._shown_in.get(commune, commune)

    def distance_m(self, commune: str, *, lon: float, lat: float) -> float:
        """Give the distance from a point to a commune, metres, 0 inside; infinite when the commune has no outline."""
        rank = self._rank.get(self.holder(commune))
        if rank is None:
            return float("inf")
        shape = self._shapes[rank]
        nearest = shapely.shortest_line(shapely.Point(lon, lat), shape)
        (x0, y0), (x1, y1) = shapely.get_coordinates(nearest)
        east, north = (x1 - x0) * np.cos(np.radians(lat)), y1 - y0
        return float(np.hypot(east, north) * METRES_PER_DEGREE)
