"""From rows of the register to the table that leaves: the columns of the contract, in order, text ready for every format."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from ess_map.errors import SchemaError
from ess_map.exports.cells import needs_portable, portable
from ess_map.exports.columns import COLUMNS, NUMBERS

if TYPE_CHECKING:
    import numpy.typing as npt

    from ess_map.actors.register import Register

ANNUAIRE = "https://annuaire-entreprises.data.gouv.fr"


def export_frame(register: Register, rows: npt.NDArray[np.integer[Any]]) -> pd.DataFrame:
    """
    Take rows of the register, in the order given, with the columns of an export.

    Parameters
    ----------
    register
        The register of this process.
    rows
        Row numbers of `register.frame`, in the order wanted.

    Returns
    -------
    table
        One row an actor, columns `COLUMNS`, index 0…n-1; text never null, `longitude` and `latitude` in degrees
        (EPSG:4326), null when unknown.
    """
    chosen = register.frame.take(rows).reset_index(drop=True)
    links = [official_link(siret, siren) for siret, siren in zip(chosen["siret"], chosen["siren"], strict=True)]
    return prepared(chosen.assign(lien_officiel=pd.Series(links, index=chosen.index, dtype="object")))


def official_link(siret: str, siren: str) -> str:
    """Give the public page of an establishment, else of its legal unit, else an empty text. Codes are text."""
    if siret:
        return f"{ANNUAIRE}/etablissement/{siret}"
    return f"{ANNUAIRE}/entreprise/{siren}" if siren else ""


def prepared(table: pd.DataFrame) -> pd.DataFrame:
    """
    Check a table that leaves and make its text portable; every writer begins here, so no format says more than another.

    Returns
    -------
    table
        Columns `COLUMNS` alone: `longitude` and `latitude` as float64, the rest as Python text, index 0…n-1.

    Raises
    ------
    SchemaError
        If columns are missing, or if a text column holds something else than text; every problem is listed.
    """
    missing = [name for name in COLUMNS if name not in table.columns]
    if missing:
        raise SchemaError("Export", [f"colonne absente\u00a0: {name}" for name in missing])
    columns = {name: _numbers(table[name]) if name in NUMBERS else _texts(table[name]) for name in COLUMNS}
    problems = [f"colonne «\u00a0{name}\u00a0»\u00a0: {column}" for name, column in columns.items() if isinstance(column, str)]
    if problems:
        raise SchemaError("Export", problems)
    return pd.DataFrame(columns, index=pd.RangeIndex(len(table)))


def _texts(column: pd.Series) -> pd.Series | str:
    values: list[str] = column.astype("object").where(column.notna(), "").tolist()
    if not all(isinstance(value, str) for value in values):
        return "une cellule n’est pas du texte"
    if needs_portable("\n".join(values)):
        values = [portable(value) for value in values]
    return pd.Series(values, dtype="object")


def _numbers(column: pd.Series) -> pd.Series | str:
    try:
        values = column.to_numpy(dtype="float64", na_value=np.nan)
    except (TypeError, ValueError):
        return "une cellule n’est pas un nombre"
    return pd.Series(np.where(np.isfinite(values), values, np.nan))
