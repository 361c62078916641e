"""What goes out in the four formats comes back: same rows, same order, same text, same positions, and nothing computed."""

import csv
import io
import json
import tempfile
import zipfile
from pathlib import Path

import geopandas as gpd
import openpyxl
import pandas as pd
import pyogrio
import pytest
from hypothesis import HealthCheck, given, settings

from ess_map.exports import csv_file, geojson_file, gpkg_file, xlsx_file
from ess_map.exports.cells import portable, restore
from ess_map.exports.columns import COLUMNS, NUMBERS
from ess_map.exports.formats import FORMATS
from tests.exports.frames import CONTEXT, hostile_table, tables


def from_csv(data):
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert tuple(rows[0]) == COLUMNS
    return [
        [(float(c) if c else None) if name in NUMBERS else restore(c) for name, c in zip(COLUMNS, row, strict=True)]
        for row in rows[1:]
    ]


def from_xlsx(data):
    sheet = openpyxl.load_workbook(io.BytesIO(data))["Acteurs"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(max_col=len(COLUMNS))]
    assert tuple(rows[0]) == COLUMNS
    # XLSX escapes a text that looks like one of its own escapes; Excel undoes it, openpyxl does not.
    return [
        [c if name in NUMBERS else (c or "").replace("_x005F_x", "_x") for name, c in zip(COLUMNS, row, strict=True)]
        for row in rows[1:]
    ]


def from_geojson(data):
    features = json.loads(data)["features"]
    for feature in features:
        lon, lat = feature["properties"]["longitude"], feature["properties"]["latitude"]
        expected = None if lon is None else {"type": "Point", "coordinates": [lon, lat]}
        assert feature["geometry"] == expected
        assert tuple(feature["properties"]) == COLUMNS
    return [list(feature["properties"].values()) for feature in features]


def from_gpkg(data):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.gpkg"
        path.write_bytes(data)
        layer = gpd.read_file(path, engine="pyogrio")
    assert layer.crs.to_epsg() == 4326
    assert tuple(layer.columns) == (*COLUMNS, "geometry")
    for lon, lat, point in zip(layer["longitude"], layer["latitude"], layer.geometry, strict=True):
        assert point is None if pd.isna(lon) else (point.x, point.y) == (lon, lat)
    return [[None if pd.isna(v) else v for v in row] for row in layer[list(COLUMNS)].itertuples(index=False)]


READERS = {"csv": from_csv, "xlsx": from_xlsx, "geojson": from_geojson, "gpkg": from_gpkg}


def expected(frame):
    return [
        [(None if pd.isna(v) else v) if name in NUMBERS else portable(v) for name, v in zip(COLUMNS, row, strict=True)]
        for row in frame.itertuples(index=False)
    ]


def test_every_format_has_its_reader_here():
    assert READERS.keys() == FORMATS.keys()


@pytest.mark.parametrize("extension", list(FORMATS))
def test_hostile_names_come_back_literally(extension):
    frame = hostile_table()
    assert READERS[extension](FORMATS[extension].write(frame, CONTEXT)) == expected(frame)


@given(frame=tables())
def test_csv_gives_back_any_text(frame):
    assert from_csv(csv_file.write(frame, CONTEXT)) == expected(frame)


@given(frame=tables())
def test_geojson_gives_back_any_text(frame):
    assert from_geojson(geojson_file.write(frame, CONTEXT)) == expected(frame)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(frame=tables(max_size=4))
def test_xlsx_gives_back_any_text(frame):
    assert from_xlsx(xlsx_file.write(frame, CONTEXT)) == expected(frame)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(frame=tables(max_size=4))
def test_gpkg_gives_back_any_text(frame):
    assert from_gpkg(gpkg_file.write(frame, CONTEXT)) == expected(frame)


def test_csv_has_a_bom_one_header_line_and_decimal_points():
    data = csv_file.write(hostile_table(), CONTEXT)
    assert data.startswith(b"\xef\xbb\xbfidentifiant;siret;nom;famille;types;")
    assert data.splitlines()[0].endswith(b";lien_officiel")
    assert b";2.36;48.85;" in data


