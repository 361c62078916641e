"""What the register covers of a territory, remembered: the same words on every page."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ess_map.actors import coverage
from ess_map.errors import EssMapError
from ess_map.territories.model import FRANCE
from ess_map.ui.state import resources

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ess_map.actors.cards import SourceCard
    from ess_map.actors.coverage import Coverage
    from ess_map.territories.model import TerritoryRef

_KEPT = 512


def covered(ref: TerritoryRef | None, *, complement: bool = False) -> Coverage:
    """Sort the sources by what they cover of a territory; None is the whole country."""
    return _covered(ref or FRANCE, complement)


def known_cards() -> Mapping[str, SourceCard]:
    """Give the identity cards by source; none when they cannot be read: a list then shows the codes of its sources."""
    try:
        return resources().cards
    except EssMapError:
        return {}


def freshness(ref: TerritoryRef | None, *, complement: bool = False) -> str:
    """Say how old and how many the sources that may speak of a territory are: « 2016 à 2026, 7 sources »."""
    return coverage.freshness(covered(ref, complement=complement).usable)


def sentences(ref: TerritoryRef | None, *, complement: bool = False) -> tuple[str, ...]:
    """Say in French what the count of a territory rests on, and what it leaves out."""
    return coverage.sentences(resources().atlas, covered(ref, complement=complement))


@lru_cache(maxsize=_KEPT)
def _covered(ref: TerritoryRef, complement: bool) -> Coverage:
    known = resources()
    return coverage.covering(known.atlas, known.cards, ref, complement=complement)
