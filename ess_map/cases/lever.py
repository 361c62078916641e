"""A lever: what a collectivity may do, who may do it, and where to start."""

from __future__ import annotations

from typing import Annotated

from ess_map.cases.facts import Figure, FirstStep, Statement
from ess_map.cases.fields import Card, Code, Distinct, DistinctSome, LeverId, Mode, Phrase, Reference, Theme, Unspecified, one_of
from ess_map.cases.lists import AXES
from ess_map.cases.powers import PowersChange


class Format(Card):
    """A kind of meeting or event that the source names."""

    nom: Phrase
    phrase: Phrase


class Lever(Card):
    """One card of `data/leviers`; `aussi_dans` may be written on one side only, the library makes it mutual."""

    id: LeverId
    titre: Phrase
    """What to do, opening with an infinitive."""
    description: Phrase
    modes: DistinctSome[Mode]
    themes: Distinct[Theme]
    """Fields it is about; empty when it serves every field."""
    axe: Annotated[int, one_of(AXES)] | None = None
    """Axis of the twenty-five propositions, for them alone."""
    question: Phrase | None = None
    """Question of the self-assessment."""
    competence: Code
    """Rule that says who may act, in `data/corpus/competences.yaml`."""
    qui_peut_agir: PowersChange = PowersChange()
    """What differs from the rule for this lever."""
    effort: Unspecified[Statement]
    """None where no source says how much it takes."""
    premier_pas: FirstStep
    pieges: tuple[Statement, ...] = ()
    """Pitfalls, only those that a source states."""
    chiffres: tuple[Figure, ...] = ()
    formats: tuple[Format, ...] = ()
    aussi_dans: Distinct[LeverId] = ()
    """The same lever elsewhere in the documents."""
    sources: DistinctSome[Reference]
