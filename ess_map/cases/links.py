"""What a card names elsewhere: territories of the atlas, source documents, rules, laws, levers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.cases.lists import Statut
from ess_map.errors import UnknownTerritoryError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ess_map.cases.coherence import Finding
    from ess_map.cases.corpus import Corpus
    from ess_map.cases.lever import Lever
    from ess_map.cases.model import Case
    from ess_map.cases.powers import Power
    from ess_map.cases.yaml_file import Location
    from ess_map.territories.atlas import Atlas


def of_case(case: Case, atlas: Atlas, corpus: Corpus) -> Iterator[Finding]:
    """Find the references of a case that name nothing; with one of them the card cannot be trusted."""
    for rank, territory in enumerate(case.deduit.territoires):
        try:
            atlas.parse(territory.ref)
        except UnknownTerritoryError as error:
            yield (
                ("deduit", "territoires", rank, "ref"),
                f"territoire inconnu «\u00a0{error.text[:80]}\u00a0»\u00a0: {error.reason}",
            )
    named: list[tuple[Location, str]] = [(("sources", rank), reference) for rank, reference in enumerate(case.sources)]
    named += [(("chiffres", rank, "source"), figure.source) for rank, figure in enumerate(case.chiffres)]
    yield from _documents(named, corpus)


def of_lever(lever: Lever, corpus: Corpus) -> Iterator[Finding]:
    """Find the references of a lever that name nothing; with one of them the card cannot be trusted."""
    named: list[tuple[Location, str]] = [(("sources", rank), reference) for rank, reference in enumerate(lever.sources)]
    named += [(("chiffres", rank, "source"), figure.source) for rank, figure in enumerate(lever.chiffres)]
    named += [(("pieges", rank, "source"), pitfall.source) for rank, pitfall in enumerate(lever.pieges)]
    if lever.effort is not None:
        named.append((("effort", "source"), lever.effort.source))
    if lever.premier_pas.source is not None:
        named.append((("premier_pas", "source"), lever.premier_pas.source))
    yield from _documents(named, corpus)
    if lever.competence not in corpus.competences:
        yield ("competence",), f"la règle «\u00a0{lever.competence}\u00a0» n’est pas dans corpus/competences.yaml."
    for name in type(lever.qui_peut_agir).model_fields:
        power: Power | None = getattr(lever.qui_peut_agir, name)
        if power is not None:
            yield from of_power(power, corpus, ("qui_peut_agir", name))


def of_power(power: Power, corpus: Corpus, location: Location) -> Iterator[Finding]:
    """Find what a power lacks or names wrongly."""
    if power.statut is not Statut.A_PRECISER and power.source is None:
        yield (*location, "source"), "dites quel document l’affirme, ou écrivez le statut «\u00a0à préciser\u00a0»."
    if power.source is not None:
        yield from _documents([((*location, "source"), power.source)], corpus)
    if power.texte is not None and power.texte not in corpus.textes:
        yield (*location, "texte"), f"le texte «\u00a0{power.texte}\u00a0» n’est pas dans corpus/textes.yaml."


def dangling(names: tuple[str, ...], field: str, kept: frozenset[str], refused: frozenset[str]) -> Iterator[Finding]:
    """Find the links to cards that were not loaded; the card that names them stays, without the link."""
    for rank, name in enumerate(names):
        if name in refused:
            yield (field, rank), f"la fiche {name} existe mais elle est refusée\u00a0: le lien est retiré."
        elif name not in kept:
            yield (field, rank), f"aucune fiche {name}\u00a0: le lien est retiré."


def _documents(named: list[tuple[Location, str]], corpus: Corpus) -> Iterator[Finding]:
    for location, reference in named:
        if not corpus.knows(reference):
            yield location, f"«\u00a0{reference}\u00a0» n’est ni un document ni une partie de corpus/documents.yaml."
