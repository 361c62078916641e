"""Finding today's commune from what a file says: a code of any year, a postcode and a name, an arrondissement."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from ess_map.territories.names import normalise, without_article

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import pandas as pd

SIMILAR = 88.0
"""Likeness, out of 100, from which two spellings of a commune are the same, among the few that share a postcode."""
VERY_SIMILAR = 93.0
"""The same among all the communes of a département, when there is no postcode."""
SHORTEST_OPENING = 5
"""Letters from which the beginning of a name may stand for it, when a single commune of the département begins so."""

_CEDEX = re.compile(r"\b(?:cedex|cdx|sp)\b.*$")
_BOX = re.compile(r"\b(?:(?:bp|cs|tsa)\s*\d+|\d{5})\b")
_DISTRICT = re.compile(r"\b0?(\d{1,2})\s*(?:e|er|eme|ieme|arr|arrondissement)?\b.*$")
_ROMAN = re.compile(r"\b([ivx]+)\s*(?:e|eme|ieme)\b")
_ROMANS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_CITIES = {"paris": ("75056", "751"), "lyon": ("69123", "6938"), "marseille": ("13055", "132")}


@dataclass(frozen=True, slots=True)
class Place:
    """A commune in force, and how it was recognised."""

    commune: str
    """Code, empty when nothing was recognised."""
    arrondissement: str = ""
    """Code of the arrondissement of Paris, Lyon or Marseille, empty elsewhere or when unknown."""
    methode: str = ""
    """« code », « ancien_code », « nom », « code_postal » (the only commune of that postcode) or « approche »."""


NOWHERE = Place("")


class PlaceIndex:
    """
    The communes in force under every code, name and postcode they have or had.

    Parameters
    ----------
    communes
        Columns `code`, `nom`, `departement`, `codes_postaux`.
    names
        Former names and names of parts: pairs of name and code of the commune in force.
    successors
        Former code -> codes of the communes in force that stand there.
    arrondissements
        Code of the arrondissement -> its postcodes.
    """

    def __init__(
        self,
        communes: pd.DataFrame,
        names: Iterable[tuple[str, str]],
        successors: Mapping[str, tuple[str, ...]],
        arrondissements: Mapping[str, Iterable[str]],
    ) -> None:
        self._departement: dict[str, str] = dict(zip(communes["code"], communes["departement"], strict=True))
        self._departements = frozenset(self._departement.values())
        self._successors = successors
        self._arrondissements = {postcode: code for code, postcodes in arrondissements.items() for postcode in postcodes}
        self._arrondissement_codes = frozenset(arrondissements)
        self._current: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._former: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._postcodes: dict[str, set[str]] = defaultdict(set)
        self._spellings: dict[str, set[str]] = defaultdict(set)
        self._national: dict[str, set[str]] = defaultdict(set)
        self._members: dict[str, set[str]] = defaultdict(set)
        self._words: dict[str, str] = {}
        for code, nom, postcodes in communes[["code", "nom", "codes_postaux"]].itertuples(index=False, name=None):
            self._current[self._departement[code], key(nom)].add(code)
            self._spellings[code].add(key(nom))
            self._national[key(nom)].add(code)
            self._words[code] = f"{without_article(normalise(nom))} "
            self._members[self._departement[code]].add(code)
            for postcode in filter(None, postcodes.split("|")):
                self._postcodes[postcode].add(code)
        for nom, code in names:
            if code in self._departement:
                self._former[self._departement[code], key(nom)].add(code)
                self._spellings[code].add(key(nom))
        self.find = lru_cache(maxsize=65536)(self._find)

    def departement_of(self, commune: str) -> str:
        """Give the département of a commune in force, empty for any other code."""
        return self._departement.get(commune, "")

    def has_departement(self, code: str) -> bool:
        """Tell whether a département has communes in force."""
        return code in self._departements

    def _find(self, code_insee: str, code_postal: str, ville: str, departement: str = "") -> Place:
        """Give the commune that a code, a postcode, a name and a département (any may be empty) agree on, else `NOWHERE`."""
        place = self.by_code(code_insee)
        if place.commune:
            return self._with_district(place, code_postal, ville)
        found = self._by_name(code_postal, ville, declared_departements(code_postal, departement))
        return self._with_district(found, code_postal, ville)

    def by_code(self, code: str) -> Place:
        """Read an Insee code of any year; a code whose ground is now in several communes says nothing."""
        if code in self._departement:
            return Place(code, methode="code")
        heirs = self._successors.get(code, ())
        if len(heirs) != 1:
            return NOWHERE
        if code in self._arrondissement_codes:
            return Place(heirs[0], arrondissement=code, methode="code")
        return Place(heirs[0], methode="ancien_code")

    def _by_name(self, code_postal: str, ville: str, departements: tuple[str, ...]) -> Place:
        wanted = key(ville)
        here = self._postcodes.get(code_postal, set())
        if not departements:
            return Place(_only(self._national.get(wanted, set())), methode="nom")
        for spelling in dict.fromkeys((wanted, key(ville.partition("(")[0]))):
            if code := self._named(spelling, departements, here):
                return Place(code, methode="nom")
        if len(here) == 1:
            return Place(next(iter(here)), methode="code_postal")
        return Place(self._nearly_named(ville, wanted, departements, here), methode="approche")

    def _named(self, wanted: str, departements: tuple[str, ...], here: set[str]) -> str:
        """Give the only commune of that name, today's names before former ones; the postcode decides between homonyms."""
        for table in (self._current, self._former) if wanted else ():
            named = {code for dep in departements for code in table.get((dep, wanted), ())}
            if code := _only(named & here) or _only(named):
                return code
        return ""

    def _nearly_named(self, ville: str, wanted: str, departements: tuple[str, ...], here: set[str]) -> str:
        """Forgive « SAINTRASBOURG » (ST wrongly spelt out), « CHAMONIX » (only one begins so) and a letter or two."""
        for found in re.finditer("saint", wanted):
            if code := self._named(f"{wanted[: found.start()]}st{wanted[found.end() :]}", departements, here):
                return code
        if here:
            return self._alike(wanted, here, SIMILAR)
        if wanted in self._national:
            return ""  # the name is exact elsewhere: the département, not the spelling, is in doubt
        everywhere = {code for dep in departements for code in self._members.get(dep, ())}
        opening = f"{without_article(normalise(ville))} "
        if len(opening) > SHORTEST_OPENING and (
            code := _only({code for code in everywhere if self._words[code].startswith(opening)})
        ):
            return code
        return self._alike(wanted, everywhere, VERY_SIMILAR)

    def _alike(self, wanted: str, here: set[str], likeness: float) -> str:
        choices = {(code, spelling): spelling for code in here for spelling in self._spellings[code]}
        found = process.extract(wanted, choices, scorer=fuzz.ratio, score_cutoff=likeness, limit=5) if wanted else []
        return _only({str(match[2][0]) for match in found})

    def _with_district(self, place: Place, code_postal: str, ville: str) -> Place:
        if place.arrondissement or place.commune not in {city for city, _ in _CITIES.values()}:
            return place
        code = self._arrondissements.get(code_postal, "") or district(ville)
        return Place(place.commune, code, place.methode) if code in self._arrondissement_codes else place


