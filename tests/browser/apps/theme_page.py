"""A page that holds the choropleths alone: the address says over which territory, and what."""

import streamlit as st

from ess_map.ui import style
from ess_map.ui.components import thematic_panel
from ess_map.ui.state import evidence

st.set_page_config(layout="wide")
style.apply(page="diagnostic", projection=False)
chosen = thematic_panel.show(evidence().atlas.parse(st.query_params.get("territoire", "epci:243500139")))
with st.container(key="choisi"):
    st.text(str(chosen))
