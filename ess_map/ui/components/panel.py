"""A popover whose content is drawn, and sent, only while it is open: what nobody looks at costs nothing at each filter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from collections.abc import Callable


def show(label: str, draw: Callable[[], None], *, key: str, icon: str | None = None, width: int = 400) -> None:
    """
    Draw the button, and the content when it is open.

    Parameters
    ----------
    label
        Text of the button, Markdown already escaped.
    draw
        Draws the content. Its widgets are forgotten when it closes, unless they persist.
    key
        Class of the button in the page, and state of the panel: True while it is open.
    icon
        Material symbol before the label.
    width
        Width of the content, pixels; narrower on a phone.
    """
    panel = st.popover(label, key=key, icon=icon, on_change="rerun")
    if panel.open:
        with panel, st.container(width=width):
            draw()
