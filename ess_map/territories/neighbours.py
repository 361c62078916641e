"""Who is next to whom: territories of one level that share a border."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from ess_map.territories.hierarchy import PARENT_LEVELS
from ess_map.territories.marts import read_mart
from ess_map.territories.model import Niveau, TerritoryRef

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from numpy.typing import NDArray

    from ess_map.territories.hierarchy import Hierarchy

_PAIR = ("commune", "voisine")


class Neighbours:
    """
    The neighbours of every territory.

    Parameters
    ----------
    pairs
        Columns `commune`, `voisine` (categories): each pair of neighbouring communes once.
    hierarchy
        Rows of the communes.
    weights
        Population by level and code, to sort the answers; what is absent comes last.
    """

    def __init__(self, pairs: pd.DataFrame, hierarchy: Hierarchy, weights: Mapping[Niveau, Mapping[str, float]]) -> None:
        index = pd.Index(hierarchy.codes)
        one, other = (index.get_indexer(pairs[column].cat.categories)[pairs[column].cat.codes] for column in _PAIR)
        start, end = np.concatenate([one, other]), np.concatenate([other, one])
        order = np.lexsort((end, start))
        self._ends = end[order].astype(np.int32)
        self._starts = np.searchsorted(start[order], np.arange(len(index) + 1)).astype(np.int32)
        self._hierarchy = hierarchy
        self._weights = weights

    def of(self, ref: TerritoryRef, limit: int) -> list[TerritoryRef]:
        """Give the territories that share a border with `ref`, the most populated first; communes for a commune or a composed territory."""
        rows = self._hierarchy.rows(ref)
        around = self._around(rows)
        niveau = ref.niveau if ref.niveau in PARENT_LEVELS else Niveau.COMMUNE
        found = [other for other in self._hierarchy.at_level(around, niveau) if other != ref]
        weights = self._weights[niveau]
        return sorted(found, key=lambda other: (-weights.get(other.code, -1.0), other.code))[:limit]

    def _around(self, rows: NDArray[np.intp]) -> NDArray[np.intp]:
        reached = [self._ends[self._starts[row] : self._starts[row + 1]] for row in rows]
        return np.setdiff1d(np.concatenate(reached), rows) if reached else rows


def load_pairs(data_dir: Path) -> pd.DataFrame:
    """Load the pairs of neighbouring communes: `commune`, `voisine`."""
    return read_mart(data_dir, "territoires/voisins.parquet", _PAIR, categories=_PAIR)
