"""Page Mon territoire: where it is, who is there, doing what, what is missing, and doors to the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ess_map.actors.portrait import portrait
from ess_map.territories.model import FRANCE
from ess_map.typography import count, fr
from ess_map.ui import messages
from ess_map.ui.components import context_bar, empty, perimeter, picker
from ess_map.ui.components import locator as locator_panel
from ess_map.ui.components import portrait_panels as panels
from ess_map.ui.components.place_words import shown_name
from ess_map.ui.markup import esc, link
from ess_map.ui.selection_state import Choice, current
from ess_map.ui.state import resources

if TYPE_CHECKING:
    from ess_map.territories.model import Territory

EXAMPLES = ("epci:243500139", "commune:01245", "region:04")
"""Rennes Métropole, Bohas-Meyriat-Rignat, La Réunion: a métropole, a village, an overseas région."""


def show() -> None:
    """Draw the page."""
    choice = current()
    if choice.selection.territoire is None:
        _welcome(choice)
    else:
        _portrait(choice, resources().atlas.get(choice.selection.territoire))


def _welcome(choice: Choice) -> None:
    known = resources()
    seen = portrait(known.register, known.atlas, FRANCE)
    context_bar.show(choice, "", seen.total, page="", search=False)
    perimeter.notices(choice.notices)
    left, right = st.columns([1.4, 1], gap="large")
    with left:
        st.html(
            f'<h1 class="titre"><span>{esc(messages.QUEL_TERRITOIRE)}</span></h1><p class="chapo">{esc(messages.ACCUEIL)}</p>'
        )
        with st.container(key="accueil"):
            picker.show("", page="")
        examples = " · ".join(_place_link(choice, ref) for ref in EXAMPLES)
        everywhere = link(messages.FRANCE_ENTIERE, "", {"territoire": str(FRANCE)})
        st.html(f'<p class="note suite">{messages.PAR_EXEMPLE} {examples}, {messages.OU_BIEN} {everywhere}.</p>')
        st.html(
            f'<p class="texte">{esc(fr(messages.ACCUEIL_REGISTRE.format(acteurs=count(seen.total, "acteur"), communes=count(seen.communes_avec, "commune"))))}</p>'
        )
        st.html(link(messages.VOIR_LA_CARTE, "carte", {}, css="fleche"))
    with right:
        locator_panel.show(FRANCE, "")


def _place_link(choice: Choice, ref: str) -> str:
    territory = resources().atlas.get(ref)
    return link(esc(territory.nom), "", choice.territory_params(territory.ref))


def _portrait(choice: Choice, territory: Territory) -> None:
    known = resources()
    seen = portrait(known.register, known.atlas, territory.ref)
    name = shown_name(territory, choice.selection.nom)
    if not choice.selection.projection:
        context_bar.show(choice, name, seen.total, page="")
    perimeter.notices((*choice.notices, *territory.notices))
    left, right = st.columns([1.75, 1], gap="large")
    with left:
        panels.heading(choice, territory, name, seen)
    with right:
        locator_panel.show(territory.ref, name)
    panels.coverage_banner(choice, territory, seen)
    st.space("small")
    if seen.total:
        who, what = st.columns(2, gap="large")
        with who, st.container(key="fil_familles"):
            panels.families(choice, seen)
        with what, st.container(key="fil_themes"):
            panels.themes(choice, seen)
        panels.to_check(choice, territory, seen)
    else:
        empty.show(
            messages.AUCUN_ACTEUR_TITRE, f"{messages.AUCUN_ACTEUR} {messages.ABSENCE}", empty.ways_out(choice, territory, "")
        )
        st.space("small")
    near, inside = st.columns(2, gap="large")
    with near, st.container(key="fil_voisins"):
        panels.neighbours(choice, territory)
    with inside, st.container(key="fil_zonages"):
        panels.zonings(choice, territory, seen)
    with st.container(key="fil_registre"):
        panels.sources(choice, territory)
    panels.doors(choice)
