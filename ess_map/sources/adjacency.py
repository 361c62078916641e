"""Which communes share a border: two polygons of a clean coverage that have an edge in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import shapely

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ess_map.sources.contour_carry import CarriedContours


def adjacency(geometries: pd.Series, contours: CarriedContours) -> pd.DataFrame:
    """
    List the pairs of neighbouring communes.

    Communes that only touch at a point are not neighbours. A commune without a boundary of its own has for neighbours the
    commune inside whose boundary it is shown and the other ones shown there: nothing more is known.

    Parameters
    ----------
    geometries
        A clean coverage, indexed by code.
    contours
        Where the communes without a boundary are shown.

    Returns
    -------
    pairs
        `commune`, `voisine`: each pair once, the smaller code first; sorted.
    """
    owners, edges = _edges(geometries.to_numpy())
    order = np.lexsort(edges.T)
    owners, edges = owners[order], edges[order]
    same = (edges[1:] == edges[:-1]).all(axis=1) & (owners[1:] != owners[:-1])
    codes = geometries.index.to_numpy(dtype=object)
    pairs = {tuple(sorted(pair)) for pair in zip(codes[owners[:-1][same]], codes[owners[1:][same]], strict=True)}
    for code, host in contours.borrowed.items():
        together = {host, *(other for other, shown_in in contours.borrowed.items() if shown_in == host)} - {code}
        pairs |= {(min(code, other), max(code, other)) for other in together}
    return pd.DataFrame(sorted(pairs), columns=["commune", "voisine"])


def _edges(geometries: NDArray[np.object_]) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    """Give every edge as four numbers, the smaller end first, with the polygon that owns it."""
    parts, owner_of_part = shapely.get_parts(geometries, return_index=True)
    rings, part_of_ring = shapely.get_rings(parts, return_index=True)
    points, ring_of_point = shapely.get_coordinates(rings, return_index=True)
    inside = ring_of_point[1:] == ring_of_point[:-1]
    start, end = points[:-1][inside], points[1:][inside]
    backwards = (start[:, 0] > end[:, 0]) | ((start[:, 0] == end[:, 0]) & (start[:, 1] > end[:, 1]))
    start[backwards], end[backwards] = end[backwards].copy(), start[backwards].copy()
    owners = owner_of_part[part_of_ring[ring_of_point[:-1][inside]]]
    return owners, np.hstack([start, end])
