"""Finding a territory from what a person types: one prepared index, no scan of names but for a typo."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np

from ess_map.territories.gazetteer import COMMUNE_WEIGHT
from ess_map.territories.names import printable, without_article
from ess_map.territories.search_codes import SearchCodes
from ess_map.territories.search_keys import search_keys, spoken
from ess_map.territories.search_readings import CODE, Reading, Readings
from ess_map.territories.search_typos import AFTER_LAST, Typos

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pandas as pd
    from numpy.typing import NDArray

    from ess_map.territories.gazetteer import Gazetteer
    from ess_map.territories.hierarchy import Hierarchy
    from ess_map.territories.model import Hit, Niveau
    from ess_map.territories.phrases import OldCode

_LONGEST_QUERY = 80
_SHORTEST_INSIDE = 3
"""Letters from which a query may be found inside a word."""
_TOWN = 20_000
"""Inhabitants from which a commune may be what was meant, although the text is a piece of another name."""
_MUCH_LARGER = 10
"""How many times a town that a slip hides is larger than the names it passes, which begin as typed."""
_BEFORE_TOWNS = 4
"""Names that begin as typed which come before these towns, however many there are."""


class SearchIndex:
    """
    The prepared index.

    Answers come in tiers, each sorted by population: exact name in force (a commune before a wider territory of the same name),
    exact former name, beginning of a name and towns one slip away, words of a name, inside of a word; any other typo only when
    nothing else answers.
    """

    def __init__(
        self,
        gazetteer: Gazetteer,
        hierarchy: Hierarchy,
        communes: pd.DataFrame,
        old_codes: Mapping[str, OldCode],
        old_names: pd.DataFrame,
    ) -> None:
        self._gazetteer = gazetteer
        self._codes = SearchCodes(gazetteer, hierarchy.row_of, communes, old_codes)
        self._keys = search_keys(gazetteer, hierarchy.row_of, old_codes, old_names)
        self._bare = self._keys.bare
        self._weights = gazetteer.weights[self._keys.rows]
        wide = self._keys.rows >= gazetteer.n_communes
        self._typos = Typos(self._keys, self._weights, _TOWN * COMMUNE_WEIGHT, wide)
        self._words, self._word_starts, self._word_keys = _postings(self._bare)
        self._blob = "\n".join(self._bare)
        self._blob_starts = np.concatenate([[0], np.cumsum([len(bare) + 1 for bare in self._bare])])
        self._readings = Readings(gazetteer, self._codes, communes)

    def search(self, q: str, niveau: Niveau | None = None, limit: int = 10) -> list[Hit]:
        """Find at most `limit` territories; see `Atlas.search`."""
        text = printable(" ".join(q.split())[:_LONGEST_QUERY])
        query = spoken(text)
        if limit < 1 or not query:
            return []
        allowed = None if niveau is None else self._gazetteer.at(niveau)
        if CODE.fullmatch(query):
            return self._by_code(query, allowed, limit)
        tried = []
        for words, mask in self._ways(query, allowed):
            shown = text if words == query else words
            hits = self._by_code(words, mask, limit) if CODE.fullmatch(words) else self._by_name(words, shown, mask, limit)
            if hits:
                return hits
            tried.append((words, mask))
        # A slip in « sant-denis 93 » is one in « sant-denis », inside the département; failing that, in the whole.
        narrowest = min(tried, key=lambda reading: len(reading[0]))
        hits = self._by_typo(narrowest[0], text, narrowest[1], limit)
        return hits if hits or narrowest[0] == query else self._by_typo(query, text, allowed, limit)

    def _ways(self, query: str, allowed: NDArray[np.bool_] | None) -> Iterator[Reading]:
        """Give the readings of a query inside what is allowed; a name that exists as it is typed is that name first."""
        if self._is_a_name(query):
            yield query, allowed
        for words, mask in self._readings.of(query):
            yield words, _both(mask, allowed)

    def _is_a_name(self, query: str) -> bool:
        bare = without_article(query)
        place = bisect_left(self._bare, bare)
        return place < len(self._bare) and self._bare[place] == bare

    def _by_code(self, code: str, allowed: NDArray[np.bool_] | None, limit: int) -> list[Hit]:
        hits: dict[int, Hit] = {}
        for row, why in self._codes.find(code.replace(" ", "").upper()):
            if allowed is None or allowed[row]:
                hits.setdefault(row, self._gazetteer.hit(row, why))
        return list(hits.values())[:limit]

    def _by_name(self, query: str, text: str, allowed: NDArray[np.bool_] | None, limit: int) -> list[Hit]:
        found: dict[int, Hit] = {}
        for keys, why in self._tiers(query, text):
            kept = keys if allowed is None else keys[allowed[self._keys.rows[keys]]]
            for key in self._heaviest(kept, limit + len(found)):
                row = int(self._keys.rows[key])
                found.setdefault(row, self._gazetteer.hit(row, self._keys.reasons.get(int(key), why)))
            if len(found) >= limit:
                break
        return list(found.values())[:limit]

    def _tiers(self, query: str, text: str) -> Iterator[tuple[NDArray[np.intp], str]]:
        bare = without_article(query)
        start, exact, end = (
            bisect_left(self._bare, bare),
            bisect_right(self._bare, bare),
            bisect_left(self._bare, bare + AFTER_LAST),
        )
        same = np.arange(start, exact)
        verbatim = np.array([self._keys.full.get(int(key), bare) == query for key in same], dtype=bool)
        current = self._keys.current[same]
        yield from ((part, "nom") for part in (same[verbatim & current], same[current]))
        yield same, "nom"
        begins, inside = f"nom commençant par «\u00a0{text}\u00a0»", f"nom contenant «\u00a0{text}\u00a0»"
        longer = np.arange(exact, end)
        towns = np.array([], dtype=np.intp) if (verbatim & current).any() else self._typos.towns(query, bare)
        beginnings = longer[self._keys.current[longer]]
        if query != bare:
            # « la r » is the beginning of La Rochelle before that of Rennes.
            start, end = bisect_left(self._typos.articled, query), bisect_left(self._typos.articled, query + AFTER_LAST)
            articled = self._typos.articled_keys[start:end]
            yield from self._with_towns(articled[self._keys.current[articled]], towns, begins, text)
            yield beginnings, begins
        else:
            yield from self._with_towns(beginnings, towns, begins, text)
        words = self._with_words(bare.split())
        yield words[self._keys.current[words]], inside
        yield longer, begins
        yield words, inside
        if len(bare) >= _SHORTEST_INSIDE:
            yield self._with_letters(bare), inside

    def _with_towns(
        self, keys: NDArray[np.intp], towns: NDArray[np.intp], why: str, text: str
    ) -> Iterator[tuple[NDArray[np.intp], str]]:
        """Give the names that begin as typed, the few that are not dwarfed by the towns that a slip may hide before these."""
        if len(towns):
            before = self._heaviest(keys, _BEFORE_TOWNS)
            before = before[self._weights[before] * _MUCH_LARGER > self._weights[towns[0]]]
            yield before[:_BEFORE_TOWNS], why
            yield towns, _near(text)
        yield keys, why

    def _heaviest(self, keys: NDArray[np.intp], count: int) -> NDArray[np.intp]:
        """Keep the keys of the most populated territories, several keys a territory allowed for, in order."""
        wanted = 4 * count
        if len(keys) > 2 * wanted:
            keys = keys[np.argpartition(-self._weights[keys], wanted)[:wanted]]
        return keys[np.lexsort((keys, -self._weights[keys]))]

    def _with_words(self, words: list[str]) -> NDArray[np.intp]:
        """Give the keys that have, for each word asked, a word that begins so."""
        pieces = []
        for word in words:
            start, end = bisect_left(self._words, word), bisect_left(self._words, word + AFTER_LAST)
            pieces.append(self._word_keys[self._word_starts[start] : self._word_starts[end]])
        pieces.sort(key=len)
        found = np.unique(pieces[0])
        for piece in pieces[1:]:
            has = np.zeros(len(self._bare), dtype=bool)
            has[piece] = True
            found = found[has[found]]
        return found

    def _with_letters(self, letters: str) -> NDArray[np.intp]:
        places = []
        place = self._blob.find(letters)
        while place >= 0:
            places.append(place)
            place = self._blob.find(letters, place + 1)
        return np.unique(np.searchsorted(self._blob_starts, places, side="right") - 1)

    def _by_typo(self, query: str, text: str, allowed: NDArray[np.bool_] | None, limit: int) -> list[Hit]:
        bare = without_article(query)
        return self._nearest(self._typos.near(bare), text, allowed, limit) or self._nearest(
            self._typos.unfinished(bare), text, allowed, limit
        )

    def _nearest(self, keys: list[tuple[int, int]], text: str, allowed: NDArray[np.bool_] | None, limit: int) -> list[Hit]:
        """Order keys by slips, names in force first, then by population."""
        nearest: dict[int, tuple[int, bool, float, int]] = {}
        for key, distance in keys:
            row = int(self._keys.rows[key])
            if allowed is None or allowed[row]:
                rank = (distance, key in self._keys.reasons, -float(self._weights[key]), key)
                nearest[row] = min(nearest.get(row, rank), rank)
        ordered = sorted(nearest, key=nearest.__getitem__)[:limit]
        return [self._gazetteer.hit(row, self._keys.reasons.get(nearest[row][3], _near(text))) for row in ordered]


def _near(text: str) -> str:
    return f"nom proche de «\u00a0{text}\u00a0»"


def _both(one: NDArray[np.bool_] | None, other: NDArray[np.bool_] | None) -> NDArray[np.bool_] | None:
    if one is None or other is None:
        return other if one is None else one
    return one & other


def _postings(names: list[str]) -> tuple[list[str], NDArray[np.intp], NDArray[np.intp]]:
    """Index the words of names: sorted words, where the list of each begins, and the lists of rows end to end."""
    rows: dict[str, list[int]] = defaultdict(list)
    for row, name in enumerate(names):
        for word in dict.fromkeys(name.split()):
            rows[word].append(row)
    words = sorted(rows)
    starts = np.concatenate([[0], np.cumsum([len(rows[word]) for word in words])]).astype(np.intp)
    return words, starts, np.concatenate([np.array(rows[word], dtype=np.intp) for word in words])
