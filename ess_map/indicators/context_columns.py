"""What each column of the context is: definition, unit, sources, vintage and perimeter, read from `context_columns.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_FILE = Path(__file__).with_suffix(".toml")

SUM, RATIO, PUBLISHED, PLACE = "somme", "rapport", "publie", "situation"
"""How a column is made: a sum over communes; a rule on sums; published as it is, never averaged; the place among others."""


@dataclass(frozen=True, slots=True)
class ContextColumn:
    """A column of the context. Texts are French, ready for the screen."""

    nom: str
    libelle: str
    definition: str
    unite: str
    decimales: int
    construction: str
    """« somme », « rapport », « publie » or « situation »."""
    sources: tuple[str, ...]
    """Identifiers of the identity cards."""
    millesime: str
    """Reference year of every figure of the column; a published figure says its own."""
    perimetre: str
    millesime_population: bool
    """The year is that of the legal population, which Mayotte has of another census: each territory says its own."""
    taux: bool
    """A rate, fragile where few people live."""
    texte: bool
    """The values are words, not numbers."""


@cache
def context_columns() -> Mapping[str, ContextColumn]:
    """Give the columns, in the order of the file."""
    document = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return {
        name: ContextColumn(
            nom=name,
            libelle=fields["libelle"],
            definition=fields["definition"],
            unite=fields.get("unite", ""),
            decimales=fields.get("decimales", 0),
            construction=fields["construction"],
            sources=tuple(fields["sources"]),
            millesime=fields["millesime"],
            perimetre=fields["perimetre"],
            millesime_population=fields.get("millesime_population", False),
            taux=fields.get("taux", False),
            texte=fields.get("texte", False),
        )
        for name, fields in document.items()
    }
