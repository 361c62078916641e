"""The family of an actor: what is published first, what the law imposes, what the name says; never a silent guess."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ess_map.actors.rules import LegalCategory, Rules

_SETTLED = frozenset({"ess", "a_trancher", "commercial"})
"""Perimeters in which the legal category closes the question."""
TO_SPECIFY = "a_preciser"
MAY_BE_A_COMPANY = frozenset({"ei", "etti", "ea"})
"""Types that ordinary companies may bear: the perimeter of a list of associations does not prove theirs."""


@dataclass(frozen=True, slots=True)
class Famille:
    """A family and how it is known: keys of `model.FAMILLES` and `model.ORIGINES_FAMILLE`."""

    code: str
    origine: str


UNKNOWN = Famille(TO_SPECIFY, "")


def famille(
    rules: Rules, *, categorie: str, labels: Iterable[str], types: Iterable[str], statut: str, noms: Iterable[str]
) -> Famille:
    """
    Say the family of an actor.

    Parameters
    ----------
    rules
        The documented tables.
    categorie
        Catégorie juridique (four figures), empty when no source gives it.
    labels, types
        Codes of `model.LABELS` and `model.TYPES` published by the sources, not those deduced from the name.
    statut
        Family stated by a source for all it lists, or empty.
    noms
        Names of the actor, folded.

    Notes
    -----
    In this order: the legal category; the ESS quality declared to Sirene by a commercial company; the type when a law
    imposes the family; an explicit legal word of a name; the perimeter of the source, unless the type contradicts it.
    A category that does not settle the matter (« à trancher ») closes the question: the name does not overrule it.
    """
    category = rules.categories.get(categorie)
    if category is not None and category.perimetre in _SETTLED:
        return _published(category, labels)
    kinds, names = frozenset(types), tuple(noms)
    return _imposed(rules, kinds) or _named(rules, names) or _stated(rules, statut, kinds, names) or UNKNOWN


def _published(category: LegalCategory, labels: Iterable[str]) -> Famille:
    if category.perimetre == "ess":
        return Famille(category.famille, "categorie_juridique")
    declared = category.perimetre == "commercial" and "ess_sirene" in labels
    return Famille("societe_commerciale_ess", "declaration") if declared else UNKNOWN


def _imposed(rules: Rules, types: frozenset[str]) -> Famille | None:
    imposed = {rules.type_families[code] for code in types if code in rules.type_families}
    return Famille(imposed.pop(), "type") if len(imposed) == 1 else None


def _named(rules: Rules, noms: tuple[str, ...]) -> Famille | None:
    word = next((found for nom in noms if (found := legal_word(rules, nom))), "")
    return Famille(word, "nom") if word else None


def _stated(rules: Rules, statut: str, types: frozenset[str], noms: tuple[str, ...]) -> Famille | None:
    company = MAY_BE_A_COMPANY & types or any(rules.company_words.first(nom) for nom in noms)
    return Famille(statut, "source") if statut and not company else None


def legal_word(rules: Rules, folded: str) -> str:
    """Give the family named by the first explicit legal word of a folded name, empty when there is none."""
    heard = rules.false_friends.without(folded)
    opening = rules.family_openings.first(heard)
    if opening is not None:
        return opening[1]
    word = rules.family_words.first(heard)
    return "" if word is None else word[1]
