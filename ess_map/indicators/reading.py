"""One question put to the evidence: some territories, the sources that count, a distance. What formulas read from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from ess_map.indicators.measure import texts
from ess_map.indicators.reach import ANY, DEFAULT_KM, theme_bit
from ess_map.territories.model import Niveau
from ess_map.typography import count, fr, number

if TYPE_CHECKING:
    from ess_map.indicators.context_tables import LevelTable
    from ess_map.indicators.evidence import Evidence
    from ess_map.indicators.formulas.arrays import BoolArray, FloatArray, IntArray
    from ess_map.indicators.measure import Texts
    from ess_map.indicators.places import Places
    from ess_map.indicators.reach import Bits
    from ess_map.indicators.tally import Tally

WHOLE_ENOUGH = 0.1
"""Share of communes that may lack a figure in a sum that is still shown, with a notice."""


@dataclass(frozen=True, eq=False)
class Reading:
    """Columns over places, computed the first time they are asked; arrays have one value a place."""

    evidence: Evidence
    places: Places
    sources: int
    """Bits of the sources of the register that count."""
    distance_km: int = DEFAULT_KM
    reference: int | None = None
    """Position of the main reference among the places, for what is defined against it alone."""

    def __len__(self) -> int:
        return len(self.places)

    @cached_property
    def tally(self) -> Tally:
        """Counts of the actors of these sources."""
        return self.evidence.tally(self.sources)

    @cached_property
    def _sums(self) -> FloatArray:
        return self.tally.sums(self.places)

    def actors(self, *features: str) -> FloatArray:
        """Count the actors that have a feature (« total », « theme.SOC »…); the sum of the counts when several are given."""
        columns = [self.tally.columns[feature] for feature in features]
        counts: FloatArray = self._sums[:, columns].sum(axis=1)
        return counts

    def table(self, prefix: str) -> FloatArray:
        """Count the actors of each modality of a feature (« theme », « famille »…): one row a place, in the order of its list."""
        columns = [column for name, column in self.tally.columns.items() if name.startswith(prefix + ".")]
        return self._sums[:, columns]

    @cached_property
    def population(self) -> FloatArray:
        """Legal municipal population; NaN where a commune has none published."""
        return self.places.sum(self.evidence.population)

    @cached_property
    def population_millesime(self) -> Texts:
        """Reference years of the population."""
        present = {year: self.places.sum(flags) > 0 for year, flags in self.evidence.population_years.items()}
        found = [" et ".join(year for year, flags in present.items() if flags[position]) for position in range(len(self))]
        return texts(found, len(self))

    @cached_property
    def population_words(self) -> Texts:
        """Say the year of the population of each place."""
        return texts([f"population {year}" for year in self.population_millesime], len(self))

    def inhabitants(self, kept: BoolArray) -> FloatArray:
        """Add up the inhabitants of the communes kept (one boolean an element of `places.units`), in each place."""
        people = np.where(kept, self.evidence.population[self.places.units], 0.0)
        return np.add.reduceat(people, self.places.starts) if len(self) else np.zeros(0)

    @cached_property
    def inhabited(self) -> BoolArray:
        """Tell, for each element of `places.units`, whether an actor is recorded there."""
        return self.has("total")

    def has(self, feature: str) -> BoolArray:
        """Tell, for each element of `places.units`, whether an actor that has a feature is recorded there."""
        return self.tally.has(self.places, feature)

    @cached_property
    def communes(self) -> FloatArray:
        """Count the communes of each place."""
        return np.bincount(self.places.owner()[self.is_commune], minlength=len(self)).astype(float)

    def with_every_source(self) -> Reading:
        """Give the same places with every source of the register, for a figure that is not compared."""
        return replace(self, sources=self.evidence.every_source)

    @cached_property
    def is_commune(self) -> BoolArray:
        """Tell which elements of `places.units` are communes."""
        return self.places.units < self.evidence.units.communes

    def out_of_reach(self, theme: str, distance_km: int | None = None) -> FloatArray:
        """
        Count the inhabitants of the communes whose label point is beyond a distance of any actor of a theme.

        Parameters
        ----------
        theme
            Code of the theme; "" for any actor.
        distance_km
            One of `reach.DISTANCES_KM`; that of the reading by default.
        """
        bit = theme_bit(theme) if theme else ANY
        beyond = np.zeros(len(self.places.units), dtype=bool)
        beyond[self.is_commune] = (self._around(distance_km or self.distance_km) & bit) == 0
        return self.inhabitants(beyond)

    def _around(self, distance_km: int) -> Bits:
        communes = self.places.units[self.is_commune]
        return self.evidence.reach(self.sources).within(communes, distance_km)

    def context(self, column: str) -> tuple[FloatArray, Texts]:
        """
        Read a column of the context.

        Returns
        -------
        values
            NaN where unknown, where too many communes lack a figure, and for sets without a name.
        notices
            Sentence to show with a figure that lacks some communes; "" elsewhere.
        """
        values, notices = np.full(len(self), np.nan), np.full(len(self), "", dtype=object)
        for table, rows, positions in self._tables:
            whole, known, missing, members = (array[rows] for array in _arrays(table, column))
            partial = np.isnan(whole) & ~np.isnan(known) & (missing <= members * WHOLE_ENOUGH)
            values[positions] = np.where(partial, known, whole)
            for row in np.flatnonzero(partial):
                notices[positions[row]] = partial_sum(int(members[row] - missing[row]), int(members[row]))
        return values, notices

    @cached_property
    def _tables(self) -> list[tuple[LevelTable, IntArray, IntArray]]:
        """Tables of the context that hold these places, with the rows there and the positions here."""
        by_level: dict[Niveau, list[int]] = {}
        found: list[tuple[LevelTable, IntArray, IntArray]] = []
        for position, ref in enumerate(self.places.refs):
            if ref is not None and ref.niveau is Niveau.COMPOSE:
                found.append((self.evidence.context.tables_of(ref), np.array([0]), np.array([position])))
            elif ref is not None:
                by_level.setdefault(ref.niveau, []).append(position)
        for niveau, positions in by_level.items():
            table = self.evidence.context.table(niveau)
            codes = [ref.code for position in positions if (ref := self.places.refs[position]) is not None]
            rows = table.frame.index.get_indexer(pd.Index(codes))
            found.append((table, rows[rows >= 0], np.array(positions)[rows >= 0]))
        return found


@lru_cache(maxsize=2048)
def _arrays(table: LevelTable, column: str) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray]:
    """Give a column of a table of the context: figures, figures on known communes, communes that lack one, communes."""
    whole, known, missing = (frame[column].to_numpy(dtype=float) for frame in (table.frame, table.known, table.missing))
    return whole, known, missing, np.asarray(table.members, dtype=float)


def partial_sum(known: int, members: int) -> str:
    """Say that a figure lacks some communes."""
    return fr(f"Calculé sur {count(known, 'commune')} sur {number(members)} : les autres n’ont pas de donnée.")
