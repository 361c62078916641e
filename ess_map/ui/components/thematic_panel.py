"""One or two choropleths of any indicator over the parts of a territory, and the table with the same rows under them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st
from streamlit_folium import st_folium

from ess_map.maps.thematic_map import ThematicView, thematic_map, thematic_message
from ess_map.maps.theme_answer import answer
from ess_map.maps.theme_parts import ground, parts
from ess_map.maps.view import FRANCE_BOUNDS
from ess_map.territories.model import FRANCE, TerritoryRef
from ess_map.typography import fr
from ess_map.ui import style
from ess_map.ui.boundary import guarded
from ess_map.ui.components import thematic_choices as choices
from ess_map.ui.components import thematic_table
from ess_map.ui.markup import label
from ess_map.ui.state import evidence, resources
from ess_map.ui.web.theme import version

if TYPE_CHECKING:
    from ess_map.maps.theme import Theme

_TWO, _CLICK, _MAP = "theme_deux", "theme_clic", "theme_carte"
_SIDES = ("gauche", "droite")
_TABLE_PX = 320


def show(
    territoire: TerritoryRef,
    *,
    reference: TerritoryRef | None = None,
    indicateur: str = "densite_acteurs",
    modalite: str = "",
    projection: bool = False,
    height: int = 520,
) -> TerritoryRef | None:
    """
    Draw the maps of a territory, cut in smaller ones, and their table. Runs again alone when something in it changes.

    Parameters
    ----------
    territoire
        Canonical reference of the territory.
    reference
        For the indicators defined against a reference; the level above by default.
    indicateur, modalite
        What is shown first; the visitor changes it in the panel.
    projection
        For a projector: one map, larger signs, no table.
    height
        Height of a map, pixels.

    Returns
    -------
    chosen
        The smaller territory that the visitor chose on a map or in the table, None without.
    """
    _panel(territoire, reference, (indicateur, modalite), projection, height)
    chosen = st.session_state.get(thematic_table.CHOSEN)
    return evidence().atlas.parse(chosen) if chosen else None


@st.fragment
@guarded
def _panel(
    territoire: TerritoryRef, reference: TerritoryRef | None, asked: tuple[str, str], projection: bool, height: int
) -> None:
    atlas = evidence().atlas
    cut = ground(atlas, territoire)
    if cut != territoire:
        st.caption(label(fr(f"Une commune ne se découpe pas : la carte montre {atlas.get(cut).nom}.")))
    niveau = choices.niveau_of(cut, asked[0])
    if niveau is None:
        st.caption("Ce territoire ne se découpe pas.")
        return
    if st.session_state.get(thematic_table.CHOSEN) not in {str(ref) for ref in parts(atlas, cut, niveau)}:
        st.session_state[thematic_table.CHOSEN] = ""
    first, second = st.columns(2)
    with first:
        chosen = [choices.indicator_of(niveau, _SIDES[0], *asked)]
    with second:
        classes = choices.classes_of()
    if classes[3]:
        st.warning(label(classes[3]))
    if not projection and st.toggle("Comparer avec un autre indicateur", key=_TWO):
        with st.columns(2)[1]:
            chosen.append(choices.indicator_of(niveau, _SIDES[1], "densite_population", ""))
    themes = [choices.theme(cut, niveau, one, reference, classes) for one in chosen]
    _maps(themes, projection=projection, height=height)
    if not projection:
        thematic_table.show([answer(evidence(), theme) for theme in themes], height=_TABLE_PX)


def _maps(themes: list[Theme], *, projection: bool, height: int) -> None:
    with st.container(key="cartes_theme"):
        places = st.columns(len(themes))
        for place, side, theme in zip(places, _SIDES, themes, strict=False):
            with place:
                _map(theme, side, projection=projection, height=height)


def _map(theme: Theme, side: str, *, projection: bool, height: int) -> None:
    known, state = resources(), st.session_state
    view = ThematicView(
        theme=theme, version=version(known), bounds=FRANCE_BOUNDS if theme.territoire == FRANCE else known.atlas.get(theme.territoire).bounds,
        chosen=str(state.get(thematic_table.CHOSEN) or "").partition(":")[2], click=int(state.get(f"{_CLICK}_{side}", 0)),
        mode=style.mode(), projection=projection,
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
