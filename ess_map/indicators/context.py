"""The context: what official tables say of the people and the ground of a territory, each figure with its source and its year."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, cast

import pandas as pd

from ess_map.indicators.context_columns import ContextColumn, context_columns
from ess_map.indicators.context_figures import ContextFigure, context_figure
from ess_map.indicators.context_sums import Ingredients
from ess_map.indicators.context_tables import LevelTable, commune_facts, ingredient_units, level_table
from ess_map.indicators.publications import Publication, Publications
from ess_map.territories.marts import read_mart
from ess_map.territories.model import Niveau, TerritoryRef

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from ess_map.territories.atlas import Atlas

INGREDIENT_COLUMNS = (
    "communes", "superficie_km2", "population_2021", "population_2015", "menages_2021", "naissances_2022", "deces_2022",
    "population_15_64_2021", "actifs_15_64_2021", "chomeurs_15_64_2021",
)  # fmt: skip
PUBLISHED_COLUMNS = ("niveau", "code", "colonne", "valeur", "source", "millesime", "etat")
_KEPT_SETS = 64


@dataclass(frozen=True, eq=False)
class Context:
    """The context of every territory, loaded once and never changed."""

    atlas: Atlas
    split: frozenset[str]
    """Communes that were split, or restored, since the census: their figures of the census stay those of the whole."""
    measured: frozenset[str]
    """Communes whose area is not published: it is measured on the boundary."""
    _published: Publications
    _level: Callable[[Niveau], LevelTable]
    _set: Callable[[TerritoryRef], LevelTable]

    @classmethod
    def load(cls, data_dir: Path, atlas: Atlas) -> Context:
        """
        Load the context marts of the data folder.

        Raises
        ------
        SourceError
            If a file is missing or unreadable; the sentence names it and the remedy.
        SchemaError
            If a table lacks a column.
        """
        units = read_mart(data_dir, "contexte/ingredients.parquet", INGREDIENT_COLUMNS)
        published = read_mart(data_dir, "contexte/publies.parquet", PUBLISHED_COLUMNS)
        facts = commune_facts(atlas.communes, atlas.levels)
        ingredients = Ingredients(ingredient_units(units, facts), atlas.hierarchy)
        wide = {
            str(niveau): rows.pivot_table(index="code", columns="colonne", values="valeur")
            for niveau, rows in published.groupby("niveau")
        }

        def build_level(niveau: Niveau) -> LevelTable:
            return level_table(niveau, ingredients.by_level(niveau), wide.get(str(niveau), pd.DataFrame()), facts, atlas)

        def build_set(ref: TerritoryRef) -> LevelTable:
            sums = ingredients.of(atlas.hierarchy.rows(ref))
            return level_table(Niveau.COMPOSE, sums, pd.DataFrame(), facts, atlas)

        level = lru_cache(maxsize=None)(build_level)
        # The largest table is made with the rest: the first visitor does not wait for it.
        level(Niveau.COMMUNE)
        return cls(
            atlas=atlas,
            split=frozenset(code for communes in units["communes"] if "|" in communes for code in communes.split("|")),
            measured=_without_area(units, atlas.communes.index),
            _published=Publications(published),
            _level=level,
            _set=lru_cache(_KEPT_SETS)(build_set),
        )

    @property
    def columns(self) -> Mapping[str, ContextColumn]:
        """What each column is; the order is that of the frames."""
        return context_columns()

    def table(self, niveau: Niveau) -> LevelTable:
        """
        Give the tables of a level: figures, figures on known communes, missing communes, members.

        Raises
        ------
        ValueError
            For composed territories, which have no list.
        """
        if niveau is Niveau.COMPOSE:
            raise ValueError("composed territories are read one by one: Context.row")
        return self._level(niveau)

    def frame(self, niveau: Niveau) -> pd.DataFrame:
        """
        Give the figures of a level, indexed by code (sorted), one column a context column; null where unknown, never 0 instead.

        Raises
        ------
        ValueError
            For composed territories, which have no list.
        """
        return self.table(niveau).frame

    def row(self, ref: TerritoryRef | str) -> pd.Series:
        """
        Give the figures of one territory, composed ones included; the index is the columns.

        Raises
        ------
        UnknownTerritoryError
            If the reference is malformed or names nothing that exists.
        """
        found = self.atlas.parse(str(ref))
        return cast("pd.Series", self.tables_of(found).frame.loc[self.key_of(found)])

    def figure(self, ref: TerritoryRef | str, colonne: str) -> ContextFigure:
        """
        Give one figure of a territory with its source, its year and what must be said with it.

        Raises
        ------
        UnknownTerritoryError
            If the reference is malformed or names nothing that exists.
        KeyError
            If there is no such column.
        """
        return context_figure(self, self.atlas.parse(str(ref)), colonne)

    def figures(self, ref: TerritoryRef | str) -> tuple[ContextFigure, ...]:
        """Give every figure of a territory, in the order of the columns; same errors as `figure`."""
        found = self.atlas.parse(str(ref))
        return tuple(context_figure(self, found, name) for name in self.columns)

    def tables_of(self, ref: TerritoryRef) -> LevelTable:
        """Give the tables in which a canonical reference has its row, `key_of(ref)`."""
        return self._set(ref) if ref.niveau is Niveau.COMPOSE else self._level(ref.niveau)

    def key_of(self, ref: TerritoryRef) -> str:
        """Give the row of a canonical reference in `tables_of(ref)`."""
        return "" if ref.niveau is Niveau.COMPOSE else ref.code

    def publication(self, niveau: str, code: str, colonne: str) -> Publication | None:
        """Give what was published of one territory, None if nothing was."""
        return self._published.get(niveau, code, colonne)


def _without_area(units: pd.DataFrame, communes: pd.Index[str]) -> frozenset[str]:
    published = units.loc[units["superficie_km2"].notna(), "communes"]
    return frozenset(communes).difference("|".join(published).split("|"))
