"""Serve circles.py with Leaflet from its package: a fair fight needs no internet either."""

from pathlib import Path

import streamlit as st
from starlette.requests import Request
from starlette.responses import FileResponse
from starlette.routing import Route
from xstatic.pkg import leaflet


def leaflet_file(request: Request) -> FileResponse:
    """Serve the script or the style of Leaflet."""
    return FileResponse(Path(leaflet.BASE_DIR) / f"leaflet.{'css' if request.url.path.endswith('css') else 'js'}")


app = st.App("circles.py", routes=[Route("/banc/leaflet.js", leaflet_file), Route("/banc/leaflet.css", leaflet_file)])
