"""French texts of the panel that composes a territory."""

from __future__ import annotations

from ess_map.typography import fr

COMPOSER_TITRE = "Composer un territoire"
COMPOSER_AVIS = fr(
    "Un Pays, un PNR, une fusion à venir : toute liste de communes est un territoire. Son adresse se partage comme les autres."
)
COMPOSER_CLIQUER = "Cliquer les communes sur la carte"
COMPOSER_CODES = "Ou coller des codes Insee de communes"
COMPOSER_NOM = "Nom de ce territoire"
COMPOSER_NOM_EXEMPLE = "Pays de Redon, par exemple"
COMPOSITION_EN_COURS = fr("Composition en cours : {communes}. Cliquez une commune pour l’ajouter ou la retirer.")
TERMINER = "Terminer"
