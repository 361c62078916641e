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
    return "".join(f'<link rel="modulepreload" crossorigin href="./static/js/{name}">\n' for name in names).encode()


def closure(folder: Path) -> set[str]:
    """Give the scripts of the pieces and everything they import, by file name."""
    waiting = [path.name for piece in PIECES for path in folder.glob(f"{piece}.*.js")]
    found: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name in found or not (folder / name).is_file():
            continue
        found.add(name)
        waiting.extend(_IMPORTED.findall((folder / name).read_text(encoding="utf-8")))
    return found
