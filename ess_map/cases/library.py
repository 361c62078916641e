"""The library: every sound case and lever, the links between them, and what is wrong in the others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from ess_map.cases import coherence, links
from ess_map.cases.assembly import grouped, ids_in_names, kept, of_corpus, resolved
from ess_map.cases.cards import read_folder
from ess_map.cases.corpus import Corpus, load_corpus
from ess_map.cases.lever import Lever
from ess_map.cases.model import Case

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from ess_map.cases.powers import Powers
    from ess_map.cases.problems import Problem
    from ess_map.territories.atlas import Atlas
    from ess_map.territories.model import TerritoryRef

CASES, LEVERS = "cas", "leviers"


@dataclass(frozen=True)
class PlacedAt:
    """A place of a case and the territory it is."""

    lieu: str
    role: str
    """`perimetre` (where the action applies) or `siege` (where it is housed)."""
    ref: TerritoryRef
    """Canonical: a former commune has given way to the one in force."""


@dataclass(frozen=True, eq=False)
class Library:
    """Every sound card; one object a process, never changed. Links are mutual by construction."""

    cases: Mapping[str, Case]
    """Sorted: located cases by number, then schemes."""
    levers: Mapping[str, Lever]
    """Sorted by document, fiche and number."""
    corpus: Corpus
    places: Mapping[str, tuple[PlacedAt, ...]]
    """Case id -> its territories; empty for a scheme."""
    problems: tuple[Problem, ...]
    """What to mend, sorted by file and line; empty when the library is sound."""
    _levers_of: Mapping[str, tuple[str, ...]]
    _cases_of: Mapping[str, tuple[str, ...]]
    _same_as: Mapping[str, tuple[str, ...]]

    def levers_of(self, case_id: str) -> tuple[Lever, ...]:
        """Give the levers that a case shows."""
        return tuple(self.levers[lever] for lever in self._levers_of.get(case_id, ()))

    def cases_of(self, lever_id: str) -> tuple[Case, ...]:
        """Give the cases that show a lever."""
        return tuple(self.cases[case] for case in self._cases_of.get(lever_id, ()))

    def same_as(self, lever_id: str) -> tuple[Lever, ...]:
        """Give the same lever as told elsewhere in the documents; mutual, not transitive."""
        return tuple(self.levers[other] for other in self._same_as.get(lever_id, ()))

    def located(self) -> tuple[Case, ...]:
        """Give the cases that have a place on the map."""
        return tuple(case for case in self.cases.values() if case.located)

    def schemes(self) -> tuple[Case, ...]:
        """Give the schemes without a place."""
        return tuple(case for case in self.cases.values() if not case.located)

    def propositions(self) -> dict[int, tuple[Lever, ...]]:
        """Give the propositions of the self-assessment: axis -> propositions, in order."""
        axes = sorted({lever.axe for lever in self.levers.values() if lever.axe is not None})
        return {axe: tuple(lever for lever in self.levers.values() if lever.axe == axe) for axe in axes}

    def powers(self, lever: Lever) -> Powers:
        """Say who may pull a lever: the rule it names, with its own changes."""
        return lever.qui_peut_agir.applied_to(self.corpus.competences[lever.competence].qui_peut_agir)


def load_library(data_dir: Path, atlas: Atlas, today: date | None = None) -> Library:
    """
    Load every sound card of `data_dir`, and name what is wrong in the others.

    Parameters
    ----------
    data_dir
        Data folder, with `cas/`, `leviers/` and `corpus/`.
    atlas
        Territories against which references are resolved.
    today
        Day before which dated facts must have happened; the day of the call by default.

    Raises
    ------
    SourceError
        If a folder or a reference table is missing or unreadable: nothing could then be trusted.
    """
    today = today or datetime.now(tz=UTC).date()
    corpus, problems = load_corpus(data_dir, today)
    problems += of_corpus(corpus, atlas)
    read_cases, found = read_folder(data_dir, CASES, Case, today)
    cases, refused = kept(read_cases, lambda case: (*coherence.of_case(case, today), *links.of_case(case, atlas, corpus)))
    problems += found + refused
    read_levers, found = read_folder(data_dir, LEVERS, Lever, today)
    levers, refused = kept(read_levers, lambda lever: (*coherence.of_lever(lever), *links.of_lever(lever, corpus)))
    problems += found + refused
    shown, found = resolved(cases, levers, "leviers", ids_in_names(data_dir / LEVERS))
    problems += found
    same, found = resolved(levers, levers, "aussi_dans", ids_in_names(data_dir / LEVERS))
    problems += found
    return Library(
        cases={read.card.id: read.card for read in cases},
        levers={read.card.id: read.card for read in levers},
        corpus=corpus,
        places={read.card.id: _places(read.card, atlas) for read in cases},
        problems=tuple(sorted(problems)),
        _levers_of=grouped(shown),
        _cases_of=grouped((lever, case) for case, lever in shown),
        _same_as=grouped({*same, *((other, lever) for lever, other in same)}),
    )


def _places(case: Case, atlas: Atlas) -> tuple[PlacedAt, ...]:
    roles = {place.nom: place.role for place in case.lieux}
    return tuple(PlacedAt(found.lieu, roles[found.lieu], atlas.parse(found.ref)) for found in case.deduit.territoires)
