"""The small map that says where a territory is: a drawing behind, real words above."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ess_map.ui import messages
from ess_map.ui.markup import esc

if TYPE_CHECKING:
    from ess_map.territories.model import TerritoryRef


def show(ref: TerritoryRef, name: str) -> None:
    """Draw the locator of a territory."""
    st.html(
        f'<div class="situ" role="img" aria-label="{esc(name or str(ref))}" style="aspect-ratio:430/270;background-color:var(--mer)"></div>'
    )
    st.html(f'<p class="note">{messages.CONTOURS}</p>')
