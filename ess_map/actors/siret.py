"""SIREN and SIRET: what a valid number is. A number that is not valid is never repaired by guess, only left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

SIREN_LENGTH, SIRET_LENGTH = 9, 14
LA_POSTE = "356000000"
"""The one company whose establishments follow another rule: the sum of the digits is a multiple of five."""


def luhn(digits: str) -> bool:
    """Tell whether a run of ASCII digits satisfies the Luhn formula."""
    total = 0
    for position, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + position % 2)
        total += value - 9 if value > 9 else value  # noqa: PLR2004
    return total % 10 == 0


def is_siren(text: str) -> bool:
    """Tell whether a text is a valid SIREN: nine digits, not all zero, Luhn."""
    return len(text) == SIREN_LENGTH and _digits(text) and text.strip("0") != "" and luhn(text)


def is_siret(text: str) -> bool:
    """Tell whether a text is a valid SIRET: fourteen digits whose first nine are a SIREN, Luhn (or the rule of La Poste)."""
    if len(text) != SIRET_LENGTH or not _digits(text) or not is_siren(text[:SIREN_LENGTH]):
        return False
    return luhn(text) or (text.startswith(LA_POSTE) and sum(map(int, text)) % 5 == 0)


def read_siret(text: str, *, numeric: bool = False) -> str:
    """
    Give the SIRET written in a cell, empty when there is no valid one.

    Parameters
    ----------
    text
        The cell, spaces allowed.
    numeric
        The publisher stored a number: « 5780190700014.0 » lost its leading zeros, which are given back before the check.
    """
    return _read(text, SIRET_LENGTH, is_valid=is_siret, numeric=numeric)


def read_siren(text: str, *, numeric: bool = False) -> str:
    """Give the SIREN written in a cell, empty when there is no valid one; see `read_siret`."""
    return _read(text, SIREN_LENGTH, is_valid=is_siren, numeric=numeric)


def is_public_siren(siren: str) -> bool:
    """Tell whether a SIREN is of the series kept by Insee for public bodies (1: State; 2: collectivités and their establishments)."""
    return siren[:1] in {"1", "2"}


def _read(text: str, length: int, *, is_valid: Callable[[str], bool], numeric: bool) -> str:
    digits = "".join(text.split())
    if numeric:
        digits = digits.removesuffix(".0").zfill(length)
    return digits if is_valid(digits) else ""


def _digits(text: str) -> bool:
    return text.isascii() and text.isdigit()
