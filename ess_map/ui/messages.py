"""Every French text of the screens that is not written by the data. Set with its typography once, here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.typography import count, fr, listing, number

if TYPE_CHECKING:
    from collections.abc import Sequence

PRODUIT = "Atlas ESS"
PAGES = {
    "": "Mon territoire",
    "carte": "Carte",
    "diagnostic": "Diagnostic",
    "cas": "Cas",
    "leviers": "Leviers",
    "donnees": "Données",
    "a-propos": "À propos",
}
"""Path of a page -> its title. A page that does not exist yet is not listed."""

TERRITOIRE = "Territoire"
TERRITOIRE_EXEMPLE = "Nom, code postal, Insee ou Siren"
TERRITOIRE_AIDE = fr(
    "Nom d’une commune, d’une intercommunalité, d’un département ou d’une région, code postal, code Insee ou Siren. "
    "Une liste de codes Insee compose un territoire."
)
CHOISIR = "Choisissez une commune, une intercommunalité ou un département."
QUEL_TERRITOIRE = fr("Quel territoire regardez-vous ?")
FRANCE_ENTIERE = "France entière"
NIVEAUX = {
    "commune": "Commune",
    "epci": "Intercommunalité",
    "ept": "Établissement public territorial",
    "zone_emploi": "Zone d’emploi",
    "departement": "Département",
    "region": "Région",
    "france": "Pays",
    "compose": "Territoire composé",
}
"""Level -> French word, singular."""
TERRITOIRE_COMPOSE = "Territoire composé"

REGISTRE_PARTIEL = fr("Registre partiel.")
ABSENCE = fr("Absence au registre, pas forcément sur le terrain.")
A_VERIFIER = "à vérifier avec le terrain"
AUCUN_ACTEUR = fr("Aucun acteur recensé : à vérifier avec le terrain.")
AJOUTER_COMPLEMENT = "Ajouter les associations à vérifier (2010)"
AIDE_COMPLEMENT = fr(
    "Associations financées par l’État en 2010 : une liste ancienne, pour commencer partout. Chacune reste à vérifier."
)
RIEN_A_COMPARER = fr("Deux périmètres différents : ces chiffres ne se comparent pas.")

FAMILLE, THEME, TYPE, LABEL, EFFECTIF, SOURCE, ZONAGE = (
    "Famille",
    "Thème",
    "Type",
    "Label ou agrément",
    "Effectif",
    "Source",
    "Zonage de la commune",
)
RECHERCHER = "Rechercher"
RECHERCHER_EXEMPLE = "Nom, commune, Siret"
PLUS_DE_FILTRES = "Plus de filtres"
EFFACER = "Effacer les filtres"
RIEN_NE_CORRESPOND = fr("Aucun acteur ne correspond à ces filtres. Retirez-en un, ou effacez tout.")
NON_PRECISE_FILTRE = "non précisé"

VUES = {"carte": "Carte", "liste": "Liste"}
VOISINS_DE_VUE = "À côté, dans la même vue"
DANS_CETTE_VUE = "Dans cette vue"
CHOISIR_UN_ACTEUR = fr("Choisissez un acteur sur la carte ou dans la liste : sa fiche s’ouvre ici.")
FICHE_OFFICIELLE = "Fiche officielle"
SIGNALER = "Signaler une erreur"
ORIGINES = "D’où vient chaque information"
FONDS_AVIS = fr(
    "Le fond hors connexion ne demande rien à l’extérieur. Un fond en ligne est chargé par votre navigateur : "
    "l’hébergeur du fond de carte voit l’adresse internet du visiteur."
)
EXPORTER_AVIS = fr(
    "Les filtres en cours s’appliquent. Les sources et leurs limites sont dans chaque fichier, sauf le CSV : joignez-lui le texte."
)
EXPORTER_LIMITES = "Sources et limites (.txt), à joindre au CSV"
PARTAGER = "Partager"
PARTAGER_VUE = "Partager cette vue"
FRAICHEUR = "Fraîcheur"
PARTAGER_AVIS = fr("L’adresse contient le territoire et les filtres. Elle ne contient aucune donnée personnelle.")
PROJETER = "Projeter"
FILTRES_AILLEURS = fr("Des filtres sont en cours sur la carte. Ils ne changent pas ce portrait.")
QUITTER_PROJECTION = "Quitter la projection"

EXPORTER = "Exporter"
COMPOSER = "Composer"
FOND = "Fond de carte"
RAYON = "Rayon du cercle (km)"
AUTOUR = "Autour de ce point"
ZONE = "Zone dessinée"
ZONE_POLYGONE = "Polygone dessiné"
COMPLEMENT = "Liste complémentaire"
COMPLEMENT_AJOUTE = "Associations à vérifier (2010)"
FILTRES_EN_COURS = fr("Filtres en cours :")
AUCUN_CHOIX = "Aucun acteur affiché\u00a0: rien à filtrer par {facette}."
MEME_LISTE = "Mêmes filtres et même ordre que les exports."
A_VERIFIER_COURT = "à vérifier"
A_VERIFIER_LONG = "à vérifier, liste de 2010"
HORS_FILTRES = "Cet acteur ne répond pas aux filtres en cours."
FAMILLE_A_PRECISER = "Famille à préciser"
FAMILLE_RESTE_A_PRECISER = "de famille à préciser"
FAMILLE_INCONNUE = "forme juridique absente des sources"

AFFICHAGE = "Affichage"
AUCUN_RESULTAT = "Aucun acteur avec ces filtres"
AUCUN_RECENSE = "Aucun acteur recensé"
AUCUN_ACTEUR_TITRE = "Aucun acteur recensé ici"
AJOUTER_UN_REGISTRE = "Ce que le registre contient, et comment ajouter une liste"
OU_SONT_ILS = fr("Où sont les acteurs ?")
QUI_MANQUE = fr("Qui manque sur cette carte ?")
SANS_ACTEUR = "n’en ont aucun au registre"
Y_VIVENT = "habitants y vivent"

ACCUEIL = fr(
    "Cherchez une commune, une intercommunalité, un département ou une région : vous voyez où elle est, "
    "quels acteurs de l’économie sociale et solidaire y sont recensés, et ce que les listes publiques ne disent pas."
)
ACCUEIL_REGISTRE = fr(
    "Il réunit {acteurs}, dans {communes} : ni toutes les associations, ni toutes les coopératives. "
    "Aucun traceur, aucun compte à créer."
)
PEUT_ETRE = fr("Cherchiez-vous :")
PAR_EXEMPLE = "Trois exemples"
PAR_REGION = "Ou par région"
VOIR_LA_CARTE = "Voir la carte"
VOIR_CES_ACTEURS = "Voir ces acteurs"
VOIR_LES_SOURCES = "Voir les sources"
LES_VOIR = "Les voir"
QUI_SONT_ILS = fr("Qui sont-ils ?")
QUI_NOTE = "Acteurs par famille juridique"
QUE_FONT_ILS = fr("Que font-ils ?")
QUE_NOTE = "Un acteur peut compter dans plusieurs thèmes"
RIEN_AU_REGISTRE = {"a_preciser": "aucun au registre"}
COMPLEMENT_AVIS = fr("À part, et hors de ces chiffres : une liste ancienne, pour commencer partout.")
POINTS_TITRE = "À vérifier ensemble"
POINTS_NOTE = fr("Ce que le registre ne tranche pas seul. Une absence n’est pas un manque : elle ouvre une question.")
FAMILLES_A_PRECISER = fr("Leur forme juridique n’est dans aucune source. Elle n’est pas devinée : elle reste à préciser.")
VOISINS = "Territoires voisins"
VOISINS_NOTE = "Même échelon, une frontière commune"
VOISINS_COMPOSE = "Communes qui touchent ce territoire"
SANS_VOISIN = "Aucun voisin de cet échelon."
ZONAGES = "Zonages"
ZONAGES_NOTE = "Communes classées, à la date de la liste"
DEDANS = {
    "commune": "Ses communes, par nombre d’acteurs",
    "epci": "Ses intercommunalités, par nombre d’acteurs",
    "departement": "Ses départements, par nombre d’acteurs",
    "region": "Les régions, par nombre d’acteurs",
}
REGISTRE_ICI = "Ce que le registre couvre ici"
REGISTRE_ICI_NOTE = "Hors de la couverture d’une liste, une absence ne veut rien dire."
COUVRE = "couvre ce territoire"
COUVRE_EN_PARTIE = "couvre une partie"
SANS_ETENDUE = "sans étendue déclarée"
PORTE_CARTE = "Voir les acteurs sur la carte"
PORTE_LISTE = "Lire la liste"
PORTE_CAS = "Ce que d’autres ont fait"
PORTE_DONNEES = "D’où viennent les données"
PORTE_METHODE = "Méthode et glossaire"
THEMES_DEFINIS = {
    "SOC": "l’action sociale",
    "MOB": "la mobilité",
    "LOG": "l’habitat",
    "CUL": "la culture",
    "SPO": "le sport",
    "ECO": "l’emploi",
    "DEC": "le réemploi",
    "ENV": "l’environnement",
    "AGR": "l’alimentation",
    "NUM": "le numérique",
    "COM": "le commerce",
    "CIT": "la vie associative",
    "ANI": "la coopération",
    "FON": "les tiers-lieux",
    "FOR": "la formation",
}
"""Theme -> its name inside a sentence."""
_THEMES_DITS = 3

CONTOURS = "Contours IGN, communes au 1ᵉʳ janvier 2026."
GLOSSAIRE = "Glossaire"
SUR_CETTE_PAGE = "Sur cette page"

PANNE = "Cette partie de la page n’a pas pu s’afficher"
PANNE_INATTENDUE = fr("Une erreur est survenue. Rechargez la page. Si elle revient, revenez au territoire et recommencez.")


def actors(total: int) -> str:
    """Count actors: « 1 234 acteurs »."""
    return count(total, "acteur")


def recorded(total: int) -> str:
    """Count actors in a place: « 54 acteurs », and never « 0 »: absent is « aucun acteur recensé »."""
    return actors(total) if total else "aucun acteur recensé"


def others(rest: int) -> str:
    """Lead to the rest of the list: « Voir les 65 autres acteurs »."""
    return "Voir l’autre acteur" if rest == 1 else f"Voir les {count(rest, 'autre acteur', 'autres acteurs')}"


def working_at(themes: Sequence[str], total: int, known: int) -> str:
    """
    Say what actors do: « Ils travaillent surtout à l’emploi, au numérique et aux tiers-lieux. ».

    Parameters
    ----------
    themes
        Their themes, the most frequent first; three are named.
    total
        Actors.
    known
        Those of them whose theme is known: when some are not, the sentence speaks of these alone, and never says « surtout ».
    """
    said = listing([_to(THEMES_DEFINIS[code]) for code in themes[:_THEMES_DITS]])
    every = len(themes) <= _THEMES_DITS
    if known == total:
        verb = "Il travaille" if total == 1 else "Ils travaillent" if every else "Ils travaillent surtout"
    elif known == 1:
        verb = "Le seul dont le thème est connu travaille"
    elif every:
        verb = f"Les {number(known)} dont le thème est connu travaillent"
    else:
        verb = f"Parmi les {number(known)} dont le thème est connu, les plus nombreux travaillent"
    return fr(f"{verb} {said}.")


def _to(name: str) -> str:
    """Put « à » in front of a name, contracted."""
    for article, contracted in (("les ", "aux "), ("le ", "au ")):
        if name.startswith(article):
            return contracted + name.removeprefix(article)
    return f"à {name}"


def structures_insertion(total: int) -> str:
    """Name the structures d’insertion of a count, with what the words mean."""
    return "structure d’insertion par l’activité économique" if total < 2 else "structures d’insertion par l’activité économique"  # noqa: PLR2004


def among_to_check(waiting: int, total: int) -> str:
    """Say how much of a count is of the complementary list: « , dont 147 à vérifier »."""
    return ", à vérifier" if waiting == total else f", dont {number(waiting)}\u00a0à vérifier"


def associations_to_check(waiting: int) -> str:
    """Offer the complementary list: « Voir 12 associations à vérifier (2010) »."""
    return f"Voir {count(waiting, 'association à vérifier', 'associations à vérifier')} (2010)"


def where_placed(precise: int, placed: int, total: int) -> str:
    """Say where actors are drawn: « au registre, dont 47 à l’adresse ou à la rue, 5 au centre de leur commune… »."""
    parts = [
        f"{number(precise)} à l’adresse ou à la rue" if precise else "",
        f"{number(placed - precise)} au centre de leur commune ou arrondissement" if placed > precise else "",
        f"{number(total - placed)} sans position" if total > placed else "",
    ]
    return fr(f"au registre, dont {', '.join(part for part in parts if part)}")


def on_the_map(placed: int, imprecise: int, total: int) -> str:
    """
    Say what the map shows of the list, and what only the list says.

    Parameters
    ----------
    placed
        Actors drawn on the map.
    imprecise
        Actors without a precise address, drawn at the centre of their commune or not drawn.
    total
        Actors of the list.
    """
    shown = f"{count(placed, 'acteur')} sur la carte"
    hidden = total - placed
    if imprecise > hidden:
        shown += f", dont {number(imprecise - hidden)} sans adresse précise, au centre de la commune ou de l’arrondissement"
    return fr(f"{shown}, {count(hidden, 'autre', 'autres')} sans position, à lire dans la liste." if hidden else f"{shown}.")
