"""Employers of adultes-relais and Fonjep posts, 2020 to 2023 (ANCT): placed at the contrat de ville only, joined by SIREN."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.actors.siret import read_siret
from ess_map.sources.actor_rows import actor_rows
from ess_map.sources.raw_table import read_table

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

ID = "politique_ville_2020_2023"
FILES = ("politique-ville-postes-2020-2023/postes_adulte_relais_fonjep.csv.gz",)


def read(raw: Path) -> pd.DataFrame:
    """Read the posts; one row a post and a year. Public employers are mixed in, and Fonjep posts have no SIRET."""
    table = read_table(raw / FILES[0], ("annee", "siret", "raison_sociale"))
    return actor_rows(
        len(table),
        nom=table["raison_sociale"],
        siret=table["siret"].map(read_siret),
        date_source=table["annee"],
    )
