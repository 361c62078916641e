"""The self-assessment of a territory: answers to questions, each set with its day, comparable with a former one. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import AfterValidator, Field

from ess_map.planning.store import Document
from ess_map.planning.text import Long

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

SUBJECT = "autodiagnostic"
REPONSES: dict[str, str] = {"fait": "fait", "en_cours": "en cours", "non": "non", "ne_sait_pas": "ne sait pas"}
"""Answer -> French words."""
Reponse = Literal["fait", "en_cours", "non", "ne_sait_pas"]


class Answer(Document):
    """What was answered to one question; without `reponse` it is not answered yet, which is not « non »."""

    reponse: Reponse | None = None
    comment: Long = ""
    """How it is done, in the words of those who answer."""
    preuve: Long = ""
    """What shows it: a deliberation, a page, a document."""

    @property
    def blank(self) -> bool:
        """Whether nothing was said."""
        return self == Answer()


class Assessment(Document):
    """The answers of one day: question (number of its lever) -> answer."""

    jour: date
    reponses: dict[str, Answer] = Field(default_factory=dict)


def _by_day(assessments: tuple[Assessment, ...]) -> tuple[Assessment, ...]:
    if len({one.jour for one in assessments}) < len(assessments):
        raise ValueError("two assessments have the same day")
    return tuple(sorted(assessments, key=lambda one: one.jour))


class Assessments(Document):
    """Every assessment of one territory, the oldest first; one a day."""

    format: Literal["atlas-ess/autodiagnostic/1"] = "atlas-ess/autodiagnostic/1"
    territoire: str
    bilans: Annotated[tuple[Assessment, ...], AfterValidator(_by_day)] = ()

    @property
    def days(self) -> tuple[date, ...]:
        """Days of the assessments, the oldest first."""
        return tuple(one.jour for one in self.bilans)

    def on(self, day: date) -> Assessment | None:
        """Give the assessment of a day."""
        return next((one for one in self.bilans if one.jour == day), None)


def answered(known: Assessments, day: date, answers: Mapping[str, Answer]) -> Assessments:
    """Write some answers in the assessment of a day, which begins if there is none; the other answers of that day stay."""
    before = known.on(day) or Assessment(jour=day)
    said = {name: answer for name, answer in (before.reponses | dict(answers)).items() if not answer.blank}
    others = [one for one in known.bilans if one.jour != day]
    every = sorted([*others, Assessment(jour=day, reponses=said)], key=lambda one: one.jour)
    return known.model_copy(update={"bilans": tuple(every)})


def begun(known: Assessments, day: date) -> Assessments:
    """Begin the assessment of a day from the answers of the one before it; one that exists already is left alone."""
    if known.on(day) is not None:
        return known
    former = [one for one in known.bilans if one.jour < day]
    return answered(known, day, former[-1].reponses if former else {})


def tally(assessment: Assessment | None, questions: Iterable[str]) -> dict[str | None, int]:
    """Count the questions by answer; None counts those without an answer."""
    found: dict[str | None, int] = dict.fromkeys([*REPONSES, None], 0)
    for question in questions:
        answer = None if assessment is None else assessment.reponses.get(question)
        found[None if answer is None else answer.reponse] += 1
    return found


@dataclass(frozen=True, slots=True)
class Change:
    """What changed between two days for one question."""

    question: str
    avant: str | None
    apres: str | None


def changes(former: Assessment, latter: Assessment, questions: Iterable[str]) -> tuple[Change, ...]:
    """Compare two assessments; only the questions whose answer changed, in the order given."""

    def said(assessment: Assessment, question: str) -> str | None:
        answer = assessment.reponses.get(question)
        return None if answer is None else answer.reponse

    found = [Change(question, said(former, question), said(latter, question)) for question in questions]
    return tuple(change for change in found if change.avant != change.apres)
