"""What the fields of one card say of each other; pure, each finding is a place in the card and a French sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ess_map.cases.lever import Lever
    from ess_map.cases.model import Case
    from ess_map.cases.yaml_file import Location

Finding = tuple["Location", str]


def of_case(case: Case, today: date) -> Iterator[Finding]:
    """Check a case."""
    for rank, theme in enumerate(case.besoin.themes):
        if theme not in case.themes:
            yield ("besoin", "themes", rank), f"«\u00a0{theme}\u00a0» doit aussi être dans les thèmes du cas."
    if case.annee is not None and case.annee not in {dated.annee for dated in case.dates}:
        yield ("annee",), f"{case.annee} doit être l’une des dates, qui disent ce qui s’est passé."
    for rank, dated in enumerate(case.dates):
        if dated.annee == today.year and dated.mois is not None and dated.mois > today.month:
            yield ("dates", rank, "mois"), "ce mois est dans le futur."
        if dated.jusqu_a is not None and dated.jusqu_a < dated.annee:
            yield ("dates", rank, "jusqu_a"), "la période finit avant d’avoir commencé."
    yield from _places(case)


def of_lever(lever: Lever) -> Iterator[Finding]:
    """Check a lever."""
    proposition = lever.id.startswith("P")
    if proposition and lever.axe is None:
        yield ("axe",), "une proposition du plaidoyer appartient à l’un des cinq axes."
    if proposition and lever.question is None:
        yield ("question",), "une proposition du plaidoyer porte la question de l’autodiagnostic."
    if not proposition and lever.axe is not None:
        yield ("axe",), "seules les propositions du plaidoyer (P…) ont un axe."
    if proposition and lever.axe is not None and not lever.id.startswith(f"P{lever.axe}."):
        yield ("axe",), f"le numéro {lever.id} est celui d’un autre axe."
    for rank, other in enumerate(lever.aussi_dans):
        if other == lever.id:
            yield ("aussi_dans", rank), "un levier ne renvoie pas à lui-même."


def _places(case: Case) -> Iterator[Finding]:
    names = [place.nom for place in case.lieux]
    placed = {territory.lieu for territory in case.deduit.territoires}
    if case.located and not names:
        yield ("lieux",), "un cas localisé (C…) a au moins un lieu\u202f; sans lieu, c’est un dispositif (D…)."
    if not case.located and names:
        yield ("lieux",), "un dispositif (D…) n’a pas de lieu\u202f; avec un lieu, c’est un cas localisé (C…)."
    for rank, name in enumerate(names):
        if name in names[:rank]:
            yield ("lieux", rank, "nom"), f"«\u00a0{name}\u00a0» est écrit deux fois."
        if case.located and name not in placed:
            yield ("lieux", rank, "nom"), f"«\u00a0{name}\u00a0» n’a pas de territoire dans «\u00a0deduit\u00a0»."
    for rank, territory in enumerate(case.deduit.territoires):
        if territory.lieu not in names:
            yield ("deduit", "territoires", rank, "lieu"), f"«\u00a0{territory.lieu}\u00a0» n’est pas l’un des lieux du cas."
