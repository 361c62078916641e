"""The boundary files that a browser may ask for: a closed list, so that no path is ever built from a request."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

import pandas as pd

from ess_map.territories.geojson import Properties, feature_collection
from ess_map.territories.layers import LAYERS, WHOLE
from ess_map.territories.model import Niveau
from ess_map.territories.scales import Scale

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ess_map.territories.layers import Layer

COMMUNE_COLUMNS = ("code", "nom", "population", "lon", "lat", "epci", "departement", "region", "contour_de")
LEVEL_COLUMNS = ("niveau", "code", "nom", "population", "lon", "lat")
_OVERVIEWS = {f"apercu-{name}": niveau for niveau, name in LAYERS.items() if niveau is not Niveau.COMMUNE}
_COMMUNES_OVERVIEW = "apercu-communes-"


class ContourFiles:
    """
    GeoJSON files, written when first asked for and kept.

    Parameters
    ----------
    layers
        Boundaries by level and scale.
    communes
        Columns `COMMUNE_COLUMNS`, indexed by code.
    levels
        Columns `LEVEL_COLUMNS`.
    """

    def __init__(self, layers: Mapping[tuple[Niveau, Scale], Layer], communes: pd.DataFrame, levels: pd.DataFrame) -> None:
        self._layers = layers
        self._communes = communes
        self._levels = {niveau: levels[levels["niveau"] == niveau.value].set_index("code") for niveau in LAYERS}
        self._epci_of_region: dict[str, frozenset[str]] = {
            str(region): frozenset(codes) for region, codes in communes[communes["epci"] != ""].groupby("region")["epci"]
        }
        self._shown_in: dict[str, list[str]] = defaultdict(list)
        for code, host in communes.loc[communes["contour_de"] != "", "contour_de"].items():
            self._shown_in[host].append(str(code))
        departements = sorted(layers[Niveau.COMMUNE, Scale.DETAIL].areas)
        self.names = (
            *_OVERVIEWS,
            *(f"communes-{code}" for code in departements),
            *(f"epci-{code}" for code in sorted(self._epci_of_region)),
            *(f"{_COMMUNES_OVERVIEW}{code}" for code in sorted(layers[Niveau.COMMUNE, Scale.OVERVIEW].areas)),
        )
        self._known = frozenset(self.names)
        self._cached = lru_cache(maxsize=None)(self._write)

    def file(self, name: str) -> bytes:
        """
        Give a file of the list, gzipped.

        Raises
        ------
        KeyError
            If the name is not in the list.
        SourceError
            If the data file behind it is missing or damaged.
        """
        if name not in self._known:
            raise KeyError(name)
        return self._cached(name)

    def _write(self, name: str) -> bytes:
        if name in _OVERVIEWS:
            return self._whole_level(_OVERVIEWS[name])
        if name.startswith(_COMMUNES_OVERVIEW):
            return self._communes_of(name.removeprefix(_COMMUNES_OVERVIEW), Scale.OVERVIEW)
        kind, _, code = name.partition("-")
        return self._communes_of(code, Scale.DETAIL) if kind == "communes" else self._epci_of(code)

    def _whole_level(self, niveau: Niveau) -> bytes:
        found = self._layers[niveau, Scale.OVERVIEW].area(WHOLE)
        return feature_collection(list(found.values()), _properties(self._levels[niveau], found))

    def _epci_of(self, region: str) -> bytes:
        mine = self._epci_of_region[region]
        found = {code: shape for code, shape in self._layers[Niveau.EPCI, Scale.DETAIL].area(WHOLE).items() if code in mine}
        return feature_collection(list(found.values()), _properties(self._levels[Niveau.EPCI], found))

    def _communes_of(self, area: str, scale: Scale) -> bytes:
        found = self._layers[Niveau.COMMUNE, scale].area(area)
        properties = _properties(self._communes, found)
        for mine, code, epci in zip(properties, found, self._communes.loc[list(found), "epci"], strict=True):
            mine["epci"] = epci
            if code in self._shown_in:
                mine["contient"] = self._shown_in[code]
        return feature_collection(list(found.values()), properties)


def _properties(table: pd.DataFrame, codes: Iterable[str]) -> list[Properties]:
    rows = table.loc[list(codes), ["nom", "population", "lon", "lat"]].astype(object)
    return [
        {"code": code, "nom": nom, "pop": None if pd.isna(population) else int(population), "en": [lon, lat]}
        for code, nom, population, lon, lat in rows.itertuples(name=None)
    ]
