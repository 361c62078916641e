"""Serve geojson.py with Leaflet from its package, as circles_app.py does."""

import streamlit as st
from starlette.routing import Route

from tests.bench.apps.circles_app import leaflet_file

app = st.App("geojson.py", routes=[Route("/banc/leaflet.js", leaflet_file), Route("/banc/leaflet.css", leaflet_file)])
