"""Petites villes de demain, first list of January 2021 (ANCT)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.sources.raw_table import read_table

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

ID = "pvd_2021"
FILE = "petites-villes-de-demain-2021/pvd_2021-01.csv"
COG = "2021-01-01"


def read_pvd(raw: Path) -> pd.DataFrame:
    """Read the communes of the programme: `code`, `nom`. The publisher's sample line (« Trifouilly-les-Oies », 999999) is left out."""
    table = read_table(raw / FILE, ("insee_com", "lib_com"))
    table = table.set_axis(["code", "nom"], axis=1)
    return table[table["code"] != "999999"].drop_duplicates("code").sort_values("code", ignore_index=True)
