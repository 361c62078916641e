"""The projector: one figure, readable at six metres, and the way to the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ess_map.maps.theme_parts import ground
from ess_map.ui import diagnosis_messages as messages
from ess_map.ui.components import diag_cards, thematic_panel
from ess_map.ui.components import thematic_choices as choices
from ess_map.ui.components.diag_words import number_html, tags
from ess_map.ui.markup import esc, link
from ess_map.ui.messages import QUITTER_PROJECTION
from ess_map.ui.state import evidence

if TYPE_CHECKING:
    from ess_map.indicators.page_model import DiagnosisPage, Figure
    from ess_map.territories.model import TerritoryRef
    from ess_map.ui.diagnosis_state import Options
    from ess_map.ui.selection_state import Choice

_SCALE = 1.7
_MAP = 860
"""Height of the map, pixels."""


def shown(page: DiagnosisPage, identifier: str) -> Figure | None:
    """Give the figure asked, else the first headline that has a value."""
    asked = page.figure(identifier) if identifier else None
    known = [figure for figure in page.principaux if diag_cards.known(figure)]
    return asked or next(iter(known or page.principaux), None)


def show(choice: Choice, page: DiagnosisPage, options: Options, reference: TerritoryRef | None) -> None:
    """Draw the figure beside the map of its indicator; `reference` is the territory compared with, None without."""
    figure = shown(page, options.indicateur)
    leave = link(QUITTER_PROJECTION, "diagnostic", choice.params(projection=False) | options.params(), css="bouton nu")
    st.html(
        f'<div class="tete"><h1 class="titre"><span>{esc(page.nom)}</span></h1><div class="boutons">{_steps(choice, page, options, figure)}{leave}</div></div>'
    )
    if figure is None:
        return
    cut = ground(evidence().atlas, page.territoire)
    theme = choices.projected(cut, options, figure.id, reference)
    with st.container(key="indicateurs"):
        left, right = st.columns([1, 1.25], gap="medium")
        with left:
            _figure(figure)
        with right, st.container(key="projete_carte"):
            if theme is None:
                st.html(f'<p class="note">{messages.SANS_CARTE}</p>')
            else:
                thematic_panel.project(theme, height=_MAP)


def _figure(figure: Figure) -> None:
    st.html(
        f'<div class="projete ind"><h2 class="q">{esc(figure.titre)}</h2><p class="val">{number_html(figure)}</p>'
        f"<p>{diag_cards.verdict(figure)}{esc(figure.phrase)}</p>{diag_cards.notes(figure, line=False)}</div>"
    )
    diag_cards.chart(figure, scale=_SCALE)
    st.html(f'<div class="projete_pied">{tags(figure)}</div>')


def _steps(choice: Choice, page: DiagnosisPage, options: Options, figure: Figure | None) -> str:
    if figure is None:
        return ""
    order = [found.id for found in page.principaux if diag_cards.known(found) or found.id == figure.id]
    if figure.id not in order or len(order) < 2:  # noqa: PLR2004 - nothing to step to
        return ""
    at = order.index(figure.id)
    steps = ((messages.PRECEDENT, order[at - 1]), (messages.SUIVANT, order[(at + 1) % len(order)]))
    return "".join(
        link(words, "diagnostic", choice.params() | options.params(indicateur=name), css="bouton nu") for words, name in steps
    )
