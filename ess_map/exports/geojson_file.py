"""GeoJSON (RFC 7946): one feature an actor, the columns of the contract as properties, null geometry when unknown."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any

from ess_map.exports.columns import COLUMNS, NUMBERS
from ess_map.exports.notice import SOURCE_HEADER, notice
from ess_map.exports.table import prepared

if TYPE_CHECKING:
    import pandas as pd

    from ess_map.exports.context import ExportContext


def write(frame: pd.DataFrame, context: ExportContext) -> bytes:
    """
    Write an actor table as a FeatureCollection, longitude and latitude in degrees (WGS 84, the only system of RFC 7946).

    The page « Sources et limites » is the foreign member `sources_et_limites`, which readers of features ignore.

    Raises
    ------
    SchemaError
        If the table breaks the contract of exports.
    """
    table = prepared(frame)
    page = notice(context, rows=len(table))
    head = _json(
        {
            "type": "FeatureCollection",
            "name": "acteurs",
            "sources_et_limites": {
                "notice": [list(fact) for fact in page.facts],
                "sources": [dict(zip(SOURCE_HEADER, row, strict=True)) for row in page.sources],
            },
        }
    )
    # One feature a line: the file can be read, compared and cut with ordinary tools.
    features = ",\n".join(_json(feature) for feature in _features(table))
    return f'{head[:-1]},"features":[\n{features}\n]}}\n'.encode()


def _features(table: pd.DataFrame) -> list[dict[str, Any]]:
    names = list(COLUMNS)
    lon, lat = names.index("longitude"), names.index("latitude")
    numbers = [names.index(name) for name in NUMBERS]
    features = []
    for row in zip(*(table[name].tolist() for name in names), strict=True):
        values: list[Any] = list(row)
        for column in numbers:
            if math.isnan(values[column]):  # unknown; and NaN is not JSON
                values[column] = None
        placed = values[lon] is not None and values[lat] is not None
        geometry = {"type": "Point", "coordinates": [values[lon], values[lat]]} if placed else None
        features.append({"type": "Feature", "geometry": geometry, "properties": dict(zip(names, values, strict=True))})
    return features


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
