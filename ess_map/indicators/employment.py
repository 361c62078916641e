"""Salaried jobs of the whole economy, by zone d'emploi and sector: the ground on which the ESS stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

import numpy as np

from ess_map.indicators.sectors import sector_labels
from ess_map.territories.marts import read_mart
from ess_map.territories.model import Niveau, TerritoryRef

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import pandas as pd

    from ess_map.indicators.formulas.arrays import FloatArray

FILE = "officiel/emploi_zones.parquet"
COLUMNS = ("zone_emploi", "nomenclature", "secteur", "millesime", "effectif")
SECTEURS_A5 = sector_labels()["A5"]
"""Sectors of the A5 nomenclature -> label of Insee."""


@dataclass(frozen=True, eq=False)
class Employment:
    """Jobs by zone and A5 sector."""

    zones: dict[str, int]
    """Code of a zone d'emploi -> row of the tables."""
    jobs: dict[str, FloatArray]
    """Year -> one row a zone, one column a sector of `SECTEURS_A5`; NaN where unknown."""

    @classmethod
    def load(cls, data_dir: Path) -> Self:
        """
        Read the jobs of the data folder.

        Raises
        ------
        SourceError
            If the file is missing or unreadable.
        SchemaError
            If a column is missing.
        """
        return cls.of(read_mart(data_dir, FILE, COLUMNS))

    @classmethod
    def of(cls, table: pd.DataFrame) -> Self:
        """Arrange a table of `COLUMNS`."""
        mine = table[table["nomenclature"] == "A5"]
        codes = sorted(mine["zone_emploi"].unique())
        wide = mine.pivot_table(index="zone_emploi", columns=["millesime", "secteur"], values="effectif", sort=True)
        jobs = {}
        for year in sorted(mine["millesime"].unique()):
            jobs[str(year)] = wide[year].reindex(index=codes, columns=list(SECTEURS_A5)).to_numpy(dtype=float)
        return cls({code: row for row, code in enumerate(codes)}, jobs)

    @property
    def latest(self) -> str:
        """The last year known."""
        return max(self.jobs)

    def of_places(self, refs: Sequence[TerritoryRef | None], year: str) -> FloatArray:
        """
        Give the jobs of territories: zones d'emploi, and France as the sum of the zones known.

        Returns
        -------
        jobs
            One row a territory, one column a sector; NaN for any other level: a zone is not cut along other boundaries.
        """
        table = self.jobs[year]
        found = np.full((len(refs), len(SECTEURS_A5)), np.nan)
        for position, ref in enumerate(refs):
            if ref is not None and ref.niveau is Niveau.FRANCE:
                found[position] = table.sum(axis=0)
            elif ref is not None and ref.niveau is Niveau.ZONE_EMPLOI and ref.code in self.zones:
                found[position] = table[self.zones[ref.code]]
        return found
