"""Page À propos: what the product is, how it was made, its limits, and its words. The texts live in docs/."""

from __future__ import annotations

import re
from pathlib import Path

import streamlit as st

from ess_map.errors import SourceError
from ess_map.typography import fr
from ess_map.ui import messages
from ess_map.ui.boundary import boundary
from ess_map.ui.components import overview

DOCS = Path(__file__).resolve().parents[3] / "docs"
_TITLE = re.compile(r"\A# .*\n+")
_HEADING = re.compile(r"^(#+) ", re.MULTILINE)
_FILE = re.compile(r"\[([^\]]+)\]\((?!https?:|#)[^)]+\)")
"""A link to another file of docs/, which the site does not serve: its words stay, without the link."""


def show() -> None:
    """Draw the page; it stays alive without data."""
    with boundary():
        overview.bar("a-propos")
    st.html(f'<h1 class="titre moyen"><span>{messages.PAGES["a-propos"]}</span></h1>')
    with boundary(), st.container(key="texte_a_propos", width=820):
        st.markdown(text("A_PROPOS.md"))
    with boundary(), st.container(key="glossaire", width=820):
        st.markdown(f"## {messages.GLOSSAIRE}\n\n{demoted(text('GLOSSAIRE.md'))}")


def text(name: str) -> str:
    """
    Read one of our own texts, without its title.

    Raises
    ------
    SourceError
        If the file is missing.
    """
    path = DOCS / name
    try:
        return fr(_FILE.sub(r"\1", _TITLE.sub("", path.read_text(encoding="utf-8"))))
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"docs/{name}", "manque ou est illisible", "Remettez le dossier « docs » du dépôt.") from error


def demoted(markdown: str) -> str:
    """Lower every heading of a text by one level, so that it fits under a heading of ours."""
    return _HEADING.sub(r"#\1 ", markdown)
