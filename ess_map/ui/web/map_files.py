"""Scripts, styles and the font: a closed list, each file under the hash of its content."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st
from starlette.responses import FileResponse, Response

from ess_map.maps import bundle
from ess_map.ui import style
from ess_map.ui.web.answers import ONE_DAY, packed, unknown

if TYPE_CHECKING:
    from starlette.requests import Request

    from ess_map.maps.bundle import Asset


@cache
def files() -> dict[str, Asset]:
    """Give the closed list, by address."""
    everything = [*bundle.assets().values(), style.page_script()]
    return {asset.url: asset for asset in everything}


def asset(request: Request) -> Response:
    """Serve a script or a style under its own hash only."""
    found = files().get(request.url.path)
    if found is None:
        return unknown("Ce fichier n’existe pas ou a changé\u00a0: rechargez la page.")
    return packed(request, found.packed, found.media_type)


def font(_: Request) -> Response:
    """Serve the font that Streamlit ships, so that the map and the page speak with one voice."""
    path = _font_path()
    if path is None:
        return unknown("La police n’est pas livrée avec cette version de Streamlit.")
    return FileResponse(path, media_type="font/woff2", headers={"Cache-Control": ONE_DAY})


@cache
def _font_path() -> Path | None:
    folder = Path(st.__file__).parent / "static/static/media"
    return next(iter(sorted(folder.glob("SourceSansVF-Upright*.woff2"))), None)
