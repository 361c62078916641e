"""
Pieces of Streamlit's page that every screen of ours needs, asked for at once.

Streamlit loads the script of a widget when the first one is drawn, then what that script imports: two more round trips before
the first map. Named in the page's head, they arrive while the rest starts.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import streamlit as st

PIECES = ("Html", "TextInput", "ButtonGroup", "Button", "ComponentInstance")
"""Scripts of the widgets of a first screen, by the first part of their file name."""
_IMPORTED = re.compile(r'from\s*"\./([\w.-]+\.js)"')


@cache
def links() -> bytes:
    """Give the lines to add to the head of the page; empty if this version of Streamlit is made otherwise."""
    static = Path(st.__file__).parent / "static"
    page = (static / "index.html").read_text(encoding="utf-8")
    names = sorted(name for name in closure(static / "static/js") if name not in page)
    preloads = (f'<link rel="modulepreload" crossorigin href="./static/js/{name}">' for name in names)
    # Read and run while the connection opens: run when the first widget comes, they would hold the map that follows.
    scripts = (f'<script type="module" crossorigin src="./static/js/{name}"></script>' for name in pieces(static / "static/js"))
    return "".join(f"{line}\n" for line in (*preloads, *scripts)).encode()


def pieces(folder: Path) -> list[str]:
    """Give the scripts of the pieces, by file name."""
    return [path.name for piece in PIECES for path in folder.glob(f"{piece}.*.js")]


def closure(folder: Path) -> set[str]:
    """Give the scripts of the pieces and everything they import, by file name."""
    waiting = pieces(folder)
    found: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name in found or not (folder / name).is_file():
            continue
        found.add(name)
        waiting.extend(_IMPORTED.findall((folder / name).read_text(encoding="utf-8")))
    return found
