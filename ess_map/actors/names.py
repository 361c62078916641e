"""What a text becomes: shown (cleaned, otherwise as published) or compared (accents, case and punctuation forgotten)."""

from __future__ import annotations

import unicodedata

_HIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "đ": "d", "ł": "l"})
_ASCII_SEPARATORS = str.maketrans({chr(code): " " for code in range(128) if not chr(code).isalnum()})


def clean(text: str) -> str:
    """
    Remove what cannot be seen and could act (control, bidirectional and zero-width characters), collapse spaces.

    Nothing else changes: the case and the punctuation are those of the publisher.
    """
    if not text.isprintable():
        text = "".join(
            " " if c.isspace() else c for c in text if c.isspace() or unicodedata.category(c) not in _HIDDEN_CATEGORIES
        )
    return " ".join(text.split())


def fold(text: str) -> str:
    """Give the form under which two spellings compare: lower case, no accent, punctuation as one space."""
    if text.isascii():
        return " ".join(text.lower().translate(_ASCII_SEPARATORS).split())
    # Twice: compatibility forms hide capitals (« 𝑨 » is A), and folding can bring compositions back.
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold().translate(_LIGATURES))
    kept = (c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join("".join(kept).split())
