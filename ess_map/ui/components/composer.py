"""Composing a territory: communes clicked on the map or codes pasted, a name, and an address to share."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import streamlit as st

from ess_map.actors.selection import MAX_NAME
from ess_map.errors import UnknownTerritoryError
from ess_map.territories.model import Niveau
from ess_map.typography import count, fr
from ess_map.ui import composer_messages, messages
from ess_map.ui.boundary import guarded
from ess_map.ui.components import map_panel, panel
from ess_map.ui.markup import esc
from ess_map.ui.selection_state import align, current, write
from ess_map.ui.state import resources

if TYPE_CHECKING:
    from ess_map.territories.model import Territory
    from ess_map.ui.selection_state import Choice

_CODES, _NAME, _REFUSED = "_codes", "_nom_compose", "_codes_refuses"
_LONGEST = 16_000


def show(choice: Choice, territory: Territory | None) -> None:
    """Draw the panel: clicking communes, pasting codes, naming."""
    icon = ":material/dashboard_customize:"
    panel.show(messages.COMPOSER, lambda: _ways(choice, territory), key="composer", icon=icon)


def _ways(choice: Choice, territory: Territory | None) -> None:
    st.html(
        f'<h2 class="inter">{composer_messages.COMPOSER_TITRE}</h2><p class="note">{esc(composer_messages.COMPOSER_AVIS)}</p>'
    )
    st.toggle(composer_messages.COMPOSER_CLIQUER, key=map_panel.COMPOSING, persist_state="session")
    composed = choice.selection.territoire is not None and choice.selection.territoire.niveau is Niveau.COMPOSE
    align(_CODES, ", ".join(map_panel.composition(territory)) if composed else st.session_state.get(_CODES, ""))
    st.text_area(
        composer_messages.COMPOSER_CODES,
        key=_CODES,
        placeholder="33514, 33240",
        height=110,
        max_chars=_LONGEST,
        on_change=guarded(_pasted),
    )
    if st.session_state.get(_REFUSED):
        st.html(f'<p class="conseil" role="alert">{esc(st.session_state[_REFUSED])}</p>')
    align(_NAME, choice.selection.nom)
    st.text_input(
        composer_messages.COMPOSER_NOM, key=_NAME, max_chars=MAX_NAME, placeholder=composer_messages.COMPOSER_NOM_EXEMPLE, disabled=not composed,
        on_change=guarded(_named),
    )  # fmt: skip


def banner(territory: Territory | None) -> None:
    """Say that clicks on the map compose, and how to end."""
    with st.container(key="composition", horizontal=True, vertical_alignment="center", gap="small"):
        if not st.session_state.get(map_panel.COMPOSING):
            return
        chosen = count(len(map_panel.composition(territory)), "commune")
        st.html(
            f'<p class="note" role="status">{esc(fr(composer_messages.COMPOSITION_EN_COURS.format(communes=chosen)))}</p>',
            width="content",
        )
        st.button(composer_messages.TERMINER, key="terminer_composition", on_click=guarded(_end))


def _end() -> None:
    st.session_state[map_panel.COMPOSING] = False


def _pasted() -> None:
    choice, text = current(), str(st.session_state[_CODES] or "")
    codes = {part.upper() for part in re.split(r"[^0-9A-Za-z]+", text) if part}
    st.session_state[_REFUSED] = ""
    if not codes:
        return
    try:
        made = resources().atlas.parse(f"{Niveau.COMPOSE}:{','.join(sorted(codes))}")
    except UnknownTerritoryError as error:
        st.session_state[_REFUSED] = fr(f"Territoire inchangé : {error.reason}")
        return
    write(choice.params(territoire=made))


def _named() -> None:
    write(current().params(nom=str(st.session_state[_NAME] or "")))
