"""« Comparables : pourquoi eux ? »: the list with its reasons and differences, and the weights that choose it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ess_map.actors.references import COMPARABLES
from ess_map.indicators.comparables_variables import variables
from ess_map.typography import capitalized
from ess_map.ui import diagnosis_messages as messages
from ess_map.ui.components import panel
from ess_map.ui.diagnosis_state import change
from ess_map.ui.markup import esc, label, link

if TYPE_CHECKING:
    from ess_map.indicators.page_model import ComparableCard, DiagnosisPage
    from ess_map.ui.diagnosis_state import Options
    from ess_map.ui.selection_state import Choice

_HEAVIEST = 3.0


def show(choice: Choice, page: DiagnosisPage, options: Options) -> None:
    """Draw the list and the panel of weights."""
    with st.container(key="comparables"):
        st.html(f'<h2 class="inter">{esc(messages.COMPARABLES)}</h2><p class="note">{esc(messages.COMPARABLES_NOTE)}</p>')
        if not page.comparables:
            st.html(f'<p class="note suite">{esc(messages.SANS_COMPARABLE)}</p>')
            return
        first = page.comparables[0]
        cards = "".join(_card(choice, card, options) for card in page.comparables)
        st.html(
            f'<ul class="semblables">{cards}</ul><div class="etiquettes"><span class="etq trait">{esc(first.source)}</span>'
            f'<span class="etq trait">{esc(first.millesime)}</span></div>'
        )
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            panel.show(messages.CHANGER_COMPARABLES, lambda: _weights(options), key="poids", icon=":material/tune:")
            median = choice.params(reference=COMPARABLES) | options.params()
            st.html(link(messages.SE_COMPARER, "diagnostic", median, css="bouton nu"), width="content")


def _card(choice: Choice, card: ComparableCard, options: Options) -> str:
    there = choice.params(territoire=card.territoire, nom="", zone=None, acteur="") | options.params(fusion=())
    same = "".join(f'<li class="oui">{esc(capitalized(reason))}</li>' for reason in card.raisons)
    other = "".join(f'<li class="non">{esc(capitalized(difference))}</li>' for difference in card.differences)
    return (
        f"<li><b>{link(esc(card.nom), 'diagnostic', there)}</b> <small>{esc(messages.away(card.distance))}</small>"
        f"<ul>{same}{other}</ul></li>"
    )


def _weights(options: Options) -> None:
    asked = dict(options.poids)
    st.html(
        f'<h2 class="inter">{messages.CHANGER_COMPARABLES}</h2><p class="note">{esc(messages.POIDS_AVIS)}</p>', width="stretch"
    )
    with st.form("poids_formulaire", border=False):
        for name, variable in variables().items():
            st.slider(
                label(capitalized(variable.libelle)), 0.0, _HEAVIEST, float(asked.get(name, variable.poids)), 0.5, key=f"poids_{name}",
                format="%.1f",
            )  # fmt: skip
        st.form_submit_button(messages.APPLIQUER, on_click=_applied, type="primary")
    if asked:
        st.button(messages.POIDS_USUELS, key="poids_usuels", on_click=change, kwargs={"poids": ()}, type="tertiary")


def _applied() -> None:
    chosen = {name: float(st.session_state[f"poids_{name}"]) for name in variables()}
    changed = tuple((name, weight) for name, weight in chosen.items() if weight != variables()[name].poids)
    change(poids=changed)
