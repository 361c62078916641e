"""What became of a commune code: mergers, restorations and changes of code since 1943, as a pure rule on two tables."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd


@dataclass(frozen=True, slots=True)
class Step:
    """What happened to one code on one day."""

    date: str
    mod: str
    """Insee kind of event: 21 restored, 30 suppressed, 31 merged, 32 commune nouvelle, 33 associated, 41 other département, 50 other seat…"""
    nom: str
    """Name the code had the day before."""
    successors: tuple[str, ...]
    """Codes of the communes that hold its ground from that day, itself included when it goes on; empty if it left the list."""


class Lineage:
    """
    The graph of the movements, read forwards.

    Parameters
    ----------
    movements
        Columns `mod`, `date` (ISO), `type_av`, `code_av`, `nom_av`, `type_ap`, `code_ap`, one row a pair before and after.
    current
        Codes of the communes in force.
    parts
        Parts in force (déléguées, associées, arrondissements): code of the part -> code of its commune.
    """

    def __init__(self, movements: pd.DataFrame, current: frozenset[str], parts: Mapping[str, str]) -> None:
        self.current = current
        self.parts = {code: commune for code, commune in parts.items() if code not in current}
        self._steps = _steps_by_code(movements[movements["type_av"] == "COM"])
        self._steps_of_parts = _steps_by_code(movements[movements["type_av"].isin(["COMA", "COMD"])])

    def codes(self) -> list[str]:
        """Every code that was a commune or a part of one since 1943, and is not a commune today; sorted."""
        return sorted((set(self._steps) | set(self._steps_of_parts) | set(self.parts)) - self.current)

    def carry(self, code: str, since: str) -> str | None:
        """
        Carry a code of the COG of day `since` (ISO) to the commune in force that continues it.

        Returns
        -------
        successor
            None if the code was not in the list of that day, left it, or was split without a continuation.
        """
        found = self._follow(code, since, whole=False, seen=frozenset())
        return next(iter(found)) if len(found) == 1 else None

    def heirs(self, code: str, since: str) -> tuple[str, ...]:
        """Give every commune in force that holds some ground of `code` as it was on day `since`; sorted."""
        return tuple(sorted(self._follow(code, since, whole=True, seen=frozenset())))

    def ending(self, code: str) -> Step | None:
        """Give the last step at which the code ceased to be a commune (or, failing that, a part of one); None if it never did."""
        for steps in (self._steps, self._steps_of_parts):
            ends = [step for step in steps.get(code, ()) if code not in step.successors]
            if ends:
                return ends[-1]
        return None

    def resolve(self, code: str) -> tuple[str, ...]:
        """
        Give the communes in force that stand where `code` stood when it last existed; itself if in force.

        Several after a partition, none if the ground left the list of communes. A part in force names its commune
        itself: the ground of 55273 was merged into one commune, then left it with another.
        """
        if code in self.current:
            return (code,)
        if code in self.parts:
            return (self.parts[code],)
        end = self.ending(code)
        if end is None:
            return ()
        found: set[str] = set()
        for successor in end.successors:
            found |= self._follow(successor, end.date, whole=False, seen=frozenset({code}))
        return tuple(sorted(found))

    def _follow(self, code: str, since: str, *, whole: bool, seen: frozenset[str]) -> set[str]:
        for step in self._steps.get(code, ()):
            # Two movements of one day may follow each other (a merger, then a new seat): `seen` stops the circle.
            if step.date < since or (step.date == since and (code in self.current or code in seen)):
                continue
            goes_on = code in step.successors
            if goes_on and not whole:
                continue
            found: set[str] = set()
            for successor in step.successors:
                found |= self._follow(successor, step.date, whole=whole, seen=seen | {code})
            return found
        return {code} if code in self.current else set()


def _steps_by_code(movements: pd.DataFrame) -> dict[str, list[Step]]:
    rows: dict[tuple[str, str], list[tuple[str, str, str, str]]] = defaultdict(list)
    columns = ["code_av", "date", "mod", "nom_av", "type_ap", "code_ap"]
    for code, date, mod, nom, type_ap, code_ap in movements[columns].itertuples(index=False, name=None):
        rows[code, date].append((mod, nom, type_ap, code_ap))
    steps: dict[str, list[Step]] = defaultdict(list)
    for (code, date), found in sorted(rows.items()):
        # Rows towards a déléguée or an arrondissement do not move the commune itself.
        ends = [row for row in found if row[2] in {"COM", ""}]
        if ends:
            successors = tuple(sorted({code_ap for _, _, type_ap, code_ap in ends if type_ap == "COM"}))
            steps[code].append(Step(date=date, mod=ends[0][0], nom=ends[0][1], successors=successors))
    return steps
