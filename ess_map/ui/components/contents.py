"""The table of contents of a long page: links to its parts, which the page's script brings into view."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ess_map.errors import EssMapError
from ess_map.ui import messages
from ess_map.ui.markup import esc, link
from ess_map.ui.selection_state import current

if TYPE_CHECKING:
    from collections.abc import Mapping


def show(page: str, parts: Mapping[str, str]) -> None:
    """
    Draw the links.

    Parameters
    ----------
    page
        Path of this page.
    parts
        Key of the container of a part, which opens with its `h2` -> title.
    """
    try:
        here = current().carried()
    except EssMapError:  # without data nothing is chosen, and the parts are there all the same
        here = {}
    links = "".join(link(esc(title), page, here, anchor=part) for part, title in parts.items())
    st.html(f'<nav class="sommaire" aria-label="{messages.SUR_CETTE_PAGE}">{links}</nav>')
