"""Identity cards of the sources of actors: what is written by hand in the rules, with the lines and hashes of the raw files."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ess_map.actors import cards as reading
from ess_map.sources.cards import fingerprint

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from ess_map.actors.cards import SourceCard


def actor_cards(raw: Path, rules_dir: Path, lines: Mapping[str, int]) -> list[SourceCard]:
    """
    Complete the cards written by hand.

    Parameters
    ----------
    raw
        Folder of the public files.
    rules_dir
        Folder of the documented tables, which holds `sources.toml`.
    lines
        Source -> lines read.

    Raises
    ------
    SourceError
        If the cards or a raw file are missing.
    KeyError
        If a source has no card.
    """
    written = reading.load(rules_dir)
    return [
        replace(written[name], lignes=count, sha256=fingerprint(raw / path for path in written[name].fichiers))
        for name, count in lines.items()
    ]
