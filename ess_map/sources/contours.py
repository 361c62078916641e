"""Commune boundaries of 2024 (and of 2018, kept for Paris), IGN Admin Express as generalised by their publishers."""

from __future__ import annotations

import gzip
import json
import zlib
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from shapely.geometry import shape

from ess_map.errors import SchemaError, SourceError
from ess_map.sources.raw_table import RAW_REMEDY

if TYPE_CHECKING:
    from pathlib import Path

    import shapely

ID_2024 = "contours_communes_2024"
ID_2018 = "contours_communes_2018"
COG_2024 = "2024-01-01"
FOLDER_2024 = "contours-communes-2024"
FOLDER_2018 = "contours-communes-2018"


def read_contours_2024(raw: Path) -> pd.Series:
    """
    Read the boundaries of the 34,935 communes of the COG 2024.

    Returns
    -------
    contours
        Shapely polygons or multipolygons as published (EPSG:4326, one may be invalid), indexed by code, sorted.

    Raises
    ------
    SourceError
        If the folder or a file is missing or unreadable.
    SchemaError
        If a feature has no code, or two have the same.
    """
    return _read_folder(raw / FOLDER_2024, "dep*.geojson.gz")


def read_contour_2018(raw: Path, departement: str) -> pd.Series:
    """Read the boundaries of the communes of one département in 2018; same shape as `read_contours_2024`."""
    return _read_folder(raw / FOLDER_2018, f"communes-{departement}-*.geojson.gz")


def _read_folder(folder: Path, pattern: str) -> pd.Series:
    paths = sorted(folder.glob(pattern))
    if not paths:
        raise SourceError(str(folder / pattern), "est introuvable", RAW_REMEDY)
    codes: list[str] = []
    geometries: list[shapely.Geometry] = []
    for path in paths:
        for feature in _features(path):
            codes.append(_code(feature["properties"]))
            geometries.append(shape(feature["geometry"]))
    repeated = sorted({code for code, n in zip(*np.unique(codes, return_counts=True), strict=True) if n > 1 or not code})
    if repeated:
        raise SchemaError(str(folder), [f"code de commune vide ou en double «\u00a0{code}\u00a0»" for code in repeated])
    return pd.Series(geometries, index=pd.Index(codes, name="code"), dtype=object).sort_index()


def _features(path: Path) -> list[dict[str, Any]]:
    try:
        document = json.loads(gzip.decompress(path.read_bytes()))
        features: list[dict[str, Any]] = document["features"]
    except (OSError, EOFError, zlib.error, ValueError, KeyError) as error:
        raise SourceError(str(path), "est illisible", RAW_REMEDY) from error
    return features


def _code(properties: dict[str, Any]) -> str:
    # 2018 says `code`; 2024 says `code_territoire` ("com01079"), missing for 71 overseas communes that have `code_commune`.
    code = properties.get("code") or properties.get("code_territoire") or properties.get("code_commune") or ""
    return str(code).removeprefix("com")
