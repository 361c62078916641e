"""Adding up what adds up: the ingredients of the communes, for any territory, with the count of those that are missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from ess_map.territories.model import Niveau

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ess_map.territories.hierarchy import Hierarchy


@dataclass(frozen=True, eq=False)
class Sums:
    """Sums over the communes of territories."""

    known: pd.DataFrame
    """One row a territory, one column an ingredient: the sum of what is known."""
    members: pd.Series[int]
    """Number of communes of each territory."""
    missing: pd.DataFrame
    """Same shape: number of communes without a figure."""

    @property
    def whole(self) -> pd.DataFrame:
        """The sums, null where a single commune is missing."""
        return self.known.where(self.missing == 0)


class Ingredients:
    """
    The figures that add up, by commune or by set of communes that cannot be told apart.

    Parameters
    ----------
    units
        `communes` (codes in force, "|" between those of a set), then one number a column; null where a set has no figure.
        The sets that have a figure never overlap within a column.
    hierarchy
        Communes of every territory.
    """

    def __init__(self, units: pd.DataFrame, hierarchy: Hierarchy) -> None:
        self.columns = tuple(column for column in units.columns if column != "communes")
        self._hierarchy = hierarchy
        alone = ~units["communes"].str.contains("|", regex=False)
        self._communes = pd.Index(hierarchy.codes, dtype="str", name="code")
        table = units[alone].set_index("communes").reindex(self._communes)
        self._values: NDArray[np.float64] = table[list(self.columns)].to_numpy(dtype=float)
        shared = units[~alone]
        self._sets = [hierarchy.rows_of(communes.split("|")) for communes in shared["communes"]]
        self._shared: NDArray[np.float64] = shared[list(self.columns)].to_numpy(dtype=float)

    def by_level(self, niveau: Niveau) -> Sums:
        """Sum by territory of a level; the index is the code, sorted. At the level of communes a set belongs to none of its members."""
        if niveau is Niveau.COMMUNE:
            return self._alone()
        if niveau is Niveau.FRANCE:
            return self._sums(np.zeros(len(self._values), dtype=np.intp), ["FR"])
        return self._sums(self._hierarchy.numbers(niveau), list(self._hierarchy.names(niveau)))

    def of(self, rows: NDArray[np.intp]) -> Sums:
        """Sum over any set of communes, by their row numbers; the index is ""."""
        inside = np.zeros(len(self._values), dtype=np.intp)
        inside[rows] = 1
        sums = self._sums(inside, ["", "inside"])
        return Sums(sums.known.set_axis([""]), sums.members.set_axis([""]), sums.missing.set_axis([""]))

    def _alone(self) -> Sums:
        columns = list(self.columns)
        return Sums(
            known=pd.DataFrame(self._values, index=self._communes, columns=columns),
            members=pd.Series(1, index=self._communes),
            missing=pd.DataFrame(np.isnan(self._values).astype(int), index=self._communes, columns=columns),
        )

    def _sums(self, groups: NDArray[np.integer], names: list[str]) -> Sums:
        """Sum by group; `names` is in the order of the groups, and the group without a name is left."""
        n = len(names)
        present = ~np.isnan(self._values)
        filled = np.where(present, self._values, 0.0)
        known = np.column_stack([np.bincount(groups, weights=column, minlength=n) for column in filled.T])
        counted = np.column_stack([np.bincount(groups, weights=column, minlength=n) for column in present.T])
        for rows, values in zip(self._sets, self._shared, strict=True):
            home = groups[rows[0]]
            if (groups[rows] == home).all():
                has = ~np.isnan(values)
                known[home, has] += values[has]
                counted[home, has] += len(rows)
        members = np.bincount(groups, minlength=n)
        chosen = np.array([bool(name) for name in names])
        index = pd.Index([name for name in names if name], dtype="str", name="code")
        missing = members[:, None] - counted.astype(int)
        # A territory of which nothing is known has no sum: 0 would be a lie.
        known = np.where(counted > 0, known, np.nan)
        return Sums(
            known=pd.DataFrame(known[chosen], index=index, columns=list(self.columns)),
            members=pd.Series(members[chosen], index=index),
            missing=pd.DataFrame(missing[chosen], index=index, columns=list(self.columns)),
        )
