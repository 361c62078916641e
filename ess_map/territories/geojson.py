"""Writing GeoJSON (RFC 7946): gzipped, five decimals, no name ever pasted into it but by the JSON writer."""

from __future__ import annotations

import gzip
import json
import re
from typing import TYPE_CHECKING

import shapely

from ess_map.territories.scales import on_grid

if TYPE_CHECKING:
    from collections.abc import Sequence


_COMPRESSION = 6
_LONG_NUMBER = re.compile(r"-?\d+\.\d{6,}")

Properties = dict[str, "str | int | list[float] | list[str] | None"]


def feature(geometry: shapely.Geometry, properties: Properties) -> bytes:
    """Write one feature, gzipped."""
    return _pack(_feature(shapely.to_geojson(on_grid([geometry])[0]), properties))


def feature_collection(geometries: Sequence[shapely.Geometry], properties: Sequence[Properties]) -> bytes:
    """
    Write a collection, gzipped.

    Parameters
    ----------
    geometries
        Longitude, latitude (EPSG:4326).
    properties
        One for each geometry.
    """
    texts = shapely.to_geojson(on_grid(geometries))
    features = ",".join(_feature(text, mine) for text, mine in zip(texts, properties, strict=True))
    return _pack(f'{{"type":"FeatureCollection","features":[{features}]}}')


def _feature(geometry: str, properties: Properties) -> str:
    # GEOS writes one number in two thousand with sixteen decimals, 45.092529999999996 for 45.09253.
    geometry = _LONG_NUMBER.sub(lambda number: repr(round(float(number[0]), 5)), geometry)
    written = json.dumps(properties, ensure_ascii=False, separators=(",", ":"))
    return f'{{"type":"Feature","properties":{written},"geometry":{geometry}}}'


def _pack(text: str) -> bytes:
    # No date in the header: the same content is the same bytes.
    return gzip.compress(text.encode(), _COMPRESSION, mtime=0)
