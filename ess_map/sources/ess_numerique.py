"""Unités légales of the ESS in digital activities, March 2026 (MIT): no place, joined by SIREN to actors of other sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.actors.siret import read_siren
from ess_map.sources.actor_rows import actor_rows, dotted_naf, either
from ess_map.sources.raw_table import read_table

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

ID = "ess_numerique_2026"
FILES = ("ess-numerique-2026/x_enriched.csv.gz",)

_COLUMNS = (
    "siren", "denomination", "naf", "tranche_effectifs", "categorie_juridique", "date_creation", "est_active",
    "flag_ess_sirene", "sources",
)  # fmt: skip


def read(raw: Path) -> pd.DataFrame:
    """Read the units; one row a line. Codes written as numbers (« 9220.0 ») are given back as text."""
    table = read_table(raw / FILES[0], _COLUMNS)
    declared = either(table["flag_ess_sirene"] == "True", "ess_sirene")
    approved = either(table["sources"].str.contains("esus", regex=False), "esus")
    labels = ["|".join(filter(None, pair)) for pair in zip(declared, approved, strict=True)]
    return actor_rows(
        len(table),
        nom=table["denomination"].where(table["denomination"] != "[ND]", ""),
        siren=table["siren"].map(read_siren),
        categorie_juridique=table["categorie_juridique"].str.removesuffix(".0"),
        labels=labels,
        naf=table["naf"].map(dotted_naf),
        effectif=table["tranche_effectifs"],
        date_source="2026-03",
        date_creation=table["date_creation"],
        rejet=either(table["est_active"] == "False", "ferme"),
    )
