"""The registry of formats, the names of files, the page that goes with them."""

import dataclasses
import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ess_map.errors import ExportError, SchemaError
from ess_map.exports.columns import COLUMNS
from ess_map.exports.formats import FORMATS, for_path
from ess_map.exports.naming import file_name, slug
from ess_map.exports.notice import as_text, notice
from ess_map.exports.table import official_link, prepared
from tests.exports.frames import CONTEXT, hostile_table


def test_the_four_formats_of_the_contract_are_there_in_order():
    assert list(FORMATS) == ["csv", "xlsx", "geojson", "gpkg"]


@pytest.mark.parametrize("path", ["liste.csv", "LISTE.CSV", "dossier/a.b/liste.Csv"])
def test_an_extension_is_enough_whatever_its_case(path):
    assert for_path(path).extension == "csv"


@pytest.mark.parametrize("path", ["liste.xls", "liste", ".csv", "liste.csv.gz", ""])
def test_another_extension_is_refused_with_the_list_of_formats(path):
    with pytest.raises(ExportError, match=re.escape(".csv, .xlsx, .geojson, .gpkg")):
        for_path(path)


@given(st.text(max_size=200))
def test_a_file_name_is_safe_on_every_system(name):
    context = dataclasses.replace(CONTEXT, nom=name)
    assert re.fullmatch(r"atlas-ess_[a-z0-9]+(-[a-z0-9]+)*_2026-03-01\.csv", file_name(context, "csv"))


def test_a_file_name_says_the_territory_and_the_day():
    context = dataclasses.replace(CONTEXT, nom="L’Haÿ-les-Roses et Cœur d’Yvelines", jour=dt.date(2026, 1, 2))
    assert file_name(context, "xlsx") == "atlas-ess_l-hay-les-roses-et-coeur-d-yvelines_2026-01-02.xlsx"
    assert slug("東京") == ""


def test_the_page_says_territory_filters_day_limits_and_licences():
    text = as_text(notice(CONTEXT, rows=12))
    for expected in (
        "Rennes Métropole (epci:243500139)",
        "2026-03-01",
        "Association, Mutuelle",
        "Registre partiel",
        "CC BY 4.0",
        "12",
    ):
        assert expected in text


def test_the_page_says_that_nothing_was_filtered():
    assert ("Filtres", "aucun") in notice(dataclasses.replace(CONTEXT, filtres=()), rows=0).facts


@given(st.text(max_size=60))
def test_a_hostile_name_of_territory_stays_on_its_line(name):
    lines = as_text(notice(dataclasses.replace(CONTEXT, nom=name), rows=0)).split("\n")
    assert [line for line in lines if line.startswith("Territoire")] == [lines[3]]
    assert lines[4].startswith("Date de l’export")


@pytest.mark.parametrize(
    ("siret", "siren", "link"),
    [
        ("00012345600011", "000123456", "https://annuaire-entreprises.data.gouv.fr/etablissement/00012345600011"),
        ("", "000123456", "https://annuaire-entreprises.data.gouv.fr/entreprise/000123456"),
        ("", "", ""),
    ],
)
def test_the_official_link_keeps_leading_zeros_and_invents_nothing(siret, siren, link):
    assert official_link(siret, siren) == link


def test_a_table_that_breaks_the_contract_is_refused_with_every_problem():
    frame = hostile_table().drop(columns=["siret", "naf"])
    with pytest.raises(SchemaError, match=r"siret.*naf"):
        prepared(frame)
    frame = hostile_table().assign(siret=35238, longitude="à l’ouest")
    with pytest.raises(SchemaError, match=r"siret.*longitude"):
        prepared(frame)


def test_an_unknown_text_leaves_as_an_empty_cell_and_an_infinite_position_as_unknown():
    frame = hostile_table().head(2).assign(epci=[None, float("nan")], longitude=[float("inf"), 2.0])
    table = prepared(frame)
    assert table["epci"].tolist() == ["", ""]
    assert table["longitude"].isna().tolist() == [True, False]
    assert tuple(table.columns) == COLUMNS


def test_an_empty_selection_leaves_as_a_header_without_rows():
    empty = hostile_table().head(0)
    for form in FORMATS.values():
        assert form.write(empty, CONTEXT)
