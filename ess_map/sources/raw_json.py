"""Reading published JSON and GeoJSON files as tables of text."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING, Any

import pandas as pd

from ess_map.errors import SchemaError, SourceError
from ess_map.sources.raw_table import RAW_REMEDY

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def read_records(path: Path, columns: tuple[str, ...]) -> pd.DataFrame:
    """
    Read a list of objects; a column that an object lacks is empty.

    Raises
    ------
    SourceError
        If the file is missing or is not JSON.
    SchemaError
        If it is not a list of objects, or no object has one of the columns.
    """
    document = _load(path)
    if not isinstance(document, list) or not all(isinstance(record, dict) for record in document):
        raise SchemaError(str(path), ["une liste d’objets est attendue"])
    return _table(document, columns, path)


def read_features(path: Path, columns: tuple[str, ...]) -> pd.DataFrame:
    """
    Read the properties of GeoJSON points, with `longitude` and `latitude` as text.

    Raises
    ------
    SourceError
        If the file is missing or is not JSON.
    SchemaError
        If it is not a collection of points, or no feature has one of the columns.
    """
    document = _load(path)
    try:
        records = [
            {
                **feature["properties"],
                "longitude": feature["geometry"]["coordinates"][0],
                "latitude": feature["geometry"]["coordinates"][1],
            }
            for feature in document["features"]
        ]
    except (KeyError, IndexError, TypeError) as error:
        raise SchemaError(str(path), ["une collection de points GeoJSON est attendue"]) from error
    return _table(records, (*columns, "longitude", "latitude"), path)


def _load(path: Path) -> Any:
    opener = gzip.open if path.suffix == ".gz" else open
    try:
        with opener(path, "rt", encoding="utf-8") as file:
            return json.load(file)
    except FileNotFoundError as error:
        raise SourceError(str(path), "est introuvable", RAW_REMEDY) from error
    except (OSError, UnicodeDecodeError, EOFError, json.JSONDecodeError) as error:
        raise SourceError(str(path), "est illisible", RAW_REMEDY) from error


def _table(records: Iterable[dict[str, Any]], columns: tuple[str, ...], path: Path) -> pd.DataFrame:
    rows = list(records)
    missing = [name for name in columns if not any(name in record for record in rows)]
    if missing:
        raise SchemaError(str(path), [f"champ absent «\u00a0{name}\u00a0»" for name in missing])
    data = [{name: _text(record.get(name)) for name in columns} for record in rows]
    return pd.DataFrame(data, columns=list(columns), dtype="str")


def _text(value: Any) -> str:
    return "" if value is None else str(value).strip()
