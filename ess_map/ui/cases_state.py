"""What the address says of the cases and levers pages alone: need, filters of the library, card open, part of the page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import streamlit as st

from ess_map.actors.model import THEMES
from ess_map.actors.selection import ignored
from ess_map.cases.lists import AXES, ECHELLES, FORMES, Echelon
from ess_map.ui.selection_state import Choice, current, write
from ess_map.ui.state import resources

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from ess_map.cases.library import Library
    from ess_map.cases.model import Case

UNKNOWN = "non_precise"
"""Value of a filter that keeps the cases of which the source says nothing."""
GOVERNANCE = "gouvernance"
VOLETS = ("", "autodiagnostic", "feuille-de-route")
LISTS = ("levier", "echelle", "forme", "annee", "cas")
_SINGLE = ("besoin", "echelon", "axe", "volet", "bilan", "comparer", "action")
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Options:
    """Every parameter of the address that only these two pages read; what differs from the default is written."""

    besoin: str = ""
    """Need looked at: the code of a theme; "" lets the measured gaps speak."""
    levier: tuple[str, ...] = ()
    echelle: tuple[str, ...] = ()
    forme: tuple[str, ...] = ()
    annee: tuple[str, ...] = ()
    cas: tuple[str, ...] = ()
    """One: its sheet is open. Several: the list is kept to them."""
    echelon: str = ""
    """Kind of collectivity whose levers are looked at."""
    axe: str = ""
    volet: str = ""
    """Part of the levers page: "" (the levers), « autodiagnostic », « feuille-de-route »."""
    bilan: str = ""
    """Day of the self-assessment shown, « 2026-11-22 »; "" for the last one."""
    comparer: str = ""
    action: str = ""
    """Action of the roadmap whose form is open."""
    tout: bool = False
    """Show the whole list."""
    proposer: bool = False
    """Show the form that proposes a case."""

    def params(self, **changes: Any) -> dict[str, str]:
        """Give the parameters of the address, with some fields changed."""
        kept = replace(self, **changes)
        values = {"besoin": kept.besoin} | {name: ",".join(getattr(kept, name)) for name in LISTS}
        values |= {name: getattr(kept, name) for name in _SINGLE[1:]}
        values |= {"tout": "1" if kept.tout else "", "proposer": "1" if kept.proposer else ""}
        return {name: value for name, value in values.items() if value}

    def keeps(self, case: Case, themes: Collection[str], library: Library) -> bool:
        """Tell whether the filters keep a case; filters of different kinds add up, values of one kind widen it."""
        shown = {lever.id for lever in library.levers_of(case.id)}
        return (
            (not themes or bool(set(themes) & set(case.themes)))
            and (not self.levier or bool(shown & set(self.levier)))
            and (not self.echelle or (case.echelle or UNKNOWN) in self.echelle)
            and (not self.forme or (case.forme_juridique or UNKNOWN) in self.forme)
            and (not self.annee or (UNKNOWN if case.annee is None else str(case.annee)) in self.annee)
            and (len(self.cas) < 2 or case.id in self.cas)  # noqa: PLR2004 - one alone opens its sheet
        )

    @property
    def filtered(self) -> bool:
        """Tell whether a filter of the library is on, themes aside."""
        return bool(self.levier or self.echelle or self.forme or self.annee or len(self.cas) > 1)


def read(params: Mapping[str, str], library: Library) -> tuple[Options, tuple[str, ...]]:
    """Read an address against closed lists; never raises: what is not understood is ignored, and said."""
    notices: list[str] = []
    closed: dict[str, Collection[str]] = {
        "levier": library.levers.keys(),
        "echelle": {*ECHELLES, UNKNOWN},
        "forme": {*FORMES, UNKNOWN},
        "annee": {UNKNOWN, *(str(case.annee) for case in library.cases.values() if case.annee)},
        "cas": library.cases.keys(),
        "besoin": THEMES,
        "echelon": {str(echelon) for echelon in Echelon},
        "axe": {*map(str, AXES), GOVERNANCE},
        "volet": VOLETS,
    }
    lists = {name: _several(name, params.get(name, ""), closed[name], notices) for name in LISTS}
    single = {name: _several(name, params.get(name, ""), closed.get(name), notices)[:1] for name in _SINGLE}
    values: dict[str, Any] = {**lists, **{name: (found[0] if found else "") for name, found in single.items()}}
    options = Options(
        **values,
        tout=params.get("tout") == "1",
        proposer=params.get("proposer") == "1",
    )
    return options, tuple(notices)


def _several(name: str, text: str, allowed: Collection[str] | None, notices: list[str]) -> tuple[str, ...]:
    asked = list(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
    if allowed is None:
        return tuple(part for part in asked if len(part) <= _LONGEST)
    notices += [ignored(name, part) for part in asked if part not in allowed][:5]
    return tuple(part for part in asked if part in allowed)


def options() -> tuple[Options, tuple[str, ...]]:
    """Read the address of the page being drawn."""
    return read(st.query_params.to_dict(), resources().library)


def address(choice: Choice, known: Options, **changes: Any) -> dict[str, str]:
    """Give the parameters of a view of these pages; `themes` may be changed too."""
    themes = {"themes": changes.pop("themes")} if "themes" in changes else {}
    return choice.params(**themes) | known.params(**changes)


def go(**changes: Any) -> None:
    """Change the address from the callback of a widget."""
    write(address(current(), options()[0], **changes))
