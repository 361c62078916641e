"""What stands out: strengths and gaps, each with its value, its uncertainty, its caution, and the way to its actors."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ess_map.cases.matching.weights import weights
from ess_map.indicators.gaps import Nature
from ess_map.ui import diagnosis_messages as messages
from ess_map.ui.components.diag_words import tags, worded
from ess_map.ui.markup import esc, link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ess_map.indicators.page_model import DiagnosisPage, GapCard
    from ess_map.ui.selection_state import Choice

_SHOWN = 3


def show(choice: Choice, page: DiagnosisPage, *, compared: bool) -> None:
    """Draw the two lists; `compared` says whether there is a territory to compare with."""
    with st.container(key="fil_ecarts"):
        st.html(f'<h2 class="inter">{messages.ECARTS}</h2><p class="note">{esc(messages.ECARTS_NOTE)}</p>')
        if not compared:
            st.html(f'<p class="note suite">{esc(messages.ECARTS_SANS_REFERENCE)}</p>')
            return
        for title, cards, empty, key in (
            (messages.MANQUES, page.manques, messages.AUCUN_MANQUE, "manque"),
            (messages.FORCES, page.forces, messages.AUCUNE_FORCE, "force"),
        ):
            st.html(f'<h3 class="groupe">{title}</h3>')
            _group(choice, page, cards, key) if cards else st.html(f'<p class="note">{esc(empty)}</p>')


def _group(choice: Choice, page: DiagnosisPage, cards: Sequence[GapCard], key: str) -> None:
    grid = st.grid(columns=_SHOWN, min_column_width=280, gap="medium")
    for position, card in enumerate(cards[:_SHOWN]):
        with grid.cell(), st.container(key=f"voile_{key}_{position}", height="stretch"):
            st.html(html(choice, page, card))
    rest = cards[_SHOWN:]
    if rest:
        lines = "".join(f"<li>{_line(choice, page, card)}</li>" for card in rest)
        st.html(
            f'<details class="suite_ecarts"><summary>{messages.more_gaps(len(rest))}</summary><ul class="ecarts">{lines}</ul></details>'
        )


def html(choice: Choice, page: DiagnosisPage, card: GapCard) -> str:
    """Write one gap: title, value, sentence, caution, source, one link."""
    figure = page.figure(card.ecart.id)
    value = worded(figure.nombre, figure.unite) if figure is not None else ""
    origin = tags(figure) if figure is not None else ""
    return (
        f'<div class="point ecart"><h3>{esc(card.titre)}</h3><p class="val">{value}</p>'
        f'<p><i aria-hidden="true">{card.signe}</i> {esc(card.phrase)}</p>{_caution(card)}'
        f"{origin}{_way(choice, card)}</div>"
    )


def _caution(card: GapCard) -> str:
    """Write the caution that applies, but for the one that already stands above the list."""
    return "" if card.prudence in messages.ECARTS_NOTE else f'<p class="note">{esc(card.prudence)}</p>'


def _line(choice: Choice, page: DiagnosisPage, card: GapCard) -> str:
    figure = page.figure(card.ecart.id)
    origin = tags(figure) if figure is not None else ""
    return f"<b>{card.signe} {esc(card.titre)}</b> {esc(card.phrase)}{origin}{_way(choice, card)}"


def _way(choice: Choice, card: GapCard) -> str:
    found = choice.territory_params()
    if card.ecart.theme:
        found |= {"theme": card.ecart.theme}
    elif card.ecart.famille:
        found |= {"famille": card.ecart.famille}
    words = messages.VOIR_ACTEURS if card.ecart.acteurs else messages.VOIR_CARTE
    return link(words, "carte", found, css="fleche") + _answers(choice, card)


def _answers(choice: Choice, card: GapCard) -> str:
    """Lead from a lack to what others did about it."""
    need = card.ecart.theme or weights().ecarts.get(card.ecart.id.partition(".")[0], "")
    if card.ecart.nature is not Nature.MANQUE or not need:
        return ""
    return " " + link(messages.VOIR_CAS, "cas", choice.territory_params() | {"besoin": need}, css="fleche")
