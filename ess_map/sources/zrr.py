"""Zones de revitalisation rurale, list of 9 November 2022 (ANCT)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.sources.raw_table import read_table

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

ID = "zrr_2022"
FILE = "zrr-2022/zrr_communes_2022.csv.gz"
COG = "2022-01-01"


def read_zrr(raw: Path) -> pd.DataFrame:
    """Read the class of each commune of the COG 2022: `code`, `zrr` (C classed, PC partly classed, NC not classed)."""
    table = read_table(raw / FILE, ("code_insee", "zrr"))
    return table.set_axis(["code", "zrr"], axis=1).sort_values("code", ignore_index=True)
