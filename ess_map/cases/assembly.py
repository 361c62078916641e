"""Putting the cards together: which ones stay, in which order, and what links them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from ess_map.cases import links
from ess_map.cases import problems as said
from ess_map.cases.lever import Lever
from ess_map.cases.lists import Echelon
from ess_map.cases.model import Case
from ess_map.cases.problems import Problem
from ess_map.errors import UnknownTerritoryError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from ess_map.cases.cards import ReadCard
    from ess_map.cases.coherence import Finding
    from ess_map.cases.corpus import Corpus
    from ess_map.territories.atlas import Atlas

C = TypeVar("C", bound=Case | Lever)
Link = tuple[str, str]
_NUMBER = re.compile(r"[0-9]+")
_DOCUMENTS = "PMTNABCD"
"""Letters of the identifiers, in the order in which they are shown."""


def kept(cards: list[ReadCard[C]], check: Callable[[C], Iterable[Finding]]) -> tuple[list[ReadCard[C]], list[Problem]]:
    """Separate the cards that can be trusted, sorted by identifier, from what is wrong in the others."""
    sound: dict[str, ReadCard[C]] = {}
    problems: list[Problem] = []
    for candidate in cards:
        findings = [*_naming(candidate, sound), *check(candidate.card)]
        problems += [said.at(candidate.name, candidate.file, location, sentence) for location, sentence in findings]
        if not findings:
            sound[candidate.card.id] = candidate
    return [sound[identifier] for identifier in sorted(sound, key=order)], problems


def resolved(
    cards: Iterable[ReadCard[Case]] | Iterable[ReadCard[Lever]],
    levers: Iterable[ReadCard[Lever]],
    field: str,
    named: frozenset[str],
) -> tuple[list[Link], list[Problem]]:
    """
    Give the links (card, lever) that lead somewhere, in the order of the cards, and what is wrong in the others.

    Parameters
    ----------
    cards, levers
        Sound cards; `field` is the one of `cards` that lists levers.
    named
        Levers that have a file, sound or not: the sentence tells a missing card from a refused one.
    """
    sound = frozenset(read.card.id for read in levers)
    pairs: list[Link] = []
    problems: list[Problem] = []
    for read in cards:
        names: tuple[str, ...] = getattr(read.card, field)
        pairs += [(read.card.id, name) for name in names if name in sound]
        for location, sentence in links.dangling(names, field, sound, named - sound):
            problems.append(said.at(read.name, read.file, location, sentence, blocking=False))
    return pairs, problems


def grouped(pairs: Iterable[Link]) -> dict[str, tuple[str, ...]]:
    """Gather links by their first end; the other ends are sorted."""
    groups: dict[str, set[str]] = {}
    for first, second in pairs:
        groups.setdefault(first, set()).add(second)
    return {first: tuple(sorted(seconds, key=order)) for first, seconds in groups.items()}


def order(identifier: str) -> tuple[int, list[int]]:
    """Sort key of an identifier: `P1.2` before `P1.10`, propositions before fiches, cases before schemes."""
    return _DOCUMENTS.find(identifier[:1]), [int(number) for number in _NUMBER.findall(identifier)]


def ids_in_names(folder: Path) -> frozenset[str]:
    """Give the identifiers that the names of the files announce."""
    return frozenset(_announced(path.name) for path in folder.glob("*.yaml"))


def of_corpus(corpus: Corpus, atlas: Atlas) -> list[Problem]:
    """Check what the reference tables name; the entries stay, the line is that of the table."""
    problems: list[Problem] = []
    for key, rule in corpus.competences.items():
        for echelon in Echelon:
            for location, sentence in links.of_power(
                rule.qui_peut_agir.of(echelon), corpus, (key, "qui_peut_agir", echelon.value)
            ):
                problems.append(_in_table("competences", ".".join(map(str, location)), sentence))
    named = [("textes", key, text.source) for key, text in corpus.textes.items()]
    named += [("chiffres_cles", key, entry.chiffre.source) for key, entry in corpus.chiffres_cles.items()]
    named += [("moments", key, moment.source) for key, moment in corpus.moments.items()]
    named += [("lectures", key, reading.source) for key, reading in corpus.lectures.items()]
    for table, key, reference in named:
        if not corpus.knows(reference):
            problems.append(_in_table(table, f"{key}.source", f"«\u00a0{reference}\u00a0» n’est pas dans corpus/documents.yaml."))
    for key, collectivity in corpus.collectivites_particulieres.items():
        try:
            atlas.parse(collectivity.ref)
        except UnknownTerritoryError as error:
            problems.append(_in_table("collectivites_particulieres", f"{key}.ref", str(error)))
    return problems


def _in_table(table: str, field: str, sentence: str) -> Problem:
    return Problem(f"data/corpus/{table}.yaml", 1, field, sentence, bloquant=False)


def _naming(read: ReadCard[C], sound: dict[str, ReadCard[C]]) -> Iterable[Finding]:
    identifier = read.card.id
    announced = _announced(read.name.rsplit("/", 1)[-1])
    if identifier in sound:
        yield ("id",), f"{identifier} est déjà le numéro de {sound[identifier].name}."
    elif announced != identifier:
        yield ("id",), f"le nom du fichier commence par «\u00a0{announced}\u00a0», pas par «\u00a0{identifier}\u00a0»."


def _announced(name: str) -> str:
    return name.removesuffix(".yaml").partition("-")[0]
