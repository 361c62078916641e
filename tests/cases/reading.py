"""Reading the cards as a person would: every text with where it stands, and words without accents nor signs."""

import re
import unicodedata

NAMES = {"nom", "lieu", "porteur", "partenaires", "producteur", "publie_par"}
"""Fields that hold proper names: a name is not a sentence, and must be the source's own."""


def texts(value, where=()):
    """Give (place, text) for every text inside a value of a card."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from texts(inner, (*where, key))
    elif isinstance(value, (tuple, list)):
        for rank, inner in enumerate(value):
            yield from texts(inner, (*where, rank))
    elif isinstance(value, str):
        yield where, value


def words(text):
    """Split into words, without case, accents nor signs."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe"))
    return re.findall(r"\w+", "".join(char for char in plain if not unicodedata.combining(char)))


def runs(found, length):
    """Give every run of `length` consecutive words."""
    return {tuple(found[i : i + length]) for i in range(len(found) - length + 1)}
