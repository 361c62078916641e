"""Which need is looked at: the measured gaps of the territory, each with its number of cases, or any theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ess_map.actors.model import THEMES
from ess_map.indicators.reach import DEFAULT_KM
from ess_map.typography import count, fr
from ess_map.ui import case_messages as messages
from ess_map.ui.boundary import guarded
from ess_map.ui.cases_state import address, go
from ess_map.ui.markup import esc, link
from ess_map.ui.selection_state import align
from ess_map.ui.state import resources

if TYPE_CHECKING:
    from ess_map.cases.matching.model import Matching, Need
    from ess_map.ui.cases_state import Options
    from ess_map.ui.selection_state import Choice

_KEY = "_besoin"
_SHOWN = 5
_FAR = ("eloignement_theme", "habitants_sans_insertion")
"""Indicators whose gap is a share of inhabitants far from any actor."""


def show(choice: Choice, known: Options, measured: Matching | None, *, page: str) -> None:
    """Draw the list of needs; `measured` is what the gaps alone give, None without a territory."""
    library = resources().library
    total = f"{count(len(library.located()), 'cas localisé', 'cas localisés')} et {count(len(library.schemes()), 'dispositif')}"
    st.html(f'<h2 class="inter">{messages.BESOINS}</h2>')
    if measured is None:
        st.html(f'<p class="note">{esc(messages.BESOINS_AILLEURS if page == "cas" else messages.BESOINS_LEVIERS)}</p>')
    else:
        st.html(f'<p class="note">{esc(fr(messages.BESOINS_NOTE.format(total=total)))}</p>{_list(choice, known, measured, page)}')
    align(_KEY, known.besoin or None)
    st.selectbox(
        messages.AUTRE_THEME, list(THEMES), key=_KEY, index=None, format_func=THEMES.__getitem__, placeholder="Choisir",
        on_change=guarded(_chosen),
    )  # fmt: skip
    if page == "cas":
        st.html(f'<p class="note"><b>{messages.COMMENT}</b><br>{esc(messages.COMMENT_TEXTE)}</p>')


def _chosen() -> None:
    go(besoin=st.session_state[_KEY] or "", cas=(), tout=False)


def _list(choice: Choice, known: Options, measured: Matching, page: str) -> str:
    if not measured.besoins:
        return f'<p class="note suite">{esc(fr(messages.AUCUN_ECART))}</p>'
    needs = [need for need in measured.besoins if need.theme]
    first = _line(choice, known, "", messages.TOUS_LES_ECARTS, count(len(needs), "besoin"), page)
    lines = [_line(choice, known, need.theme, THEMES[need.theme], f"{_gap(need)}, {_cases(need)}", page) for need in needs]
    rest = lines[_SHOWN:]
    more = f"<details><summary>{count(len(rest), 'autre besoin', 'autres besoins')}</summary><ul>{''.join(rest)}</ul></details>"
    return f'<ul class="besoins">{first}{"".join(lines[:_SHOWN])}</ul>{f"<div class=besoins>{more}</div>" if rest else ""}'


def _line(choice: Choice, known: Options, theme: str, words: str, note: str, page: str) -> str:
    here = ' aria-current="true"' if known.besoin == theme else ""
    params = address(choice, known, besoin=theme, cas=(), tout=False)
    text = link(esc(words), page, params, css="besoin")
    return f"<li{here}>{text}<span>{esc(note)}</span></li>"


def _gap(need: Need) -> str:
    """Say what was measured, short: « 62,0 % des habitants à plus de 15 km »."""
    if not need.ecarts:
        return "besoin exprimé"
    gap = need.ecarts[0]
    seen = gap.phrase.split(" (")[0].split(", contre")[0].rstrip(".")
    if gap.id.partition(".")[0] not in _FAR:
        return fr(f"{gap.titre}, {seen}")
    return fr(f"{seen}{'' if 'habitant' in seen else ' des habitants'} à plus de {DEFAULT_KM} km")


def _cases(need: Need) -> str:
    return count(need.cas, "cas", "cas") if need.cas else "aucun cas"
