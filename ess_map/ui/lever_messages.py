"""French texts of the levers page: levers, self-assessment, roadmap."""

from __future__ import annotations

from ess_map.cases.lists import Echelon
from ess_map.typography import fr

VOLETS = {"": "Leviers", "autodiagnostic": "Autodiagnostic", "feuille-de-route": "Feuille de route"}
TITRES = {"": "Ce que l’on peut faire", "autodiagnostic": fr("Où en sommes-nous ?"), "feuille-de-route": "Feuille de route"}
TOUTES = "Toutes les collectivités"
ECHELONS = {
    Echelon.COMMUNE: "Ce que ma commune peut faire",
    Echelon.EPCI: "Ce qui relève de l’EPCI",
    Echelon.DEPARTEMENT: "Ce que le département peut faire",
    Echelon.REGION: "Ce que la région peut faire",
}
PAR_COMPETENCE, PAR_AXE = "Par compétence", "Par axe du plaidoyer"
A_PRECISER = "À préciser pour cet échelon"
A_PRECISER_NOTE = "Aucun des documents ne dit si cet échelon peut les tirer : ce n’est ni oui, ni non."
RIEN = "Aucun levier ne répond à ces choix."
PREMIER_PAS = "Premier pas"
PROPOSE = "proposition de l’Atlas, sans source"
PIEGES = "Pièges dits par une source"
EFFORT = "Effort"
FORMATS = "Formats"
JUMEAUX = "Le même levier, dit ailleurs"
CAS = "Qui l’a fait"
SANS_CAS = "Aucun cas du corpus ne montre ce levier."
TOUS = "Tous les leviers"
LECTURES = "Pour aller plus loin"
LECTURES_NOTE = "Recommandées par les documents ; leur contenu n’est pas dans l’Atlas."
SANS_TERRITOIRE = "Choisissez d’abord un territoire"
SANS_TERRITOIRE_NOTE = fr("L’autodiagnostic et la feuille de route sont ceux d’un territoire : cherchez-le en haut de la page.")
OU_C_EST = fr(
    "Gardé sur l’ordinateur qui fait tourner Atlas ESS, pas dans l’adresse. Tous ceux qui ouvrent cet Atlas peuvent le lire : "
    "n’y mettez pas de donnée personnelle. Pour l’emporter, exportez."
)
METTRE_DE_COTE = "Mettre ce fichier de côté et repartir d’une page vide"
MIS_DE_COTE = "Mis de côté sous le nom {nom}. Rien n’est perdu."
GOUVERNANCE = "Gouvernance"
GOUVERNANCE_QUESTIONS = ("B4", "N1", "M3.1", "M3.2", "M3.3", "M5.2", "B2", "M19.5")
REPONDRE = "Enregistrer ces réponses"
CORRIGER = "Corriger le bilan du"
ENREGISTRE = "Enregistré."
COMMENT, PREUVE = fr("Comment ?"), "Ce qui le montre (délibération, page, document)"
NOUVEAU = "Commencer le bilan du jour"
COMPARER = "Comparer à un bilan d’avant"
AUCUN_CHANGEMENT = "Aucune réponse n’a changé entre ces deux dates."
AUCUN_BILAN = fr("Aucun bilan pour l’instant. Répondez à un axe : il commence aujourd’hui.")
SANS_REPONSE = "sans réponse"
AUCUNE_ACTION = "Aucune action pour l’instant"
AUCUNE_ACTION_NOTE = "Ajoutez-en une depuis un cas ou un levier, ou écrivez-la ici."
NOUVELLE = "Nouvelle action"
MODIFIER = "Modifier"
SUPPRIMER = "Supprimer cette action"
CALENDRIER = "Calendrier"
SANS_MOIS = "Sans mois dans les documents"
ROUVRIR = "Rouvrir une feuille de route enregistrée ailleurs"
ROUVERTE = "{n} de ce fichier, ajoutées ou mises à jour."
REFUSE = (
    "Ce fichier n’est pas une feuille de route d’Atlas ESS : rien n’a changé. Choisissez le fichier « feuille-de-route….json »."
)
AUTRE_TERRITOIRE = "Ce fichier est la feuille de route de « {nom} » : ses actions ont été ajoutées à celle-ci."
ACHATS = "Acteurs pour des achats responsables"
ACHATS_NOTE = "Acteurs recensés ici, par secteur, avec leur forme : la liste est dans l’export XLSX, et sur la carte."
TYPES = "Formats d’action"
TYPES_NOTE = "Des rencontres que les documents décrivent, à mettre au calendrier."
LIMITES = (
    "Registre partiel : il réunit des listes publiques et ouvertes, pas tous les acteurs de l’ESS.",
    "Ce qui est vide se lit « non précisé » : ce n’est pas zéro.",
    "Cas et leviers : cinq documents, cités fiche par fiche dans Atlas ESS ; les phrases sont celles de l’Atlas.",
)
