"""Which levers a territory may pull: those of a case, and those that serve a need whatever the case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.cases.competence import powers_for
from ess_map.cases.lists import ECHELONS, STATUTS, Echelon, Statut
from ess_map.cases.matching.model import LeverToPull
from ess_map.cases.matching.weights import weights
from ess_map.typography import fr

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ess_map.cases.lever import Lever
    from ess_map.cases.library import Library
    from ess_map.cases.matching.model import Need
    from ess_map.cases.model import Case
    from ess_map.cases.powers import Power
    from ess_map.territories.model import TerritoryRef

Pulls = dict[str, LeverToPull]
"""Lever -> what one territory may do with it."""
_MEMBERS = (Echelon.COMMUNE, Echelon.EPCI)
"""Who acts where the territory is not a collectivity."""


def lever_to_pull(lever: Lever, ref: TerritoryRef, library: Library, *, shown: bool) -> LeverToPull:
    """Say what a territory may do with a lever; where it is not a collectivity, what its members may."""
    powers = tuple(powers_for(lever, ref, library).items())
    members = not powers
    if members:
        every = library.powers(lever)
        powers = tuple((echelon, every.of(echelon)) for echelon in _MEMBERS)
    may = any(power.statut is not Statut.A_PRECISER for _, power in powers)
    said = " ; ".join(_power(echelon, power, library) for echelon, power in powers)
    return LeverToPull(
        levier=lever,
        pouvoirs=powers,
        par_membres=members,
        peut=True if may else None,
        phrase=fr(f"avec les collectivités qui le composent — {said}" if members else said),
        du_cas=shown,
    )


def levers_of_case(case: Case, ref: TerritoryRef, library: Library, pulls: Pulls) -> tuple[LeverToPull, ...]:
    """Give the levers that a case shows, those that the territory may pull first; `pulls` keeps those already read for it."""
    levers = library.levers_of(case.id)
    for lever in levers:
        if lever.id not in pulls:
            pulls[lever.id] = lever_to_pull(lever, ref, library, shown=True)
    return _sorted([pulls[lever.id] for lever in levers])


def levers_of_needs(needs: Sequence[Need], ref: TerritoryRef, library: Library) -> tuple[LeverToPull, ...]:
    """
    Give the levers that serve needs, those that the territory may pull first.

    They are the lever asked and its twins elsewhere in the documents, those of the theme, those that the cases of the theme show. A need
    without a case also gets those that open any subject (`transversaux`).
    """
    found: dict[str, LeverToPull] = {}
    for need in needs:
        for lever, shown in _serving(need, library):
            if lever.id not in found:
                found[lever.id] = lever_to_pull(lever, ref, library, shown=shown)
    return _sorted(list(found.values()))


def _serving(need: Need, library: Library) -> Iterator[tuple[Lever, bool]]:
    """Give the levers for a need, and whether a case shows each."""
    if need.levier:
        yield library.levers[need.levier], False
        yield from ((twin, False) for twin in library.same_as(need.levier))
    if need.theme:
        yield from ((lever, False) for lever in library.levers.values() if need.theme in lever.themes)
        cases = (case for case in library.located() if need.theme in case.besoin.themes)
        yield from ((lever, True) for case in cases for lever in library.levers_of(case.id))
    if not need.cas:
        names = weights().transversaux["leviers"]
        yield from ((library.levers[name], False) for name in names if name in library.levers)


def _sorted(levers: list[LeverToPull]) -> tuple[LeverToPull, ...]:
    return tuple(sorted(levers, key=lambda lever: (lever.peut is not True, not lever.certain)))


def _power(echelon: Echelon, power: Power, library: Library) -> str:
    words = STATUTS[power.statut]
    if power.condition and power.condition.startswith(power.statut.value):
        words = words.removesuffix(f" {power.statut.value}")
    said = f"{ECHELONS[echelon]} : {words}"
    if power.condition:
        said += f", {power.condition}"
    if power.texte and power.texte in library.corpus.textes:
        text = library.corpus.textes[power.texte]
        said += f" ({text.titre}, {text.date})"
    return said
