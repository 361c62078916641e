"""Boundaries of the territories: as geometries, as GeoJSON from a closed list, and the other way, from a point to its commune."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

import shapely

from ess_map.errors import SourceError, UnknownTerritoryError
from ess_map.territories import geojson
from ess_map.territories.contour_files import COMMUNE_COLUMNS, LEVEL_COLUMNS, ContourFiles
from ess_map.territories.layers import COMMUNE_AREAS, LAYERS, WHOLE, Layer, layer_file
from ess_map.territories.locating import Locator
from ess_map.territories.marts import REMEDY, read_mart
from ess_map.territories.model import Niveau, TerritoryRef
from ess_map.territories.scales import Scale

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

_COMMUNES = "territoires/communes.parquet"
_LEVELS = "territoires/territoires.parquet"
_KEPT_OUTLINES = 256


@dataclass(frozen=True, eq=False, repr=False)
class Contours:
    """Every boundary; polygons are read when first asked for and kept. One object a process, shared by threads."""

    version: str
    """Sixteen hexadecimal digits that change with the content: an address that carries it can be kept for ever."""
    _layers: Mapping[tuple[Niveau, Scale], Layer]
    _files: ContourFiles
    _outlines: Callable[[TerritoryRef, Scale], shapely.Geometry]

    @classmethod
    def load(cls, data_dir: Path) -> Contours:
        """
        Open the boundary files of the data folder; no polygon is read yet.

        Raises
        ------
        SourceError
            If a file is missing or unreadable; the sentence names it and the remedy.
        SchemaError
            If a table lacks a column.
        """
        layers = {(niveau, scale): Layer(data_dir / layer_file(niveau, scale)) for niveau in LAYERS for scale in Scale}
        communes = read_mart(data_dir, _COMMUNES, COMMUNE_COLUMNS).set_index("code")
        levels = read_mart(data_dir, _LEVELS, LEVEL_COLUMNS)
        outlines = lru_cache(_KEPT_OUTLINES)(_Outlines(layers, communes).outline)
        return cls(_version(data_dir), layers, ContourFiles(layers, communes, levels), outlines)

    def names(self) -> tuple[str, ...]:
        """
        List the GeoJSON files.

        Fine: `communes-<département>`, `epci-<région>`. Coarse: `apercu-communes-<région>` and, for the whole of France,
        `apercu-epci`, `apercu-ept`, `apercu-zones_emploi`, `apercu-departements`, `apercu-regions`.

        Every feature has `code`, `nom`, `pop` (or null) and `en`, the longitude and latitude of its label. A commune also has
        `epci` ("" for none) and, when others are shown inside its boundary, their codes in `contient`.
        """
        return self._files.names

    def geojson(self, name: str) -> bytes:
        """
        Give a GeoJSON file of the list, gzipped, five decimals.

        Raises
        ------
        KeyError
            If the name is not in the list.
        SourceError
            If the data file behind it is missing or damaged.
        """
        return self._files.file(name)

    def outline(self, ref: TerritoryRef | str, scale: Scale = Scale.DETAIL) -> shapely.Geometry:
        """
        Give the boundary of a territory.

        Parameters
        ----------
        ref
            A canonical reference (see `Atlas.parse`).
        scale
            How fine.

        Returns
        -------
        outline
            Polygon or multipolygon (EPSG:4326), its vertices those of its communes. A commune restored since 2024 has the
            boundary of the one that it left.

        Raises
        ------
        UnknownTerritoryError
            If the reference names nothing that exists.
        """
        return self._outlines(_reference(ref), scale)

    def outline_geojson(self, ref: TerritoryRef | str, scale: Scale = Scale.DETAIL) -> bytes:
        """Give the boundary of a territory as one GeoJSON feature, gzipped; same parameters and errors as `outline`."""
        reference = _reference(ref)
        return geojson.feature(self.outline(reference, scale), {"territoire": str(reference)})

    def locate(self, *, lon: NDArray[np.float64], lat: NDArray[np.float64], tolerance_m: float = 0.0) -> NDArray[np.object_]:
        """Find the commune of each point; see `Locator.locate`."""
        return self._locator.locate(lon=lon, lat=lat, tolerance_m=tolerance_m)

    @cached_property
    def _locator(self) -> Locator:
        return Locator(self._layers[Niveau.COMMUNE, Scale.DETAIL].everything())


class _Outlines:
    def __init__(self, layers: Mapping[tuple[Niveau, Scale], Layer], communes: pd.DataFrame) -> None:
        self._layers = layers
        self._hosts = communes.loc[communes["contour_de"] != "", "contour_de"].to_dict()
        self._areas = communes[[level.value for level in COMMUNE_AREAS.values()]]

    def outline(self, ref: TerritoryRef, scale: Scale) -> shapely.Geometry:
        if ref.niveau is Niveau.FRANCE:
            return shapely.coverage_union_all(list(self._layers[Niveau.REGION, scale].area(WHOLE).values()))
        codes = ref.code.split(",")
        if ref.niveau in {Niveau.COMMUNE, Niveau.COMPOSE}:
            shapes = self._communes(codes, scale)
        else:
            shapes = self._layers[ref.niveau, scale].select(codes, WHOLE)
        if not shapes:
            raise UnknownTerritoryError(str(ref), "aucun contour n’a ce code.")
        return shapes[0] if len(shapes) == 1 else shapely.coverage_union_all(shapes)

    def _communes(self, codes: list[str], scale: Scale) -> list[shapely.Geometry]:
        layer = self._layers[Niveau.COMMUNE, scale]
        shown = sorted({self._hosts.get(code, code) for code in codes if code in self._areas.index})
        areas = self._areas.loc[shown, COMMUNE_AREAS[scale].value]
        return [shape for area, mine in areas.groupby(areas) for shape in layer.select(mine.index, str(area))]


def _reference(ref: TerritoryRef | str) -> TerritoryRef:
    if isinstance(ref, TerritoryRef):
        return ref
    niveau, _, code = ref.partition(":")
    try:
        return TerritoryRef(Niveau(niveau), code)
    except ValueError as error:
        raise UnknownTerritoryError(ref, "ce niveau n’existe pas.") from error


def _version(data_dir: Path) -> str:
    digest = hashlib.sha256()
    for name in (_COMMUNES, _LEVELS, *(layer_file(niveau, scale) for niveau in LAYERS for scale in Scale)):
        try:
            digest.update((data_dir / name).read_bytes())
        except OSError as error:
            raise SourceError(f"data/{name}", "est introuvable", REMEDY) from error
    return digest.hexdigest()[:16]
