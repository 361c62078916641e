"""The small map of the cases: a drawing of France behind, real links above, one for each place."""

from __future__ import annotations

import base64
from functools import lru_cache
from typing import TYPE_CHECKING

import streamlit as st

from ess_map.maps.case_places import background, case_places
from ess_map.maps.locator import HEIGHT, WIDTH
from ess_map.typography import fr
from ess_map.ui import case_messages as messages
from ess_map.ui import style
from ess_map.ui.boundary import guarded
from ess_map.ui.cases_state import address
from ess_map.ui.markup import esc, href, link
from ess_map.ui.state import resources

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ess_map.maps.case_places import Mark
    from ess_map.maps.view import Mode
    from ess_map.ui.cases_state import Options
    from ess_map.ui.selection_state import Choice


@guarded
def show(choice: Choice, known: Options, cases: Sequence[str]) -> None:
    """Draw the map of the cases listed; the same cases are in the list, which is its equivalent."""
    if not cases:
        return
    found = case_places(resources().library, resources().atlas, cases)
    drawing, names = _drawing(style.mode())
    marks = "".join(_mark(choice, known, mark) for mark in found.marques)
    away = ", ".join(
        f"{link(esc(case), 'cas', address(choice, known, cas=(case,)))} ({esc(place)})" for case, place in found.ailleurs
    )
    below = f'<p class="note">{fr(messages.OUTRE_MER + " :")} {away}</p>' if away else ""
    st.html(
        f'<h2 class="inter">{messages.OU}</h2><p class="note">{esc(fr(messages.OU_NOTE))}</p>'
        f'<nav class="situ cas" aria-label="Carte des cas" style="aspect-ratio:{WIDTH:g}/{HEIGHT:g};'
        f'background-image:url(data:image/svg+xml;base64,{drawing})">{names}{marks}</nav>{below}'
    )


def _mark(choice: Choice, known: Options, mark: Mark) -> str:
    names = ", ".join(resources().library.cases[case].nom for case in mark.cas)
    label = esc(f"{', '.join(mark.lieux)}\u00a0: {names}", 400)
    where = href("cas", address(choice, known, cas=mark.cas, tout=True))
    number = str(len(mark.cas)) if len(mark.cas) > 1 else ""
    return (
        f'<a class="point{" grand" if number else ""}" style="left:{mark.x_pct}%;top:{mark.y_pct}%" href="{where}" '
        f'title="{label}" aria-label="{label}">{number}</a>'
    )


@lru_cache(maxsize=2)
def _drawing(mode: Mode) -> tuple[str, str]:
    known = resources()
    picture = background(known.atlas, known.contours, mode)
    names = "".join(f'<span style="left:{name.x_pct}%;top:{name.y_pct}%">{esc(name.text, 40)}</span>' for name in picture.names)
    return base64.b64encode(picture.svg.encode()).decode(), names
