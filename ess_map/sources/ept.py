"""Établissements publics territoriaux of the Métropole du Grand Paris (Insee, geography of 1 January 2025)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.sources.raw_table import read_table

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

ID = "ept_2025"
FILE = "cog-2026/ept_2025.csv"


def read_ept_members(raw: Path) -> pd.DataFrame:
    """Read the communes of the EPT: `code` (commune), `ept` (SIREN), `nom` (of the EPT), sorted by `code`."""
    table = read_table(raw / FILE, ("CODGEO", "EPT", "LIBEPT"))
    return table.set_axis(["code", "ept", "nom"], axis=1).sort_values("code", ignore_index=True)
