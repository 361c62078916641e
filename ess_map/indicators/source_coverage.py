"""Which sources cover which places: only what covers both sides of a comparison may be counted in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Self

import numpy as np

from ess_map.errors import UnknownTerritoryError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ess_map.actors.cards import SourceCard
    from ess_map.indicators.formulas.arrays import BoolArray
    from ess_map.indicators.places import Places, Units
    from ess_map.territories.atlas import Atlas


@dataclass(frozen=True, eq=False)
class SourceCoverage:
    """
    What each source of the register claims to list in full.

    A source without declared coverage (a partial list) covers nothing: its actors are shown, and never compared.
    """

    sources: tuple[str, ...]
    """In the order of the bits of `register.codes.sources`."""
    covers: BoolArray
    """One row a source, one column a unit; units that are not communes are never in the way."""

    @classmethod
    def of(cls, atlas: Atlas, units: Units, sources: Sequence[str], cards: Mapping[str, SourceCard]) -> Self:
        """Read the coverage of the sources in their identity cards."""
        covers = np.zeros((len(sources), len(units)), dtype=bool)
        covers[:, units.communes :] = True
        for position, name in enumerate(sources):
            for text in cards[name].couverture if name in cards else ():
                try:
                    ref = atlas.parse(text)
                except UnknownTerritoryError:
                    continue  # a card may name a territory that this atlas does not hold: it covers nothing here
                covers[position, atlas.hierarchy.rows(ref)] = True
        return cls(tuple(sources), covers)

    def common(self, places: Places) -> int:
        """Give the bits of the sources that cover every one of these places, in full; 0 when none does."""
        inside = np.zeros(self.covers.shape[1], dtype=bool)
        inside[places.units] = True
        covering: BoolArray = np.logical_and.reduce(self.covers[:, inside], axis=1)
        return self.bits(covering) if len(places) else 0

    def each(self, places: Places) -> list[int]:
        """Give, for each place, the bits of the sources that cover it in full."""
        covered = places.all(self.covers)
        return [self.bits(covered[:, position]) for position in range(len(places))]

    def bits(self, chosen: BoolArray) -> int:
        """Give the bits of chosen sources."""
        return sum(1 << int(position) for position in np.flatnonzero(chosen))

    def names(self, bits: int) -> tuple[str, ...]:
        """Give the identifiers of the sources of some bits."""
        return _names(self.sources, bits)


@lru_cache(maxsize=256)
def _names(sources: tuple[str, ...], bits: int) -> tuple[str, ...]:
    return tuple(name for position, name in enumerate(sources) if bits >> position & 1)
