"""The criteria of matching, one function each: a part from 0 to 1 or nothing, what speaks for the case, what differs here."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ess_map.actors.model import THEMES
from ess_map.cases.lists import ECHELLES
from ess_map.cases.matching import criteria_ground as ground
from ess_map.cases.matching.model import Criterion
from ess_map.cases.matching.weights import weights
from ess_map.territories.model import Niveau
from ess_map.typography import fr, listing, number

if TYPE_CHECKING:
    from collections.abc import Callable

    from ess_map.cases.matching.casebook import Casebook
    from ess_map.cases.matching.model import LeverToPull, Need, Request
    from ess_map.cases.model import Case

LABELS: dict[str, str] = {
    "besoin": "Besoin et thème",
    "mots": "Mots du besoin",
    "nature": "Échelle",
    "taille": "Taille",
    "densite": "Densité",
    "zonages": "Zonages",
    "circonstances": "Circonstances",
    "competence": "Compétence du niveau",
    "region": "Région",
    "matiere": "Ce que la source raconte",
}


@dataclass(frozen=True, slots=True)
class Facing:
    """A case in front of a territory and a need."""

    book: Casebook
    request: Request
    case: Case
    need: Need
    levers: tuple[LeverToPull, ...]
    """Levers of the case, as this territory may pull them."""


Found = tuple[float | None, str, str]
"""Part, reason, difference."""


def criteria(facing: Facing) -> tuple[Criterion, ...]:
    """Judge a case on every criterion, in the order of the weights; one that cannot count here is absent."""
    found = []
    for name, weight in weights().poids.items():
        if name == "mots" and not facing.need.texte:
            continue
        part, reason, difference = _JUDGES[name](facing)
        found.append(Criterion(name, LABELS[name], weight, part, fr(reason), fr(difference)))
    return tuple(found)


def score(found: tuple[Criterion, ...]) -> float:
    """
    Give the mean of the parts by their weights, from 0 to 1.

    What is unknown counts for neither side (`seuils.neutre`): a case of which little is known must not win by silence.
    """
    neutral = weights().seuils["neutre"]
    total = sum(criterion.poids for criterion in found)
    return sum(c.poids * (neutral if c.part is None else c.part) for c in found) / total


def answer_part(case: Case, need: Need) -> float:
    """Say how well a case answers a need, from 0 to 1: the weight of the need, less where it answers another need first."""
    table = weights().besoin
    first = not need.theme or case.besoin.themes[0] == need.theme
    return need.poids * (table["premier"] if first else table["autre"])


def _need(facing: Facing) -> Found:
    first = facing.case.besoin.themes[0]
    apart = facing.need.theme not in {"", first}
    return answer_part(facing.case, facing.need), "", f"répond d’abord à un autre besoin : {THEMES[first]}" if apart else ""


def _words(facing: Facing) -> Found:
    part, shared = facing.book.words.shared(facing.case.id, facing.need.texte)
    return part, f"mots en commun : {listing(shared[:4])}" if shared else "", ""


def _kind(facing: Facing) -> Found:
    scale, level = facing.case.echelle, facing.request.profil.ref.niveau
    if scale is None:
        return None, "", "échelle non précisée par la source"
    part = weights().nature[scale][str(level)]
    words = f"{ECHELLES[scale][:1].lower()}{ECHELLES[scale][1:]}"
    if part == 1.0:
        return part, f"même échelle : {words}", ""
    return part, "", f"mené à une autre échelle : {words}"


def _competence(facing: Facing) -> Found:
    if not facing.levers or not any(lever.pouvoirs for lever in facing.levers):
        return None, "", ""
    table = weights().statuts
    parts = [max(table[power.statut.value] for _, power in lever.pouvoirs) for lever in facing.levers if lever.pouvoirs]
    unsure = [lever.levier.titre for lever in facing.levers if not lever.peut]
    difference = f"à préciser pour votre niveau : {listing([f'« {title} »' for title in unsure])}" if unsure else ""
    who = "vos communes et intercommunalités peuvent" if facing.levers[0].par_membres else "vous pouvez"
    bound = "" if all(lever.certain for lever in facing.levers) else ", sous condition"
    return sum(parts) / len(parts), "" if unsure else f"{who} employer les leviers du cas{bound}", difference


def _region(facing: Facing) -> Found:
    mine, table = facing.request.profil, weights().region
    if mine.ref.niveau is Niveau.FRANCE:
        return None, "", ""
    places = [g.profil for g in facing.book.grounds[facing.case.id]]
    if any(place.inside(mine) for place in places):
        return table["departement"], "mené sur votre territoire", ""
    if any(place.departements & mine.departements for place in places):
        return table["departement"], "mené dans votre département", ""
    if any(place.regions & mine.regions for place in places):
        return table["region"], "mené dans votre région", ""
    if mine.overseas and any(place.overseas for place in places):
        return table["outre_mer"], "mené lui aussi outre-mer", ""
    return 0.0, "", "mené en métropole" if mine.overseas else ""


def _matter(facing: Facing) -> Found:
    facts = len(facing.case.actions) + len(facing.case.chiffres) + len(facing.case.partenaires)
    part = min(1.0, facts / weights().seuils["matiere"])
    thin = len(facing.case.actions) == 1 and not facing.case.chiffres
    return part, "", "la source en dit peu" if thin else ""


def _size(facing: Facing) -> Found:
    mine = facing.request.profil
    near = ground.nearest(mine.population, [place.population for place in facing.book.beside(facing.case, mine)])
    if near is None or mine.population is None:
        return None, "", ""
    here, there = number(mine.population), number(near)
    part = ground.closeness(mine.population, near, weights().seuils["facteur_taille"])
    if _close(mine.population, near):
        return part, f"taille proche : {there} et {here} habitants", ""
    return part, "", f"{there} habitants, contre {here} chez vous"


def _density(facing: Facing) -> Found:
    mine = facing.request.profil
    near = ground.nearest(mine.densite, [place.densite for place in facing.book.perimeter(facing.case)])
    if near is None or mine.densite is None:
        return None, "", ""
    here, there = number(mine.densite), number(near)
    part = ground.closeness(mine.densite, near, weights().seuils["facteur_densite"])
    if _close(mine.densite, near):
        return part, f"densité proche : {there} et {here} habitants au km²", ""
    return part, "", f"{there} habitants au km², contre {here} chez vous"


def _close(one: float, other: float) -> bool:
    return abs(math.log(one / other)) <= math.log(weights().seuils["facteur_proche"])


def _zonings(facing: Facing) -> Found:
    return ground.zonings(facing.request.profil, facing.book.perimeter(facing.case))


def _circumstances(facing: Facing) -> Found:
    return ground.circumstances(facing.case, facing.request.profil)


_JUDGES: dict[str, Callable[[Facing], Found]] = {
    "besoin": _need,
    "mots": _words,
    "nature": _kind,
    "taille": _size,
    "densite": _density,
    "zonages": _zonings,
    "circonstances": _circumstances,
    "competence": _competence,
    "region": _region,
    "matiere": _matter,
}
