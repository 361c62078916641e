"""Matching a territory with the library: pure, deterministic, and able to abstain."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ess_map.cases.competence import capacity
from ess_map.cases.matching import words
from ess_map.cases.matching.criteria import Facing, answer_part, criteria, score
from ess_map.cases.matching.levers import Pulls, levers_of_case, levers_of_needs
from ess_map.cases.matching.model import Match, Matching
from ess_map.cases.matching.needs import needs_of
from ess_map.cases.matching.weights import weights

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ess_map.cases.library import Library
    from ess_map.cases.matching.casebook import Casebook
    from ess_map.cases.matching.model import Need, Request
    from ess_map.cases.model import Case

_DECIMALS = 4
CRISIS = "crise"


def match(book: Casebook, request: Request) -> Matching:
    """
    Find who faced the same, and say why, what differs, what would carry over; or abstain.

    Parameters
    ----------
    book
        The library made ready.
    request
        The territory, what stands out there, what is voiced or asked. A lever must be one of the library.

    Returns
    -------
    matching
        Cases by score, then by number. A case is proposed only if it was carried for the need itself: a case that merely touches
        the theme is not, nor one born of a crisis, of an opposite ground, or under `seuils.plancher`. Same request, same answer.
    """
    library = book.library
    needs = needs_of(request, library)
    answering = [(need, [case for case in library.located() if _answers(book, case, need)]) for need in needs]
    here = _distinct(case for _, cases in answering for case in cases if book.is_here(case, request.profil))
    needs = tuple(replace(need, cas=sum(case not in here for case in cases)) for need, cases in answering)
    found = _ranked(book, request, [(need, cases) for need, (_, cases) in zip(needs, answering, strict=True)], here)
    schemes = _distinct(case for need in needs for case in _schemes(book, need))
    notice = capacity(request.profil.ref, library).notice
    return Matching(
        profil=request.profil,
        besoins=needs,
        cas=found,
        ici=here,
        abstention=None if found else words.abstention(needs, here, schemes=bool(schemes)),
        leviers=levers_of_needs(needs, request.profil.ref, library),
        dispositifs=schemes,
        notices=tuple(said for said in (notice, words.without_case(needs) if found else "") if said),
    )


def _schemes(book: Casebook, need: Need) -> list[Case]:
    """Give the schemes that answer a need, then, for a need without case, those that serve every theme."""
    answering = [case for case in book.library.schemes() if _answers(book, case, need)]
    names = weights().transversaux["dispositifs"] if not need.cas else ()
    return [*answering, *(book.library.cases[name] for name in names if name in book.library.cases)]


def _answers(book: Casebook, case: Case, need: Need) -> bool:
    """Tell whether a case was carried for a need: for its theme, and with its lever when one is asked."""
    if need.levier and case not in _showing(book.library, need.levier):
        return False
    if CRISIS in case.circonstances and not need.levier and book.words.shared(case.id, need.texte)[0] < _crisis_words():
        # What was done in an emergency answers the words of an emergency, not an ordinary need.
        return False
    return not need.theme or need.theme in case.besoin.themes


def _crisis_words() -> float:
    return weights().seuils["mots_crise"]


def _showing(library: Library, lever: str) -> tuple[Case, ...]:
    """Give the cases that show a lever; those of its twins elsewhere in the documents only when none does."""
    return library.cases_of(lever) or tuple(case for twin in library.same_as(lever) for case in library.cases_of(twin.id))


def _ranked(
    book: Casebook, request: Request, answering: Sequence[tuple[Need, Sequence[Case]]], here: Sequence[Case]
) -> tuple[Match, ...]:
    """Judge each case once, on the need it answers best."""
    best: dict[str, tuple[Need, Case]] = {}
    for need, cases in answering:
        for case in cases:
            if case not in here and (case.id not in best or answer_part(case, need) > answer_part(case, best[case.id][0])):
                best[case.id] = need, case
    pulls: Pulls = {}
    found = [_match(book, request, case, need, pulls) for need, case in best.values()]
    return tuple(sorted((match for match in found if _fits(match)), key=lambda match: (-match.score, match.cas.id)))


def _fits(found: Match) -> bool:
    """Refuse the least bad: a score under the floor, or an opposite ground (density and circumstances both at 0)."""
    parts = {criterion.id: criterion.part for criterion in found.criteres}
    opposite = parts["densite"] == 0.0 and parts["circonstances"] == 0.0
    return found.score >= weights().seuils["plancher"] and not opposite


def _match(book: Casebook, request: Request, case: Case, need: Need, pulls: Pulls) -> Match:
    levers = levers_of_case(case, request.profil.ref, book.library, pulls)
    found = criteria(Facing(book, request, case, need, levers))
    return Match(
        cas=case,
        score=round(score(found), _DECIMALS),
        criteres=found,
        besoin=need,
        pourquoi=words.why(case, need, found),
        raisons=words.reasons(need, found),
        differences=words.differences(case, book, request.profil, found),
        transposable=words.transfers(case, levers),
        leviers=levers,
        porteurs=None if request.porteurs is None else request.porteurs.for_case(case, need.theme),
    )


def _distinct(cases: Iterable[Case]) -> tuple[Case, ...]:
    return tuple({case.id: case for case in cases}.values())
