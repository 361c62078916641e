"""
What the choropleth is compared with: the communes of a région in an inline folium.GeoJson, styled by a function, as tutorials do,
and the same table under it.
"""

import gzip
import json

import folium
import streamlit as st
from streamlit_folium import st_folium

from ess_map.indicators.catalogue import catalogue
from ess_map.maps.theme import Theme
from ess_map.maps.theme_answer import answer
from ess_map.maps.theme_parts import files
from ess_map.territories.model import FRANCE, Niveau
from ess_map.ui.components.thematic_table import rows
from ess_map.ui.state import evidence, resources

folium.Map.default_js = [("leaflet", "/banc/leaflet.js")]
folium.Map.default_css = [("leaflet", "/banc/leaflet.css")]
SHADES = ("#dceced", "#9cc5cb", "#37808b", "#0b5563")

st.set_page_config(layout="wide")


@st.cache_resource
def boundaries(region: str) -> dict:
    known = resources()
    names = files(known.atlas, known.atlas.parse(region), Niveau.COMMUNE)
    return {
        "type": "FeatureCollection",
        "features": [
            feature for name in names for feature in json.loads(gzip.decompress(known.contours.geojson(name)))["features"]
        ],
    }


region = st.query_params.get("territoire", "region:76")
chosen = st.radio("Indicateur", ["densite_acteurs", "densite_population", "chomage"], horizontal=True, key="indicateur")
theme = Theme(chosen, evidence().atlas.parse(region), Niveau.COMMUNE, reference=FRANCE)
found = answer(evidence(), theme)
marks = found.table["marque"]
marks.index = marks.index.str.partition(":").get_level_values(2)


def look(feature: dict) -> dict:
    mark = marks.get(feature["properties"]["code"], "n")
    rank = int(mark) if mark.isdigit() else ord(mark) - ord("A") if mark.isupper() else -1
    return {"fillColor": SHADES[rank] if rank >= 0 else "#ffffff", "color": "#888888", "weight": 0.4, "fillOpacity": 1}


m = folium.Map(location=(43.7, 2.1), zoom_start=7, tiles=None)
folium.GeoJson(boundaries(region), style_function=look, tooltip=folium.GeoJsonTooltip(["nom"])).add_to(m)
st.caption(catalogue()[chosen].libelle)
st_folium(m, key="carte", width=1000, height=600, returned_objects=[])
st.dataframe(rows([found]).head(250), height=320, hide_index=True)
