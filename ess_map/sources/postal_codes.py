"""Postcodes by commune (La Poste, as gathered in the comparateur de territoires 2024 file)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.sources.raw_table import read_table

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

ID = "codes_postaux_2024"
FILE = "communes-comparateur-2024/communes.csv.gz"
COG = "2024-01-01"


def read_postal_codes(raw: Path) -> pd.DataFrame:
    """
    Read the pairs of code and postcode.

    Returns
    -------
    pairs
        `type` (COM, COMD, ARM), `code`, `code_postal`; a code has one row a postcode. Sorted.
    """
    path = raw / FILE
    table = read_table(path, ("commune_type", "insee_com", "code_postal")).set_axis(["type", "code", "code_postal"], axis=1)
    kept = table[table["code_postal"].str.fullmatch(r"\d{5}")].drop_duplicates()
    return kept.sort_values(["code", "type", "code_postal"], ignore_index=True)
