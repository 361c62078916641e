"""Sharing a view: its whole address, ready to copy."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit

import streamlit as st

from ess_map.ui import messages
from ess_map.ui.components import panel
from ess_map.ui.markup import esc
from ess_map.ui.state import resources

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def show(page: str, params: Callable[[], Mapping[str, str]]) -> None:
    """Draw the panel; `params` gives what the address holds when it is opened."""
    panel.show(messages.PARTAGER, lambda: _address(page, params()), key="partager", icon=":material/ios_share:")


def _address(page: str, params: Mapping[str, str]) -> None:
    st.html(f'<h2 class="inter">{esc(messages.PARTAGER_VUE)}</h2><p class="note">{esc(messages.PARTAGER_AVIS)}</p>')
    st.code(address(page, params), language=None, wrap_lines=True)


def address(page: str, params: Mapping[str, str]) -> str:
    """Give the whole address of a view: the public one when the deployment says it, else the one the browser uses."""
    query = urlencode(params, safe=":,;|")
    return f"{_base()}/{page}{'?' + query if query else ''}"


def _base() -> str:
    declared = resources().settings.public_url.rstrip("/")
    if declared:
        return declared
    here = urlsplit(st.context.url or "")
    path = here.path.rstrip("/")
    last = path.rpartition("/")[2]
    root = path[: -len(last)] if last and last in messages.PAGES else f"{path}/"
    return f"{here.scheme}://{here.netloc}{root}".rstrip("/") if here.netloc else ""
