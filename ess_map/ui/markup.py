"""The only way for a text that is not ours to enter our HTML. Nothing here interprets anything."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlencode

if TYPE_CHECKING:
    from collections.abc import Mapping

_CONTROLS = {code: 0x2400 + code for code in range(0x20)} | {0x7F: 0x2421} | {ord(blank): " " for blank in "\t\n\r\x0b\x0c"}
"""Control characters become their visible picture (␀): shown literally, and never swallowed by a parser."""

_ELLIPSIS = "…"


def plain(text: str, limit: int = 0) -> str:
    """Make a text of one line, its control characters visible, cut at `limit` characters (0: whole)."""
    clean = text.encode("utf-8", "replace").decode("utf-8").translate(_CONTROLS)
    return clean if not limit or len(clean) <= limit else clean[: limit - 1].rstrip() + _ELLIPSIS


def esc(text: str, limit: int = 0) -> str:
    """Escape a text for an element or a quoted attribute of our HTML."""
    return escape(plain(text, limit), quote=True)


def isolated(text: str, limit: int = 0) -> str:
    """Escape a text and isolate its direction: a right-to-left mark in a name must not turn the sentence around it."""
    return f"<bdi>{esc(text, limit)}</bdi>"


def label(text: str, limit: int = 0) -> str:
    """
    Escape a text for the label of a widget, which Streamlit reads as Markdown.

    Every ASCII punctuation sign is escaped, which CommonMark defines as literal, directives and math included.
    """
    return "".join(f"\\{sign}" if sign.isascii() and not sign.isalnum() and sign != " " else sign for sign in plain(text, limit))


def href(page: str, params: Mapping[str, str], anchor: str = "") -> str:
    """
    Give the address of a page of the product, escaped for an attribute.

    Relative on purpose: every page is one level deep, so the same link works under any base path.
    """
    query = urlencode(params, safe=":,;|")
    return escape(f"./{page}{'?' + query if query else ''}{'#' + anchor if anchor else ''}", quote=True)


def link(text_html: str, page: str, params: Mapping[str, str], *, css: str = "lien", anchor: str = "") -> str:
    """
    Give a link to a view of the product; `text_html` is already escaped.

    It is a real link (new tab, copied address); the page's script follows it without reloading.
    """
    return f'<a class="{css}" href="{href(page, params, anchor)}">{text_html}</a>'


def family_sign(famille: str) -> str:
    """Draw the shape of a family, hidden from screen readers: its name is always written beside it."""
    return f'<i class="forme f-{esc(famille)}" aria-hidden="true"></i>'
