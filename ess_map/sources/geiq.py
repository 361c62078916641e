"""Groupements d'employeurs pour l'insertion et la qualification, seats and branches, 2026 (Fédération française des Geiq)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.actors.siret import read_siret
from ess_map.sources.actor_rows import actor_rows, either
from ess_map.sources.raw_table import read_table

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

ID = "geiq_2026"
FILES = ("geiq/geiq_label.csv",)

_COLUMNS = ("type", "id", "nom", "siret", "code_postal", "ville", "id_siege")
_FEDERATION = "FEDERATION FRANCAISE DES GEIQ"


def read(raw: Path) -> pd.DataFrame:
    """Read seats and branches; one row a line. A branch, « ANTENNE D'EVRON », is named after its seat."""
    table = read_table(raw / FILES[0], _COLUMNS)
    seats = table[table["type"] == "siege"].set_index("id")["nom"]
    seat = table["id_siege"].map(seats).fillna("")
    siret = table["siret"].map(read_siret)
    grouping = table["nom"] != _FEDERATION
    return actor_rows(
        len(table),
        nom=(seat + " – " + table["nom"]).where(seat != "", table["nom"]),
        siret=siret,
        types=either(grouping, "geiq"),
        labels=either(grouping, "geiq"),
        code_postal=table["code_postal"],
        ville=table["ville"],
        date_source="2026-08",
        alertes=either((siret == "") & (table["siret"] != ""), "siret_invalide"),
    )
