"""Many territories at once: the units each is made of, and sums over them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

import numpy as np

from ess_map.territories.model import Niveau, TerritoryRef

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ess_map.indicators.formulas.arrays import BoolArray, FloatArray, IntArray
    from ess_map.territories.atlas import Atlas


@dataclass(frozen=True, eq=False)
class Units:
    """
    The smallest places that are counted: every commune, then what is known of a département without a commune, then nowhere.

    An actor whose commune is unknown belongs to its département, its région and France, but to no EPCI: it has a unit of its
    own, so that a territory is always the sum of its units.
    """

    communes: int
    """Units 0 to communes - 1 are the rows of `atlas.communes`."""
    departements: tuple[str, ...]
    """Then one unit for each of these."""
    by_region: dict[str, tuple[int, ...]]
    """Région -> units of its départements."""

    @classmethod
    def of(cls, atlas: Atlas) -> Self:
        """Give a number to each unit of an atlas."""
        regions = atlas.communes.groupby("departement", sort=True)["region"].first()
        first = len(atlas.communes)
        by_region: dict[str, list[int]] = {}
        for position, region in enumerate(regions):
            by_region.setdefault(region, []).append(first + position)
        return cls(first, tuple(regions.index), {region: tuple(units) for region, units in by_region.items()})

    def __len__(self) -> int:
        return self.communes + len(self.departements) + 1

    @property
    def nowhere(self) -> int:
        """The unit of actors of which not even the département is known."""
        return len(self) - 1

    def beside_communes(self, ref: TerritoryRef) -> tuple[int, ...]:
        """Give the units of a territory that are not communes."""
        if ref.niveau is Niveau.FRANCE:
            return tuple(range(self.communes, len(self)))
        if ref.niveau is Niveau.DEPARTEMENT:
            return (self.communes + self.departements.index(ref.code),)
        return self.by_region[ref.code] if ref.niveau is Niveau.REGION else ()


@dataclass(frozen=True, eq=False)
class Places:
    """Territories, or parts of territories, as sets of units laid end to end."""

    refs: tuple[TerritoryRef | None, ...]
    """None for a set that has no name (a reference without the territory it holds)."""
    units: IntArray
    starts: IntArray
    """Where each set begins in `units`; a set is never empty."""

    @classmethod
    def of(cls, atlas: Atlas, units: Units, refs: Sequence[TerritoryRef]) -> Self:
        """Lay out territories; references are canonical (`atlas.parse`)."""
        return cls.of_sets(refs, [units_of(atlas, units, ref) for ref in refs])

    @classmethod
    def of_sets(cls, refs: Sequence[TerritoryRef | None], sets: Sequence[IntArray]) -> Self:
        """Lay out sets of units, none of them empty."""
        lengths = [len(members) for members in sets]
        starts = np.concatenate([[0], np.cumsum(lengths)[:-1]]).astype(np.intp) if sets else np.array([], dtype=np.intp)
        return cls(tuple(refs), np.concatenate([*sets, np.array([], dtype=np.intp)]), starts)

    def __len__(self) -> int:
        return len(self.refs)

    def sum(self, column: FloatArray) -> FloatArray:
        """
        Add up a column of units in each set.

        Parameters
        ----------
        column
            One value a unit (first axis); NaN makes the sum of its set unknown.

        Returns
        -------
        sums
            One value a set (first axis).
        """
        if not len(self):
            return np.zeros((0, *column.shape[1:]))
        sums: FloatArray = np.add.reduceat(column[self.units], self.starts, axis=0)
        return sums

    def all(self, mask: BoolArray) -> BoolArray:
        """Tell of each set whether a mask of units (last axis) holds for all its units; the other axes stay."""
        found: BoolArray = np.logical_and.reduceat(mask[..., self.units], self.starts, axis=-1)
        return found

    def owner(self) -> IntArray:
        """Give the number of the set that each element of `units` belongs to."""
        owners = np.zeros(len(self.units), dtype=np.intp)
        owners[self.starts[1:]] = 1
        return np.cumsum(owners)

    def members(self, position: int) -> IntArray:
        """Give the units of one set."""
        end = self.starts[position + 1] if position + 1 < len(self) else len(self.units)
        return self.units[self.starts[position] : end]


def units_of(atlas: Atlas, units: Units, ref: TerritoryRef) -> IntArray:
    """Give the units of a territory, ascending."""
    return np.concatenate([atlas.hierarchy.rows(ref), np.array(units.beside_communes(ref), dtype=np.intp)]).astype(np.intp)
