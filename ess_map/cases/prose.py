"""Texts of the cards, typed with plain spaces and apostrophes, shown in French typography."""

from __future__ import annotations

import re

from ess_map.typography import INSECABLE, fr

_UNIT = re.compile(r"(?<=\d) (?=(?:€|m²|km²|km|h|ha)(?!\w))")


def typeset(text: str) -> str:
    """
    Give the text as it must be shown: on one line, with its no-break spaces, its apostrophes and its ellipses; idempotent.

    Examples
    --------
    >>> typeset("l'emploi : 50 % des 229 000 €") == "l’emploi\u00a0: 50\u202f% des 229\u202f000\u00a0€"
    True
    """
    plain = " ".join(text.split()).replace("...", "…")
    return _UNIT.sub(INSECABLE, fr(plain))
