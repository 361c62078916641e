"""Words of the cases, so that a need said in words can be brought near the case that tells the same."""

from __future__ import annotations

import math
import re
import tomllib
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ess_map.cases.model import Case

_WORD = re.compile(r"[a-z]+")
_STEM = 6
_SHORT = 3
_FILE = Path(__file__).with_suffix(".toml")


@dataclass(frozen=True)
class Vocabulary:
    """The stems of each case, and how rare each stem is."""

    stems: Mapping[str, Mapping[str, str]]
    """Case -> stem -> the word of the case that carries it."""
    rarity: Mapping[str, float]
    """Stem -> logarithm of the cases over those that hold it; 0 for a stem that every case holds."""

    @classmethod
    def of(cls, cases: Mapping[str, Case]) -> Self:
        """Read the need, the title and the actions of every case."""
        stems = {name: _stems(" ".join((case.besoin.phrase, case.titre, *case.actions))) for name, case in cases.items()}
        holders = Counter(stem for found in stems.values() for stem in found)
        return cls(stems, {stem: math.log((1 + len(stems)) / (1 + held)) for stem, held in holders.items()})

    def shared(self, case_id: str, text: str) -> tuple[float, tuple[str, ...]]:
        """
        Compare a need in words with a case.

        Returns
        -------
        part
            Rarity of the words they share over that of the words of the need that some case holds; from 0 to 1.
        words
            The words shared, as the need says them, the rarest first.
        """
        asked = {stem: word for stem, word in _stems(text).items() if self.rarity.get(stem, 0.0) > 0}
        total = sum(self.rarity[stem] for stem in asked)
        common = sorted((stem for stem in asked if stem in self.stems[case_id]), key=lambda stem: (-self.rarity[stem], stem))
        part = sum(self.rarity[stem] for stem in common) / total if total else 0.0
        return part, tuple(asked[stem] for stem in common)


def _stems(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for word in re.findall(r"[^\W\d_]+", text):
        plain = "".join(
            c for c in unicodedata.normalize("NFKD", word.casefold().replace("œ", "oe")) if not unicodedata.combining(c)
        )
        if len(plain) < _SHORT or plain in _empty() or not _WORD.fullmatch(plain):
            continue
        stem = plain[:_STEM].rstrip("s")
        found.setdefault(_near().get(stem, stem), word)
    return found


@cache
def _tables() -> dict[str, dict[str, str]]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


@cache
def _empty() -> frozenset[str]:
    """Words that say nothing of a need."""
    return frozenset(" ".join(_tables()["vides"].values()).split())


def _near() -> dict[str, str]:
    """Stem -> the stem it is read as: a few everyday words that the documents say otherwise."""
    return _tables()["proches"]
