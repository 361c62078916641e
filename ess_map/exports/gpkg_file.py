"""GeoPackage: one layer `acteurs` of points (EPSG:4326); the page « Sources et limites » is the description of the layer."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import geopandas as gpd
import numpy as np
import shapely

from ess_map.errors import ExportError
from ess_map.exports.notice import TITLE, as_text, notice
from ess_map.exports.table import prepared

if TYPE_CHECKING:
    import pandas as pd

    from ess_map.exports.context import ExportContext

LAYER = "acteurs"


def write(frame: pd.DataFrame, context: ExportContext) -> bytes:
    """
    Write an actor table as a GeoPackage; an actor without position is a row without geometry.

    Raises
    ------
    SchemaError
        If the table breaks the contract of exports.
    ExportError
        If the file could not be written.
    """
    table = prepared(frame)
    page = as_text(notice(context, rows=len(table)))
    layer = gpd.GeoDataFrame(table, geometry=_points(table), crs="EPSG:4326")
    # GDAL writes to a file: SQLite in memory costs the same and hides a full disk.
    with tempfile.TemporaryDirectory(prefix="atlas-ess-") as folder:
        path = Path(folder) / f"{LAYER}.gpkg"
        try:
            layer.to_file(
                path,
                driver="GPKG",
                layer=LAYER,
                engine="pyogrio",
                geometry_type="Point",
                layer_options={"DESCRIPTION": page},
                layer_metadata={TITLE: page},
            )
            return path.read_bytes()
        except (OSError, RuntimeError) as error:
            raise ExportError(
                "Le fichier GeoPackage n’a pas pu être écrit. Vérifiez la place libre, puis recommencez."
            ) from error


def _points(table: pd.DataFrame) -> np.ndarray:
    """Points of the table (EPSG:4326), None where longitude or latitude is unknown."""
    lon, lat = table["longitude"].to_numpy(), table["latitude"].to_numpy()
    placed = np.isfinite(lon) & np.isfinite(lat)
    points = np.full(len(table), None, dtype=object)
    points[placed] = shapely.points(lon[placed], lat[placed])
    return points
