"""Asking for cases from what is known of a territory: its profile, what stands out there, who is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.cases.matching.carriers import Carriers
from ess_map.cases.matching.engine import match
from ess_map.cases.matching.model import Request
from ess_map.cases.matching.profile import Profile
from ess_map.indicators.gaps import gaps_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ess_map.cases.matching.casebook import Casebook
    from ess_map.cases.matching.model import Matching, Voiced
    from ess_map.indicators.evidence import Evidence
    from ess_map.indicators.inquiry import Question


def request_for(
    evidence: Evidence, question: Question, *, theme: str = "", levier: str = "", exprimes: Sequence[Voiced] = ()
) -> Request:
    """
    Lay out a request from what is measured.

    Parameters
    ----------
    evidence
        What is known.
    question
        Territory and references, as `portrait.question_of` gives them: the first reference is the one gaps are measured against.
    theme, levier, exprimes
        The theme or the lever asked, the needs voiced.
    """
    return Request(
        profil=Profile.of(evidence.context, question.territoire, question.nom),
        ecarts=gaps_for(evidence, question),
        exprimes=tuple(exprimes),
        theme=theme,
        levier=levier,
        porteurs=Carriers.of(evidence, question.territoire),
        distance_km=question.distance_km,
    )


def cases_for(
    book: Casebook,
    evidence: Evidence,
    question: Question,
    *,
    theme: str = "",
    levier: str = "",
    exprimes: Sequence[Voiced] = (),
) -> Matching:
    """
    Match the territory of a question with the library; same parameters as `request_for`.

    Raises
    ------
    KeyError
        If the lever is not in the library.
    """
    return match(book, request_for(evidence, question, theme=theme, levier=levier, exprimes=exprimes))
