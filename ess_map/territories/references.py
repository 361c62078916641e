"""Reading a territory reference, `niveau:code`, as a person or an address writes it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ess_map.errors import UnknownTerritoryError
from ess_map.territories import phrases
from ess_map.territories.marts import read_mart
from ess_map.territories.model import Niveau, TerritoryRef
from ess_map.territories.names import printable
from ess_map.territories.phrases import OldCode
from ess_map.typography import number

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import pandas as pd

MAX_COMPOSED = 2000
"""Most communes that a composed territory may have: an address must stay an address."""

_FORM = "écrivez «\u00a0niveau:code\u00a0», par exemple «\u00a0commune:35238\u00a0»."
_SEPARATORS = re.compile(r"[\s,;|]+")


@dataclass(frozen=True, slots=True)
class Reading:
    """A canonical reference and the French sentences that must go with it."""

    ref: TerritoryRef
    notices: tuple[str, ...] = ()


@dataclass(frozen=True)
class ReferenceReader:
    """Turns text into canonical references against the closed lists of codes."""

    commune_names: Mapping[str, str]
    """Communes in force: code -> name."""
    codes: Mapping[Niveau, frozenset[str]]
    """Codes of every other level."""
    old_codes: Mapping[str, OldCode]

    def read(self, text: str, *, forgiving: bool = False) -> Reading:
        """
        Read one reference.

        Parameters
        ----------
        text
            The reference.
        forgiving
            Keep the communes of a composed territory that exist, and name the others in a notice.

        Raises
        ------
        UnknownTerritoryError
            If the text is malformed, or names nothing that exists; the reason is a French sentence.
        """
        text = printable(" ".join(text.split()))
        prefix, colon, code = text.partition(":")
        try:
            niveau = Niveau(prefix.strip().lower())
        except ValueError as error:
            raise UnknownTerritoryError(text, _FORM) from error
        code = code.strip().upper()
        if not colon or not code:
            raise UnknownTerritoryError(text, _FORM)
        if niveau is Niveau.COMPOSE:
            return self._composed(text, code, forgiving=forgiving)
        if niveau is Niveau.COMMUNE:
            return self._commune(text, code)
        if code not in self.codes[niveau]:
            raise UnknownTerritoryError(text, "ce code n’existe pas à ce niveau.")
        return Reading(TerritoryRef(niveau, code))

    def _commune(self, text: str, code: str) -> Reading:
        if code in self.commune_names:
            return Reading(TerritoryRef(Niveau.COMMUNE, code))
        old = self.old_codes.get(code)
        if old is None:
            raise UnknownTerritoryError(text, "aucune commune, actuelle ou ancienne, n’a ce code.")
        heirs = tuple(f"{self.commune_names[heir]} ({heir})" for heir in old.successeurs)
        if len(old.successeurs) != 1:
            raise UnknownTerritoryError(text, phrases.no_successor(old, heirs))
        successor = old.successeurs[0]
        return Reading(TerritoryRef(Niveau.COMMUNE, successor), (phrases.replaced(old, self.commune_names[successor]),))

    def _composed(self, text: str, code: str, *, forgiving: bool) -> Reading:
        asked = sorted({part for part in _SEPARATORS.split(code) if part})
        members: set[str] = set()
        unknown: list[str] = []
        former: list[tuple[OldCode, str]] = []
        for part in asked:
            old = self.old_codes.get(part)
            if part in self.commune_names:
                members.add(part)
            elif old is not None and len(old.successeurs) == 1:
                members.add(old.successeurs[0])
                former.append((old, self.commune_names[old.successeurs[0]]))
            else:
                unknown.append(part[:12])
        if unknown and not (forgiving and members):
            raise UnknownTerritoryError(text, phrases.unknown_communes(unknown))
        if not members:
            raise UnknownTerritoryError(text, "donnez au moins un code de commune.")
        if len(members) > MAX_COMPOSED:
            raise UnknownTerritoryError(text, f"un territoire composé compte au plus {number(MAX_COMPOSED)} communes.")
        notices: tuple[str, ...] = (phrases.left_out_of_composition(unknown),) if unknown else ()
        notices += (phrases.replaced_in_composition(tuple(former)),) if former else ()
        return Reading(TerritoryRef(Niveau.COMPOSE, ",".join(sorted(members))), notices)


def load_old_codes(data_dir: Path) -> dict[str, OldCode]:
    """Load the former codes: code -> what became of it."""
    table = read_mart(data_dir, "territoires/anciens_codes.parquet", ("code", "nom", "successeurs", "date_effet", "motif"))
    return {row[0]: _old_code(*row) for row in table.astype(object).itertuples(index=False, name=None)}


def load_old_names(data_dir: Path) -> pd.DataFrame:
    """Load the former names: `nom`, `code`, `date_effet`, `motif` (see `ess_map.sources.old_codes.old_names`)."""
    return read_mart(data_dir, "territoires/anciens_noms.parquet", ("nom", "code", "date_effet", "motif"))


def _old_code(code: str, nom: str, successeurs: str, date_effet: str, motif: str) -> OldCode:
    return OldCode(code, nom, tuple(part for part in successeurs.split("|") if part), date_effet, motif)
