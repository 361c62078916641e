"""Reading one published table: every column is text, nothing is guessed, a missing column is refused."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

import pandas as pd

from ess_map.errors import SchemaError, SourceError

if TYPE_CHECKING:
    from pathlib import Path

RAW_REMEDY = "Vérifiez le dossier donné à « --raw », puis relancez « python -m ess_map build »."


def read_table(path: Path, columns: tuple[str, ...], *, separator: str = ",", encoding: str = "utf-8-sig") -> pd.DataFrame:
    """
    Read a delimited file (plain or gzip) as text.

    Parameters
    ----------
    path
        The file as published.
    columns
        Columns that must be there; they come back alone, in this order.
    separator
        Field separator.
    encoding
        Text encoding; the default also swallows a byte order mark.

    Returns
    -------
    table
        One row a record, every value text, an empty cell is "". Codes keep their leading zeros and "NA" stays "NA".

    Raises
    ------
    SourceError
        If the file is missing or unreadable.
    SchemaError
        If a column is missing.
    """
    try:
        table = pd.read_csv(path, sep=separator, encoding=encoding, dtype=str, keep_default_na=False)
    except FileNotFoundError as error:
        raise SourceError(str(path), "est introuvable", RAW_REMEDY) from error
    except (OSError, UnicodeDecodeError, EOFError, zlib.error, pd.errors.ParserError, pd.errors.EmptyDataError) as error:
        raise SourceError(str(path), "est illisible", RAW_REMEDY) from error
    return select_columns(table, columns, str(path))


def select_columns(table: pd.DataFrame, columns: tuple[str, ...], name: str) -> pd.DataFrame:
    """
    Keep the expected columns, stripped of surrounding spaces.

    Raises
    ------
    SchemaError
        If a column is missing; all missing ones are named.
    """
    missing = [column for column in columns if column not in table.columns]
    if missing:
        raise SchemaError(name, [f"colonne absente «\u00a0{column}\u00a0»" for column in missing])
    return pd.DataFrame({column: table[column].str.strip() for column in columns})
