"""From the boundaries of communes to layers that fit: cleaned across every border, simplified together, dissolved by level."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import shapely

from ess_map.errors import SchemaError
from ess_map.sources.contour_carry import polygonal
from ess_map.territories.scales import Scale, on_grid

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

TOLERANCES = {Scale.DETAIL: 0.001, Scale.OVERVIEW: 0.006}
"""Degrees: the square root of the area of the triangles left out. About 90 m and 550 m; the mainland comes already near 100 m."""
_GAP_DEGREES = 0.01
"""Gaps narrower than this (1 km) between two départements are an accident of generalisation; Llívia, 3 km wide, is Spain."""
_OVERSEAS = ("971", "972", "973", "974", "976")
_ATTEMPTS = 4


def clean_coverages(geometries: pd.Series) -> pd.Series:
    """
    Make neighbours share their edges exactly, without overlap nor gap.

    Mainland and Corse are one coverage, so that the communes of two départements fit as well; each overseas département
    is another. An overlap goes to the neighbour with the longest common border, and so does a gap.

    Parameters
    ----------
    geometries
        Valid polygonal geometries (EPSG:4326) indexed by code.
    """
    return _by_coverage(geometries, _clean)


def simplify_coverages(geometries: pd.Series, scale: Scale) -> pd.Series:
    """
    Simplify a clean coverage on the grid of 1e-5 degree (1 m): the edges stay shared, no commune vanishes.

    Raises
    ------
    SchemaError
        If rounding breaks the coverage and cleaning does not mend it.
    """
    return _by_coverage(geometries, lambda parts: _on_grid(shapely.coverage_simplify(parts, TOLERANCES[scale])))


def dissolve(geometries: pd.Series, groups: pd.Series) -> pd.Series:
    """
    Dissolve communes into the territories that hold them.

    Parameters
    ----------
    geometries
        A clean coverage, indexed by code.
    groups
        Code of the territory of each commune, same index; "" for none.

    Returns
    -------
    outlines
        Polygonal geometries indexed by code of territory, sorted; every vertex is one of the communes'.
    """
    mine = groups.loc[geometries.index]
    members = {code: rows for code, rows in mine.groupby(mine).indices.items() if code}
    values = geometries.to_numpy()
    outlines = {code: shapely.coverage_union_all(values[rows]) for code, rows in sorted(members.items())}
    return pd.Series(outlines, dtype=object)


def label_points(geometries: pd.Series) -> pd.DataFrame:
    """
    Find where a name can be written: the centre of the largest circle inside the largest part.

    Returns
    -------
    points
        `lon`, `lat`, rounded to 1e-5 degree, same index.
    """
    largest = np.array([max(shapely.get_parts(geometry), key=shapely.area) for geometry in geometries], dtype=object)
    # A fiftieth of the width is more than a label needs, and a hundred times faster than the default.
    tolerance = np.sqrt(shapely.area(largest)) / 50
    circles = np.array([
        shapely.maximum_inscribed_circle(part, tolerance=float(step)) for part, step in zip(largest, tolerance, strict=True)
    ], dtype=object)  # fmt: skip
    centres = shapely.get_point(circles, 0)
    return pd.DataFrame({"lon": shapely.get_x(centres), "lat": shapely.get_y(centres)}, index=geometries.index).round(5)


def bounds(geometries: pd.Series) -> pd.DataFrame:
    """Give `west`, `south`, `east`, `north` in degrees, same index, rounded outwards to 0.001 degree: a view to fit, not a measure."""
    west, south, east, north = shapely.bounds(geometries.to_numpy()).T
    inner, outer = {"west": west, "south": south}, {"east": east, "north": north}
    sides = {name: np.floor(values * 1000) / 1000 for name, values in inner.items()}
    sides |= {name: np.ceil(values * 1000) / 1000 for name, values in outer.items()}
    return pd.DataFrame(sides, index=geometries.index).round(3)


def _clean(geometries: NDArray[np.object_]) -> NDArray[np.object_]:
    # types-shapely describes shapely 2.1; coverage_clean came with 2.2.
    cleaned = shapely.coverage_clean(geometries, gap_width=_GAP_DEGREES)  # type: ignore[attr-defined]
    return np.asarray(cleaned, dtype=object)


def _by_coverage(geometries: pd.Series, rule: Callable[[NDArray[np.object_]], NDArray[np.object_]]) -> pd.Series:
    coverage = pd.Series([code[:3] if code[:3] in _OVERSEAS else "" for code in geometries.index], index=geometries.index)
    result = geometries.copy()
    for name in ("", *_OVERSEAS):
        mine = (coverage == name).to_numpy()
        if mine.any():
            result[mine] = rule(geometries[mine].to_numpy())
    return result


def _on_grid(geometries: NDArray[np.object_]) -> NDArray[np.object_]:
    for _ in range(_ATTEMPTS):
        rounded = np.array([polygonal(geometry) for geometry in on_grid(geometries)], dtype=object)
        if shapely.coverage_is_valid(rounded) and not shapely.is_empty(rounded).any():
            return rounded
        geometries = _clean(rounded)
    raise SchemaError("contours", ["la couverture simplifiée ne peut pas être réparée"])
