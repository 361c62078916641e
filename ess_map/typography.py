"""French typography: one function for sentences, one for numbers. Everything a visitor reads goes through here, page or command line."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

FINE = "\u202f"
"""Narrow no-break space: in thousands and before ; ! ? %."""
INSECABLE = "\u00a0"
"""No-break space: before : and inside « »."""
MOINS = "\u2212"
"""The true minus sign."""
NON_PRECISE = "non précisé"
"""What is unknown is said, never shown as 0 or as an empty cell."""

_MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
_ARRONDISSEMENT = re.compile(r"\b(\d{1,2})(?:er|e) [Aa]rrondissement\b")
_BLANK = "[ \t\u00a0\u202f]"
_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"{_BLANK}+([;!?%])"), FINE + r"\1"),
    (re.compile(rf"{_BLANK}+:"), INSECABLE + ":"),
    (re.compile(rf"«{_BLANK}*"), "«" + INSECABLE),
    (re.compile(rf"{_BLANK}*»"), INSECABLE + "»"),
    (re.compile(r"'"), "’"),
    (re.compile(r"(?<=\d) (?=\d{3}(?!\d))"), FINE),
)


@lru_cache(maxsize=8192)
def fr(text: str) -> str:
    """
    Set a plain French sentence with its no-break spaces and its apostrophes.

    Applying it twice changes nothing. It only ever touches blanks and apostrophes: a sign that follows a letter directly
    (an address, an hour) is left alone.
    """
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text


def arrondissement(name: str) -> str:
    """
    Set the name of an arrondissement: superscript ordinal, no capital; any other name comes back untouched.

    Examples
    --------
    >>> arrondissement("Lyon 1er Arrondissement"), arrondissement("Paris 12e Arrondissement")
    ('Lyon 1ᵉʳ arrondissement', 'Paris 12ᵉ arrondissement')
    """
    return _ARRONDISSEMENT.sub(lambda found: f"{found[1]}{'ᵉʳ' if found[1] == '1' else 'ᵉ'}{INSECABLE}arrondissement", name)


def number(value: float | None, decimals: int = 0, *, signed: bool = False) -> str:
    """
    Write a number the French way: narrow spaces in thousands, decimal comma, true minus.

    Parameters
    ----------
    value
        The number; None is « non précisé », never 0.
    decimals
        Digits kept after the comma.
    signed
        Write « + » before a positive number (a gap, a change).
    """
    if value is None:
        return NON_PRECISE
    text = f"{abs(value):,.{decimals}f}".replace(",", FINE).replace(".", ",")
    if not text.strip("0,"):
        return text  # a rounded zero has no sign
    if value < 0:
        return MOINS + text
    return "+" + text if signed else text


def percent(part: float, whole: float) -> str:
    """Write a share of a whole, rounded to one per cent; « moins de 1 % » and « plus de 99 % » rather than a false 0 or 100."""
    if not whole:
        return NON_PRECISE
    share = 100 * part / whole
    if 0 < share < 1:
        return f"moins de 1{FINE}%"
    if 99 < share < 100:  # noqa: PLR2004 - a share that is not quite the whole
        return f"plus de 99{FINE}%"
    return f"{number(share)}{FINE}%"


def count(value: int, singular: str, plural: str = "") -> str:
    """Write a count with its noun: in French, 0 and 1 are singular; the plural adds an s unless it is given."""
    return f"{number(value)} {singular if abs(value) < 2 else plural or singular + 's'}"  # noqa: PLR2004


def listing(words: Sequence[str], last: str = "et") -> str:
    """Join words as a sentence does: « a, b et c »."""
    if len(words) < 2:  # noqa: PLR2004
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def grouped_siret(code: str) -> str:
    """Space a SIREN (3 3 3) or a SIRET (3 3 3 5) so that it can be read aloud; any other text comes back untouched."""
    if not re.fullmatch(r"\d{9}(\d{5})?", code):
        return code
    return FINE.join(part for part in (code[:3], code[3:6], code[6:9], code[9:]) if part)


def month(day: str) -> str:
    """
    Write a date that may be partial: « 2021-02 » is « février 2021 », « 2021 » stays, a list of years is joined.

    Text that is not a date comes back untouched; an empty one is « non précisé ».
    """
    if not day:
        return NON_PRECISE
    parts = re.fullmatch(r"(\d{4})-(\d{2})(?:-(\d{2}))?", day)
    if parts is None or not 1 <= int(parts[2]) <= len(_MONTHS):
        return day.replace("|", ", ")
    name = f"{_MONTHS[int(parts[2]) - 1]} {parts[1]}"
    if parts[3] is None:
        return name
    return f"{'1ᵉʳ' if parts[3] == '01' else str(int(parts[3]))} {name}"


def capitalized(text: str) -> str:
    """Raise the first letter only (`str.capitalize` would lower the rest: « Geiq » must stay)."""
    return text[:1].upper() + text[1:]
