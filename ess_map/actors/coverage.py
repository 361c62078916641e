"""What the register can say of a territory: which sources list it in full, in part, or not at all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ess_map.errors import UnknownTerritoryError
from ess_map.territories.model import FRANCE, Niveau

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ess_map.actors.cards import SourceCard
    from ess_map.territories.atlas import Atlas
    from ess_map.territories.model import TerritoryRef

_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")


@dataclass(frozen=True, slots=True)
class Coverage:
    """The sources of actors, seen from one territory; each in the order of the cards."""

    territoire: TerritoryRef
    complete: tuple[SourceCard, ...]
    """Sources that claim to list everything of their kind in the whole territory."""
    partial: tuple[SourceCard, ...]
    """Sources that do so in a part of it."""
    scattered: tuple[SourceCard, ...]
    """Sources that claim no area: they may hold actors of the territory, never all."""
    elsewhere: tuple[SourceCard, ...]
    """Sources that list another area: their silence here means nothing."""

    @property
    def usable(self) -> tuple[SourceCard, ...]:
        """Sources that may say something of the territory."""
        return (*self.complete, *self.partial, *self.scattered)


def covering(atlas: Atlas, cards: Mapping[str, SourceCard], ref: TerritoryRef, *, complement: bool = False) -> Coverage:
    """
    Sort the sources of the register by what they cover of a territory.

    Parameters
    ----------
    atlas
        The territories.
    cards
        Identity cards; those that list no actor, or only complete others, are left out.
    ref
        Canonical reference.
    complement
        Count the complementary register too.

    Raises
    ------
    UnknownTerritoryError
        If the territory does not exist.
    """
    wanted = {"principal", "complement"} if complement else {"principal"}
    found: dict[str, list[SourceCard]] = {"complete": [], "partial": [], "scattered": [], "elsewhere": []}
    members = frozenset(atlas.members(ref))
    for card in cards.values():
        if card.registre in wanted:
            found[_relation(atlas, card, ref, members)].append(card)
    return Coverage(ref, *(tuple(found[name]) for name in ("complete", "partial", "scattered", "elsewhere")))


def sentences(atlas: Atlas, coverage: Coverage) -> tuple[str, ...]:
    """Say in French what the count of a territory rests on, and what it leaves out."""
    span = years(coverage.usable)
    when = f" ({span})" if span else ""
    limits = "il ne compte pas toutes les associations, ni toutes les coopératives"
    said = [f"Registre partiel. Ce décompte réunit {_files(len(coverage.usable))}{when}\u00a0: {limits}."]
    if coverage.partial:
        verb = "Une liste ne couvre" if len(coverage.partial) == 1 else f"{len(coverage.partial)} listes ne couvrent"
        said.append(f"{verb} qu’une partie de ce territoire ({_areas(atlas, coverage.partial)}).")
    if coverage.elsewhere:
        lists = f"Les listes propres à d’autres territoires ({_areas(atlas, coverage.elsewhere)})"
        said.append(f"{lists} ne disent rien de celui-ci\u00a0: une absence n’y veut rien dire.")
    return tuple(said)


def years(cards: Iterable[SourceCard]) -> str:
    """Give the span of the vintages, « 2016 à 2026 », « 2021 », or an empty text when none is known."""
    known = sorted(year for card in cards for year in _YEAR.findall(card.millesime))
    if not known:
        return ""
    return known[0] if known[0] == known[-1] else f"{known[0]} à {known[-1]}"


def freshness(cards: Iterable[SourceCard]) -> str:
    """Say how old and how many the sources are, « 2016 à 2026, 7 sources »."""
    counted = tuple(cards)
    number = f"{len(counted)} source{'s' if len(counted) > 1 else ''}"
    return ", ".join(filter(None, (years(counted), number)))


def area_names(atlas: Atlas, card: SourceCard) -> tuple[str, ...]:
    """Give the names of the territories that a source claims to list; one that no longer exists is left as its code."""
    names = []
    for text in card.couverture:
        try:
            names.append(atlas.get(text).nom)
        except UnknownTerritoryError:
            names.append(text)
    return tuple(names)


def _relation(atlas: Atlas, card: SourceCard, ref: TerritoryRef, members: frozenset[str]) -> str:
    if not card.couverture:
        return "scattered"
    if str(FRANCE) in card.couverture:
        return "complete"
    covered: set[str] = set()
    for text in card.couverture:
        try:
            covered |= set(atlas.members(text))
        except UnknownTerritoryError:
            continue
    if ref.niveau is not Niveau.FRANCE and members <= covered:
        return "complete"
    return "partial" if members & covered else "elsewhere"


def _files(number: int) -> str:
    return f"{number} fichier{'s' if number > 1 else ''} public{'s' if number > 1 else ''}"


def _areas(atlas: Atlas, cards: Iterable[SourceCard]) -> str:
    return ", ".join(dict.fromkeys(name for card in cards for name in area_names(atlas, card)))
