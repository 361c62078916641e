"""Sentences that several indicators share: what is counted, from where, of when."""

from __future__ import annotations

REGISTRE = "registre"
"""Stands for the sources of the register that cover what is compared."""
POPULATION = "cog_2026"
"""Identity card of the legal populations and of the communes."""

ACTEURS = (
    "Acteurs du registre principal inscrits dans au moins une source qui couvre en entier le territoire et sa référence. Le registre "
    "est partiel : il ne compte pas toutes les associations, ni toutes les coopératives."
)
TOUS_LES_ACTEURS = "Tous les acteurs du registre principal, quelle que soit leur source. Le registre est partiel."
MILLESIME_REGISTRE = "Celui des sources comptées, dit avec chaque valeur"
MILLESIME_TAUX = f"{MILLESIME_REGISTRE} ; populations légales 2023 (2017 à Mayotte)"
ABSENCE = "Absence au registre, pas forcément sur le terrain."
OFFICIEL = (
    "Établissements et postes salariés de l’économie sociale et solidaire au sens de l’Insee : associations, coopératives, mutuelles, "
    "fondations ; hors sociétés commerciales de l’ESS, hors défense, hors particuliers employeurs."
)
MILLESIME_OFFICIEL = "Celui de la table importée ; le dernier que le territoire a"
KEY_FIGURES = "reperes_ess_2021"
"""Identity card of the national key figures."""
TABLE = "table_officielle"
"""Stands for the official table that a user imports."""