def key(nom: str) -> str:
    """Give the form under which two spellings of a commune compare: « LA FERTE S/ JOUARRE CEDEX 2 » is « fertesurjouarre »."""
    plain = _BOX.sub(" ", _CEDEX.sub("", normalise(nom)))
    city = plain.split(" ", 1)[0]
    if city in _CITIES:
        rest = _ROMAN.sub("", _DISTRICT.sub("", plain)).split()
        plain = city if rest in ([city], [city, "arr"]) else plain
    return without_article(" ".join(plain.split())).replace(" ", "")


def district(ville: str) -> str:
    """Give the arrondissement written after Paris, Lyon or Marseille (« PARIS 06EME », « Paris XIXe »), else an empty text."""
    city, _, rest = normalise(ville).partition(" ")
    if city not in _CITIES:
        return ""
    figure, roman = _DISTRICT.search(rest), re.match(r"(x{0,2})(ix|iv|v?i{0,3})(?:e|eme|er|ieme)?\b", rest)
    if figure:
        number = int(figure.group(1))
    elif roman:
        number = 10 * len(roman.group(1)) + _ROMANS.get(roman.group(2), 0)
    else:
        return ""
    prefix = _CITIES[city][1]
    return f"{prefix}{number:0{5 - len(prefix)}d}" if number else ""


def departements_of_postcode(code_postal: str) -> tuple[str, ...]:
    """Give the départements that a postcode may belong to: two for Corsica, none when it is not a postcode."""
    if not re.fullmatch(r"\d{5}", code_postal):
        return ()
    if code_postal.startswith("20"):
        return ("2A", "2B")
    return (code_postal[:3],) if code_postal.startswith(("97", "98")) else (code_postal[:2],)


def out_of_reach(code_postal: str) -> str:
    """Say why a postcode leads to no commune of the list: « hors_perimetre », « etranger », or an empty text."""
    if code_postal.startswith("980"):
        return "etranger"
    outside = code_postal.startswith(("975", "986", "987", "988")) or code_postal in {"97133", "97150"}
    return "hors_perimetre" if outside else ""


def declared_departements(code_postal: str, departement: str) -> tuple[str, ...]:
    """Give the départements that a line may mean: those of its postcode, else the one it names (« 20 » and « 97 » are several)."""
    wide = {"": (), "20": ("2A", "2B"), "97": ("971", "972", "973", "974", "976")}
    return departements_of_postcode(code_postal) or wide.get(departement, (departement,))


def _only(codes: set[str]) -> str:
    return next(iter(codes)) if len(codes) == 1 else ""
