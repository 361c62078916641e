"""Supermarchés coopératifs et participatifs, February 2025 (Jean-Marie Zuffellato, InterFoodCoop, MIT)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pandas as pd

from ess_map.sources.actor_rows import actor_rows, either, numbered
from ess_map.sources.raw_table import read_table

if TYPE_CHECKING:
    from pathlib import Path

ID = "supermarches_cooperatifs_2025"
FILES = ("supermarches-cooperatifs-2025/supermarches_cooperatifs.csv",)

_COLUMNS = ("nom", "departement", "ville", "adresse", "site_web", "avancement", "lattitude", "longitude")
FIRST_ACTIVE_STAGE = 3
"""1: idea, 2: being created, 3: buying group, 4: grocery open, 5: supermarket open (legend of the publisher's map)."""


def read(raw: Path) -> pd.DataFrame:
    """Read the list; one row a line. Ideas and projects without activity, and shops abroad, are refused."""
    table = read_table(raw / FILES[0], _COLUMNS)
    address = table["adresse"].map(lambda text: re.sub(r"<[^>]*>", " ", text))
    parts = address.str.extract(r"^(?P<voie>.*?)[\s,–-]*\b(?P<code_postal>\d{5})\b").fillna("")
    stage = pd.to_numeric(table["avancement"], errors="coerce").fillna(0)
    overseas = table["departement"].str.fullmatch(r"98\d")
    abroad = ~overseas & ~table["departement"].str.fullmatch(r"\d{2,3}|2[AB]")
    return actor_rows(
        len(table),
        nom=table["nom"],
        types="cooperative_consommateurs",
        adresse=parts["voie"].where(parts["code_postal"] != "", address),
        code_postal=parts["code_postal"],
        ville=table["ville"],
        departement_declare=table["departement"],
        longitude=table["longitude"],
        latitude=table["lattitude"],
        qualite=either(address.map(numbered), "adresse", "rue"),
        site_web=table["site_web"],
        date_source="2025-02",
        rejet=either(stage < FIRST_ACTIVE_STAGE, "projet").mask(overseas, "hors_perimetre").mask(abroad, "etranger"),
    )
