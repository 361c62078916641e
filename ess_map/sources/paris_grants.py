"""Associations funded by the Ville de Paris from 2020 to 2024: no address, joined by SIREN to actors of other sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.actors.siret import read_siret
from ess_map.sources.actor_rows import actor_rows
from ess_map.sources.raw_table import read_table

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

ID = "paris_subventions_2020_2024"
FILES = ("paris-beneficiaires/associations_subventionnees_2020-2024.csv.gz",)


def read(raw: Path) -> pd.DataFrame:
    """Read the grants; one row a line. The themes of the file, given by a language model, are left out."""
    table = read_table(raw / FILES[0], ("annee", "beneficiaire", "nature_juridique", "siret"))
    return actor_rows(
        len(table),
        nom=table["beneficiaire"],
        siret=table["siret"].map(read_siret),
        statut=table["nature_juridique"].map({"Associations": "association"}).fillna(""),
        date_source=table["annee"],
    )
