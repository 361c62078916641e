"""« Comparé à »: the level above, any wider one, several at once, the median of the comparables, or any territory by search."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from ess_map.actors import references
from ess_map.indicators.default_reference import default_reference
from ess_map.territories.model import FRANCE, Niveau
from ess_map.ui import diagnosis_messages as messages
from ess_map.ui.boundary import guarded
from ess_map.ui.components.picker import SEVERAL, certain, encoded, find
from ess_map.ui.components.place_words import describe
from ess_map.ui.diagnosis_state import change_reference, options
from ess_map.ui.markup import esc, link, plain
from ess_map.ui.messages import TERRITOIRE_EXEMPLE
from ess_map.ui.selection_state import align, current
from ess_map.ui.state import resources

if TYPE_CHECKING:
    from ess_map.territories.model import TerritoryRef
    from ess_map.ui.selection_state import Choice

KEY = "reference"
_OPEN = "_reference_ouverte"
_SEARCH = "autre"
_WIDTH = 260
_LONGEST = 200


def choices(ref: TerritoryRef, asked: str) -> dict[str, str]:
    """
    Give what a territory may be compared with: value of the address -> name.

    The first is the default, written as an empty value.
    """
    atlas = resources().atlas
    usual = default_reference(atlas, ref)
    if usual is None:
        found = {"": messages.SANS_REFERENCE}
    else:
        mine = atlas.members(ref)
        wider = [parent for parent in atlas.get(ref).parents if atlas.members(parent) != mine]
        wider = [parent for parent in wider if parent not in (usual, FRANCE) and parent.niveau is not Niveau.ZONE_EMPLOI]
        others = [*wider, *([FRANCE] if usual != FRANCE else [])]
        found = {"": atlas.get(usual).nom} | {str(parent): atlas.get(parent).nom for parent in others}
        if others:
            every = [usual, *others][: references.MOST]
            found[references.join(map(str, every))] = messages.several([atlas.get(parent).nom for parent in every])
        found[references.COMPARABLES] = messages.MEDIANE
    if asked not in found:
        found[asked] = messages.several([name_of(piece) for piece in references.split(asked)])
    return found | {_SEARCH: messages.AUTRE_TERRITOIRE}


def name_of(reference: str) -> str:
    """Name one reference of an address."""
    return messages.MEDIANE if reference == references.COMPARABLES else resources().atlas.get(reference).nom


def show(choice: Choice, ref: TerritoryRef) -> None:
    """Draw the selector."""
    asked = choice.selection.reference
    usual = default_reference(resources().atlas, ref)
    found = choices(ref, "" if usual is not None and asked == str(usual) else asked)
    align(KEY, "" if asked not in found else asked)
    st.selectbox(
        messages.COMPARE_A, list(found), key=KEY, format_func=lambda value: plain(found[value]), on_change=_changed, width=_WIDTH,
        help=messages.AIDE_REFERENCE,
    )  # fmt: skip


def _changed() -> None:
    value = str(st.session_state[KEY])
    if value == _SEARCH:
        st.session_state[_OPEN] = _here()  # the search closes by itself once the address has changed
    else:
        change_reference(value)


def _here() -> tuple[str, str]:
    selection = current().selection
    return str(selection.territoire), selection.reference


def show_search() -> None:
    """Draw the search of another reference, once asked for."""
    if st.session_state.get(_OPEN) == _here():
        with st.container(key="recherche_reference", gap=None, width=560):
            _search()


@st.fragment
@guarded
def _search() -> None:
    typed = st.text_input(
        messages.CHERCHER_REFERENCE, key="reference_texte", type="search", live="200ms", placeholder=TERRITOIRE_EXEMPLE
    )
    text = (typed or "").strip()[:_LONGEST]
    if text:
        with st.container(key="suggestions_reference"):
            st.html(_answer(text))


def _answer(text: str) -> str:
    atlas, selection = resources().atlas, current().selection
    kept = options()[0].params()
    hits, advice = find(atlas, text)
    items = "".join(
        f"<li>{link(f'<b>{esc(hit.nom)}</b><span>{esc(describe(atlas, hit))}</span>', 'diagnostic', replace(selection, reference=str(hit.ref)).params() | kept)}</li>"
        for hit in hits
    )
    told = f'<p class="conseil" role="status"{"" if advice else " hidden"}>{esc(advice or SEVERAL)}</p>'  # Enter shows it
    return f'<div data-q="{encoded(text)}" data-sur="{int(not advice and certain(text, hits))}">{told}<ul class="suggestions">{items}</ul></div>'
