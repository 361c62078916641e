"""The filters of the library, all in the address; those that are on are chips that a click takes away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from ess_map.actors.model import THEMES
from ess_map.cases.lists import ECHELLES, FORMES
from ess_map.typography import NON_PRECISE
from ess_map.ui import case_messages as messages
from ess_map.ui.boundary import guarded
from ess_map.ui.cases_state import UNKNOWN, address, go
from ess_map.ui.components import panel
from ess_map.ui.markup import esc, link
from ess_map.ui.selection_state import align
from ess_map.ui.state import resources

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ess_map.cases.model import Case
    from ess_map.ui.cases_state import Options
    from ess_map.ui.selection_state import Choice

_FIELDS = {"theme": "themes", "levier": "levier", "echelle": "echelle", "forme": "forme", "annee": "annee"}


def choices(cases: Sequence[Case]) -> dict[str, dict[str, str]]:
    """Give, for each filter, the values that some case has: code -> words."""
    library = resources().library
    years = sorted({case.annee for case in cases if case.annee is not None}, reverse=True)
    shown = {lever.id: lever.titre for case in cases for lever in library.levers_of(case.id)}
    return {
        "theme": {code: words for code, words in THEMES.items() if any(code in case.themes for case in cases)},
        "levier": {name: shown[name] for name in library.levers if name in shown},
        "echelle": _known(ECHELLES, [case.echelle for case in cases]),
        "forme": _known(FORMES, [case.forme_juridique for case in cases]),
        "annee": {**{str(year): str(year) for year in years}, **_silent([case.annee for case in cases])},
    }


def _known(words: Mapping[str, str], values: Sequence[str | None]) -> dict[str, str]:
    return {code: said for code, said in words.items() if code in values} | _silent(values)


def _silent(values: Sequence[object]) -> dict[str, str]:
    return {UNKNOWN: NON_PRECISE} if None in values else {}


def show(choice: Choice, known: Options, cases: Sequence[Case]) -> None:
    """Draw the panel of filters, then the chips."""
    offered = choices(cases)
    with st.container(key="filtres_cas", horizontal=True, gap="small", vertical_alignment="center"):
        panel.show(
            messages.FILTRER, lambda: _fields(choice, known, offered), key="filtrer_cas", icon=":material/filter_list:", width=520
        )
        st.html(chips(choice, known, offered))


def _fields(choice: Choice, known: Options, offered: Mapping[str, Mapping[str, str]]) -> None:
    for name, field in _FIELDS.items():
        key = f"_cas_{name}"
        align(key, [value for value in _values(choice, known, field) if value in offered[name]])
        words = offered[name]
        st.multiselect(
            messages.FILTRES[name], list(words), key=key, format_func=words.__getitem__, placeholder="Tous",
            on_change=guarded(_changed), args=(key, field),
        )  # fmt: skip


def _values(choice: Choice, known: Options, field: str) -> Sequence[str]:
    values: Sequence[str] = choice.selection.themes if field == "themes" else getattr(known, field)
    return values


def _changed(key: str, field: str) -> None:
    changes: dict[str, Any] = {field: tuple(st.session_state[key])}
    go(**changes)


def chips(choice: Choice, known: Options, offered: Mapping[str, Mapping[str, str]]) -> str:
    """Draw the filters that are on; each takes itself away."""
    found = []
    for name, field in _FIELDS.items():
        values = _values(choice, known, field)
        for value in values:
            changes: dict[str, Any] = {field: tuple(other for other in values if other != value)}
            words = offered[name].get(value) or (THEMES.get(value, value) if name == "theme" else value)
            said = f"{messages.FILTRES[name]}\u00a0: {words}" if value == UNKNOWN else words
            found.append(link(esc(said, 60), "cas", address(choice, known, **changes), css="puce"))
    if len(known.cas) > 1:
        found.append(link(f"{len(known.cas)} cas d’un même lieu", "cas", address(choice, known, cas=()), css="puce"))
    if len(found) > 1:
        none: dict[str, Any] = dict.fromkeys(_FIELDS.values(), ()) | {"cas": ()}
        found.append(link(messages.RETIRER, "cas", address(choice, known, **none)))
    return f'<p class="puces">{" ".join(found)}</p>' if found else "<p></p>"
