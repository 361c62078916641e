"""The small map that says where a territory is: a drawing behind, real words above (st.html keeps no inline SVG)."""

from __future__ import annotations

import base64
from functools import lru_cache
from typing import TYPE_CHECKING

import streamlit as st

from ess_map.maps.locator import HEIGHT, WIDTH, locate
from ess_map.ui import messages, style
from ess_map.ui.boundary import guarded
from ess_map.ui.markup import esc
from ess_map.ui.state import resources

if TYPE_CHECKING:
    from ess_map.maps.view import Mode
    from ess_map.territories.model import TerritoryRef

_KEPT = 128


@guarded
def show(ref: TerritoryRef, name: str = "") -> None:
    """Draw the locator of a territory; `name`, when given, is what its visitors call it."""
    st.html(_picture(ref, name, style.mode()))
    st.html(f'<p class="note">{messages.CONTOURS}</p>')


@lru_cache(maxsize=_KEPT)
def _picture(ref: TerritoryRef, name: str, mode: Mode) -> str:
    known = resources()
    picture = locate(known.atlas, known.contours, ref, mode)
    drawing = base64.b64encode(picture.svg.encode()).decode()
    names = "".join(
        f'<span{" class=ici" if place.strong else ""} style="left:{place.x_pct}%;top:{place.y_pct}%;--x:{place.x_pct}">'
        f"{esc(name if place.strong and name else place.text, 40)}</span>"
        for place in picture.names
    )
    return (
        f'<div class="situ" role="img" aria-label="{esc(picture.words)}" style="aspect-ratio:{WIDTH:g}/{HEIGHT:g};'
        f'background-image:url(data:image/svg+xml;base64,{drawing})">{names}</div>'
    )
