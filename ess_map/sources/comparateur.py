"""Ingredients of the context: the commune file of the comparateur de territoires (Insee, June 2024), with its known defects undone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from ess_map.sources.raw_table import read_table

if TYPE_CHECKING:
    from pathlib import Path

ID = "comparateur_2024"
FILES = ("communes-comparateur-2024/communes.csv.gz",)

COG = "2024-01-01"
"""The list of communes, their area and their populations follow the COG of 1 January 2024."""
COG_CENSUS = "2023-01-01"
"""The other columns add up the mergers of 1 January 2024, but leave whole the communes that were split that day."""

TERRITORY = {"superficie_km2": "superficie_km2", "population_2021": "population_2021", "population_2015": "population_2015"}
CENSUS = {
    "menages_2021": "menages_2021",
    "naissances_2022": "naissances_2022",
    "deces_2022": "deces_2022",
    "pop_15_64_totale_2021": "population_15_64_2021",
    "pop_15_64_active_2021": "actifs_15_64_2021",
    "pop_15_64_chomage_2021": "chomeurs_15_64_2021",
}
"""Column of the publisher -> ours; unemployment is that of the census."""
COLUMNS = (*TERRITORY.values(), *CENSUS.values())

_UNKNOWN_WITHOUT_AREA = ("population_2021", "population_2015", "menages_2021", *list(CENSUS.values())[3:])


@dataclass(frozen=True)
class Comparateur:
    """The file, read."""

    table: pd.DataFrame
    """One row a commune of the COG 2024, sorted by `code`; the columns of `COLUMNS`, numbers, null where not published."""
    counts: dict[str, int]
    """What was read, and what was set aside, by reason."""


def read_comparateur(raw: Path) -> Comparateur:
    """
    Read the ingredients by commune.

    Three defects of the file are undone. A commune with several postcodes has several rows. Mayotte, which has no census
    of 2021, has 0 everywhere but in births and deaths: an empty area tells those rows. A commune restored on 1 January
    2024 has 0 household for hundreds of inhabitants, its census being still in the row of the commune it left. Paris, Lyon
    and Marseille are the sums of their arrondissements. The rows of communes déléguées repeat those of their commune: they
    are left. A null is never a 0, nor the reverse: six villages destroyed
    in 1916 do have no inhabitant.
    """
    columns = ("commune_type", "insee_com", "insee_parente", *TERRITORY, *CENSUS)
    rows = read_table(raw / FILES[0], columns)
    kept = rows[rows["commune_type"] != "COMD"]
    unique = kept.drop_duplicates(["commune_type", "insee_com"])
    whole = _numbers(unique[unique["commune_type"] == "COM"])
    without_area = whole["superficie_km2"].isna()
    whole.loc[without_area, list(_UNKNOWN_WITHOUT_AREA)] = float("nan")
    restored = (whole["menages_2021"] == 0) & (whole["population_2021"] >= _INHABITED)
    whole.loc[restored, list(CENSUS.values())] = float("nan")
    parts = unique[unique["commune_type"] == "ARM"]
    summed = _numbers(parts).groupby(parts["insee_parente"].to_numpy())[list(COLUMNS)].sum(min_count=1)
    table = pd.concat([whole.set_index("code"), summed.rename_axis("code")]).sort_index().reset_index()
    counts = {
        "lignes_lues": len(rows),
        "lignes_de_communes_deleguees_ecartees": len(rows) - len(kept),
        "lignes_en_double_ecartees": len(kept) - len(unique),
        "arrondissements_additionnes": len(parts),
        "communes_sans_recensement_2021": int(without_area.sum()),
        "communes_retablies_sans_recensement": int(restored.sum()),
    }
    return Comparateur(table, counts)


_INHABITED = 50
"""From this population on, no household cannot be true; a hamlet of two may have none in a rounded census."""


def _numbers(rows: pd.DataFrame) -> pd.DataFrame:
    table = pd.DataFrame({"code": rows["insee_com"]})
    for published, ours in {**TERRITORY, **CENSUS}.items():
        table[ours] = pd.to_numeric(rows[published].replace("", None)).astype(float)
    return table
