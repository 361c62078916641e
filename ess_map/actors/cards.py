"""Identity card of every source: what it is, who publishes it, under which licence, what it covers."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from ess_map.errors import SchemaError, SourceError
from ess_map.territories.marts import REMEDY

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FILE = "sources.toml"


@dataclass(frozen=True, slots=True)
class SourceCard:
    """What must be said wherever a figure of this source is shown. Text unless typed otherwise; empty means unknown."""

    id: str
    titre: str
    producteur: str
    licence: str
    millesime: str
    """Reference year or years of the content; « non précisé » when unknown."""
    cog: str
    """Edition of the commune codes of the file, empty when it has none."""
    url: str
    releve_le: str
    """Day the raw file was taken, ISO 8601."""
    perimetre: str
    """French sentence: what the source holds, and what it does not."""
    couverture: tuple[str, ...]
    """Territories in which the source claims to list everything of its kind, as `niveau:code`."""
    lignes: int
    sha256: str
    fichiers: tuple[str, ...]
    registre: str
    """« principal », « complement », « enrichissement », or empty for a source that lists no actor."""


def load(data_dir: Path) -> dict[str, SourceCard]:
    """
    Read the identity cards, in the order of the file.

    Raises
    ------
    SourceError
        If the file is missing or is not TOML.
    SchemaError
        If a card lacks a field; every problem is listed.
    """
    path = data_dir / FILE
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise SourceError(f"data/{FILE}", "est introuvable", REMEDY) from error
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SourceError(f"data/{FILE}", "est endommagé", REMEDY) from error
    problems = [f"{name}\u00a0: champ absent ou invalide" for name, card in document.items() if not _readable(card)]
    if problems:
        raise SchemaError(f"data/{FILE}", problems, REMEDY)
    return {name: _card(name, card) for name, card in document.items()}


def _readable(card: Any) -> bool:
    return (
        isinstance(card, dict)
        and {"titre", "producteur", "licence"} <= card.keys()
        and isinstance(card.get("lignes", 0), int)
        and all(isinstance(card.get(name, []), list) for name in ("couverture", "fichiers"))
    )


def _card(name: str, card: Mapping[str, Any]) -> SourceCard:
    values: dict[str, Any] = {}
    for spec in fields(SourceCard):
        raw = card.get(spec.name)
        if spec.name in {"couverture", "fichiers"}:
            values[spec.name] = tuple(str(item) for item in raw or ())
        elif spec.name == "lignes":
            values[spec.name] = int(raw or 0)
        else:
            values[spec.name] = "" if raw is None else str(raw)
    return SourceCard(**{**values, "id": name})
