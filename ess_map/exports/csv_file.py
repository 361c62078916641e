"""CSV: UTF-8 with BOM, `;`, decimal point, one header line, safe in a spreadsheet, readable back without loss."""

from __future__ import annotations

import csv
import io
import math
from typing import TYPE_CHECKING

from ess_map.exports.cells import neutralise
from ess_map.exports.columns import COLUMNS, NUMBERS
from ess_map.exports.table import prepared

if TYPE_CHECKING:
    import pandas as pd

    from ess_map.exports.context import ExportContext


def write(frame: pd.DataFrame, context: ExportContext) -> bytes:  # noqa: ARG001 -- every writer has the same face; a CSV has no room for the page
    """
    Write an actor table as CSV.

    Text cells that a spreadsheet could compute are neutralised (`cells.neutralise`); `longitude` and `latitude` are plain
    numbers, empty when unknown. Lines end with CR LF, as RFC 4180 says; line breaks inside a cell stay LF.

    Raises
    ------
    SchemaError
        If the table breaks the contract of exports.
    """
    table = prepared(frame)
    columns = [_numbers(table[name]) if name in NUMBERS else _texts(table[name]) for name in COLUMNS]
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(zip(*columns, strict=True))
    return out.getvalue().encode("utf-8-sig")


def _texts(column: pd.Series) -> list[str]:
    safe = {text: neutralise(text) for text in column.unique()}
    return [safe[text] for text in column.tolist()]


def _numbers(column: pd.Series) -> list[str]:
    return ["" if math.isnan(value) else repr(value) for value in column.tolist()]
