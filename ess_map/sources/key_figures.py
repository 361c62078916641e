"""National key figures of the ESS, kept by hand in `data/officiel/reperes_nationaux.csv` with their source and reserve."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.sources.raw_table import read_table

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

ID = "reperes_ess_2021"
FILES = ("officiel/reperes_nationaux.csv",)
COLUMNS = (
    "id", "objet", "indicateur", "modalite", "niveau", "code", "millesime", "valeur", "source_citee", "document", "reserve",
)  # fmt: skip


def read_key_figures(data_dir: Path) -> pd.DataFrame:
    """
    Read the key figures of the data folder, every column text.

    Raises
    ------
    SourceError
        If the file is missing or unreadable.
    SchemaError
        If a column is missing.
    """
    return read_table(data_dir / FILES[0], COLUMNS, separator=";")
