"""Reading a place name as people type it: one canonical form for accents, hyphens, apostrophes, « St », « Ste » and œ."""

from __future__ import annotations

import re
import unicodedata

_LIGATURES = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss"})
_ACCENTS = re.compile("[\u0300-\u036f]+")
_SUR = re.compile(r"\bs/")
_NOT_ALPHANUMERIC = re.compile(r"[^a-z0-9]+")
_ABBREVIATIONS = {"st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes"}
_ARTICLES = frozenset({"l", "le", "la", "les"})


def normalise(name: str) -> str:
    """
    Give the canonical form of a name: lower case, no accent, single spaces, « saint » in full.

    Idempotent; what is not a letter or a figure counts as a space.

    Examples
    --------
    >>> normalise("L’Haÿ-les-Roses"), normalise("ST-Étienne"), normalise("Mœurs-Verdey")
    ('l hay les roses', 'saint etienne', 'moeurs verdey')
    """
    plain = name.translate(_LIGATURES).casefold()
    if not plain.isascii():
        # Folding once more after the decomposition: what it frees may be a capital, and the form must be stable.
        plain = unicodedata.normalize("NFKD", plain).translate(_LIGATURES).casefold()
        plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", plain))
    if "/" in plain:
        # « s/ » is how registers shorten « sur ».
        plain = _SUR.sub("sur ", plain)
    words = _NOT_ALPHANUMERIC.sub(" ", plain).split()
    return " ".join(_ABBREVIATIONS.get(word, word) for word in words)


def printable(text: str) -> str:
    r"""
    Leave out what must not be echoed to a screen or a file: controls, lone surrogates, marks that turn the direction of writing.

    Examples
    --------
    >>> printable("Ren\x00nes\u202e"), printable("L’Haÿ-les-Roses")
    ('Rennes', 'L’Haÿ-les-Roses')
    """
    return text if text.isprintable() else "".join(char for char in text if char.isprintable())


def without_article(normalised: str) -> str:
    """
    Leave out the article that opens a normalised name, unless nothing would remain.

    Examples
    --------
    >>> without_article("le mans"), without_article("l hay les roses"), without_article("les")
    ('mans', 'hay les roses', 'les')
    """
    first, _, rest = normalised.partition(" ")
    return rest if rest and first in _ARTICLES else normalised
