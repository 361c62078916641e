"""What a territory is compared with, as an address writes it: territories and « comparables », separated by commas."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

COMPARABLES = "comparables"
"""A reference that is not a territory: the median of the comparable ones."""
MOST = 4
"""References at once: more would make every line unreadable."""
_BETWEEN = re.compile(r",(?=\s*(?:[a-z_]+\s*:|comparables\b))", re.IGNORECASE)
"""A comma between two references, and not one of those inside a composed territory."""


def split(text: str) -> tuple[str, ...]:
    """
    Separate references, the main one first, each once.

    Examples
    --------
    >>> split("compose:33240,33514,comparables")
    ('compose:33240,33514', 'comparables')
    """
    pieces = [piece.strip() for piece in _BETWEEN.split(text)]
    return tuple(dict.fromkeys(piece for piece in pieces if piece))


def join(references: Iterable[str]) -> str:
    """Write references for an address, each once; empty ones are left out."""
    return ",".join(dict.fromkeys(reference for reference in references if reference))
