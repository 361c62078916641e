"""The stylesheets of the pages, put in once a run, and their script; the same for every page."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from ess_map.maps.bundle import make

if TYPE_CHECKING:
    from ess_map.maps.bundle import Asset
    from ess_map.maps.view import Mode

ASSETS = Path(__file__).parent / "assets"
WELCOME = "theme_welcome.css"
SHEETS = ("theme.css", "theme_diagnosis.css", "theme_map.css", "theme_cases.css")
SCRIPTS = ("page.js", "chart_image.js")
FAVICON = ASSETS / "favicon.svg"


@cache
def page_script() -> Asset:
    """Give the script of the pages, served under the hash of its content."""
    return make("page.js", "text/javascript; charset=utf-8", b"\n".join((ASSETS / name).read_bytes() for name in SCRIPTS))


@cache
def _sheets(*, welcome: bool) -> str:
    """Join the stylesheets in the order in which they overrule one another."""
    names = (*SHEETS, WELCOME) if welcome else SHEETS
    return f"<style>{''.join((ASSETS / name).read_text(encoding='utf-8') for name in names)}</style>"


def apply(*, page: str, projection: bool) -> None:
    """Dress the page. Its script is in the head of the document (`web.document`): ours and constant, without any text of anybody."""
    st.html(_sheets(welcome=not page))
    if projection:
        st.html(ASSETS / "projection.css")


def mode() -> Mode:
    """Give the theme of this visitor, light or dark."""
    return "sombre" if st.context.theme.type == "dark" else "clair"
