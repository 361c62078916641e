"""Writing layers: GeoParquet 1.1, one row group an area, neighbours close to each other in the file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import geopandas as gpd
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pyproj
import shapely

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

_WORLD = (-180.0, -90.0, 180.0, 90.0)
"""The Hilbert curve runs over the whole world, so that the order does not depend on what the layer holds."""


def write_layer(geometries: pd.Series, areas: pd.Series, path: Path) -> None:
    """
    Write a layer of polygons.

    Parameters
    ----------
    geometries
        Polygonal geometries (EPSG:4326) indexed by code.
    areas
        Name of the area of each geometry, same index: an area is one row group, read alone.
    path
        File to write; it appears whole or not at all.

    Notes
    -----
    Columns `area`, `code`, `geometry` (WKB). Areas follow a Hilbert curve, and so do the geometries inside each.
    """
    table = pd.DataFrame({"area": areas.loc[geometries.index], "code": geometries.index, "geometry": geometries})
    table["at"] = gpd.GeoSeries(geometries, crs=4326).hilbert_distance(total_bounds=_WORLD)
    table = table.reset_index(drop=True)
    table["area_at"] = table.groupby("area")["at"].transform("min")
    table = table.sort_values(["area_at", "area", "at", "code"])
    schema = pa.schema([("area", pa.string()), ("code", pa.string()), ("geometry", pa.binary())])
    schema = schema.with_metadata({b"geo": json.dumps(_metadata(geometries.to_numpy()), sort_keys=True).encode()})
    path.parent.mkdir(parents=True, exist_ok=True)
    waiting = path.with_suffix(path.suffix + ".part")
    with pq.ParquetWriter(waiting, schema, compression="zstd", compression_level=19) as writer:
        for _, rows in table.groupby("area", sort=False):
            columns = [list(rows["area"]), list(rows["code"]), list(shapely.to_wkb(rows["geometry"].to_numpy()))]
            writer.write_table(pa.table(columns, schema=schema))
    waiting.replace(path)


def _metadata(geometries: NDArray[np.object_]) -> dict[str, object]:
    column = {
        "encoding": "WKB",
        "geometry_types": sorted({geometry.geom_type for geometry in geometries}),
        "crs": pyproj.CRS.from_epsg(4326).to_json_dict(),
        "bbox": [float(side) for side in shapely.total_bounds(geometries)],
    }
    return {"version": "1.1.0", "primary_column": "geometry", "columns": {"geometry": column}}
