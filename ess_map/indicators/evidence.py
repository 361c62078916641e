"""What indicators are computed from, held once a process: places, actors by place, context and official tables."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field, replace
from threading import Lock, RLock
from typing import TYPE_CHECKING, Self, TypeVar

import numpy as np

from ess_map.indicators.context import Context
from ess_map.indicators.employment import Employment
from ess_map.indicators.official import OfficialTable
from ess_map.indicators.places import Places, Units
from ess_map.indicators.provenance import years
from ess_map.indicators.published import Published
from ess_map.indicators.reach import Ground, Reach
from ess_map.indicators.source_coverage import SourceCoverage
from ess_map.indicators.tally import Tally, features, units_of_rows
from ess_map.territories.model import FRANCE

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping, Sequence
    from pathlib import Path

    from ess_map.actors.cards import SourceCard
    from ess_map.actors.register import Register
    from ess_map.indicators.formulas.arrays import BoolArray, FloatArray, IntArray
    from ess_map.territories.atlas import Atlas
    from ess_map.territories.model import TerritoryRef

T = TypeVar("T")
OFFICIAL_REGISTERS = frozenset({"sirene"})
"""Sources that are the official list of establishments."""
_KEPT_COUNTS = 64
"""Counts and reaches kept, one a set of sources: there are as many sets as regional lists, and few."""
_KEPT_ANSWERS = 48
"""Portraits and pages kept: half a megabyte each."""
_KEPT_NOTES = 512
"""Small things kept: medians of a level, comparable territories."""
_KEPT_LAYOUTS = 6
"""Sets of territories kept laid out for a map: some megabytes each for the communes of a région."""


class Memory:
    """Remembers the last results by key; of several threads that ask for the same one at once, one computes and the others wait."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._kept: OrderedDict[Hashable, object] = OrderedDict()
        self._coming: dict[Hashable, RLock] = {}
        self._lock = Lock()

    def get(self, key: Hashable, compute: Callable[[], T]) -> T:
        """Give what is remembered under a key, computing it the first time."""
        with self._lock:
            if key in self._kept:
                return self._again(key)
            turn = self._coming.setdefault(key, RLock())
        with turn:
            with self._lock:
                if key in self._kept:
                    return self._again(key)
            try:
                found = compute()
                with self._lock:
                    self._kept[key] = found
                    if len(self._kept) > self._size:
                        self._kept.popitem(last=False)
            finally:
                with self._lock:
                    self._coming.pop(key, None)
        return found

    def _again(self, key: Hashable) -> T:  # type: ignore[type-var]  # a key always holds what its `compute` gave
        self._kept.move_to_end(key)
        return self._kept[key]  # type: ignore[return-value]


