"""Page À propos: what the product is, how it was made, its limits, and its words. The texts live in docs/."""

from __future__ import annotations

import re
from pathlib import Path

import streamlit as st

from ess_map.errors import SourceError
from ess_map.typography import fr
from ess_map.ui import messages
from ess_map.ui.boundary import boundary
from ess_map.ui.components import contents, overview

DOCS = Path(__file__).resolve().parents[3] / "docs"
_TITLE = re.compile(r"\A# .*\n+")
_CHAPTER = re.compile(r"^## (.+)$", re.MULTILINE)
_FILE = re.compile(r"\[([^\]]+)\]\((?!https?:|#)[^)]+\)")
"""A link to another file of docs/, which the site does not serve: its words stay, without the link."""


def show() -> None:
    """Draw the page; it stays alive without data."""
    with boundary():
        overview.bar("a-propos")
    st.html(f'<h1 class="titre moyen">{messages.PAGES["a-propos"]}</h1>')
    with boundary():
        _texts()
    with boundary(), st.container(key="glossaire", width=820):
        _glossary()


def _texts() -> None:
    before, parts = chapters(text("A_PROPOS.md"))
    keys = {f"partie_{position}": title for position, title in enumerate(parts)}
    contents.show("a-propos", keys | {"glossaire": messages.GLOSSAIRE})
    with st.container(key="texte_a_propos", width=820):
        st.markdown(before)
        for key, title in keys.items():
            with st.container(key=key):
                st.markdown(f"## {title}\n\n{parts[title]}")


def _glossary() -> None:
    """Fold the glossary by subject: nobody reads it from one end to the other."""
    before, parts = chapters(text("GLOSSAIRE.md"))
    st.markdown(f"## {messages.GLOSSAIRE}\n\n{before}")
    for title, words in parts.items():
        with st.expander(title):
            st.markdown(words)


def chapters(markdown: str) -> tuple[str, dict[str, str]]:
    """Cut a text at its headings of level two: what comes before the first, then title -> text."""
    before, *rest = _CHAPTER.split(markdown)
    return before, dict(zip(rest[::2], rest[1::2], strict=True))


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
