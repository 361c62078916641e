"""One territory, its references and its comparables, laid out so that every indicator compares only what is comparable."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from ess_map.indicators.perimeters import REGISTRE
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

    Both hold the territory (position 0), its references, then its comparables. `main` counts the sources of the register that cover
    the territory and every reference that can be compared; it also holds parts of them, last. `line` counts the sources that cover
    the comparables too: most often the same ones.
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
        self.line_start = 1 + len(question.references)
        """Position of the first comparable, in the measures of the line."""
        self.main = self._main_reading()
        self._measures: dict[tuple[str, str], Measure] = {}

    def _common(self, covering: dict[TerritoryRef, int], refs: list[TerritoryRef]) -> int:
        common = self.own_sources
        for ref in refs:
            common &= covering[ref]
        return common

    def _main_reading(self) -> Reading:
        named = [self.question.territoire, *self.question.references, *self.question.comparables]
        sets = [self._sets[ref] for ref in named]
        here, communes = sets[0], self.evidence.units.communes
        for position, ref in enumerate(self.question.references, start=1):
            rest, left = np.setdiff1d(self._sets[ref], here), np.setdiff1d(here, self._sets[ref])
            self.apart[ref] = None
            # A département of one commune (Paris) differs from it by the actors without commune alone: it is the same place.
            if (rest < communes).any():
                self.apart[ref] = Apart(0, len(sets))
                sets.append(rest)
            elif (left < communes).any():
                self.apart[ref] = Apart(len(sets), position)
                sets.append(left)
        return self._reading([*named, *[None] * (len(sets) - len(named))], sets, self.sources)

    @cached_property
    def line(self) -> Reading:
        """Territory, references, comparables, all with the same sources."""
        if self.line_sources == self.sources:
            return self.main
        refs = [self.question.territoire, *self.question.references, *self.question.comparables]
        return self._reading(list(refs), [self._sets[ref] for ref in refs], self.line_sources)

    def _reading(self, refs: list[TerritoryRef | None], sets: list[IntArray], sources: int) -> Reading:
        reference = 1 if self.question.references else None
        return Reading(self.evidence, Places.of_sets(refs, sets), sources, self.question.distance_km, reference)

    def measure(self, indicator: Indicator, modalite: str) -> Measure:
        """Compute an indicator for the territory, its references, its comparables, and the parts that tests of difference need."""
        key = (indicator.id, modalite)
        if key not in self._measures:
            self._measures[key] = indicator.mesure(self.main, modalite)
        return self._measures[key]

    def measure_line(self, indicator: Indicator, modalite: str) -> Measure:
        """Compute an indicator for the territory, its references and its comparables, with the sources that cover them all."""
        if self.line is self.main or REGISTRE not in indicator.sources:
            return self.measure(indicator, modalite)
        return indicator.mesure(self.line, modalite)

    @cached_property
    def names(self) -> dict[TerritoryRef, str]:
        """Give the name of every territory of the question."""
        found = {ref: self.evidence.atlas.get(ref).nom for ref in self._sets}
        if self.question.nom:
            found[self.question.territoire] = self.question.nom
        return found

    def source_names(self, bits: int) -> tuple[str, ...]:
        """Give the identifiers of some sources of the register."""
        return self.evidence.coverage.names(bits)
