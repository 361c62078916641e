"""A page that holds the choropleths alone: the address says over which territory."""

import streamlit as st

from ess_map.ui import style
from ess_map.ui.components import thematic_panel
from ess_map.ui.state import evidence

st.set_page_config(layout="wide")
params = st.query_params
style.apply(projection=params.get("projection") == "1")
chosen = thematic_panel.show(
    evidence().atlas.parse(params.get("territoire", "epci:243500139")),
    projection=params.get("projection") == "1",
)
with st.container(key="choisi"):
    st.text(str(chosen))
