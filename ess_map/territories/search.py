"""Finding a territory from what a person types: one prepared index, no scan of names but for a typo."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

from ess_map.territories.model import Hit, Niveau
from ess_map.territories.names import without_article
from ess_map.territories.search_codes import SearchCodes
from ess_map.territories.search_keys import search_keys, spoken

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pandas as pd
    from numpy.typing import NDArray

    from ess_map.territories.gazetteer import Gazetteer
    from ess_map.territories.hierarchy import Hierarchy
    from ess_map.territories.phrases import OldCode

_LONGEST_QUERY = 80
_SHORTEST_INSIDE = 3
"""Letters from which a query may be found inside a word."""
_SHORTEST_TYPO = 4
_LONG_WORD = 8
"""Letters from which two slips are forgiven instead of one."""
_AFTER_LAST = "\uffff"
_CODE = re.compile(r"(?:\d[\d ]*|2[AB]\d{0,3})", re.IGNORECASE)
_KIND = re.compile(
    r"^(departement|region|commune|epci|ept|communaute de communes|communaute d agglomeration|communaute urbaine|"
    r"agglomeration|metropole|zone d emploi)(?: de la| de l| des| du| de| d)? (.+)$"
)
_KIND_LEVEL = {
    "departement": Niveau.DEPARTEMENT, "region": Niveau.REGION, "commune": Niveau.COMMUNE, "ept": Niveau.EPT,
    "zone d emploi": Niveau.ZONE_EMPLOI,
}  # fmt: skip


class SearchIndex:
    """
    The prepared index.

    Answers come in tiers, each sorted by population: exact name in force, exact former name, beginning of a name, words of a
    name, inside of a word, and a typo only when nothing else answers.
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
        self._words, self._word_starts, self._word_keys = _postings(self._bare)
        self._blob = "\n".join(self._bare)
        self._blob_starts = np.concatenate([[0], np.cumsum([len(bare) + 1 for bare in self._bare])])
        self._by_length = _by_length(self._bare)
        self._places = _places(gazetteer)
        self._departements = frozenset(gazetteer.codes[gazetteer.at(Niveau.DEPARTEMENT)])
        self._departements_of_region = communes.groupby("region")["departement"].agg(frozenset).to_dict()

    def search(self, q: str, niveau: Niveau | None = None, limit: int = 10) -> list[Hit]:
        """Find at most `limit` territories; see `Atlas.search`."""
        text = q.strip()[:_LONGEST_QUERY]
        if limit < 1 or not text:
            return []
        allowed = None if niveau is None else self._gazetteer.at(niveau)
        if _CODE.fullmatch(text):
            return self._by_code(text.replace(" ", "").upper(), allowed, limit)
        query = spoken(text)
        if not query:
            return []
        for words, mask in self._readings(query, allowed):
            hits = self._by_name(words, text, mask, limit)
            if hits:
                return hits
        return self._by_typo(query, text, allowed, limit)

    def _by_code(self, code: str, allowed: NDArray[np.bool_] | None, limit: int) -> list[Hit]:
        hits: dict[int, Hit] = {}
        for row, why in self._codes.find(code):
            if allowed is None or allowed[row]:
                hits.setdefault(row, self._gazetteer.hit(row, why))
        return list(hits.values())[:limit]

    def _readings(self, query: str, allowed: NDArray[np.bool_] | None) -> Iterator[tuple[str, NDArray[np.bool_] | None]]:
        """Read a query as a name; failing that, as a kind and a name, then as a name and the place where it is."""
        words = query.split()
        if len(words) > 1 and words[-1].upper() in self._departements:
            here = self._gazetteer.departements == words[-1].upper()
            yield " ".join(words[:-1]), here if allowed is None else here & allowed
        yield query, allowed
        kind = _KIND.match(query)
        if kind:
            level = self._gazetteer.at(_KIND_LEVEL.get(kind[1], Niveau.EPCI))
            yield kind[2], level if allowed is None else level & allowed
        for cut in range(len(words) - 1, 0, -1):
            place = self._places.get(without_article(" ".join(words[cut:])))
            if place is not None:
                here = self._inside(place)
                yield " ".join(words[:cut]), here if allowed is None else here & allowed

    def _inside(self, place: int) -> NDArray[np.bool_]:
        ref = self._gazetteer.ref(place)
        codes = self._departements_of_region[ref.code] if ref.niveau is Niveau.REGION else frozenset([ref.code])
        return np.isin(self._gazetteer.departements, list(codes))

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
            bisect_left(self._bare, bare + _AFTER_LAST),
        )
        same = np.arange(start, exact)
        verbatim = np.array([self._keys.full.get(int(key), bare) == query for key in same], dtype=bool)
        yield same[verbatim & self._keys.current[same]], "nom"
        yield same[self._keys.current[same]], "nom"
        yield same, "nom"
        begins, inside = f"nom commençant par «\u00a0{text}\u00a0»", f"nom contenant «\u00a0{text}\u00a0»"
        longer = np.arange(exact, end)
        yield longer[self._keys.current[longer]], begins
        words = self._with_words(bare.split())
        yield words[self._keys.current[words]], inside
        yield longer, begins
        yield words, inside
        if len(bare) >= _SHORTEST_INSIDE:
            yield self._with_letters(bare), inside

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
            start, end = bisect_left(self._words, word), bisect_left(self._words, word + _AFTER_LAST)
            pieces.append(self._word_keys[self._word_starts[start] : self._word_starts[end]])
        pieces.sort(key=len)
        found = np.unique(pieces[0])
        for piece in pieces[1:]:
            has = np.zeros(len(self._bare), dtype=bool)
            has[piece] = True
            found = found[has[found]]
        return found

    def _with_letters(self, letters: str) -> NDArray[np.intp]:
        places = [match.start() for match in re.finditer(re.escape(letters), self._blob)]
        return np.unique(np.searchsorted(self._blob_starts, places, side="right") - 1)

    def _by_typo(self, query: str, text: str, allowed: NDArray[np.bool_] | None, limit: int) -> list[Hit]:
        bare = without_article(query)
        if len(bare) < _SHORTEST_TYPO:
            return []
        slips = 2 if len(bare) >= _LONG_WORD else 1
        nearest: dict[int, tuple[int, float, int]] = {}
        for length in range(len(bare) - slips, len(bare) + slips + 1):
            names, keys = self._by_length.get(length, ([], []))
            for _, distance, place in process.extract(bare, names, scorer=OSA.distance, score_cutoff=slips, limit=limit):
                key = keys[place]
                row = int(self._keys.rows[key])
                if allowed is None or allowed[row]:
                    rank = (int(distance), -float(self._weights[key]), key)
                    nearest[row] = min(nearest.get(row, rank), rank)
        ordered = sorted(nearest, key=nearest.__getitem__)[:limit]
        near = f"nom proche de «\u00a0{text}\u00a0»"
        return [self._gazetteer.hit(row, self._keys.reasons.get(nearest[row][2], near)) for row in ordered]


