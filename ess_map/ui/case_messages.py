"""French texts of the cases page."""

from __future__ import annotations

from ess_map.typography import count, fr

TITRE_SANS_BESOIN = "Ce que d’autres ont fait"
SUITE_DU_TITRE = fr(" : ce que d’autres ont fait")
SURTITRE = "Études de cas"
BESOINS = "Besoins observés"
BESOINS_NOTE = "Choisissez un écart mesuré ici, ou un thème. {total}."
BESOINS_AILLEURS = fr(
    "Choisissez d’abord votre territoire, en haut : les cas seront rangés du plus proche au moins proche, et la page dira pourquoi."
)
BESOINS_LEVIERS = fr("Choisissez votre territoire, en haut : ses écarts mesurés mèneront aux leviers.")
TOUS_LES_ECARTS = "Tous les écarts mesurés"
SANS_ECART = "Aucun manque n’est mesuré ici face à la référence : voici tous les cas. Choisissez un thème pour les voir ordonnés pour ce territoire."
AUCUN_ECART = "Aucun manque mesuré ici face à la référence. Un thème peut être choisi quand même."
AUTRE_THEME = "Ou un thème"
COMMENT = "Comment un cas est choisi"
COMMENT_TEXTE = fr(
    "Même besoin d’abord, puis échelle, taille, densité, zonages et compétences. Des raisons lisibles, jamais de note."
)
POURQUOI = "Pourquoi ce cas"
DIFFERE = "Ce qui diffère chez vous"
TRANSPOSABLE = "Ce qui se transposerait"
LEVIERS_EMPLOYES = "Leviers employés"
QUI_PEUT_AGIR = "qui peut agir"
SANS_LEVIER = "La source ne montre aucun levier de collectivité."
LIRE = "Lire le cas"
AJOUTER = "Ajouter à la feuille de route"
DEJA = "Dans votre feuille de route"
AJOUTEE = "Ajoutée à la feuille de route"
ICI = "Déjà à l’œuvre ici"
PARTOUT = "Mobilisables partout"
PARTOUT_NOTE = "Dispositifs nationaux ou sans lieu : pas de point sur la carte."
ABSTENTION = "Aucun cas à proposer"
LEVIERS_POUR = "Leviers pour ce besoin"
TOUT_LE_CORPUS = "Lire tout le corpus"
OU = fr("Où sont ces cas ?")
OU_NOTE = "Un point peut tenir plusieurs cas : son nombre est écrit dedans. Touchez-le pour les lire."
OUTRE_MER = "Hors de cette carte"
FILTRER = "Filtrer les cas"
RETIRER = "Retirer les filtres"
RIEN = "Aucun cas ne répond à ces filtres."
RIEN_AIDE = "Une source se tait souvent sur l’année ou la forme juridique : gardez aussi « non précisé »."
AUTRES = "Le reste du corpus"
PROPOSER = "Proposer un cas"
IMPRIMER = "Imprimer cette fiche"
RETOUR = "Tous les cas"
FICHES_FAUTIVES = (
    "Des fiches ne se lisent pas et sont laissées de côté ; les autres sont là. `python -m ess_map check` dit lesquelles."
)
SANS_MESURE = (
    "Les écarts ne peuvent pas être mesurés pour l’instant : les cas restent lisibles, sans ordre propre à votre territoire."
)
FILTRES = {"theme": "Thème", "levier": "Levier", "echelle": "Échelle du territoire", "forme": "Forme juridique", "annee": "Année"}


def ranked(shown: int, total: int, name: str) -> str:
    """Say how many cases are read, and in which order: « 2 cas sur 6, du plus proche au moins proche de Rennes Métropole »."""
    part = f"{shown} cas sur {total}" if shown < total else f"{total} cas"
    return fr(f"{part}, du plus proche au moins proche de {name}")


def counted(total: int) -> str:
    """Count cases in the order of the library."""
    return count(total, "cas", "cas")