def test_csv_is_read_by_pandas_as_it_was_written():
    frame = hostile_table()
    back = pd.read_csv(
        io.BytesIO(csv_file.write(frame, CONTEXT)), sep=";", dtype=str, keep_default_na=False, encoding="utf-8-sig"
    )
    assert [restore(v) for v in back["nom"]] == [portable(v) for v in frame["nom"]]


def test_xlsx_has_no_formula_no_link_and_text_codes():
    data = xlsx_file.write(hostile_table(), CONTEXT)
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["Acteurs", "Sources et limites"]
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert kinds <= {"s", "inlineStr", "n"}
    numeric = {
        cell.column
        for row in book["Acteurs"].iter_rows(min_row=2)
        for cell in row
        if cell.data_type == "n" and cell.value is not None
    }
    assert numeric == {COLUMNS.index(name) + 1 for name in NUMBERS}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/")}
    assert all(b"<f>" not in part and b"<hyperlink" not in part for part in parts.values())


def test_xlsx_cuts_a_text_that_excel_refuses_and_says_so():
    frame = hostile_table().head(2)
    frame.loc[0, "nom"] = "😀" * 20_000
    frame.loc[1, "nom"] = "é" * xlsx_file.MAX_CELL
    data = xlsx_file.write(frame, CONTEXT)
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book["Acteurs"]["C2"].value == "😀" * 16_383 + "…"
    assert book["Acteurs"]["C3"].value == frame.loc[1, "nom"]
    assert any("coupés" in str(row[1].value) and "1 texte" in str(row[1].value) for row in book["Sources et limites"].iter_rows())


def test_gpkg_has_one_layer_which_carries_its_sources(tmp_path):
    path = tmp_path / "a.gpkg"
    path.write_bytes(gpkg_file.write(hostile_table(), CONTEXT))
    assert pyogrio.list_layers(path).tolist() == [["acteurs", "Point"]]
    page = pyogrio.read_info(path)["layer_metadata"]["Sources et limites"]
    assert "Rennes Métropole" in page
    assert "CC BY 4.0" in page


def test_geojson_opens_as_a_layer_whose_codes_are_text(tmp_path):
    path = tmp_path / "a.geojson"
    path.write_bytes(geojson_file.write(hostile_table().assign(siret="00012345600011", code_commune="01004"), CONTEXT))
    layer = gpd.read_file(path, engine="pyogrio")
    assert (len(layer), layer.crs.to_epsg()) == (len(hostile_table()), 4326)
    assert tuple(layer.columns) == (*COLUMNS, "geometry")
    assert set(layer["siret"]) == {"00012345600011"}
    assert set(layer["code_commune"]) == {"01004"}


def test_geojson_says_its_sources_and_stays_rfc_7946():
    document = json.loads(geojson_file.write(hostile_table(), CONTEXT))
    assert document["type"] == "FeatureCollection"
    assert "crs" not in document
    assert ["Territoire", "Rennes Métropole (epci:243500139)"] in document["sources_et_limites"]["notice"]
    assert [source["Licence"] for source in document["sources_et_limites"]["sources"]] == ["Licence Ouverte 2.0", "CC BY 4.0"]


def test_xlsx_says_its_sources_in_its_second_sheet():
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx_file.write(hostile_table(), CONTEXT)))["Sources et limites"]
    rows = [tuple(cell for cell in row if cell is not None) for row in sheet.iter_rows(values_only=True)]
    assert ("Territoire", "Rennes Métropole (epci:243500139)") in rows
    assert ("Famille", "Association, Mutuelle") in rows
    assert ("Date de l’export", "2026-03-01") in rows
    assert any("=Fablabs" in row and "CC BY 4.0" in row for row in rows)


@pytest.mark.parametrize("extension", ["csv", "xlsx", "geojson"])
def test_the_same_rows_give_the_same_bytes(extension):
    write = FORMATS[extension].write
    assert write(hostile_table(), CONTEXT) == write(hostile_table(), CONTEXT)
