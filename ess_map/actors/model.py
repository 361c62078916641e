"""Closed lists of the register: families, themes, types, labels, size bands, position precisions."""

from __future__ import annotations

FAMILLES: dict[str, str] = {
    "association": "Association",
    "cooperative": "Coopérative",
    "mutuelle": "Mutuelle",
    "fondation": "Fondation",
    "societe_commerciale_ess": "Société commerciale de l’ESS",
    "a_preciser": "À préciser",
}
"""Family code -> singular French label; the order is that of the map, the legend and the binary columns."""

FAMILLES_PLURIEL: dict[str, str] = {
    "association": "Associations",
    "cooperative": "Coopératives",
    "mutuelle": "Mutuelles",
    "fondation": "Fondations",
    "societe_commerciale_ess": "Sociétés de l’ESS",
    "a_preciser": "À préciser",
}

THEMES: dict[str, str] = {
    "SOC": "Social et santé",
    "MOB": "Mobilité",
    "LOG": "Habitat",
    "CUL": "Culture",
    "SPO": "Sport et loisirs",
    "ECO": "Emploi et insertion",
    "DEC": "Réemploi et déchets",
    "ENV": "Environnement et énergie",
    "AGR": "Alimentation et agriculture",
    "NUM": "Numérique",
    "COM": "Commerce",
    "CIT": "Vie associative",
    "ANI": "Coopération",
    "FON": "Lieux et tiers-lieux",
    "FOR": "Formation",
}
"""Theme code -> short French label; the order is that of the binary columns."""

TYPES: dict[str, str] = {
    "aci": "Atelier ou chantier d’insertion",
    "ei": "Entreprise d’insertion",
    "ai": "Association intermédiaire",
    "etti": "Entreprise de travail temporaire d’insertion",
    "ea": "Entreprise adaptée",
    "geiq": "Groupement d’employeurs (Geiq)",
    "scic": "Société coopérative d’intérêt collectif",
    "scop": "Société coopérative de production",
    "cae": "Coopérative d’activité et d’emploi",
    "cuma": "Coopérative d’utilisation de matériel agricole",
    "cooperative_consommateurs": "Coopérative de consommateurs",
    "tiers_lieu": "Tiers-lieu",
    "fablab": "Fablab",
    "mediation_numerique": "Lieu de médiation numérique",
    "centre_social": "Centre social",
    "mjc": "Maison des jeunes et de la culture",
    "regie_quartier": "Régie de quartier ou de territoire",
    "ressourcerie": "Ressourcerie ou recyclerie",
    "fondation": "Fondation ou fonds de dotation",
}
"""Type code -> singular French label. The actors' build may add a type only here."""

EFFECTIFS: dict[str, str] = {
    "NN": "Non employeur ou inconnu",
    "00": "Aucun salarié",
    "01": "1 ou 2 salariés",
    "02": "3 à 5 salariés",
    "03": "6 à 9 salariés",
    "11": "10 à 19 salariés",
    "12": "20 à 49 salariés",
    "21": "50 à 99 salariés",
    "22": "100 à 199 salariés",
    "31": "200 à 249 salariés",
    "32": "250 à 499 salariés",
    "41": "500 à 999 salariés",
    "42": "1 000 à 1 999 salariés",
    "51": "2 000 à 4 999 salariés",
    "52": "5 000 à 9 999 salariés",
    "53": "10 000 salariés et plus",
}
"""Sirene size band -> French label. An actor without band has an empty text, shown « non précisé »."""

LABELS: dict[str, str] = {
    "siae": "Structure d’insertion par l’activité économique",
    "geiq": "Geiq labellisé",
    "aidants_connect": "Aidants Connect",
    "conseiller_numerique": "Conseiller numérique",
    "france_services": "France services",
    "esus": "Entreprise solidaire d’utilité sociale",
    "ess_sirene": "Qualité ESS déclarée à Sirene",
    "a_verifier": "À vérifier, liste de 2010",
}
"""
Label or agreement code -> French label. The actors' build may add a label only here. `a_verifier` is ours: it marks, in every
file that leaves too, what the complementary register alone knows.
"""
TO_CHECK = "a_verifier"
TO_CHECK_ONLY = {"complement": "1", "label": TO_CHECK}
"""Parameters of an address that shows the complementary register alone."""


PRECISIONS: dict[str, str] = {
    "adresse": "exacte, à l’adresse",
    "rue": "approchée, à la rue",
    "arrondissement": "centre de l’arrondissement",
    "commune": "centre de la commune",
    "inconnue": "non localisé",
}
"""Position precision -> French words; the order is that of the binary column."""

ZONAGES: dict[str, str] = {
    "zrr": "Zone de revitalisation rurale (2022)",
    "pvd": "Petites villes de demain (2021)",
    "acv": "Action cœur de ville (2025)",
}
"""Zoning of the actor's commune -> French label, with the year of the list."""

ORIGINES_FAMILLE: dict[str, str] = {
    "categorie_juridique": "catégorie juridique publiée",
    "declaration": "qualité ESS déclarée à Sirene",
    "source": "statut commun à toute la source",
    "type": "statut imposé par la loi à ce type de structure",
    "nom": "déduite d’un mot du nom",
}
"""How the family is known -> French words, from the surest to the least sure; empty when it is « à préciser »."""

METHODES: dict[str, str] = {
    "publie": "publié tel quel",
    "categorie_juridique": "d’après la catégorie juridique",
    "declaration": "d’après la qualité ESS déclarée à Sirene",
    "source": "d’après le périmètre de la source",
    "type": "d’après le type de structure",
    "naf": "d’après l’activité principale (NAF)",
    "nom": "déduit d’un mot du nom",
    "geocodage": "géocodage du producteur",
    "centre": "centre de la commune ou de l’arrondissement",
    "rapprochement": "retrouvé d’après la commune et le code postal écrits",
    "position": "retrouvé d’après la position",
}
"""How a value of an actor was obtained -> French words."""
