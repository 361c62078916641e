"""The atlas: every territory of France, its facts, its members and its neighbours; one object a process."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from ess_map.territories.facts import Facts
from ess_map.territories.gazetteer import Gazetteer
from ess_map.territories.hierarchy import Hierarchy
from ess_map.territories.marts import read_mart
from ess_map.territories.model import Hit, Niveau, Territory, TerritoryRef
from ess_map.territories.neighbours import Neighbours, load_pairs
from ess_map.territories.references import ReferenceReader, load_old_codes, load_old_names
from ess_map.territories.search import SearchIndex

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    import pandas as pd

    from ess_map.territories.phrases import OldCode
    from ess_map.territories.references import Reading

COMMUNE_COLUMNS = (
    "code", "nom", "departement", "region", "epci", "ept", "zone_emploi", "population", "population_millesime", "area_km2",
    "lon", "lat", "west", "south", "east", "north", "codes_postaux", "siren", "zrr", "pvd", "acv", "contour", "contour_de",
)  # fmt: skip
LEVEL_COLUMNS = (
    "niveau", "code", "nom", "nature", "departement", "chef_lieu", "population", "population_millesime", "area_km2",
    "lon", "lat", "west", "south", "east", "north", "n_communes",
)  # fmt: skip
_KEPT_TERRITORIES = 2048
"""Territories kept ready: a national one holds 35,000 codes, an EPCI thirty, and a page asks for the same few again."""


@dataclass(frozen=True, eq=False, repr=False)
class Atlas:
    """Every territory, loaded once and never changed."""

    communes: pd.DataFrame
    """One row a commune in force, indexed and sorted by `code`; columns `COMMUNE_COLUMNS` but the code."""
    levels: pd.DataFrame
    """One row a territory above the commune; columns `LEVEL_COLUMNS`."""
    hierarchy: Hierarchy
    _reader: ReferenceReader
    _index: SearchIndex
    _neighbours: Neighbours
    _build: Callable[[TerritoryRef], Territory]

    @classmethod
    def load(cls, data_dir: Path) -> Atlas:
        """
        Load the territory tables of the data folder.

        Raises
        ------
        SourceError
            If a file is missing or unreadable; the sentence names it and the remedy.
        SchemaError
            If a table lacks a column.
        """
        communes = read_mart(data_dir, "territoires/communes.parquet", COMMUNE_COLUMNS).set_index("code")
        levels = read_mart(data_dir, "territoires/territoires.parquet", LEVEL_COLUMNS)
        hierarchy = Hierarchy(communes)
        names = communes["nom"].to_numpy(dtype=object)
        codes = {niveau: frozenset(levels.loc[levels["niveau"] == niveau.value, "code"]) for niveau in Niveau}
        reader = ReferenceReader(dict(zip(hierarchy.codes, names, strict=True)), codes, load_old_codes(data_dir))
        gazetteer = Gazetteer(hierarchy.codes, names, communes, levels)
        index = SearchIndex(gazetteer, hierarchy, communes, reader.old_codes, load_old_names(data_dir))
        build = lru_cache(_KEPT_TERRITORIES)(Facts(names, communes, levels, hierarchy).build)
        neighbours = Neighbours(load_pairs(data_dir), hierarchy, gazetteer.populations())
        return cls(communes, levels, hierarchy, reader, index, neighbours, build)

    def parse(self, text: str) -> TerritoryRef:
        """
        Read a reference into its canonical form; a former code gives the commune in force.

        Raises
        ------
        UnknownTerritoryError
            If the text is malformed or names nothing that exists.
        """
        return self._reader.read(text).ref

    def get(self, ref: TerritoryRef | str) -> Territory:
        """
        Give a territory and its facts.

        Raises
        ------
        UnknownTerritoryError
            If the reference is malformed or names nothing that exists.
        """
        return self._territory(self._reader.read(str(ref)))

    def asked(self, text: str) -> Territory:
        """
        Give the territory that a person asks for: as `get`, but the codes of a composed one that exist are kept.

        The others are named in its notices.

        Raises
        ------
        UnknownTerritoryError
            If the text is malformed or names nothing that exists.
        """
        return self._territory(self._reader.read(text, forgiving=True))

    def _territory(self, reading: Reading) -> Territory:
        territory = self._build(reading.ref)
        return replace(territory, notices=reading.notices + territory.notices) if reading.notices else territory

    def members(self, ref: TerritoryRef | str) -> tuple[str, ...]:
        """Give the codes of the member communes, sorted; same errors as `get`."""
        return self.get(ref).communes

    def children(self, ref: TerritoryRef | str, niveau: Niveau) -> list[TerritoryRef]:
        """Give the territories of level `niveau` that hold at least one commune of `ref`, sorted by code; same errors as `get`."""
        return self.hierarchy.at_level(self.hierarchy.rows(self.parse(str(ref))), niveau)

    def neighbours(self, ref: TerritoryRef | str, limit: int = 8) -> list[TerritoryRef]:
        """
        Give the territories of the same level that share a border, the most populated first; same errors as `get`.

        A composed territory has communes for neighbours, France none.
        """
        return self._neighbours.of(self.parse(str(ref)), limit)

    def search(self, q: str, niveau: Niveau | None = None, limit: int = 10) -> list[Hit]:
        """
        Find territories by name, postcode, INSEE or SIREN code, former code or former name; the likeliest first.

        Returns
        -------
        hits
            At most `limit`, one a territory; empty when nothing answers. Never raises, whatever is typed.
        """
        return self._index.search(q, niveau, limit)

    @property
    def old_codes(self) -> Mapping[str, OldCode]:
        """Former commune codes, arrondissements and codes outside the perimeter: what became of each."""
        return self._reader.old_codes

    def commune_name(self, code: str) -> str:
        """Give the name of a commune in force; the code itself if there is none."""
        return self._reader.commune_names.get(code, code)
