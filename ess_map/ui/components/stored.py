"""What is read from the folder of the user: a damaged file says so in French, stays as it is, and may be set aside."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import streamlit as st

from ess_map.errors import StoreError
from ess_map.planning.store import Document
from ess_map.typography import fr
from ess_map.ui import lever_messages as messages
from ess_map.ui.boundary import guarded
from ess_map.ui.boundary import show as show_error
from ess_map.ui.markup import esc
from ess_map.ui.state import store

if TYPE_CHECKING:
    from collections.abc import Callable

D = TypeVar("D", bound=Document)
_SAID = "_mis_de_cote"


def read(subject: str, ref: str, empty: D) -> D | None:
    """Read a document of a territory; None when it cannot be read, which is said with the way out."""
    said = st.session_state.pop(_SAID, "")
    if said:
        st.html(f'<p class="note" role="status">{esc(fr(messages.MIS_DE_COTE.format(nom=said)))}</p>')
    try:
        return store().read(subject, ref, empty)
    except StoreError as error:
        show_error(str(error))
        st.button(messages.METTRE_DE_COTE, key="mettre_de_cote", on_click=guarded(_aside), args=(subject, ref))
        return None


def _aside(subject: str, ref: str) -> None:
    st.session_state[_SAID] = store().set_aside(subject, ref)


def change(subject: str, ref: str, empty: D, rule: Callable[[D], D]) -> bool:
    """Change a document from a widget; tell whether it was saved, and say it either way."""
    try:
        store().change(subject, ref, empty, rule)
    except StoreError as error:
        show_error(str(error))
        return False
    st.toast(messages.ENREGISTRE)
    return True
