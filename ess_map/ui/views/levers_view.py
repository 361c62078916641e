"""Page Leviers: what may be done and by whom; where a territory stands; what it will do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ess_map.ui import lever_messages as messages
from ess_map.ui.boundary import boundary
from ess_map.ui.cases_state import Options, options
from ess_map.ui.components import assessment_panel, empty, lever_list, overview, roadmap_panel
from ess_map.ui.components.place_words import shown_name
from ess_map.ui.markup import esc, link
from ess_map.ui.selection_state import Choice, current
from ess_map.ui.state import resources
from ess_map.ui.views.cases_view import matching, my_roadmap

if TYPE_CHECKING:
    from ess_map.territories.model import TerritoryRef

PATH = "leviers"


def show() -> None:
    """Draw the page."""
    choice = current()
    known, notices = options()
    with boundary():
        overview.bar(PATH, known.params, notices)
    st.html(_head(choice, known))
    with boundary():
        if known.volet:
            _mine(choice, known)
        else:
            _levers(choice, known)


def _head(choice: Choice, known: Options) -> str:
    links = "".join(
        link(
            esc(words),
            PATH,
            choice.territory_params() | Options(volet=volet).params(),
            css=f"volet{' ici' if known.volet == volet else ''}",
        )
        for volet, words in messages.VOLETS.items()
    )
    nav = f'<nav class="volets" aria-label="Parties de la page">{links}</nav>'
    if not known.volet and len(known.levier) == 1:
        return nav  # the sheet of a lever has its own title
    ref = choice.selection.territoire
    name = "" if ref is None else shown_name(resources().atlas.get(ref), choice.selection.nom)
    where = f", <span>{esc(name)}</span>" if name and known.volet else ""
    title = esc(messages.TITRES[known.volet])
    if known.volet == "autodiagnostic" and where:
        title = "Autodiagnostic"
    return f'{nav}<h1 class="titre moyen">{title}{where}</h1>'


def _levers(choice: Choice, known: Options) -> None:
    if len(known.levier) == 1:
        lever_list.sheet(choice, known, resources().library.levers[known.levier[0]], my_roadmap(choice))
        return
    measured = matching(choice, "")
    asked = matching(choice, known.besoin) if known.besoin and measured is not None else None
    lever_list.show(choice, known, measured, asked)
    lever_list.readings()


def _mine(choice: Choice, known: Options) -> None:
    ref: TerritoryRef | None = choice.selection.territoire
    if ref is None:
        empty.show(messages.SANS_TERRITOIRE, messages.SANS_TERRITOIRE_NOTE, [link("Choisir un territoire", "", {})])
        return
    name = shown_name(resources().atlas.get(ref), choice.selection.nom)
    st.html(f'<p class="note">{esc(messages.OU_C_EST)}</p>')
    if known.volet == "autodiagnostic":
        assessment_panel.show(choice, known, str(ref), name)
    else:
        roadmap_panel.show(choice, known, ref, name)
