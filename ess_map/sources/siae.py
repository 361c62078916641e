"""Structures d'insertion par l'activité économique, France, February 2021 (ASP, Plateforme de l'inclusion, Fédération des GEIQ)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from ess_map.actors.siret import read_siret
from ess_map.sources.actor_rows import actor_rows, dotted_naf, either, numbered
from ess_map.sources.raw_table import read_table

if TYPE_CHECKING:
    from pathlib import Path

ID = "siae_2021"
FILES = ("siae-2021/structures_insertion_2021.csv.gz",)

_COLUMNS = (
    "siret", "kind", "name", "brand", "naf", "address_line_1", "address_line_2", "post_code", "city", "department",
    "longitude", "latitude", "geocoding_score", "website", "source",
)  # fmt: skip
_LABELS = {"GEIQ": "geiq", "ACI": "siae", "EI": "siae", "AI": "siae", "ETTI": "siae"}

ADDRESS_SCORE = 0.8
"""Score of the Base adresse nationale from which the point of a numbered address is taken as that address."""
STREET_SCORE = 0.5
"""Score under which the point is not used: 134 lines of the file, some of them in another département."""


def read(raw: Path) -> pd.DataFrame:
    """Read the list; one row a line. Lines typed by users of the platform for trial are refused."""
    table = read_table(raw / FILES[0], _COLUMNS)
    name = table["brand"].where(table["brand"] != "", table["name"])
    street = (table["address_line_1"] + " " + table["address_line_2"]).str.strip()
    siret = table["siret"].map(read_siret)
    trial = table["source"].isin(["USER_CREATED", "STAFF_CREATED"]) | (table["siret"] == "12345678901234")
    return actor_rows(
        len(table),
        nom=name,
        autres_noms=table["name"].where(table["name"] != name, ""),
        siret=siret,
        types=table["kind"].str.lower(),
        labels=table["kind"].map(_LABELS).fillna(""),
        naf=table["naf"].map(dotted_naf),
        adresse=street,
        code_postal=table["post_code"],
        ville=table["city"],
        departement_declare=table["department"],
        longitude=table["longitude"],
        latitude=table["latitude"],
        qualite=_quality(table["geocoding_score"], table["address_line_1"]),
        site_web=table["website"],
        date_source="2021-02",
        rejet=either(trial, "essai"),
        alertes=either(siret == "", "siret_invalide"),
    )


def _quality(scores: pd.Series[str], streets: pd.Series[str]) -> pd.Series[str]:
    score = pd.to_numeric(scores, errors="coerce").fillna(0)
    exact = (score >= ADDRESS_SCORE) & streets.map(numbered)
    return either(score >= STREET_SCORE, "rue", "commune").mask(exact, "adresse")
