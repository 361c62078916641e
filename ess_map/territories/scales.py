"""The two scales at which boundaries are kept."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

GRID_DEGREES = 1e-5
"""Every vertex is on this grid: about one metre, five decimals in GeoJSON."""


def on_grid(geometries: Sequence[shapely.Geometry] | NDArray[np.object_]) -> NDArray[np.object_]:
    """
    Move every vertex to the grid.

    Vertex by vertex: one that two polygons share goes to the same place in both. A polygon may become invalid.
    """
    moved = shapely.set_precision(np.asarray(geometries, dtype=object), GRID_DEGREES, mode="pointwise")
    return np.asarray(moved, dtype=object)


class Scale(StrEnum):
    """How fine a boundary is; the value ends the name of its file."""

    DETAIL = "detail"
    """About 90 m: the map of one département or less."""
    OVERVIEW = "apercu"
    """About 550 m: the map of a région or of France."""
