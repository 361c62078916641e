"""Scripts, styles and the font: a closed list, each file under the hash of its content."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st
from starlette.responses import RedirectResponse, Response

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
    """Lead to the font that Streamlit ships and the page has loaded: the map speaks with the same voice, from the cache."""
    name = _font_name()
    if name is None:
        return unknown("La police n’est pas livrée avec cette version de Streamlit : elle n’existe pas ici.")
    return RedirectResponse(f"../static/media/{name}", 307, headers={"Cache-Control": ONE_DAY})


@cache
def _font_name() -> str | None:
    folder = Path(st.__file__).parent / "static/static/media"
    return next((path.name for path in sorted(folder.glob("SourceSansVF-Upright*.woff2"))), None)
