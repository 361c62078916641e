"""French typography of the cards: one types plain spaces and apostrophes, the screen gets the right ones."""

from __future__ import annotations

import re

FINE = "\u202f"
"""Narrow no-break space: in thousands, before ; ! ? %."""
HARD = "\u00a0"
"""No-break space: before a colon, inside « », before a unit."""

_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\s+"), " "),
    (re.compile(r"'"), "’"),
    (re.compile(r"\.\.\."), "…"),
    (re.compile(r"« ?"), f"«{HARD}"),
    (re.compile(r" ?»"), f"{HARD}»"),
    (re.compile(r"(?<=[^\s;!?]) ?([;!?])(?=\s|$|[;!?»)])"), rf"{FINE}\1"),
    (re.compile(r"(?<=\d) ?%"), f"{FINE}%"),
    (re.compile(r"(?<=\S) ?:(?=\s|$)"), f"{HARD}:"),
    (re.compile(r"(?<=\d) (?=(?:€|m²|km²|km|h|ha)(?!\w))"), HARD),
)
_THOUSANDS = re.compile(r"(?<![\d,.])\d{1,3}(?: \d{3})+(?!\d)")
_OUR_SPACES = re.compile(f"[{FINE}{HARD}]")


def typeset(text: str) -> str:
    """
    Give the text as it must be shown; idempotent.

    Only spaces, straight apostrophes and three dots change; a folded text becomes one line.

    Examples
    --------
    >>> typeset("l'emploi : 50 % des 229 000 €") == "l’emploi\u00a0: 50\u202f% des 229\u202f000\u00a0€"
    True
    """
    plain = _OUR_SPACES.sub(" ", text).strip()
    for pattern, replacement in _RULES:
        plain = pattern.sub(replacement, plain)
    return _THOUSANDS.sub(lambda found: found[0].replace(" ", FINE), plain)
