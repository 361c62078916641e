"""On the portrait: the three gaps to look at together, and the door to the diagnosis."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ess_map.indicators.figures import figure
from ess_map.indicators.gaps import gaps_for
from ess_map.indicators.portrait import question_of
from ess_map.ui import diagnosis_messages as messages
from ess_map.ui.boundary import boundary
from ess_map.ui.components.diag_words import tags, worded
from ess_map.ui.markup import esc, link
from ess_map.ui.state import evidence

if TYPE_CHECKING:
    from ess_map.indicators.gaps import Ecart
    from ess_map.territories.model import Territory
    from ess_map.ui.selection_state import Choice

_SHOWN = 3


def show(choice: Choice, territory: Territory) -> None:
    """Draw them; nothing when nothing stands out. What cannot be computed leaves the rest of the portrait alone."""
    with boundary():
        known = evidence()
        question, _ = question_of(known, territory.ref, nombre=0, nom=choice.selection.nom)
        gaps = gaps_for(known, question)[:_SHOWN]
        if not gaps:
            return
        with st.container(key="fil_ecarts"):
            note = messages.ENTREE_NOTE.format(reference=known.atlas.get(question.references[0]).nom)
            st.html(f'<h2 class="inter">{esc(messages.door_title(len(gaps)))}</h2><p class="note">{esc(note)}</p>')
            grid = st.grid(columns=_SHOWN, min_column_width=280, gap="medium")
            for position, gap in enumerate(gaps):
                with grid.cell(), st.container(key=f"voile_ecart_{position}", height="stretch"):
                    st.html(_html(choice, gap))


def _html(choice: Choice, gap: Ecart) -> str:
    shown = figure(gap.valeur, evidence())
    way = link(messages.VOIR_INDICATEUR, "diagnostic", choice.territory_params(), css="fleche")
    return (
        f'<div class="point ecart"><h3>{esc(gap.titre)}</h3><p class="val">{worded(shown.nombre, shown.unite)}</p>'
        f'<p>{esc(gap.phrase)}</p><p class="note">{esc(gap.prudence)}</p>{tags(shown)}{way}</div>'
    )
