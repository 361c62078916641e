"""Who contains whom: the communes of every territory, as row numbers, and the parents they share."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from ess_map.territories.model import Niveau, TerritoryRef

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

PARENT_LEVELS = (Niveau.EPT, Niveau.EPCI, Niveau.ZONE_EMPLOI, Niveau.DEPARTEMENT, Niveau.REGION)
"""From the finest to the widest; each is a column of the table of communes."""


class Hierarchy:
    """
    The levels above the communes.

    Parameters
    ----------
    communes
        Indexed by code, sorted; one text column a level of `PARENT_LEVELS`, "" where a commune has no parent.
    """

    def __init__(self, communes: pd.DataFrame) -> None:
        self.codes: NDArray[np.object_] = communes.index.to_numpy(dtype=object)
        self.row_of = {code: row for row, code in enumerate(self.codes)}
        self._numbers: dict[Niveau, NDArray[np.int32]] = {}
        self._names: dict[Niveau, NDArray[np.object_]] = {}
        self._rows: dict[Niveau, dict[str, NDArray[np.intp]]] = {}
        for niveau in PARENT_LEVELS:
            numbers, labels = pd.factorize(communes[niveau.value], sort=True)
            names = np.asarray(labels, dtype=object)
            order = np.argsort(numbers, kind="stable")
            pieces = np.split(order, np.cumsum(np.bincount(numbers))[:-1])
            self._numbers[niveau] = numbers.astype(np.int32)
            self._names[niveau] = names
            self._rows[niveau] = {name: rows for name, rows in zip(names, pieces, strict=True) if name}

    def rows(self, ref: TerritoryRef) -> NDArray[np.intp]:
        """Give the row numbers of the communes of a territory, ascending, hence sorted by code."""
        if ref.niveau is Niveau.FRANCE:
            return np.arange(len(self.codes))
        if ref.niveau in self._rows:
            return self._rows[ref.niveau][ref.code]
        return self.rows_of(ref.code.split(","))

    def rows_of(self, codes: Iterable[str]) -> NDArray[np.intp]:
        """Give the row numbers of communes in force, in the order given."""
        return np.array([self.row_of[code] for code in codes], dtype=np.intp)

    def numbers(self, niveau: Niveau) -> NDArray[np.int32]:
        """Give the number of the parent of each commune at a level; the numbers index `names`."""
        return self._numbers[niveau]

    def names(self, niveau: Niveau) -> NDArray[np.object_]:
        """Give the codes of a level in the order of `numbers`; "" stands for no parent."""
        return self._names[niveau]

    @cached_property
    def _communes(self) -> NDArray[np.object_]:
        """Reference of every commune: the same objects each time, so that lists of thousands of them compare at once."""
        found = np.empty(len(self.codes), dtype=object)
        found[:] = [TerritoryRef(Niveau.COMMUNE, code) for code in self.codes]
        return found

    def at_level(self, rows: NDArray[np.intp], niveau: Niveau) -> list[TerritoryRef]:
        """Give the territories of a level that hold at least one of these communes, sorted by code."""
        if niveau is Niveau.COMMUNE:
            return list(self._communes[np.sort(rows)])
        if niveau not in self._numbers:
            return []
        found = self._names[niveau][np.unique(self._numbers[niveau][rows])]
        return [TerritoryRef(niveau, code) for code in found if code]

    def parents(self, rows: NDArray[np.intp], above: Niveau) -> tuple[TerritoryRef, ...]:
        """Give the one territory of each wider level that holds all of these communes, from the finest; levels without one are absent."""
        wider = PARENT_LEVELS[PARENT_LEVELS.index(above) + 1 :] if above in PARENT_LEVELS else PARENT_LEVELS
        found = []
        for niveau in wider:
            numbers = self._numbers[niveau][rows]
            code = self._names[niveau][numbers[0]]
            if code and (numbers == numbers[0]).all():
                found.append(TerritoryRef(niveau, code))
        return tuple(found)
