"""The script that Streamlit runs at every visit: what the pages share, then the page, each inside an error boundary."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from ess_map.ui import messages, style
from ess_map.ui.boundary import boundary
from ess_map.ui.components import header

PAGES_DIR = Path(__file__).resolve().parents[2] / "pages"
PROJECTED = ("", "carte", "diagnostic")  # pages made to be projected; the others ignore it
FILES = {
    "": "mon_territoire.py",
    "carte": "carte.py",
    "diagnostic": "diagnostic.py",
    "cas": "cas.py",
    "leviers": "leviers.py",
    "donnees": "donnees.py",
    "a-propos": "a_propos.py",
}


def main() -> None:
    """Draw the page that the address asks for."""
    page = st.navigation(
        [
            st.Page(PAGES_DIR / name, title=messages.PAGES[path], url_path=path or None, default=not path)
            for path, name in FILES.items()
        ],
        position="hidden",
    )
    st.set_page_config(f"{page.title} · {messages.PRODUIT}", page_icon=str(style.FAVICON), layout="wide")
    projection = st.query_params.get("projection") == "1" and page.url_path in PROJECTED
    style.apply(page=page.url_path, projection=projection)
    with boundary():
        if not projection:
            header.show(page.url_path)
        elif page.url_path not in ("carte", "diagnostic"):  # which have their own head
            header.leave_projection(page.url_path)
    with boundary():
        page.run()


main()
