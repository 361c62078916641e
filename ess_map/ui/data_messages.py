"""French texts of the page Données."""

from __future__ import annotations

from ess_map.typography import fr

BILAN = "Ce que chaque ligne est devenue"
BILAN_NOTE = fr("Lignes lues = retenues + réunies à un acteur déjà connu + écartées.")
POURQUOI = "Pourquoi"
AJOUTER_TITRE = "Ajouter une liste"
AJOUTER_TEXTE = fr(
    "Un acteur manque ? Il n’est dans aucune des listes ouvertes que le registre réunit. Deux façons de compléter : ajouter "
    "à la carte les associations à vérifier (2010), ou proposer une liste ouverte selon la recette « ajouter une source » du "
    "fichier CONTRIBUTING.md."
)
SOURCES = "Carte d’identité de chaque source"
SOURCES_NOTE = "Qui publie, sous quelle licence, pour quelle année, sur quel territoire. Citez la source avec le chiffre."
SOURCES_REGISTRE = "Listes d’acteurs du registre"
SOURCES_COMPLEMENT = "Liste complémentaire, à vérifier"
SOURCES_AUTRES = "Territoires, contours et enrichissements"
QUALITE = "Ce que vaut le registre"
QUALITE_NOTE = "Part des acteurs dont l’information est connue, ici et dans toute la France."
