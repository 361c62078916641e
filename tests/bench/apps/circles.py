"""What the map is compared with: 1,000 folium circles with popup and tooltip, as most tutorials draw them."""

import folium
import streamlit as st
from streamlit_folium import st_folium

from ess_map.ui.state import resources

folium.Map.default_js = [("leaflet", "/banc/leaflet.js")]
folium.Map.default_css = [("leaflet", "/banc/leaflet.css")]

st.set_page_config(layout="wide")
frame = resources().register.frame
kept = frame[frame["longitude"].notna()].iloc[:1000]
famille = st.radio("Famille", ["toutes", "association", "a_preciser"], horizontal=True)
if famille != "toutes":
    kept = kept[kept["famille"] == famille]
m = folium.Map(location=(46.6, 2.4), zoom_start=6, tiles=None)
m.options["maxZoom"] = 18
for row in kept.itertuples():
    folium.CircleMarker((row.latitude, row.longitude), radius=4, popup=row.identifiant, tooltip=row.identifiant).add_to(m)
st_folium(m, key="carte", width=1000, height=600)