@dataclass(frozen=True, eq=False)
class Evidence:
    """Everything known, prepared; never changed but by the caches that remember what was computed."""

    atlas: Atlas
    register: Register
    cards: Mapping[str, SourceCard]
    context: Context
    published: Published
    employment: Employment
    official: OfficialTable
    units: Units
    coverage: SourceCoverage
    population: FloatArray
    """Legal municipal population by unit; 0 for what is not a commune, NaN for a commune without figure."""
    population_years: dict[str, FloatArray]
    """Reference year of a population -> 1 for the units that have it, 0 for the others."""
    _unit_of_row: IntArray
    _features: dict[str, BoolArray]
    _counts: Memory = field(default_factory=lambda: Memory(_KEPT_COUNTS))
    _answers: Memory = field(default_factory=lambda: Memory(_KEPT_ANSWERS))
    _notes: Memory = field(default_factory=lambda: Memory(_KEPT_NOTES))
    _layouts: Memory = field(default_factory=lambda: Memory(_KEPT_LAYOUTS))

    @classmethod
    def load(cls, data_dir: Path, atlas: Atlas, register: Register, cards: Mapping[str, SourceCard]) -> Self:
        """
        Prepare the evidence of a data folder whose atlas, register and cards are already loaded.

        Raises
        ------
        SourceError
            If a file is missing or unreadable.
        SchemaError
            If a table breaks its contract.
        """
        return cls.of(atlas, register, cards, Context.load(data_dir, atlas), Published.load(data_dir), Employment.load(data_dir))

    @classmethod
    def of(
        cls,
        atlas: Atlas,
        register: Register,
        cards: Mapping[str, SourceCard],
        context: Context,
        published: Published,
        employment: Employment,
    ) -> Self:
        """Prepare evidence from its parts."""
        units = Units.of(atlas)
        population = np.zeros(len(units))
        population[: units.communes] = atlas.communes["population"].to_numpy(dtype=float, na_value=np.nan)
        return cls(
            atlas=atlas,
            register=register,
            cards=cards,
            context=context,
            published=published,
            employment=employment,
            official=OfficialTable.empty(),
            units=units,
            coverage=SourceCoverage.of(atlas, units, register.sources, cards),
            population=population,
            population_years=_years(atlas, units),
            _unit_of_row=units_of_rows(register, units),
            _features=features(register),
        )

    def with_official(self, table: OfficialTable) -> Self:
        """Give the same evidence with an imported official table."""
        return replace(
            self, official=table, _answers=Memory(_KEPT_ANSWERS), _notes=Memory(_KEPT_NOTES), _layouts=Memory(_KEPT_LAYOUTS)
        )

    def remember(self, key: Hashable, compute: Callable[[], T]) -> T:
        """Give an answer that depends on nothing but its key and this evidence, computed the first time it is asked."""
        return self._answers.get(key, compute)

    def note(self, key: Hashable, compute: Callable[[], T]) -> T:
        """Give an answer as `remember` does, for what is small and serves many others."""
        return self._notes.get(key, compute)

    def layout(self, key: Hashable, compute: Callable[[], T]) -> T:
        """Give an answer as `remember` does, for what is large and serves the next maps over the same territories."""
        return self._layouts.get(key, compute)

    def places(self, refs: Sequence[TerritoryRef]) -> Places:
        """Lay out territories, given by canonical references."""
        return Places.of(self.atlas, self.units, refs)

    def counted(self, sources: int) -> BoolArray:
        """Tell which rows of the register count for some sources (bits): those of the principal register that one of them lists."""
        codes = self.register.codes
        counted: BoolArray = ((codes.sources & np.uint32(sources)) != 0) & ~codes.complement
        return counted

    def tally(self, sources: int) -> Tally:
        """Give the counts by place of the actors of some sources."""
        return self._counts.get(
            ("tally", sources),
            lambda: Tally.of(self._unit_of_row, self._features, self.counted(sources), len(self.units)),
        )

    def reach(self, sources: int) -> Reach:
        """Give what the actors of some sources put within reach of each commune."""
        return self._counts.get(("reach", sources), lambda: Reach(self._ground(), self.counted(sources)))

    def register_years(self, names: tuple[str, ...]) -> str:
        """Give the years that sources of the register span."""
        return self._counts.get(("years", names), lambda: years(self.cards, names))

    def _ground(self) -> Ground:
        """Give the positions in metres, measured when a distance is first asked."""
        return self._counts.get("ground", lambda: Ground(self.atlas, self.register))

    def rows(self, places: Places, position: int, sources: int, feature: str) -> IntArray:
        """Give the rows of the register behind a count: actors of a place, of some sources, that have a feature."""
        inside = np.zeros(len(self.units), dtype=bool)
        inside[places.members(position)] = True
        kept = inside[self._unit_of_row] & self.counted(sources) & self._features[feature]
        order = self.register.codes.by_name
        return order[kept[order]].astype(np.intp)

    @property
    def every_source(self) -> int:
        """Bits of all the sources of the register."""
        return (1 << len(self.register.sources)) - 1

    @property
    def register_is_official(self) -> bool:
        """Tell whether the register only holds official establishments, so that its count may be put beside the official one."""
        return set(self.register.sources) <= OFFICIAL_REGISTERS

    def warm(self) -> None:
        """Prepare what every page asks: the sources that cover France, counted and measured everywhere."""
        national = self.coverage.common(self.places([FRANCE]))
        self.tally(national)
        self.tally(self.every_source)
        self.reach(national).within(np.arange(self.units.communes), 30)


def _years(atlas: Atlas, units: Units) -> dict[str, FloatArray]:
    column = atlas.communes["population_millesime"].to_numpy(dtype=object)
    found = {str(year): np.zeros(len(units)) for year in sorted(set(column), reverse=True)}
    for year, flags in found.items():
        flags[: units.communes] = column == year
    return found
