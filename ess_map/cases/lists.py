"""Closed lists of the library: code written in a card -> French words shown. Themes and types of actors are in `actors.model`."""

from __future__ import annotations

from enum import StrEnum

ECHELLES: dict[str, str] = {
    "quartier": "Quartier",
    "commune": "Commune",
    "epci": "Intercommunalité",
    "ept": "Établissement public territorial",
    "pays": "Pays",
    "pnr": "Parc naturel régional",
    "departement": "Département",
    "interdepartemental": "Plusieurs départements",
    "region": "Région",
    "etablissement": "Établissement d’enseignement",
    "nationale": "France entière",
}
"""Kind of territory at which a case was carried."""

GENRES: dict[str, str] = {code: words for code, words in ECHELLES.items() if code not in {"interdepartemental", "nationale"}}
"""Kind of a place named by the source."""

ROLES: dict[str, str] = {"perimetre": "territoire de l’action", "siege": "lieu d’implantation"}

CIRCONSTANCES: dict[str, str] = {
    "qpv": "Quartier prioritaire de la politique de la ville",
    "quartier_populaire": "Quartier populaire",
    "rural": "Rural",
    "croissance_demographique": "Forte croissance de la population",
    "fusion": "Fusion d’intercommunalités",
    "crise": "Situation de crise",
}
"""Circumstance that the source itself names."""

FORMES: dict[str, str] = {
    "association": "Association",
    "cooperative": "Coopérative",
    "scic": "Société coopérative d’intérêt collectif",
    "collectivite": "Action de la collectivité",
}
"""Legal form of what was set up, when the source says it."""

BORNES: dict[str, str] = {"exact": "", "plus_de": "plus de", "environ": "environ"}
"""How exact the source says a figure is -> words put before it."""

MODES: dict[str, str] = {
    "GOUV": "Gouvernance",
    "TRANS": "Transversalité interne",
    "COCO": "Co-construction",
    "CONN": "Connaissance et diagnostic",
    "COM": "Événements et communication",
    "FIN": "Financement",
    "ACH": "Commande publique",
    "CAP": "Prise de participation",
    "MAT": "Foncier, locaux, matériel",
    "ING": "Ingénierie et accompagnement",
    "COOP": "Coopération",
    "EMPL": "Emploi et insertion",
    "NUM": "Numérique",
}
"""How a lever acts."""

AXES: dict[int, str] = {
    1: "Piloter une politique de l’ESS",
    2: "Financer les structures",
    3: "Appuyer par les moyens et les compétences",
    4: "Acheter responsable",
    5: "Soutenir les coopérations",
}
"""The five axes of the twenty-five propositions."""


class Echelon(StrEnum):
    """A kind of collectivity that may act."""

    COMMUNE = "commune"
    EPCI = "epci"
    DEPARTEMENT = "departement"
    REGION = "region"


ECHELONS: dict[Echelon, str] = {
    Echelon.COMMUNE: "Commune",
    Echelon.EPCI: "Intercommunalité",
    Echelon.DEPARTEMENT: "Département",
    Echelon.REGION: "Région",
}


class Statut(StrEnum):
    """Whether a kind of collectivity may pull a lever; the value is what a card writes."""

    OUI = "oui"
    OBLIGATOIRE = "obligatoire"
    EXCLUSIF = "exclusif"
    CONVENTION = "par convention"
    DELEGATION = "par délégation"
    A_PRECISER = "à préciser"


STATUTS: dict[Statut, str] = {
    Statut.OUI: "peut agir",
    Statut.OBLIGATOIRE: "doit agir",
    Statut.EXCLUSIF: "a seule l’initiative",
    Statut.CONVENTION: "peut agir par convention",
    Statut.DELEGATION: "peut agir par délégation",
    Statut.A_PRECISER: "à préciser",
}
