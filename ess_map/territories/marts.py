"""Reading the tables of the data folder: a missing or damaged file becomes a French sentence with its remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import pyarrow as pa

from ess_map.errors import SchemaError, SourceError

if TYPE_CHECKING:
    from pathlib import Path

REMEDY = "Récupérez-le depuis le dépôt (« git checkout -- data »), ou relancez « python -m ess_map build --raw DOSSIER »."


def read_mart(data_dir: Path, name: str, columns: tuple[str, ...], categories: tuple[str, ...] = ()) -> pd.DataFrame:
    """
    Read one Parquet table of the data folder.

    Parameters
    ----------
    data_dir
        The data folder.
    name
        Path of the table inside it, with `/`.
    columns
        Columns that must be there; they come back alone, in this order.
    categories
        Text columns to read as categories: worth it where a few values repeat often.

    Raises
    ------
    SourceError
        If the file is missing or unreadable.
    SchemaError
        If a column is missing; all missing ones are named.
    """
    path = data_dir / name
    try:
        table = pd.read_parquet(path, read_dictionary=list(categories))
    except FileNotFoundError as error:
        raise SourceError(f"data/{name}", "est introuvable", REMEDY) from error
    except (OSError, pa.ArrowException, ValueError) as error:
        raise SourceError(f"data/{name}", "est endommagé", REMEDY) from error
    missing = [column for column in columns if column not in table.columns]
    if missing:
        raise SchemaError(f"data/{name}", [f"colonne absente «\u00a0{column}\u00a0»" for column in missing], REMEDY)
    return table[list(columns)]
