"""Where a value comes from and of when it is, in French words."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ess_map.actors import coverage
from ess_map.indicators.perimeters import REGISTRE, TABLE
from ess_map.typography import NON_PRECISE, fr, listing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ess_map.actors.cards import SourceCard

_OTHERS = {TABLE: "Insee, Flores (table à importer)", REGISTRE: "registre de l’atlas"}
"""What stands for a source that has no card of its own."""


def producers(cards: Mapping[str, SourceCard], names: Sequence[str]) -> str:
    """Name the producers of sources, each once, in the order of the sources; « non précisé » when none is known."""
    return _producers(tuple((cards[name].producteur if name in cards else _OTHERS.get(name, name)) for name in names))


@lru_cache(maxsize=1024)
def _producers(found: tuple[str, ...]) -> str:
    return fr(" ; ".join(dict.fromkeys(found))) or NON_PRECISE


def titles(cards: Mapping[str, SourceCard], names: Sequence[str]) -> str:
    """Give the titles of sources, as a sentence enumerates them."""
    return listing([cards[name].titre if name in cards else name for name in names])


def years(cards: Mapping[str, SourceCard], names: Sequence[str]) -> str:
    """Give the years that sources span: « 2021 », « 2016 à 2021 »; « non précisé » when no card says any."""
    return coverage.years(cards[name] for name in names if name in cards) or NON_PRECISE
