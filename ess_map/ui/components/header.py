"""The head of every page: the brand and the pages that exist, the territory carried along."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ess_map.errors import EssMapError
from ess_map.ui import messages
from ess_map.ui.markup import esc, href, link
from ess_map.ui.selection_state import current

if TYPE_CHECKING:
    from collections.abc import Mapping


def show(here: str) -> None:
    """Draw the head; `here` is the path of the page shown."""
    carried = _carried()
    links = "".join(_page(path, title, carried, here) for path, title in messages.PAGES.items())
    brand = f'<a class="marque" href="{href("", {})}"><i aria-hidden="true"></i>{messages.PRODUIT}</a>'
    with st.container(key="tete"):
        st.html(f'<header class="entete">{brand}<nav aria-label="Pages">{links}</nav></header>')


def leave_projection(here: str) -> None:
    """Draw the way back from a projected page."""
    params = {name: value for name, value in st.query_params.to_dict().items() if name != "projection"}
    st.html(f'<div class="tete"><span></span>{link(messages.QUITTER_PROJECTION, here, params, css="bouton nu")}</div>')


def _page(path: str, title: str, carried: Mapping[str, str], here: str) -> str:
    mark = ' aria-current="page"' if path == here else ""
    return f'<a href="{href(path, carried)}" data-nom="{esc(title)}"{mark}>{esc(title)}</a>'


def _carried() -> dict[str, str]:
    """Carry what was chosen from page to page; without data there is nothing to carry, and the page says why."""
    try:
        return current().carried()
    except EssMapError:
        return {}
