"""`sources`: the identity card of every source."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from ess_map import settings
from ess_map.actors import cards
from ess_map.cli.answer import Answer
from ess_map.errors import SourceError
from ess_map.territories.marts import REMEDY

if TYPE_CHECKING:
    import argparse

    from ess_map.actors.cards import SourceCard


def run(args: argparse.Namespace) -> Answer:  # noqa: ARG001 -- every command has the same face
    """List the sources, in the order of their file."""
    data_dir = settings.current().data_dir
    known = cards.load(data_dir)
    if not known:
        raise SourceError(str(data_dir / cards.FILE), "ne décrit aucune source", REMEDY)
    lines = [line for card in known.values() for line in _lines(card)]
    return Answer(document={"sources": [asdict(card) for card in known.values()]}, lines=tuple(lines))


def _lines(card: SourceCard) -> tuple[str, ...]:
    return (
        f"{card.id}\u00a0: {card.titre}",
        f"    {card.producteur}, millésime {card.millesime or 'non précisé'}, {card.licence}",
        f"    {card.perimetre or 'périmètre non précisé'}",
    )
