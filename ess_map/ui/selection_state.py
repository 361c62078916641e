"""The address is the state: what a visitor chose is read from it, written to it, and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import streamlit as st

from ess_map.actors.names import clean
from ess_map.actors.selection import Selection, ignored, parse
from ess_map.errors import EssMapError
from ess_map.typography import fr
from ess_map.ui.markup import plain
from ess_map.ui.state import resources

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ess_map.actors.register import Register
    from ess_map.territories.model import TerritoryRef

SORTS = ("nom", "famille", "theme", "commune", "source")
"""What the list may be sorted by (`tri=`, with a minus sign in front for the other direction)."""
UNKNOWN_PAGE = "inconnue"
"""Parameter of the first page: the name of the page that was asked for and does not exist. No link of ours carries it."""
_MAX_PAGE_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Reading:
    """How the list is read: its order and its page. Two parameters of the address that change no figure."""

    tri: str = "nom"
    decroissant: bool = False
    page: int = 0
    """Page asked for, from 1; 0 follows the chosen actor, else the first."""

    def params(self) -> dict[str, str]:
        """Give the parameters of the address: only what differs from the default."""
        sort = ("-" if self.decroissant else "") + self.tri
        return ({} if sort == "nom" else {"tri": sort}) | ({"page": str(self.page)} if self.page else {})


@dataclass(frozen=True, slots=True)
class Choice:
    """Everything the address says, and what could not be understood in it."""

    selection: Selection
    reading: Reading
    notices: tuple[str, ...] = ()

    def params(self, **changes: Any) -> dict[str, str]:
        """Give the address of this view, with some fields of the selection changed; a changed filter forgets the page."""
        if not changes:
            return self.selection.params() | self.reading.params()
        listed = self.reading if changes.keys() <= {"acteur"} else replace(self.reading, page=0)
        return replace(self.selection, **changes).params() | listed.params()

    def carried(self) -> dict[str, str]:
        """Give what the links between pages carry: territory, reference and filters, not what is open on one page."""
        return replace(self.selection, acteur="", vue="carte", projection=False).params()

    def territory_params(self, territoire: TerritoryRef | None = None) -> dict[str, str]:
        """Give the address of a territory alone (this one by default), as a door to another page carries it."""
        if territoire is not None:
            return Selection(territoire=territoire, reference=self.selection.reference).params()
        kept = self.selection
        return Selection(territoire=kept.territoire, nom=kept.nom, reference=kept.reference).params()


def current() -> Choice:
    """Read the address of the page being drawn. Never raises on what a visitor typed: it is ignored, and said."""
    return read(st.query_params.to_dict())


def read(params: Mapping[str, str]) -> Choice:
    """Read an address."""
    selection, notices = parse(params, resources().atlas, _register())
    reading, more = read_list(params)
    return Choice(selection, reading, (*_unknown_page(params), *notices, *more))


def _unknown_page(params: Mapping[str, str]) -> tuple[str, ...]:
    asked = plain(clean(params.get(UNKNOWN_PAGE, "")), 40)
    return (fr(f"Cette adresse n’existe pas : vous êtes sur l’accueil (page demandée : « {asked} »)."),) if asked else ()


def _register() -> Register | None:
    """Give the register, None when it cannot be read: the territory is known all the same, and what needs actors says why."""
    try:
        return resources().register
    except EssMapError:
        return None


def read_list(params: Mapping[str, str]) -> tuple[Reading, tuple[str, ...]]:
    """Read the order and the page of the list; an unknown value is the default, and says so."""
    sort, page = params.get("tri", ""), params.get("page", "")
    notices = []
    if sort.removeprefix("-") not in ("", *SORTS):
        notices.append(ignored("tri", sort))
        sort = ""
    digits = page if page.isascii() and page.isdigit() and len(page) <= _MAX_PAGE_DIGITS else ""
    if page and not digits:
        notices.append(ignored("page", page))
    return Reading(sort.removeprefix("-") or "nom", sort.startswith("-"), int(digits or 0)), tuple(notices)


def write(params: Mapping[str, str]) -> None:
    """Put a view in the address; the browser remembers the one before (Back)."""
    if dict(params) != st.query_params.to_dict():
        st.query_params.from_dict(dict(params))


def change(**changes: Any) -> None:
    """Change some fields of the selection, from the callback of a widget."""
    write(current().params(**changes))


def align(key: str, value: Any) -> None:
    """
    Give a widget the value that the address says, before it is drawn.

    Nothing is written when it already has it: writing would make Streamlit send the value back over what a visitor
    is typing.
    """
    if st.session_state.get(key) != value:
        st.session_state[key] = value
