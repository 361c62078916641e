"""Forgiving a slip: names one letter away from a query, or two for a long one; the towns are looked through at every search."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    from ess_map.territories.search_keys import SearchKeys

AFTER_LAST = "\uffff"
SHORTEST_TYPO = 4
"""Letters from which a slip is forgiven."""
_SHORTEST_UNFINISHED = 5
_LONG_WORD = 8
"""Letters from which two slips are forgiven instead of one."""
_MOST_NAMES = 50
"""Names kept a length: enough for every homonym of the nearest ones."""
_MOST_TOWNS = 4
_TOWN_TO_SMALL_TOWN = 4


class Typos:
    """
    The names, by length.

    Parameters
    ----------
    keys
        Every name that leads to a territory.
    weights
        Population of each key as the search orders them: inhabitants, raised for a commune.
    town
        Weight from which a name in force may be what was meant although other names answer.
    wide
        Whether each key names more than a commune: such a name is long, and seldom typed to its end.
    """

    def __init__(self, keys: SearchKeys, weights: NDArray[np.float64], town: float, wide: NDArray[np.bool_]) -> None:
        self._keys = keys
        self._weights = weights
        self._bare = keys.bare
        articled = sorted((full, number) for number, full in keys.full.items())
        self.articled = [full for full, _ in articled]
        """Normalised names that have an article, with it, sorted."""
        self.articled_keys = np.array([number for _, number in articled], dtype=np.intp)
        """Key of each."""
        self._by_length = _by_length([*self._bare, *self.articled])
        self._town = town
        large = np.flatnonzero(keys.current & (weights >= town)).tolist()
        # Long names, and those of communes that many look for: the others would be read for nothing at every unknown text.
        self._long = sorted(
            {self._bare[key] for key in np.flatnonzero(keys.current & (wide | (weights >= town / _TOWN_TO_SMALL_TOWN)))}
        )
        self._towns = _by_length([*(self._bare[key] for key in large), *(keys.full[key] for key in large if key in keys.full)])

    def towns(self, query: str, bare: str) -> NDArray[np.intp]:
        """Give the keys of the towns whose name, with its article or without, is one slip away, the most populated first."""
        found = {
            key
            for typed in {query, bare}
            if len(typed) >= SHORTEST_TYPO
            for name, _ in _near(self._towns, typed, 1)
            for key in self._named(name)
            if self._keys.current[key] and self._weights[key] >= self._town
        }
        return np.array(sorted(found, key=self._heaviest_first)[:_MOST_TOWNS], dtype=np.intp)

    def near(self, bare: str) -> list[tuple[int, int]]:
        """Give the keys of the names a slip or two away, with the number of slips; in no order."""
        if len(bare) < SHORTEST_TYPO:
            return []
        slips = 2 if len(bare) >= _LONG_WORD else 1
        return [(key, distance) for name, distance in _near(self._by_length, bare, slips) for key in self._named(name)]

    def unfinished(self, bare: str) -> list[tuple[int, int]]:
        """Give the keys of the names whose beginning is one slip away, the first letter being right: « renes metro »."""
        if len(bare) < _SHORTEST_UNFINISHED:
            return []
        start, end = bisect_left(self._long, bare[0]), bisect_left(self._long, bare[0] + AFTER_LAST)
        names = [name for name in self._long[start:end] if len(name) >= len(bare)]
        beginnings = _by_length(name[:length] for length in range(len(bare) - 1, len(bare) + 2) for name in names)
        near = {beginning for beginning, _ in _near(beginnings, bare, 1)}
        return [(key, 1) for name in names if any(map(name.startswith, near)) for key in self._named(name)]

    def _heaviest_first(self, key: int) -> tuple[float, int]:
        return -float(self._weights[key]), key

    def _named(self, name: str) -> Iterator[int]:
        """Give the keys that bear this very name, with or without its article."""
        yield from range(bisect_left(self._bare, name), bisect_right(self._bare, name))
        yield from map(int, self.articled_keys[bisect_left(self.articled, name) : bisect_right(self.articled, name)])


def _near(names: dict[int, list[str]], typed: str, slips: int) -> Iterator[tuple[str, int]]:
    for length in range(len(typed) - slips, len(typed) + slips + 1):
        choices = names.get(length, [])
        for name, distance, _ in process.extract(typed, choices, scorer=OSA.distance, score_cutoff=slips, limit=_MOST_NAMES):
            yield name, int(distance)


def _by_length(names: Iterable[str]) -> dict[int, list[str]]:
    """Group distinct names by length: a slip or two does not change it by more."""
    groups: dict[int, list[str]] = defaultdict(list)
    for name in dict.fromkeys(names):
        groups[len(name)].append(name)
    return dict(groups)
