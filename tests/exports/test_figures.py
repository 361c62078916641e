"""The figures that leave are those of the page, each with its source and its year, with a dictionary."""

from __future__ import annotations

import csv
import io
from datetime import date

import openpyxl
import pytest

from ess_map.exports.figures import DICTIONARY, figure_rows, write_csv, write_xlsx
from ess_map.indicators.catalogue import catalogue
from ess_map.indicators.page import diagnosis
from ess_map.indicators.portrait import question_of
from ess_map.ui.state import evidence


@pytest.fixture(scope="module")
def page():
    return diagnosis(evidence(), *question_of(evidence(), "epci:243500139", nombre=4))


def test_every_figure_leaves_with_its_source_and_its_year(page):
    rows = figure_rows(page)
    assert [row["id"] for row in rows] == [figure.id for chapter in page.chapitres for figure in chapter.figures]
    assert all(row["source"] and row["millesime"] for row in rows)
    assert not [row["id"] for row in rows if "{" in str(row["libelle"])]


def test_the_csv_says_the_values_and_leaves_unknown_ones_empty(page):
    read = list(csv.DictReader(io.StringIO(write_csv(page).decode("utf-8-sig")), delimiter=";"))
    assert list(read[0]) == list(DICTIONARY)
    for row, line in zip(figure_rows(page), read, strict=True):
        assert line["valeur"] == ("" if row["valeur"] is None else repr(row["valeur"]))


def test_the_workbook_has_its_dictionary_and_its_sources(page):
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(page, jour=date(2026, 1, 2), adresse="/diagnostic")))
    assert book.sheetnames == ["Indicateurs", "Ecarts", "Comparables", "Dictionnaire", "Sources et limites"]
    explained = {row[0] for row in book["Dictionnaire"].iter_rows(values_only=True)}
    assert set(DICTIONARY) | set(catalogue()) <= explained
    assert book["Indicateurs"].max_row == len(figure_rows(page)) + 1
    assert book["Ecarts"].max_row == len(page.forces) + len(page.manques) + 1
