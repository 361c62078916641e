"""Writing identity cards: every source of the embedded data, in one TOML file shared by the rooms that build it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import fields
from typing import TYPE_CHECKING

from ess_map.actors import cards as reading
from ess_map.errors import SourceError
from ess_map.sources.raw_table import RAW_REMEDY

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from ess_map.actors.cards import SourceCard

_HEADER = """\
# Carte d’identité de chaque source des données embarquées.
# Fichier écrit par « python -m ess_map build » : ne pas modifier à la main.
"""


def write_cards(out: Path, cards: Iterable[SourceCard]) -> None:
    """
    Add or replace cards in `sources.toml`; the other cards of the file stay.

    The file is sorted by identifier, so that the order of the builds does not change its bytes.

    Raises
    ------
    SourceError
        If the file exists and is unreadable.
    """
    path = out / reading.FILE
    known = reading.load(out) if path.exists() else {}
    known |= {card.id: card for card in cards}
    text = _HEADER + "".join(_section(known[name]) for name in sorted(known))
    out.mkdir(parents=True, exist_ok=True)
    waiting = path.with_suffix(".part")
    waiting.write_text(text, encoding="utf-8")
    waiting.replace(path)


def fingerprint(paths: Iterable[Path]) -> str:
    """
    Hash raw files: the SHA-256 of a single file, or that of the list of names and hashes when there are several.

    Raises
    ------
    SourceError
        If a file is missing.
    """
    digests = []
    for path in sorted(paths):
        try:
            digests.append((path.name, hashlib.sha256(path.read_bytes()).hexdigest()))
        except OSError as error:
            raise SourceError(str(path), "est introuvable", RAW_REMEDY) from error
    if len(digests) == 1:
        return digests[0][1]
    return hashlib.sha256("".join(f"{digest}  {name}\n" for name, digest in digests).encode()).hexdigest()


def _section(card: SourceCard) -> str:
    lines = [f"\n[{card.id}]"]
    for spec in fields(card):
        if spec.name != "id":
            value = getattr(card, spec.name)
            # A JSON text, number or list of texts is a TOML one.
            lines.append(f"{spec.name} = {json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)}")
    return "\n".join(lines) + "\n"
