"""Action cœur de ville, list of April 2025 (ANCT)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.sources.raw_table import read_table

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

ID = "acv_2025"
FILE = "action-coeur-de-ville-2025/acv.csv"
COG = "2025-01-01"


def read_acv(raw: Path) -> pd.DataFrame:
    """Read the communes of the programme: `code`, `nom`."""
    table = read_table(raw / FILE, ("insee_com", "lib_com")).set_axis(["code", "nom"], axis=1)
    return table.drop_duplicates("code").sort_values("code", ignore_index=True)
