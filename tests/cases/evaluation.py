"""
Measure matching on the situations judged by hand: `python -m tests.cases.evaluation` from the root of the repository.

Two figures, on each half of `situations.toml`: how often the first case is one that was judged useful, and how often matching abstains
where no case answers. One half chose the weights; the other was only ever measured.
"""

import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

from ess_map.actors import cards
from ess_map.actors.register import Register
from ess_map.cases.library import load_library
from ess_map.cases.matching.asking import cases_for
from ess_map.cases.matching.casebook import Casebook
from ess_map.cases.matching.model import Voiced
from ess_map.indicators.evidence import Evidence
from ess_map.indicators.portrait import question_of
from ess_map.territories.atlas import Atlas

DATA = Path(__file__).resolve().parents[2] / "data"
TUNING, KEPT = "reglage", "garde"
PRECISION, ABSTENTION = 0.8, 0.95
"""What must be reached, on each half."""


@dataclass(frozen=True)
class Situation:
    moitie: str
    territoire: str
    raison: str
    attendus: tuple
    besoin: str = ""
    levier: str = ""
    mots: str = ""


@dataclass(frozen=True)
class Judged:
    situation: Situation
    proposed: tuple

    @property
    def right(self):
        if not self.situation.attendus:
            return not self.proposed
        return bool(self.proposed) and self.proposed[0] in self.situation.attendus


def situations():
    document = tomllib.loads((Path(__file__).with_name("situations.toml")).read_text(encoding="utf-8"))
    return [Situation(**{**entry, "attendus": tuple(entry["attendus"])}) for entry in document["situation"]]


def load():
    atlas = Atlas.load(DATA)
    evidence = Evidence.load(DATA, atlas, Register.load(DATA, atlas), cards.load(DATA))
    return evidence, Casebook.of(load_library(DATA, atlas), evidence.context)


def judge(evidence, book, situation):
    question, _ = question_of(evidence, situation.territoire, nombre=0)
    voiced = [Voiced(situation.besoin, situation.mots)] if situation.mots else []
    found = cases_for(book, evidence, question, theme=situation.besoin, levier=situation.levier, exprimes=voiced)
    return Judged(situation, tuple(match.cas.id for match in found.cas))


def rates(judged):
    """Give (right, all) of the first case where one is expected, then of abstention where none is."""
    answered = [found.right for found in judged if found.situation.attendus]
    abstained = [found.right for found in judged if not found.situation.attendus]
    return (sum(answered), len(answered)), (sum(abstained), len(abstained))


def main():
    evidence, book = load()
    reached = True
    for half in [TUNING] if "--reglage" in sys.argv else (TUNING, KEPT):
        judged = [judge(evidence, book, situation) for situation in situations() if situation.moitie == half]
        (first, cases), (silent, none) = rates(judged)
        reached &= first >= PRECISION * cases and silent >= ABSTENTION * none
        print(
            f"{half:8} premier cas juste : {first}/{cases} ({first / cases:.0%}) ; abstention juste : {silent}/{none} ({silent / none:.0%})"
        )
        for found in judged:
            if not found.right or "--tout" in sys.argv:
                asked = found.situation.besoin or found.situation.levier or "écarts"
                told = ", ".join(found.situation.attendus) or "abstention"
                mark = "=" if found.right else "≠"
                print(
                    f"   {mark} {found.situation.territoire} {asked} {found.situation.mots} : {', '.join(found.proposed[:4]) or 'abstention'}, jugé {told}"
                )
    return 0 if reached else 1


if __name__ == "__main__":
    sys.exit(main())
