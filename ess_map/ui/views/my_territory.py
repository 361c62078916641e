"""Page Mon territoire: where it is, who is there, doing what, what is missing, and doors to the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ess_map.actors.portrait import portrait, totals
from ess_map.errors import EssMapError
from ess_map.territories.model import FRANCE, Niveau
from ess_map.territories.names import normalise
from ess_map.typography import count, fr
from ess_map.ui import boundary, messages
from ess_map.ui.components import context_bar, diag_door, empty, perimeter, picker, portrait_heading
from ess_map.ui.components import locator as locator_panel
from ess_map.ui.components import portrait_panels as panels
from ess_map.ui.components.filters import filtered
from ess_map.ui.components.place_words import departement, describe, shown_name
from ess_map.ui.markup import esc, href, link
from ess_map.ui.selection_state import Choice, current
from ess_map.ui.state import resources

if TYPE_CHECKING:
    from ess_map.actors.portrait import Portrait
    from ess_map.territories.model import Territory

EXAMPLES = ("epci:243500139", "commune:01245", "region:04")
"""Rennes Métropole, Bohas-Meyriat-Rignat, La Réunion: a métropole, a village, an overseas région."""


def show() -> None:
    """Draw the page."""
    choice = current()
    if choice.selection.territoire is None:
        _welcome(choice)
        return
    territory = resources().atlas.get(choice.selection.territoire)
    try:
        seen = portrait(resources().register, resources().atlas, territory.ref)
    except EssMapError as error:
        _alone(choice, territory, error)
    else:
        _portrait(choice, territory, seen)


def _welcome(choice: Choice) -> None:
    known = resources()
    try:
        seen = portrait(known.register, known.atlas, FRANCE)
    except EssMapError:
        context_bar.show(choice, "", None, page="", welcome=True)  # a territory can be searched for all the same
        raise
    context_bar.show(choice, "", seen.total, page="", welcome=True)
    perimeter.notices(choice.notices)
    # The same blocks as a portrait, so that a choice replaces them in place; the stylesheet lays these around the search.
    left, right = st.columns([1.75, 1], gap="large")
    with left:
        st.html(
            f'<div class="question"><h1 class="titre">{esc(messages.QUEL_TERRITOIRE)}</h1></div>'
            f'<div class="question suite"><p class="chapo">{esc(messages.ACCUEIL)}</p></div>'
        )
    with right, st.container(key="france"):
        locator_panel.show(FRANCE)
    _near()
    about = messages.ACCUEIL_REGISTRE.format(acteurs=count(seen.total, "acteur"), communes=count(seen.communes_avec, "commune"))
    perimeter.banner([f"<b>{esc(messages.REGISTRE_PARTIEL)}</b> {esc(about)} {link(messages.VOIR_LES_SOURCES, 'donnees', {})}"])
    with st.container(key="fil_exemples"):
        _examples(choice)


def _near() -> None:
    """Offer what is nearest to a territory that the address names and that does not exist."""
    asked = st.query_params.get("territoire", "")
    text = asked.partition(":")[2] or asked
    hits = (resources().atlas.search(text, limit=5) or picker.nearest(resources().atlas, text)) if text.strip() else []
    with st.container(key="proches"):
        if hits:
            links = "\u202f; ".join(
                f"{link(esc(fr(hit.nom)), '', {'territoire': str(hit.ref)})} ({esc(describe(resources().atlas, hit))})"
                for hit in hits
            )
            st.html(f'<p class="note">{messages.PEUT_ETRE} {links}</p>')


def _examples(choice: Choice) -> None:
    known = resources()
    examples = [known.atlas.get(ref) for ref in EXAMPLES]
    counts = totals(known.register, known.atlas, [place.ref for place in examples])
    cards = "".join(
        f'<a href="{href("", choice.territory_params(place.ref))}"><b>{esc(fr(place.nom))}</b>'
        f"<span>{esc(_size(place))}</span><span>{esc(messages.recorded(counts[place.ref]))}</span></a>"
        for place in examples
    )
    regions = sorted(
        (known.atlas.get(ref) for ref in known.atlas.children(FRANCE, Niveau.REGION)), key=lambda place: normalise(place.nom)
    )
    links = [link(esc(fr(place.nom)), "", choice.territory_params(place.ref)) for place in (known.atlas.get(FRANCE), *regions)]
    st.html(
        f'<h2 class="inter">{messages.PAR_EXEMPLE}</h2><div class="exemples">{cards}</div>'
        f'<h2 class="inter" style="margin-top:1.6rem">{messages.PAR_REGION}</h2><p class="texte regions">{" ".join(links)}</p>'
    )


def _size(place: Territory) -> str:
    """Say the level and how many communes; a commune is one, its département says more."""
    if place.ref.niveau is not Niveau.COMMUNE:
        return f"{place.nature}, {count(len(place.communes), 'commune')}"
    inside = [departement(resources().atlas, ref.code) for ref in place.parents if ref.niveau is Niveau.DEPARTEMENT]
    return ", ".join([place.nature, *inside])


def _alone(choice: Choice, territory: Territory, error: EssMapError) -> None:
    """Draw what is known of a territory when the register cannot be read, and say why there is no more."""
    name = shown_name(territory, choice.selection.nom)
    context_bar.show(choice, name, None, page="")
    perimeter.notices((*choice.notices, *territory.notices))
    left, right = st.columns([1.75, 1], gap="large")
    with left:
        portrait_heading.show_alone(choice, territory, name)
        boundary.show(str(error))
        panels.zonings(territory)
    with right:
        locator_panel.show(territory.ref, name)


def _portrait(choice: Choice, territory: Territory, seen: Portrait) -> None:
    name = shown_name(territory, choice.selection.nom)
    if not choice.selection.projection:
        context_bar.show(choice, name, seen.total, page="")
    elsewhere = (messages.FILTRES_AILLEURS,) if filtered(choice.selection) else ()
    perimeter.notices((*choice.notices, *territory.notices, *elsewhere))
    left, right = st.columns([1.75, 1], gap="large")
    with left:
        portrait_heading.show(choice, territory, name, seen)
    with right:
        locator_panel.show(territory.ref, name)
    panels.coverage_banner(choice, territory, seen)
    st.space("small")
    if not choice.selection.projection:
        diag_door.show(choice, territory)
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
        panels.zonings(territory)
        panels.inside(choice, territory)
    with st.container(key="fil_registre"):
        panels.sources(choice, territory)
    panels.doors(choice)
