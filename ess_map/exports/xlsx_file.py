"""XLSX: sheet `Acteurs`, every text typed as text (no formula, no link), and sheet `Sources et limites`."""

from __future__ import annotations

import datetime as dt
import io
import math
from typing import TYPE_CHECKING, Any

import xlsxwriter

from ess_map.errors import ExportError
from ess_map.exports.columns import COLUMNS, NUMBERS
from ess_map.exports.notice import SOURCE_HEADER, TITLE, Notice, notice
from ess_map.exports.table import prepared

if TYPE_CHECKING:
    import pandas as pd

    from ess_map.exports.context import ExportContext

SHEET = "Acteurs"
MAX_CELL = 32_767
"""Longest text of a cell, in UTF-16 code units: what Excel accepts."""
MAX_ROWS = 1_048_575
"""Rows of a sheet below the header."""
_WIDTHS = {
    "nom": 44,
    "adresse": 36,
    "commune": 22,
    "epci": 30,
    "site_web": 28,
    "lien_officiel": 30,
    "identifiant": 18,
    "siret": 16,
}
_OPTIONS = {
    "constant_memory": True,  # a row leaves memory as soon as it is written: visitors may export at the same time
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def write(frame: pd.DataFrame, context: ExportContext) -> bytes:
    """
    Write an actor table as an Excel workbook.

    A text longer than Excel accepts is cut and ends with « … »; the second sheet then says how many were.

    Raises
    ------
    SchemaError
        If the table breaks the contract of exports.
    ExportError
        If there are more rows than a sheet holds.
    """
    table = prepared(frame)
    if len(table) > MAX_ROWS:
        raise ExportError(
            f"Une feuille Excel tient {MAX_ROWS} lignes au plus\u00a0: choisissez le format CSV, ou filtrez davantage."
        )
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, _OPTIONS) as book:
        midnight = dt.datetime.combine(context.jour, dt.time(), tzinfo=dt.UTC).replace(tzinfo=None)
        book.set_properties({"title": f"Atlas ESS, {context.nom}", "created": midnight})
        bold = book.add_format({"bold": True, "bottom": 1})
        cut = _actors(book.add_worksheet(SHEET), table, bold)
        remarks = (f"{cut} texte(s) trop long(s) pour Excel sont coupés et finissent par «\u00a0…\u00a0».",) if cut else ()
        _page(book.add_worksheet(TITLE), notice(context, rows=len(table), remarks=remarks), bold)
    return out.getvalue()


def fitted(text: str) -> str:
    """Cut a text to what an Excel cell holds, between characters, ending with « … »; shorter texts are kept as they are."""
    if len(text) * 2 <= MAX_CELL or _units(text) <= MAX_CELL:
        return text
    kept = text.encode("utf-16-le")[: (MAX_CELL - 1) * 2].decode("utf-16-le", errors="ignore")
    return f"{kept}…"


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _actors(sheet: Any, table: pd.DataFrame, bold: Any) -> int:
    """Fill the sheet of actors; count the texts that had to be cut."""
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(table), 1), len(COLUMNS) - 1)
    sheet.ignore_errors({"number_stored_as_text": f"A1:X{len(table) + 1}"})
    for column, name in enumerate(COLUMNS):
        sheet.set_column(column, column, _WIDTHS.get(name, 14))
        sheet.write_string(0, column, name, bold)
    cut = 0
    numbers = [name in NUMBERS for name in COLUMNS]
    for row, values in enumerate(zip(*(table[name].tolist() for name in COLUMNS), strict=True), start=1):
        for column, value in enumerate(values):
            if numbers[column]:
                if not math.isnan(value):  # unknown leaves the cell empty
                    sheet.write_number(row, column, value)
            elif value:
                text = fitted(value)
                cut += text is not value
                sheet.write_string(row, column, text)
    return cut


def _page(sheet: Any, page: Notice, bold: Any) -> None:
    """Lay out the page of sources and limits: facts on two columns, then one row a source."""
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 60)
    sheet.set_column(2, len(SOURCE_HEADER) - 1, 24)
    rows: list[tuple[str, ...]] = [(TITLE,), *page.facts, (), SOURCE_HEADER, *page.sources]
    headings = {0, len(page.facts) + 2}
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            sheet.write_string(row, column, fitted(text), bold if row in headings else None)
