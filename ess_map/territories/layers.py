"""One file of boundaries, read area by area and kept."""

from __future__ import annotations

import threading
from functools import lru_cache
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq
import shapely

from ess_map.errors import SourceError
from ess_map.territories.marts import REMEDY
from ess_map.territories.model import Niveau
from ess_map.territories.scales import Scale

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

LAYERS = {
    Niveau.COMMUNE: "communes",
    Niveau.EPT: "ept",
    Niveau.EPCI: "epci",
    Niveau.ZONE_EMPLOI: "zones_emploi",
    Niveau.DEPARTEMENT: "departements",
    Niveau.REGION: "regions",
}
"""Levels that have a file of boundaries, and how it is named."""
COMMUNE_AREAS = {Scale.DETAIL: Niveau.DEPARTEMENT, Scale.OVERVIEW: Niveau.REGION}
"""The layers of communes are cut in areas, read one by one: the territories of this level."""
WHOLE = "FR"
"""Name of the single area of the layers above the commune."""

_KEPT_AREAS = 32
"""Areas kept in memory a layer: a third of the départements, half a megabyte each."""


def layer_file(niveau: Niveau, scale: Scale) -> str:
    """Give the path of a layer inside the data folder."""
    return f"contours/{LAYERS[niveau]}_{scale.value}.parquet"


class Layer:
    """
    Polygons of one level at one scale (EPSG:4326), loaded when first asked for.

    Parameters
    ----------
    path
        GeoParquet file with columns `area`, `code`, `geometry` (WKB), one row group an area.

    Raises
    ------
    SourceError
        If the file is missing or unreadable; also raised later, if an area cannot be read.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._name = f"data/{path.parent.name}/{path.name}"
        self._lock = threading.Lock()
        self._row_groups = self._index()
        self._loaded = lru_cache(_KEPT_AREAS)(self._read)

    @property
    def areas(self) -> frozenset[str]:
        """Names of the areas."""
        return frozenset(self._row_groups)

    def area(self, name: str) -> dict[str, shapely.Geometry]:
        """Give the geometries of an area by code, in the order of the file; empty if there is no such area."""
        if name not in self._row_groups:
            return {}
        # One thread reads, the others wait for it: the same polygons are never read twice at once.
        with self._lock:
            return self._loaded(self._row_groups[name])

    def everything(self) -> dict[str, shapely.Geometry]:
        """Give every geometry by code, in the order of the file; they are not kept."""
        return {code: geometry for number in self._row_groups.values() for code, geometry in self._read(number).items()}

    def select(self, codes: Iterable[str], area: str) -> list[shapely.Geometry]:
        """Give the geometries of an area that have these codes; codes without one are left out."""
        found = self.area(area)
        return [found[code] for code in codes if code in found]

    def _index(self) -> dict[str, int]:
        try:
            metadata = pq.read_metadata(self._path)
            groups = {}
            for number in range(metadata.num_row_groups):
                groups[str(metadata.row_group(number).column(0).statistics.min)] = number
        except FileNotFoundError as error:
            raise SourceError(self._name, "est introuvable", REMEDY) from error
        except (OSError, pa.ArrowException, AttributeError) as error:
            raise SourceError(self._name, "est endommagé", REMEDY) from error
        return groups

    def _read(self, number: int) -> dict[str, shapely.Geometry]:
        try:
            # The file is opened each time: a reader shared by threads is not safe, and opening costs a millisecond.
            with pq.ParquetFile(self._path) as file:
                table = file.read_row_group(number, columns=["code", "geometry"])
            geometries = shapely.from_wkb(table["geometry"].to_numpy(zero_copy_only=False))
        except (OSError, pa.ArrowException, KeyError, shapely.GEOSException) as error:
            raise SourceError(self._name, "est endommagé", REMEDY) from error
        return dict(zip(table["code"].to_pylist(), geometries, strict=True))
