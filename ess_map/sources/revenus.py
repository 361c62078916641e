"""Median income by commune (Insee, Filosofi). The file carries no year, so neither do we: « non précisé »."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from ess_map.sources.raw_table import read_table

if TYPE_CHECKING:
    from pathlib import Path

ID = "revenus_medians_communes"
FILES = ("revenus-median-communes/revenus_clean.csv.gz",)

COG = "2022-01-01"
"""Its list is that of the COG of 1 January 2022, arrondissements instead of Paris, Lyon and Marseille, without three overseas départements."""


def read_revenus(raw: Path) -> pd.DataFrame:
    """
    Read the medians.

    Returns
    -------
    incomes
        One row a commune or arrondissement: `code`, `revenu_median` (euros a year by consumption unit, null where the
        publisher masks it: too few households), sorted by code.
    """
    table = read_table(raw / FILES[0], ("codgeo", "revenu_median")).set_axis(["code", "revenu_median"], axis=1)
    table["revenu_median"] = pd.to_numeric(table["revenu_median"].replace("", None)).astype(float)
    return table.sort_values("code", ignore_index=True)
