"""Salaried jobs of the whole economy by zone d'emploi and sector, 2022 and 2023 (Insee, Flores): not those of the ESS."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import pyarrow as pa

from ess_map.errors import SchemaError, SourceError
from ess_map.sources.raw_table import RAW_REMEDY

if TYPE_CHECKING:
    from pathlib import Path

ID = "flores_zones_2023"
_FOLDER = "observatoire-territorial-2026"
_TABLES = {
    "A5": ("a5", f"{_FOLDER}/exdeco_pivot_flores_a5.parquet"),
    "A21": ("a21", f"{_FOLDER}/exdeco_pivot_flores_a21.parquet"),
}
FILES = tuple(name for _, name in _TABLES.values())
YEARS = {"2022": "eff_22", "2023": "eff_23"}


def read_flores_zones(raw: Path) -> pd.DataFrame:
    """
    Read the jobs as published; the shares and indices that the relay adds are left, they can be computed.

    Returns
    -------
    jobs
        `zone_emploi` (code, text), `nomenclature` (« A5 » or « A21 »), `secteur`, `millesime` (year, text), `effectif` (salaried
        jobs, null where the file has none), sorted.

    Raises
    ------
    SourceError
        If a file is missing or unreadable.
    SchemaError
        If a column is missing, or a sector of a zone appears twice.
    """
    frames = []
    for nomenclature, (column, name) in _TABLES.items():
        table = _parquet(raw / name)
        missing = [wanted for wanted in ("code_ze", column, *YEARS.values()) if wanted not in table.columns]
        if missing:
            raise SchemaError(name, [f"colonne absente «\u00a0{wanted}\u00a0»" for wanted in missing])
        if table.duplicated(["code_ze", column]).any():
            raise SchemaError(name, ["un secteur d’une zone est en double"])
        for year, jobs in YEARS.items():
            columns = {"zone_emploi": table["code_ze"], "nomenclature": nomenclature, "secteur": table[column]}
            frames.append(pd.DataFrame({**columns, "millesime": year, "effectif": table[jobs].astype("Float64")}))
    jobs_table = pd.concat(frames, ignore_index=True)
    return jobs_table.sort_values(["zone_emploi", "nomenclature", "secteur", "millesime"], ignore_index=True)


def _parquet(path: Path) -> pd.DataFrame:
    try:
        return pd.read_parquet(path)
    except FileNotFoundError as error:
        raise SourceError(str(path), "est introuvable", RAW_REMEDY) from error
    except (OSError, ValueError, pa.ArrowException) as error:
        raise SourceError(str(path), "est illisible", RAW_REMEDY) from error
