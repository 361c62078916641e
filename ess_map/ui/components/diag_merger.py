"""« Et si ces territoires fusionnaient ? »: the headline figures of each before, of the whole after."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ess_map.indicators.catalogue import catalogue
from ess_map.indicators.figures import figure
from ess_map.indicators.merging import merged, merger
from ess_map.indicators.page import HEADLINES
from ess_map.ui import diagnosis_messages as messages
from ess_map.ui.components.diag_words import short_source
from ess_map.ui.diagnosis_state import MOST_MERGED, change
from ess_map.ui.markup import esc, label, link
from ess_map.ui.selection_state import align
from ess_map.ui.state import evidence, resources

if TYPE_CHECKING:
    from ess_map.indicators.merging import Merger
    from ess_map.indicators.model import Value
    from ess_map.territories.model import TerritoryRef
    from ess_map.ui.diagnosis_state import Options
    from ess_map.ui.selection_state import Choice

KEY = "fusion"


def show(choice: Choice, ref: TerritoryRef, options: Options) -> None:
    """Draw the question, and the answer once neighbours are chosen; nothing for a territory without neighbour."""
    atlas = resources().atlas
    near = [str(found) for found in atlas.neighbours(ref, limit=MOST_MERGED)]
    offered = list(dict.fromkeys([*near, *(text for text in options.fusion if text != str(ref))]))
    if not offered:
        return
    with st.container(key="fil_fusion"):
        st.html(f'<h2 class="inter">{esc(messages.FUSION)}</h2><p class="note">{esc(messages.FUSION_NOTE)}</p>')
        chosen = [text for text in options.fusion if text in offered]
        align(KEY, chosen)
        st.pills(
            messages.FUSION_AVEC, offered, selection_mode="multi", key=KEY, on_change=_changed, wrap=True,
            format_func=lambda text: label(atlas.get(text).nom),
        )  # fmt: skip
        if chosen:
            _answer(choice, [str(ref), *chosen], options)


def _changed() -> None:
    change(fusion=tuple(st.session_state[KEY]))


def _answer(choice: Choice, refs: list[str], options: Options) -> None:
    known = evidence()
    indicators = [catalogue()[name] for name in HEADLINES]
    found = known.remember(("fusion", tuple(refs)), lambda: merger(known, refs, indicators))
    names = [value.nom for value in found[0].avant]
    head = "".join(f'<th scope="col" class="n">{esc(name)}</th>' for name in (*names, messages.FUSION_ENSEMBLE))
    body = "".join(_row(line) for line in found)
    whole = choice.params(territoire=merged(known, refs), nom="", zone=None, acteur="") | options.params(fusion=())
    st.html(
        f'<div class="large"><table class="simple fusion"><thead><tr><th scope="col">Indicateur</th>{head}<th scope="col">Source, millésime</th></tr></thead>'
        f"<tbody>{body}</tbody></table></div>{link(messages.FUSION_VOIR, 'diagnostic', whole, css='fleche')}"
    )


def _row(line: Merger) -> str:
    last = figure(line.apres, evidence())
    cells = "".join(f'<td class="n">{esc(_shown(value))}</td>' for value in line.avant)
    unit = f"<small>{esc(line.apres.indicateur.unite)}</small>"
    return (
        f'<tr><th scope="row">{esc(last.titre)}{unit}</th>{cells}<td class="n"><b>{esc(_shown(line.apres))}</b></td>'
        f"<td>{esc(short_source(last))}, {esc(last.millesime)}</td></tr>"
    )


def _shown(value: Value) -> str:
    shown = figure(value, evidence())
    return f"{shown.nombre} {shown.unite}" if value.valeur is not None and value.affichage.value == "effectif" else shown.nombre
