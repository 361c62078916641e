"""Every French text of the diagnosis that is not written by the indicators. Set with its typography once, here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.typography import count, fr, listing, number

if TYPE_CHECKING:
    from collections.abc import Sequence

SURTITRE = "Diagnostic"
COMPARE_A = "Comparé à"
AIDE_REFERENCE = fr(
    "Le niveau au-dessus par défaut. Vous pouvez choisir un autre territoire, plusieurs à la fois, ou la médiane des comparables."
)
AUTRE_TERRITOIRE = "Autre territoire…"
MEDIANE = "Médiane des comparables"
MEDIANE_DU_NIVEAU = "médiane de ce niveau"
SANS_REFERENCE = "Aucun niveau au-dessus"
CHERCHER_REFERENCE = fr("Comparer à quel territoire ?")
FERMER = "Fermer"

ESSENTIEL = "L’essentiel"
CHAPITRES = {
    "": ESSENTIEL,
    "poids": "Poids",
    "familles": "Familles",
    "themes": "Thèmes",
    "couverture": "Couverture",
    "dynamique": "Dynamique",
    "contexte": "Contexte",
    "fiabilite": "Fiabilité",
}
"""Chapter of the address -> short name of its door; "" is the first view."""
TITRE_ESSENTIEL = "Les chiffres à lire d’abord"
LEGENDE = fr(
    "Chaque point gris est un territoire comparable. Le point surligné est {nom}, le trait ocre la référence. "
    "La bande claire montre l’incertitude quand les effectifs sont petits."
)
CHOISIR = fr("Cherchez un territoire : ses chiffres sont comparés au niveau au-dessus et à des territoires qui lui ressemblent.")
TITRE_ACCUEIL = fr("Que disent les chiffres de votre territoire ?")

TABLEAU = "Tableau"
DEFINITION, REGLE, SOURCES, MILLESIME, PRECISION = "Définition", "Fiabilité", "Sources", "Millésime", "Cette ligne"
LIGNE_A_PART = fr(
    "La ligne ne compte que les sources qui couvrent aussi les territoires comparables : ses valeurs diffèrent du chiffre ci-dessus."
)
SANS_DONNEE = "Sans donnée ici"
SANS_DONNEE_NOTE = fr("Ce que le produit sait calculer, mais que les sources embarquées ne disent pas à cette échelle.")

ECARTS = "Ce qui ressort"
ECARTS_NOTE = fr("Un écart n’est pas une note : il ouvre une question. Seuls les écarts plus grands que le hasard sont listés.")
FORCES = "Plus présent ou plus proche ici"
MANQUES = "Moins présent ou plus loin ici"
AUCUNE_FORCE = fr("Rien ne dépasse nettement la référence.")
AUCUN_MANQUE = fr("Rien ne reste nettement en dessous de la référence.")
ECARTS_SANS_REFERENCE = fr("Les écarts se lisent face à un territoire : choisissez-en un dans « Comparé à ».")
VOIR_ACTEURS = "Voir ces acteurs"
VOIR_CARTE = "Voir la carte"
VOIR_CAS = "Ce que d’autres ont fait"

COMPARABLES = fr("Comparables : pourquoi eux ?")
COMPARABLES_NOTE = fr("Les territoires les plus proches sur des chiffres publics. Ce n’est pas un classement.")
SANS_COMPARABLE = fr("Aucun territoire comparable pour ce territoire.")
CHANGER_COMPARABLES = "Changer les comparables"
POIDS_AVIS = fr("Plus le poids est grand, plus la variable compte ; 0 la retire.")
APPLIQUER = "Appliquer"
POIDS_USUELS = "Revenir aux poids habituels"
SE_COMPARER = "Se comparer à leur médiane"

FAITS = "Le territoire en bref"
EXPORTER = "Exporter"
EXPORTER_TITRE = "Exporter les indicateurs"
EXPORTER_AVIS = fr(
    "Tous les chapitres, avec références, sources, millésimes et fiabilité. Le dictionnaire est joint au classeur."
)
EXPORTER_GRAPHIQUES = fr("Pour un graphique : « SVG » ou « PNG », au-dessous de lui.")
IMAGE = fr("Image :")
IMAGE_NOM = fr("Enregistrer ce graphique en {format} : {titre}")
EXPORT_XLSX = "Excel (.xlsx), avec dictionnaire et sources"
EXPORT_CSV = "CSV (.csv), une ligne par indicateur"

FUSION = fr("Et si ces territoires fusionnaient ?")
FUSION_NOTE = fr("Avant et après, mesurés avec les mêmes sources. Une simulation, pas un avis.")
FUSION_AVEC = "Avec quels voisins"
FUSION_ENSEMBLE = "Ensemble"
FUSION_VOIR = "Voir le diagnostic de l’ensemble"

CARTE = "Sur la carte"
SANS_CARTE = fr("Cet indicateur n’existe pas à un niveau plus fin : il n’a pas de carte ici.")
CARTE_NOTE = fr("Un indicateur dans les territoires plus petits, avec le tableau de ses valeurs.")
DISTANCE = "Distance de la couverture"
DISTANCE_NOTE = fr("À plus de combien de kilomètres est-on loin ?")
ENTREE_NOTE = fr("Face à la référence, {reference}. Un écart n’est pas une note : il ouvre une question.")
VOIR_INDICATEUR = "Voir l’indicateur"
PRECEDENT, SUIVANT = "Précédent", "Suivant"


def several(names: Sequence[str]) -> str:
    """Name several references at once: « Ille-et-Vilaine, Bretagne et France »."""
    return listing(list(names))


def producers_of(register: int, others: int) -> str:
    """Shorten a long list of producers, given in full in the table."""
    more = f" et {count(others, 'autre source', 'autres sources')}" if others else ""
    return fr(f"Registre : {count(register, 'producteur')}{more}")


def without_row(names: Sequence[str]) -> str:
    """Name what has no row in a chart, and where it is."""
    verb = "n’a" if len(names) == 1 else "n’ont"
    return fr(f"{listing(list(names))} {verb} pas de ligne : trop peu d’acteurs pour un taux. Leur nombre est dans « Tableau ».")


def more_gaps(rest: int) -> str:
    """Open the rest of the list."""
    return "Voir l’autre écart" if rest == 1 else f"Voir les {number(rest)} autres écarts"


def away(distance: str) -> str:
    """Say how far a comparable territory is."""
    return fr(f"écart {distance}")


def door_title(shown: int) -> str:
    """Announce the gaps of the portrait."""
    return {1: "Un écart à regarder", 2: "Deux écarts à regarder ensemble"}.get(shown, "Trois écarts à regarder ensemble")


def ignored(name: str, value: str) -> str:
    """Say that a parameter of the address means nothing."""
    return fr(f"Un réglage de cette adresse n’existe pas : il a été ignoré ({name} : « {value[:40]} »).")
