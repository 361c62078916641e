"""One territory, its references and its comparables, laid out so that every indicator compares only what is comparable."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from ess_map.indicators.places import Places, units_of
from ess_map.indicators.reach import DEFAULT_KM
from ess_map.indicators.reading import Reading

if TYPE_CHECKING:
    from ess_map.indicators.evidence import Evidence
    from ess_map.indicators.formulas.arrays import IntArray
    from ess_map.indicators.measure import Measure
    from ess_map.indicators.model import Indicator
    from ess_map.territories.model import TerritoryRef


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked. References are canonical."""

    territoire: TerritoryRef
    references: tuple[TerritoryRef, ...] = ()
    comparables: tuple[TerritoryRef, ...] = ()
    """Nearest first."""
    aux_comparables: bool = False
    """Compare with the median of the comparables, first."""
    distance_km: int = DEFAULT_KM
    nom: str = ""
    """Name given to a composed territory."""


class Apart(NamedTuple):
    """Two sets of places that share none: the territory and the rest of its reference, or the rest of it and a smaller reference."""

    here: int
    there: int


class Inquiry:
    """
    The readings that answer a question.

    `main` holds the territory (position 0), its references, then parts of them; it counts the sources of the register that cover
    the territory and every reference that can be compared. `line` holds the territory, its references and its comparables, and
    counts the sources that cover them all.
    """

    def __init__(self, evidence: Evidence, question: Question) -> None:
        self.evidence = evidence
        self.question = question
        every = [question.territoire, *question.references, *question.comparables]
        sets = {ref: units_of(evidence.atlas, evidence.units, ref) for ref in dict.fromkeys(every)}
        places = Places.of_sets(list(sets), list(sets.values()))
        covering = dict(zip(sets, evidence.coverage.each(places), strict=True))
        self.own_sources = covering[question.territoire]
        self.incomparable = frozenset(ref for ref in question.references if not self.own_sources & covering[ref])
        self.sources = self._common(covering, [ref for ref in question.references if ref not in self.incomparable])
        if not self.sources:
            # Each reference shares a source with the territory, but no source covers them all: only the first is kept.
            first = next((ref for ref in question.references if ref not in self.incomparable), None)
            self.incomparable = frozenset(question.references) - {first}
            self.sources = self._common(covering, [] if first is None else [first])
        self.line_sources = self.sources
        for ref in question.comparables:
            self.line_sources &= covering[ref]
        self._sets = sets
        self.apart: dict[TerritoryRef, Apart | None] = {}
        self.main = self._main_reading()

    def _common(self, covering: dict[TerritoryRef, int], refs: list[TerritoryRef]) -> int:
        common = self.own_sources
        for ref in refs:
            common &= covering[ref]
        return common

    def _main_reading(self) -> Reading:
        refs: list[TerritoryRef | None] = [self.question.territoire, *self.question.references]
        sets = [self._sets[ref] for ref in refs if ref is not None]
        here = sets[0]
        for ref in self.question.references:
            there = self._sets[ref]
            rest, left = np.setdiff1d(there, here), np.setdiff1d(here, there)
            self.apart[ref] = None
            if len(rest):
                self.apart[ref] = Apart(0, len(sets))
                sets.append(rest)
            elif len(left):
                self.apart[ref] = Apart(len(sets), 1 + self.question.references.index(ref))
                sets.append(left)
        refs += [None] * (len(sets) - len(refs))
        return self._reading(refs, sets, self.sources)

    @cached_property
    def line(self) -> Reading:
        """Territory, references, comparables, all with the same sources."""
        refs = [self.question.territoire, *self.question.references, *self.question.comparables]
        return self._reading(list(refs), [self._sets[ref] for ref in refs], self.line_sources)

    def _reading(self, refs: list[TerritoryRef | None], sets: list[IntArray], sources: int) -> Reading:
        reference = 1 if self.question.references else None
        return Reading(self.evidence, Places.of_sets(refs, sets), sources, self.question.distance_km, reference)

    def measure(self, indicator: Indicator, modalite: str) -> Measure:
        """Compute an indicator for the territory, its references, and the parts that tests of difference need."""
        return indicator.mesure(self.main, modalite)

    def measure_line(self, indicator: Indicator, modalite: str) -> Measure:
        """Compute an indicator for the territory, its references and its comparables."""
        return indicator.mesure(self.line, modalite)

    def source_names(self, bits: int) -> tuple[str, ...]:
        """Give the identifiers of some sources of the register."""
        return self.evidence.coverage.names(bits)
