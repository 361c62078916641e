"""Associations and foundations funded by the Région Île-de-France in 2016 and 2017 (data.iledefrance.fr)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from ess_map.actors.siret import read_siren
from ess_map.sources.actor_rows import actor_rows, either
from ess_map.sources.raw_table import read_table

if TYPE_CHECKING:
    from pathlib import Path

ID = "idf_subventions_2016_2017"
FILES = ("idf-subventions-2016-2017/subventions_associations_idf.csv.gz",)

_COLUMNS = ("annee", "siren", "nom", "adresse", "code_commune", "latitude", "longitude", "score_geocodage", "type_geocodage")
MINIMUM_SCORE = 0.5
"""Score of the geocoder under which the point is not used: 142 lines of the file."""


def read(raw: Path) -> pd.DataFrame:
    """Read the grants; one row a line, an association funded twice has two."""
    table = read_table(raw / FILES[0], _COLUMNS)
    siren = table["siren"].map(read_siren)
    parts = table["adresse"].str.extract(r"^(?P<voie>.*?)\s*\b(?P<code_postal>\d{5})\s+(?P<ville>.*)$").fillna("")
    return actor_rows(
        len(table),
        nom=table["nom"],
        siren=siren,
        statut="association",
        adresse=parts["voie"].where(parts["voie"] != "", table["adresse"]),
        code_postal=parts["code_postal"],
        ville=parts["ville"],
        code_insee=table["code_commune"],
        longitude=table["longitude"],
        latitude=table["latitude"],
        qualite=_quality(table["type_geocodage"], table["score_geocodage"]),
        date_source=table["annee"],
        alertes=either(siren == "", "siren_invalide"),
    )


def _quality(kinds: pd.Series[str], scores: pd.Series[str]) -> pd.Series[str]:
    score = pd.to_numeric(scores, errors="coerce").fillna(0)
    exact, near = kinds == "housenumber", kinds.isin(["street", "locality"])
    usable = score >= MINIMUM_SCORE
    return either(near & usable, "rue", "commune").mask(exact & usable, "adresse")
