"""Writing GeoJSON (RFC 7946): gzipped, five decimals, no name ever pasted into it but by the JSON writer."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

import numpy as np
import shapely

from ess_map.territories.scales import GRID_DEGREES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

_COMPRESSION = 6

Properties = dict[str, "str | int | list[float] | list[str] | None"]


def feature(geometry: shapely.Geometry, properties: Properties) -> bytes:
    """Write one feature, gzipped."""
    return _pack(_feature(shapely.to_geojson(_rounded([geometry])[0]), properties))


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
    texts = shapely.to_geojson(_rounded(geometries))
    features = ",".join(_feature(text, mine) for text, mine in zip(texts, properties, strict=True))
    return _pack(f'{{"type":"FeatureCollection","features":[{features}]}}')


def _rounded(geometries: Sequence[shapely.Geometry]) -> NDArray[np.object_]:
    # Layers are on the grid already; what is computed on the fly is not always.
    return np.asarray(shapely.set_precision(list(geometries), GRID_DEGREES, mode="pointwise"), dtype=object)


def _feature(geometry: str, properties: Properties) -> str:
    written = json.dumps(properties, ensure_ascii=False, separators=(",", ":"))
    return f'{{"type":"Feature","properties":{written},"geometry":{geometry}}}'


def _pack(text: str) -> bytes:
    # No date in the header: the same content is the same bytes.
    return gzip.compress(text.encode(), _COMPRESSION, mtime=0)
