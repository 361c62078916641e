"""A page that holds the map alone: the address says what it shows, the last line what it says back."""

import json

import streamlit as st
from streamlit_folium import st_folium

from ess_map.actors.model import FAMILLES
from ess_map.actors.query import mask
from ess_map.actors.selection import parse
from ess_map.maps.address import selection_query
from ess_map.maps.folium_map import MapData, base_map, message
from ess_map.maps.view import FRANCE_BOUNDS, View
from ess_map.ui.state import resources

st.set_page_config(layout="wide")
known, state, params = resources(), st.session_state, dict(st.query_params)


def heard() -> None:
    """Keep what the map says, as a page would."""
    value = state["folium"]
    state["heard"] = [*state.get("heard", []), value]
    if value["kind"] == "acteur":
        state["row"] = value["row"]
    if value["kind"] == "zone":
        state["zone"] = value["zone"]
    if value["kind"] == "commune":
        state["composition"] = sorted(set(state.get("composition", [])) ^ {value["code"]})


columns = st.columns(4)
famille = columns[0].selectbox("Famille", ["", *FAMILLES], key="famille")
ref = columns[1].text_input("Territoire", params.get("territoire", ""), key="territoire")
row = columns[2].number_input(
    "Ligne", -1, len(known.register), -1, key="ligne", on_change=lambda: state.update(row=state["ligne"])
)
dark = columns[3].toggle("Sombre", key="sombre")
asked = {**params, "territoire": ref, "famille": famille, "zone": state.get("zone", "")}
selection, _ = parse({name: value for name, value in asked.items() if value}, known.atlas, known.register)
territory = None if selection.territoire is None else known.atlas.get(selection.territoire)
kept = mask(known.register, known.atlas, selection)
with st.container(key="carte"):
    st_folium(
        base_map(MapData(known.register.version, known.contours.version, tiles=True)),
        key="folium", height=620, use_container_width=True, returned_objects=[], on_change=heard,
        feature_group_to_add=message(View(
            selection=selection_query(selection),
            territoire=None if territory is None else str(territory.ref),
            bounds=FRANCE_BOUNDS if territory is None else territory.bounds,
            row=state.get("row", -1),
            click=state["heard"][-1]["click"] if "heard" in state else 0,
            mode="sombre" if dark else "clair",
            projection=selection.projection,
            fond=params.get("fond", "hors_ligne"),
            dessin=state.get("zone", ""),
            composer="composer" in params,
            composition=tuple(state.get("composition", [])),
        )),
    )  # fmt: skip
with st.container(key="dit"):
    st.text(json.dumps({"kept": int((kept & known.register.placed).sum()), "heard": state.get("heard", [])}))
