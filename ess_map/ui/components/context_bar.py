"""The context bar, the same on every page: which territory, how many actors, how fresh, and how to share it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ess_map.errors import EssMapError
from ess_map.typography import NON_PRECISE
from ess_map.ui import messages
from ess_map.ui.components import picker, share
from ess_map.ui.components.register_words import freshness
from ess_map.ui.markup import esc, link

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ess_map.ui.selection_state import Choice

_PICKER_WIDTH, _BESIDE_WIDTH, _WELCOME_WIDTH = 380, 310, 620


def show(
    choice: Choice, name: str, total: int | None, *, page: str, welcome: bool = False, to_check: int = 0,
    more: Callable[[], Mapping[str, str]] | None = None, reference: Callable[[], None] | None = None,
) -> None:  # fmt: skip
    """
    Draw the bar.

    Parameters
    ----------
    choice
        What the address says.
    name
        Name of the territory chosen, empty without one.
    total
        Actors counted on this page; None when they cannot be read, which is not 0.
    page
        Path of this page.
    to_check
        How many of them only the complementary register knows.
    welcome
        Whether nothing is chosen yet: the same blocks, the search alone on its line and larger.
    more
        Gives the parameters of the address that only this page reads.
    reference
        Draws what the territory is compared with, on the pages that compare.
    """
    with st.container(key="accueil" if welcome else "contexte", horizontal=True, vertical_alignment="bottom", gap="medium"):
        picker.show(name, page=page, width=_WELCOME_WIDTH if welcome else _BESIDE_WIDTH if reference else _PICKER_WIDTH)
        if reference is not None:
            with st.container(key="compare", width="content"):
                reference()
        with st.container(key="compteur", width="content"):
            said = NON_PRECISE if total is None else messages.actors(total)
            some = f"<small>{esc(messages.among_to_check(to_check, total or 0))}</small>" if to_check else ""
            st.html(f'<p class="total" role="status">{esc(said)}{some}</p>', width="content")
        st.html(f'<p class="frais">{messages.FRAICHEUR}<b>{esc(_fresh(choice))}</b></p>', width="content")
        st.space("stretch")
        if choice.selection.projection and not page:
            return  # already projected; Carte and Diagnostic have a head of their own, the other pages are never projected
        with st.container(key="actions", horizontal=True, width="content", gap="small", vertical_alignment="center"):
            own = more or dict
            st.html(_project(choice, page, dict(own())), width="content")
            share.show(page, lambda: choice.params() | dict(own()))


def _fresh(choice: Choice) -> str:
    """Say how old the lists are; when their identity cards cannot be read, it is not known, and the rest of the page lives."""
    try:
        return freshness(choice.selection.territoire, complement=choice.selection.complement)
    except EssMapError:
        return NON_PRECISE


def _project(choice: Choice, page: str, more: dict[str, str]) -> str:
    icon = '<span class="icone" aria-hidden="true">cast</span>'
    where = page if page == "diagnostic" else "carte"
    return link(f"{icon}{messages.PROJETER}", where, choice.selection.params() | more | {"projection": "1"}, css="bouton")
