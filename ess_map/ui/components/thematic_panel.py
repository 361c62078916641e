"""One or two choropleths of any indicator over the parts of a territory, and the table with the same rows under them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st
from streamlit_folium import st_folium

from ess_map.maps.thematic_map import ThematicView, thematic_map, thematic_message
from ess_map.maps.theme_answer import answer, document
from ess_map.maps.theme_parts import ground, parts
from ess_map.maps.view import FRANCE_BOUNDS
from ess_map.territories.model import FRANCE, TerritoryRef
from ess_map.typography import fr
from ess_map.ui import style
from ess_map.ui.boundary import guarded
from ess_map.ui.components import thematic_choices as choices
from ess_map.ui.components import thematic_table
from ess_map.ui.diagnosis_state import options
from ess_map.ui.markup import label
from ess_map.ui.state import evidence, resources
from ess_map.ui.web.theme import version

if TYPE_CHECKING:
    from ess_map.maps.theme import Theme
    from ess_map.territories.model import Niveau
    from ess_map.ui.diagnosis_state import Options

_CLICK, _MAP = "theme_clic", "theme_carte"
_TABLE_PX = 320


def show(territoire: TerritoryRef, *, reference: TerritoryRef | None = None, height: int = 520) -> TerritoryRef | None:
    """
    Draw the maps of a territory, cut in smaller ones, and their table. Runs again alone when something in it changes.

    What is shown is in the address; the panel changes it.

    Parameters
    ----------
    territoire
        Canonical reference of the territory.
    reference
        For the indicators defined against a reference; the level above by default.
    height
        Height of a map, pixels.

    Returns
    -------
    chosen
        The smaller territory that the visitor chose on a map or in the table, None without.
    """
    _panel(territoire, reference, height)
    chosen = st.session_state.get(thematic_table.CHOSEN)
    return evidence().atlas.parse(chosen) if chosen else None


def project(theme: Theme, *, height: int) -> None:
    """Draw one map for a projector: larger signs, nothing to choose, no table."""
    _projected(theme, height)


@st.fragment
@guarded
def _projected(theme: Theme, height: int) -> None:
    _maps([theme], projection=True, height=height)


@st.fragment
@guarded
def _panel(territoire: TerritoryRef, reference: TerritoryRef | None, height: int) -> None:
    atlas, asked = evidence().atlas, options()[0]
    cut = ground(atlas, territoire)
    if cut != territoire:
        st.caption(label(fr(f"Une commune ne se découpe pas : la carte montre {atlas.get(cut).nom}.")))
    niveau = choices.niveau_of(cut, asked.decoupage, asked.indicateur or choices.USUAL)
    if niveau is None:
        st.caption("Ce territoire ne se découpe pas.")
        return
    if st.session_state.get(thematic_table.CHOSEN) not in {str(ref) for ref in parts(atlas, cut, niveau)}:
        st.session_state[thematic_table.CHOSEN] = ""
    themes = [choices.theme(cut, niveau, one, reference, classes) for one, classes in _chosen(niveau, asked)]
    _maps(themes, projection=False, height=height)
    thematic_table.show([answer(evidence(), theme) for theme in themes], height=_TABLE_PX)


def _chosen(niveau: Niveau, asked: Options) -> list[tuple[tuple[str, str], choices.Classing]]:
    """Ask what the one or two maps show, and how they are classed."""
    left, right = st.columns(2)
    with left:
        chosen = [choices.indicator_of(niveau, choices.SIDES[0], asked.indicateur, choices.USUAL)]
    with right:
        classes = choices.classes_of(asked)
    if choices.second_map(asked.indicateur2):
        with st.columns(2)[1]:
            chosen.append(choices.indicator_of(niveau, choices.SIDES[1], asked.indicateur2, choices.USUAL_SECOND))
    for said in (classes[3], *(choices.absent(niveau, name) for name in (asked.indicateur, asked.indicateur2) if name)):
        if said:
            st.warning(label(said))
    return [(one, classes) for one in chosen]


def _maps(themes: list[Theme], *, projection: bool, height: int) -> None:
    with st.container(key="cartes_theme"):
        places = st.columns(len(themes))
        for place, side, theme in zip(places, choices.SIDES, themes, strict=False):
            with place:
                _map(theme, side, projection=projection, height=height)


def _map(theme: Theme, side: str, *, projection: bool, height: int) -> None:
    known, state = resources(), st.session_state
    found = answer(evidence(), theme)
    document(evidence(), theme)  # the map will ask for it at once, while this thread lays the table: it is then ready to go
    view = ThematicView(
        theme=theme, version=version(known), bounds=FRANCE_BOUNDS if theme.territoire == FRANCE else known.atlas.get(theme.territoire).bounds,
        chosen=str(state.get(thematic_table.CHOSEN) or "").partition(":")[2], click=int(state.get(f"{_CLICK}_{side}", 0)),
        mode=style.mode(), projection=projection, marks="".join(found.table["marque"]), steps=tuple(found.classes.bornes),
    )  # fmt: skip

    def heard() -> None:
        _hear(theme, side)

    st_folium(
        thematic_map(known.contours.version), key=f"{_MAP}_{side}", height=height, use_container_width=True, returned_objects=[],
        feature_group_to_add=thematic_message(view), on_change=guarded(heard),
    )  # fmt: skip


def _hear(theme: Theme, side: str) -> None:
    """Hear a map: a part chosen, or none. Anything else is ignored."""
    value = st.session_state.get(f"{_MAP}_{side}")
    if not isinstance(value, dict) or not isinstance(value.get("click"), int) or value.get("kind") != "territoire":
        return
    st.session_state[f"{_CLICK}_{side}"] = value["click"]
    ref = TerritoryRef(theme.niveau, str(value.get("code")))
    known = ref in parts(evidence().atlas, theme.territoire, theme.niveau)
    st.session_state[thematic_table.CHOSEN] = str(ref) if known else ""
    st.session_state[thematic_table.TURN] = st.session_state.get(thematic_table.TURN, 0) + 1