def _postings(names: list[str]) -> tuple[list[str], NDArray[np.intp], NDArray[np.intp]]:
    """Index the words of names: sorted words, where the list of each begins, and the lists of rows end to end."""
    rows: dict[str, list[int]] = defaultdict(list)
    for row, name in enumerate(names):
        for word in dict.fromkeys(name.split()):
            rows[word].append(row)
    words = sorted(rows)
    starts = np.concatenate([[0], np.cumsum([len(rows[word]) for word in words])]).astype(np.intp)
    return words, starts, np.concatenate([np.array(rows[word], dtype=np.intp) for word in words])


def _by_length(names: list[str]) -> dict[int, tuple[list[str], list[int]]]:
    """Group distinct names by length, with the row of the first that bears each: rows with the same name are found by name."""
    groups: dict[int, tuple[list[str], list[int]]] = defaultdict(lambda: ([], []))
    for row, (before, name) in enumerate(pairwise(["", *names])):
        if name != before:
            groups[len(name)][0].append(name)
            groups[len(name)][1].append(row)
    return dict(groups)


def _places(gazetteer: Gazetteer) -> dict[str, int]:
    """Give départements and régions by normalised name, to tell homonyms apart; a département wins over a région of the same name."""
    found: dict[str, int] = {}
    for niveau in (Niveau.REGION, Niveau.DEPARTEMENT):
        for row in gazetteer.rows_at(niveau):
            found[without_article(spoken(gazetteer.names[row]))] = int(row)
    return found
