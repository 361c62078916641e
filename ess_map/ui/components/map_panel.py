"""The map in the page: the view it is given, and what it says back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import streamlit as st
from streamlit_folium import st_folium

from ess_map.actors.zone import parse_zone
from ess_map.errors import UnknownTerritoryError
from ess_map.maps.address import selection_query
from ess_map.maps.folium_map import MapData, base_map, message
from ess_map.maps.view import FONDS, FRANCE_BOUNDS, Fond, View
from ess_map.territories.model import Niveau, TerritoryRef
from ess_map.ui import style
from ess_map.ui.boundary import guarded
from ess_map.ui.selection_state import Choice, current, write
from ess_map.ui.state import resources

if TYPE_CHECKING:
    from ess_map.territories.model import Territory

KEY = "folium"
COMPOSING = "_composer"
FOND = "_fond"
_CLICK = "_clic"
MOST_COMMUNES = 400
"""Communes above which a territory is not taken as the start of a composition: the address would not be shareable."""


@guarded
def show(choice: Choice, territory: Territory | None, chosen: int, *, height: int) -> None:
    """
    Draw the map, mounted once: only a small message changes from one rerun to the next.

    Without boundaries there is no map, and the rest of the page stays.
    """
    known = resources()
    data = MapData(known.register.version, known.contours.version, known.settings.tiles)
    with st.container(key="carte"):
        st_folium(
            base_map(data), key=KEY, height=height, use_container_width=True, returned_objects=[],
            feature_group_to_add=message(view(choice, territory, chosen)), on_change=guarded(heard),
        )  # fmt: skip


def view(choice: Choice, territory: Territory | None, chosen: int) -> View:
    """Say what the map must show."""
    selection, state = choice.selection, st.session_state
    composing = bool(state.get(COMPOSING))
    return View(
        selection=selection_query(selection),
        territoire=None if territory is None or selection.territoire is None else str(selection.territoire),
        bounds=FRANCE_BOUNDS if territory is None else territory.bounds,
        row=chosen,
        click=int(state.get(_CLICK, 0)),
        mode=style.mode(),
        projection=selection.projection,
        fond=basemap(),
        dessin="" if selection.zone is None else str(selection.zone),
        composer=composing,
        composition=composition(territory) if composing else (),
    )


def basemap() -> Fond:
    """Give the ground chosen in this session: never in an address, for it makes the browser of the one who opens it talk."""
    asked = st.session_state.get(FOND)
    return asked if asked in FONDS and resources().settings.tiles else "hors_ligne"


def composition(territory: Territory | None) -> tuple[str, ...]:
    """Give the communes from which a composition starts: those of the territory shown, unless they are too many."""
    if territory is None or len(territory.communes) > MOST_COMMUNES:
        return ()
    return territory.communes


def heard() -> None:
    """Hear the map: an actor chosen, a zone drawn, a commune clicked. Anything else is ignored."""
    value = st.session_state.get(KEY)
    if not isinstance(value, dict) or not isinstance(value.get("click"), int):
        return
    st.session_state[_CLICK] = value["click"]
    act = {"acteur": _choose, "zone": _draw, "commune": _toggle}.get(str(value.get("kind")))
    if act is not None:
        act(value)


def _choose(value: dict[str, Any]) -> None:
    row, register = value.get("row"), resources().register
    if not isinstance(row, int) or not -1 <= row < len(register):
        return
    choice = current()
    actor = str(register.frame["identifiant"].iat[row]) if row >= 0 else ""
    # The list follows the actor: a page asked for before is forgotten.
    write(replace(choice, reading=replace(choice.reading, page=0)).params(acteur=actor))


def _draw(value: dict[str, Any]) -> None:
    text = str(value.get("zone") or "")
    zone = parse_zone(text)
    if zone is not None or not text:
        write(current().params(zone=zone))


def _toggle(value: dict[str, Any]) -> None:
    choice, code = current(), str(value.get("code"))
    ref = choice.selection.territoire
    start = () if ref is None else composition(resources().atlas.get(ref))
    write(composed(choice, set(start) ^ {code}))


def composed(choice: Choice, codes: set[str]) -> dict[str, str]:
    """
    Give the address of the territory made of these communes; the same view when they make none.

    Former codes are replaced by today's; an unknown one leaves the territory as it is.
    """
    if not codes:
        return choice.params(territoire=None, nom="")
    try:
        made = resources().atlas.parse(str(TerritoryRef(Niveau.COMPOSE, ",".join(sorted(codes)))))
    except UnknownTerritoryError:
        return choice.params()
    return choice.params(territoire=made)
