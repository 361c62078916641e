"""Who enters the register: public bodies, persons, closed units, trial lines and what proves nothing stay out, and are counted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ess_map.actors.families import legal_word
from ess_map.actors.names import fold
from ess_map.actors.siret import is_public_siren

if TYPE_CHECKING:
    from ess_map.actors.rules import Rules

REJETS: dict[str, str] = {
    "organisme_public": "organisme public",
    "personne_physique": "personne physique",
    "forme_hors_ess": "forme juridique hors de l’économie sociale et solidaire",
    "forme_a_trancher": "forme juridique que la loi ne range pas clairement dans l’ESS",
    "statut_non_etabli": "rien n’établit que la structure relève de l’ESS",
    "ferme": "unité fermée ou habilitation terminée",
    "projet": "projet sans activité encore",
    "evenement": "événement, réseau ou formation, et non une structure",
    "etranger": "à l’étranger",
    "hors_perimetre": "collectivité d’outre-mer hors du code officiel géographique des communes",
    "sans_lieu": "ni commune ni département",
    "non_rapproche": "liste sans adresse, aucun acteur placé n’a ce SIREN",
    "sans_nom": "nom absent ou illisible",
    "essai": "ligne d’essai, à supprimer ou en double signalée par la source",
    "total": "ligne de total général",
}
"""Reason of a refusal -> French words."""

ALERTES: dict[str, str] = {
    "siret_invalide": "SIRET invalide ou absent, laissé vide",
    "siren_invalide": "SIREN invalide ou absent, laissé vide",
    "siren_fictif": "SIREN d’une série réservée aux organismes publics porté par une association, laissé vide",
    "zero_rendu": "SIRET enregistré comme nombre, zéro de tête rendu",
    "position_ecartee": "position hors du département déclaré ou trop loin de la commune, remplacée par le centre de la commune",
    "position_au_bord": "position à moins de 500 m de sa commune, gardée (contours généralisés)",
    "commune_corrigee": "commune retrouvée par la position, différente de celle qui est écrite",
    "ancienne_commune": "ancienne commune rattachée à celle d’aujourd’hui",
    "commune_approchee": "nom de commune rapproché malgré une orthographe différente",
    "commune_non_retrouvee": "commune non retrouvée, seul le département est connu",
}
"""What was read but could not be used as it is -> French words."""

PROOF_NEEDED = "prouver"
"""Value of `statut` for a source that mixes the ESS with others."""

_FILLERS = ("219000",)
_ONLY_A_NUMBER = re.compile(r"[\d ]{6,}")
"""A register number in the place of a name; « 42 » and « 1024 » are names."""
_TRIAL = re.compile(r"\b(?:a supprimer|supprimer|test|doublon|ne pas utiliser|a desactiver|desactive|archive|ancien compte)\b")
_PERSON = re.compile(
    r"\s*(?:M\.|Mr\.?|Mme\.?|Mlle\.?|Monsieur|Madame|Mademoiselle|Dr\.?|Docteur|Me|Maître)\s+\w{2,}", re.IGNORECASE
)
_PUBLIC_WRITER = re.compile(r"\becrivaine? publi(?:c|que)\b|\bauto ?entrepr\w*|\bmicro ?entrepr\w*")


def refusal(rules: Rules, *, nom: str, siren: str, categorie: str, statut: str, labels: frozenset[str], known: bool) -> str:
    """
    Say why a line stays out of the register; empty when it enters.

    Parameters
    ----------
    rules
        The documented tables.
    nom
        Name as published.
    siren
        Valid SIREN, or empty.
    categorie
        Catégorie juridique, or empty.
    statut
        Family stated by the source for all it lists, « prouver » when it mixes the ESS with others, or empty.
    labels
        Codes of `model.LABELS`.
    known
        Another source states that this SIREN is of the ESS.
    """
    folded = fold(nom)
    if not folded or _ONLY_A_NUMBER.fullmatch(folded):
        return "sans_nom"
    category = rules.categories.get(categorie)
    if category is not None:
        return _refused_category(category.perimetre, statut, labels)
    if _TRIAL.search(folded) and statut == PROOF_NEEDED:
        return "essai"
    if is_public_siren(siren):
        return "organisme_public"
    return "" if known else _refused_name(rules, nom, statut, labels, numbered=bool(siren))


def fictitious_siren(rules: Rules, *, nom: str, siren: str, statut: str) -> bool:
    """
    Tell whether an association bears a SIREN of the series of public bodies: a filler of the accounts of the State, not a number.

    The series 219000 was given to hundreds of clubs in 2010; the real ones of that series are communes.
    """
    if statut != "association" or not is_public_siren(siren):
        return False
    folded = fold(nom)
    return not public_name(rules, folded, sure_only=True) and (siren.startswith(_FILLERS) or bool(legal_word(rules, folded)))


def _refused_name(rules: Rules, nom: str, statut: str, labels: frozenset[str], *, numbered: bool) -> str:
    """Judge by the name alone. A private SIREN clears a name that only sounds public, except where proof is needed."""
    folded = fold(nom)
    word = legal_word(rules, folded)
    in_doubt = statut == PROOF_NEEDED
    if (in_doubt or not numbered) and public_name(rules, folded, sure_only=bool(word) or statut == "association"):
        return "organisme_public"
    if word or statut == "association":
        return ""
    if is_person(nom):
        return "personne_physique"
    if in_doubt:
        return "statut_non_etabli"
    return "forme_hors_ess" if not numbered and "siae" not in labels and rules.company_words.first(folded) else ""


def public_name(rules: Rules, folded: str, *, sure_only: bool) -> bool:
    """Tell whether a folded name is that of a public body; `sure_only` leaves out what is only likely."""
    found = rules.public_openings.first(folded)
    if found is not None and (found[1] == "certain" or not sure_only):
        return True
    return not sure_only and rules.public_words.first(folded) is not None


def is_person(nom: str) -> bool:
    """Tell whether a name is that of a natural person: a civility at the start, or a trade plied in one's own name."""
    return _PERSON.match(nom) is not None or _PUBLIC_WRITER.search(fold(nom)) is not None


def _refused_category(perimetre: str, statut: str, labels: frozenset[str]) -> str:
    if perimetre == "commercial":
        return "" if labels & {"ess_sirene", "esus", "siae", "geiq"} else "forme_hors_ess"
    if perimetre == "a_trancher":
        return "forme_a_trancher" if statut == PROOF_NEEDED else ""
    refusals = {"public": "organisme_public", "personne_physique": "personne_physique", "etranger": "etranger"}
    return "" if perimetre == "ess" else refusals.get(perimetre, "forme_hors_ess")
