"""Unités légales linked to the Ville de Paris by a grant or a contract, April 2026 (Ville de Paris, Insee)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from ess_map.actors.siret import read_siren
from ess_map.sources.actor_rows import actor_rows, dotted_naf, either
from ess_map.sources.raw_table import read_table

if TYPE_CHECKING:
    from pathlib import Path

ID = "paris_unites_2026"
FILES = ("paris-beneficiaires/unites_legales_2026-04.csv.gz",)

_COLUMNS = (
    "siren", "nom", "forme_juridique", "activite_principale", "adresse", "code_postal", "commune", "tranche_effectifs",
    "date_creation", "etat",
)  # fmt: skip
_UNKNOWN_CREATION = "1900-01-01"


def read(raw: Path) -> pd.DataFrame:
    """Read the units; one row a line. Every legal form is there: the rules of admission keep those of the ESS."""
    table = read_table(raw / FILES[0], _COLUMNS)
    tails = " " + table["code_postal"] + " " + table["commune"]
    street = pd.Series([address.removesuffix(tail) for address, tail in zip(table["adresse"], tails, strict=True)])
    return actor_rows(
        len(table),
        nom=table["nom"],
        siren=table["siren"].map(read_siren),
        categorie_juridique=table["forme_juridique"],
        statut="prouver",
        naf=table["activite_principale"].map(dotted_naf),
        effectif=table["tranche_effectifs"],
        adresse=street,
        code_postal=table["code_postal"],
        ville=table["commune"],
        date_source="2026-04",
        date_creation=table["date_creation"].where(table["date_creation"] != _UNKNOWN_CREATION, ""),
        rejet=either(table["etat"] == "C", "ferme"),
    )
