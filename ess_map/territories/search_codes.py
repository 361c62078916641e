"""Every code that leads to a territory: INSEE, postcode, SIREN, département, région, zone d'emploi, and former codes."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ess_map.territories import phrases
from ess_map.territories.model import Niveau
from ess_map.typography import arrondissement

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pandas as pd

    from ess_map.territories.gazetteer import Gazetteer
    from ess_map.territories.phrases import OldCode

_SIRET_LENGTH = 14
_SIREN_LENGTH = 9
_WITH_ARRONDISSEMENTS = frozenset({"75056", "69123", "13055"})
_LEVELS = {
    Niveau.DEPARTEMENT: "code département",
    Niveau.REGION: "code région",
    Niveau.ZONE_EMPLOI: "code de zone d’emploi",
    Niveau.EPCI: "numéro SIREN",
    Niveau.EPT: "numéro SIREN",
}
"""In the order of the answers: « 11 » is the Aude before Île-de-France."""


class SearchCodes:
    """
    The codes.

    Parameters
    ----------
    gazetteer
        The territories.
    row_of
        Row of each commune in force by code.
    communes
        Their table: `codes_postaux`, `siren`.
    old_codes
        What is no longer in force.
    """

    def __init__(
        self, gazetteer: Gazetteer, row_of: Mapping[str, int], communes: pd.DataFrame, old_codes: Mapping[str, OldCode]
    ) -> None:
        self._gazetteer = gazetteer
        self._row_of = row_of
        self._old_codes = old_codes
        # Two codes a number: nine figures take less room as a number than as a text, and no SIREN of a commune starts with 0.
        self._row_of_siren = {int(siren): row for row, siren in enumerate(communes["siren"]) if siren}
        self._levels: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for niveau, words in _LEVELS.items():
            for row in gazetteer.rows_at(niveau):
                self._levels[gazetteer.codes[row]].append((int(row), words))
        self._postcodes: dict[str, list[int]] = defaultdict(list)
        for row, postcodes in enumerate(communes["codes_postaux"]):
            for postcode in filter(None, postcodes.split("|")):
                self._postcodes[postcode].append(row)

    def find(self, code: str) -> Iterator[tuple[int, str]]:
        """
        Give the rows that a code leads to, with the reason, in the order of the answers.

        Five figures can be a postcode and a code at once: the larger commune comes first, the other right below.
        """
        code = code[:_SIREN_LENGTH] if len(code) == _SIRET_LENGTH else code
        for row, words in self._levels.get(code, ()):
            yield row, f"{words} {code}"
        if len(code) == _SIREN_LENGTH and code.isdecimal() and int(code) in self._row_of_siren:
            yield self._row_of_siren[int(code)], f"numéro SIREN {code}"
        yield from self._of_commune(code)
        old = self._old_codes.get(code)
        if old is not None:
            for heir in old.successeurs:
                row = self._row_of[heir]
                yield row, phrases.merged(old, self._gazetteer.names[row])

    def _of_commune(self, code: str) -> Iterator[tuple[int, str]]:
        weights = self._gazetteer.weights
        by_postcode = sorted(self._postcodes.get(code, ()), key=lambda row: (-weights[row], row))
        answers = [(row, _postcode_reason(code, self._gazetteer.codes[row])) for row in by_postcode]
        if code in self._row_of:
            row = self._row_of[code]
            after = 1 if answers and weights[answers[0][0]] > weights[row] else 0
            answers.insert(after, (row, f"code Insee {code}"))
        yield from answers


def _postcode_reason(postcode: str, code: str) -> str:
    # The last figures of a postcode of Paris, Lyon and Marseille are the arrondissement.
    number = int(postcode[-2:]) if code in _WITH_ARRONDISSEMENTS else 0
    where = f"\u00a0: {number}{'er' if number == 1 else 'e'} arrondissement, commune entière" if number else ""
    return f"code postal {postcode}{arrondissement(where)}"
