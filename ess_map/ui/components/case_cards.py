"""The cards of cases: those that matching ranks, with their why; those of the library, in its order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ess_map.ui import case_messages as messages
from ess_map.ui.cases_state import address
from ess_map.ui.components import case_words, roadmap_button
from ess_map.ui.markup import esc, link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ess_map.cases.matching.model import LeverToPull, Match
    from ess_map.cases.model import Case
    from ess_map.planning.roadmap import Action, Roadmap
    from ess_map.ui.cases_state import Options
    from ess_map.ui.selection_state import Choice

_LEVERS = 4


def ranked(choice: Choice, known: Options, match: Match, roadmap: Roadmap | None, *, first: bool) -> None:
    """Draw a case that answers a need: why, what differs, levers, source, and what to do with it."""
    case = match.cas
    with st.container(key=f"fil_cas_{case.id}"):
        sentences = case_words.lines(messages.POURQUOI, match.raisons, "✓")
        differences = case_words.lines(messages.DIFFERE, match.differences, "≠")
        st.html(
            f'<article class="cas"><h2 class="inter">{esc(case.nom)}</h2><p class="resume">{esc(case.titre)}</p>'
            f'<p class="note">{esc(case_words.where(case))}</p>{case_words.themes(case.themes)}'
            f'<div class="deux">{sentences}{differences}</div>{levers(choice, known, match.leviers)}'
            f'<p class="note suite">Cas {case.id}. {case_words.facts(case)}. {esc(case_words.sources(case.sources))}</p></article>'
        )
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            roadmap_button.show(choice, case.id, lambda: _action(match), roadmap, strong=first)
            st.html(link(messages.LIRE, "cas", address(choice, known, cas=(case.id,), tout=False), css="bouton"), width="content")


def _action(match: Match) -> Action:
    mine = [lever.levier.id for lever in match.leviers if lever.peut]
    title = f"S’inspirer de {match.cas.nom} : {match.cas.titre[:1].lower()}{match.cas.titre[1:]}"
    return roadmap_button.new_action(title, cas=[match.cas.id], leviers=mine, besoin=match.besoin.theme)


def levers(
    choice: Choice,
    known: Options,
    found: Sequence[LeverToPull],
    *,
    rest_in: str = "dans la fiche du cas",
    title: str = messages.LEVIERS_EMPLOYES,
) -> str:
    """Draw the first levers, each with who may act, and say where the rest is."""
    if not found:
        return f'<p class="note suite">{esc(messages.SANS_LEVIER)}</p>'
    rows = "".join(
        f"<li>{lever_link(choice, known, lever)}<span>{case_words.powers(lever.pouvoirs)}</span></li>"
        for lever in found[:_LEVERS]
    )
    rest = len(found) - _LEVERS
    others = "un autre" if rest == 1 else f"{rest} autres"
    more = f'<li class="note">et {others}, {rest_in}</li>' if rest > 0 else ""
    head = f"<li><b>{title}</b><span>{messages.QUI_PEUT_AGIR}</span></li>"
    return f'<ul class="leviers">{head}{rows}{more}</ul>'


def lever_link(choice: Choice, known: Options, lever: LeverToPull) -> str:
    """Lead to a lever."""
    params = address(choice, known, levier=(lever.levier.id,), cas=(), volet="", tout=False)
    return link(esc(lever.levier.titre), "leviers", params)


def plain(choice: Choice, known: Options, cases: Sequence[Case]) -> str:
    """Draw cases in the order of the library: what, where, when; the title leads to the sheet."""
    return f'<div class="cartes larges">{"".join(_plain(choice, known, case) for case in cases)}</div>'


def _plain(choice: Choice, known: Options, case: Case) -> str:
    way = link(esc(case.nom), "cas", address(choice, known, cas=(case.id,), tout=False))
    return (
        f'<article class="voile cas court"><h3>{way}</h3><p>{esc(case.titre)}</p><p class="note">{esc(case_words.where(case))}</p>'
        f'{case_words.themes(case.themes)}<p class="note">{case.id}. {case_words.facts(case)}.</p></article>'
    )
