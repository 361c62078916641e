"""Zones d'emploi 2020 (Insee, by way of the Observatoire des territoires)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.sources.raw_table import read_table

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

ID = "zones_emploi_2020"
FILE = "zones-emploi-2020/communes_zones_emploi_2020.csv.gz"
COG = "2024-01-01"
"""The list of communes is that of the COG of 1 January 2024."""


def read_zones_emploi(raw: Path) -> pd.DataFrame:
    """Read the zone of each commune of the COG 2024: `code` (commune), `zone_emploi` (4 digits), `nom`, sorted by `code`."""
    path = raw / FILE
    table = read_table(path, ("codgeo", "codze2020", "libze2020")).set_axis(["code", "zone_emploi", "nom"], axis=1)
    # The publisher's file ends with one empty line.
    return table[table["code"] != ""].sort_values("code", ignore_index=True)
