"""Which levers a territory may pull: those of a case, and those that serve a need whatever the case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.cases.competence import powers_for
from ess_map.cases.lists import ECHELONS, STATUTS, Statut
from ess_map.cases.matching.model import LeverToPull
from ess_map.typography import fr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ess_map.cases.lever import Lever
    from ess_map.cases.library import Library
    from ess_map.cases.lists import Echelon
    from ess_map.cases.matching.model import Need
    from ess_map.cases.model import Case
    from ess_map.cases.powers import Power
    from ess_map.territories.model import TerritoryRef

_CERTAIN = {Statut.OUI, Statut.OBLIGATOIRE, Statut.EXCLUSIF}


def lever_to_pull(lever: Lever, ref: TerritoryRef, library: Library, *, shown: bool) -> LeverToPull:
    """Say what a territory may do with a lever."""
    powers = tuple(powers_for(lever, ref, library).items())
    may = any(power.statut is not Statut.A_PRECISER for _, power in powers)
    said = " ; ".join(_power(echelon, power, library) for echelon, power in powers)
    return LeverToPull(
        levier=lever,
        pouvoirs=powers,
        peut=True if may else None,
        phrase=fr(said or "ce territoire n’est pas une collectivité : à voir avec celles qui le composent"),
        du_cas=shown,
    )


def levers_of_case(case: Case, ref: TerritoryRef, library: Library) -> tuple[LeverToPull, ...]:
    """Give the levers that a case shows, those that the territory may pull first."""
    return _sorted([lever_to_pull(lever, ref, library, shown=True) for lever in library.levers_of(case.id)])


def levers_of_needs(needs: Sequence[Need], ref: TerritoryRef, library: Library) -> tuple[LeverToPull, ...]:
    """
    Give the levers that serve needs: those of their themes, the lever asked and its twins elsewhere in the documents.

    A theme that no lever is about is served by those that suit every theme and rest on a diagnosis, aid or purchase: without a case,
    one starts there.
    """
    found: dict[str, LeverToPull] = {}
    for need in needs:
        chosen = [library.levers[need.levier], *library.same_as(need.levier)] if need.levier else []
        mine = [lever for lever in library.levers.values() if need.theme in lever.themes] if need.theme else []
        open_to_all = (
            [lever for lever in library.levers.values() if not lever.themes and lever.id in _FIRST] if not need.cas else []
        )
        for lever in (*chosen, *mine, *open_to_all):
            found.setdefault(lever.id, lever_to_pull(lever, ref, library, shown=False))
    return _sorted(list(found.values()))


_FIRST = ("M5.2", "M5.4", "M19.1", "M19.3", "M19.4", "P2.2", "M3.4")
"""Levers for every theme that open a subject nobody has told: diagnosis, calls for projects, welcome, cooperation, purchase."""


def _sorted(levers: list[LeverToPull]) -> tuple[LeverToPull, ...]:
    return tuple(sorted(levers, key=lambda lever: (lever.peut is not True, not _certain(lever))))


def _certain(lever: LeverToPull) -> bool:
    return any(power.statut in _CERTAIN for _, power in lever.pouvoirs)


def _power(echelon: Echelon, power: Power, library: Library) -> str:
    said = f"{ECHELONS[echelon]} : {STATUTS[power.statut]}"
    if power.condition:
        said += f", {power.condition}"
    if power.texte and power.texte in library.corpus.textes:
        text = library.corpus.textes[power.texte]
        said += f" ({text.titre}, {text.date})"
    return said
