"""Looking for the expressions of a documented table in a name: whole words, accents and case forgotten."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from ess_map.actors.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

T = TypeVar("T")


@dataclass(frozen=True)
class WordTable(Generic[T]):
    """Expressions -> what they say. Where two expressions start at the same word, the longer one is heard alone."""

    meanings: Mapping[str, T]
    _pattern: re.Pattern[str]

    @classmethod
    def of(cls, meanings: Mapping[str, T], *, at_start: bool = False) -> WordTable[T]:
        """Prepare a table; `at_start` hears only what opens the name."""
        folded = {fold(expression): meaning for expression, meaning in meanings.items()}
        choices = "|".join(re.escape(expression) for expression in sorted(folded, key=len, reverse=True)) or r"(?!)"
        opening = r"\A" if at_start else r"(?<!\S)"
        return cls(folded, re.compile(f"{opening}(?:{choices})(?!\\S)"))

    def find(self, folded: str) -> Iterator[T]:
        """Give the meanings found in a folded name, in the order of the words."""
        for found in self._pattern.finditer(folded):
            yield self.meanings[found.group(0)]

    def first(self, folded: str) -> tuple[int, T] | None:
        """Give the first meaning found and where it stands, None when there is none."""
        found = self._pattern.search(folded)
        return None if found is None else (found.start(), self.meanings[found.group(0)])

    def without(self, folded: str) -> str:
        """Give the folded name without the expressions found."""
        return " ".join(self._pattern.sub(" ", folded).split())
