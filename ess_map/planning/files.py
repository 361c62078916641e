"""The workbook and the document of a roadmap: XLSX that computes nothing, DOCX that people go on writing."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING, Any

import docx
import xlsxwriter
from docx.enum.section import WD_ORIENT

from ess_map.exports.cells import portable
from ess_map.exports.xlsx_file import fitted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ess_map.planning.tables import Table

_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_WIDTHS = {"Action": 44, "Proposition": 44, "Question": 50, "Note": 40, "Comment": 40, "Preuve": 40, "Nom": 40}
_FORBIDDEN_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", "-"))
_LONGEST_NAME = 31


def workbook(title: str, tables: Sequence[Table], notes: Sequence[str], day: dt.date) -> bytes:
    """Write one sheet a table, then a sheet of sources and limits; every cell is text."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, _OPTIONS) as book:
        midnight = dt.datetime.combine(day, dt.time(), tzinfo=dt.UTC).replace(tzinfo=None)
        book.set_properties({"title": portable(title), "created": midnight})
        bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        plain = book.add_format({"text_wrap": True, "valign": "top"})
        for table in tables:
            _sheet(book.add_worksheet(table.titre.translate(_FORBIDDEN_IN_NAMES)[:_LONGEST_NAME]), table, bold, plain)
        page = book.add_worksheet("Sources et limites")
        page.set_column(0, 0, 110)
        for row, line in enumerate([title, *notes]):
            page.write_string(row, 0, fitted(portable(line)), plain if row else bold)
    return out.getvalue()


def _sheet(sheet: Any, table: Table, bold: Any, plain: Any) -> None:
    sheet.freeze_panes(1, 0)
    for column, name in enumerate(table.colonnes):
        sheet.set_column(column, column, _WIDTHS.get(name, 22))
        sheet.write_string(0, column, name, bold)
    for row, cells in enumerate(table.lignes, start=1):
        for column, cell in enumerate(cells):
            sheet.write_string(row, column, fitted(portable(cell)), plain)


def document(title: str, lead: Sequence[str], tables: Sequence[Table], notes: Sequence[str], day: dt.date) -> bytes:
    """Write a DOCX: a title, some lines, one table of two columns a row of the first table, plain tables for the others, notes."""
    made = docx.Document()
    section = made.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    made.core_properties.title = portable(title)[:250]
    made.core_properties.language = "fr-FR"
    made.core_properties.author = "Atlas ESS"
    made.core_properties.created = dt.datetime.combine(day, dt.time(), tzinfo=dt.UTC).replace(tzinfo=None)
    made.add_heading(portable(title), level=0)
    for line in lead:
        made.add_paragraph(portable(line))
    first, *others = tables
    for row in first.lignes:
        made.add_heading(portable(row[0]), level=2)
        _grid(made, [(name, cell) for name, cell in zip(first.colonnes[1:], row[1:], strict=True)])
    for table in others:
        made.add_heading(portable(table.titre), level=1)
        _grid(made, [table.colonnes, *table.lignes])
    made.add_heading("Sources et limites", level=1)
    for line in notes:
        made.add_paragraph(portable(line), style="List Bullet")
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _grid(made: Any, rows: Sequence[Sequence[str]]) -> None:
    if not rows:
        return
    grid = made.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
    for row in rows:
        for cell, text in zip(grid.add_row().cells, row, strict=True):
            cell.text = portable(text)
