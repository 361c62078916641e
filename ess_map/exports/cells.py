"""
What one cell may hold, in any format: text that every reader accepts, and text that no spreadsheet takes for a formula.

The two rules are described for readers of the files in docs/FORMATS.md.
"""

from __future__ import annotations

import re

# What XML 1.0 (hence XLSX) forbids, NUL first among them; lone surrogates cannot be written in UTF-8 either.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NEWLINE = re.compile("\r\n?")

# Spreadsheets skip what they cannot see before they look for a formula: spaces, controls, zero-width and bidi marks.
_INVISIBLE = "\\s\x00-\x1f\x7f-\x9f\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
# Apostrophes first: so a text and the same text with one more apostrophe are both in the set, and the rule is reversible.
_LIVE = re.compile(f"'*(?:[\t\r\n]|[{_INVISIBLE}]*[=+\\-@＝＋－＠])")


def portable(text: str) -> str:
    r"""
    Give the text that the four formats all carry unchanged.

    Characters that XML forbids (NUL and other controls, lone surrogates) are removed; `\r\n` and `\r` become `\n`.
    Everything else is kept as it is. Idempotent.
    """
    if _FORBIDDEN.search(text) is not None:
        text = _FORBIDDEN.sub("", text)
    return _NEWLINE.sub("\n", text) if "\r" in text else text


def needs_portable(text: str) -> bool:
    """Tell whether `portable` would change something: asked once for a whole column, it spares a call a cell."""
    return "\r" in text or _FORBIDDEN.search(text) is not None


def neutralise(text: str) -> str:
    """
    Write a text so that a spreadsheet opening a CSV shows it and never computes it.

    One apostrophe is put before a text that a spreadsheet could take for a formula: `=`, `+`, `-`, `@` or their full-width
    forms first (invisible characters and apostrophes aside), or a tabulation or a line break first.
    """
    return f"'{text}" if _LIVE.match(text) is not None else text


def restore(text: str) -> str:
    """Undo `neutralise`: `restore(neutralise(text)) == text` for every text."""
    return text[1:] if text.startswith("'") and _LIVE.match(text) is not None else text
