"""A missing or damaged file of the data folder is named in French, with its remedy; nothing else ever comes out."""

import shutil

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ess_map.errors import SchemaError, SourceError
from ess_map.territories import manifest
from ess_map.territories.atlas import Atlas
from ess_map.territories.contours import Contours
from ess_map.territories.layers import Layer, layer_file
from ess_map.territories.marts import read_mart
from ess_map.territories.model import Niveau
from ess_map.territories.scales import Scale

from .conftest import DATA

TABLES = ["communes", "territoires", "anciens_codes", "anciens_noms", "voisins"]


@pytest.fixture
def tables(tmp_path):
    shutil.copytree(DATA / "territoires", tmp_path / "territoires")
    return tmp_path


@pytest.fixture
def everything(tables):
    shutil.copytree(DATA / "contours", tables / "contours")
    return tables


@pytest.mark.parametrize("name", TABLES)
def test_a_missing_table_is_named(tables, name):
    (tables / "territoires" / f"{name}.parquet").unlink()
    with pytest.raises(SourceError, match=rf"« data/territoires/{name}\.parquet » est introuvable.*git checkout"):
        Atlas.load(tables)


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize(
    "content", [b"", b"PAR1", b"not a table at all", b"\x00" * 5000], ids=["empty", "short", "text", "zeros"]
)
def test_a_file_that_is_not_a_table_is_named(tables, name, content):
    (tables / "territoires" / f"{name}.parquet").write_bytes(content)
    with pytest.raises(SourceError, match=rf"data/territoires/{name}\.parquet » est endommagé"):
        Atlas.load(tables)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cut=st.floats(0, 0.999))
def test_a_table_cut_anywhere_is_refused(tables, cut):
    whole = (DATA / "territoires" / "territoires.parquet").read_bytes()
    (tables / "territoires" / "territoires.parquet").write_bytes(whole[: int(cut * len(whole))])
    with pytest.raises(SourceError, match="endommagé"):
        Atlas.load(tables)


def test_every_missing_column_is_named(tables):
    path = tables / "territoires" / "communes.parquet"
    pd.read_parquet(path).drop(columns=["zrr", "lon"]).to_parquet(path)
    with pytest.raises(SchemaError) as caught:
        read_mart(tables, "territoires/communes.parquet", ("code", "zrr", "lon"))
    assert caught.value.problems == ["colonne absente «\u00a0zrr\u00a0»", "colonne absente «\u00a0lon\u00a0»"]


@pytest.mark.parametrize("niveau", [Niveau.COMMUNE, Niveau.EPCI])
def test_a_missing_layer_is_named(everything, niveau):
    (everything / layer_file(niveau, Scale.DETAIL)).unlink()
    with pytest.raises(SourceError, match=r"data/contours/.*_detail\.parquet » est introuvable"):
        Contours.load(everything)


def test_a_layer_that_is_not_one_is_named(everything):
    (everything / layer_file(Niveau.REGION, Scale.OVERVIEW)).write_bytes(b"PAR1 nothing PAR1")
    with pytest.raises(SourceError, match=r"regions_apercu\.parquet » est endommagé"):
        Contours.load(everything)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.floats(0.01, 0.9), byte=st.integers(0, 255))
def test_a_layer_with_wrong_bytes_gives_polygons_or_a_sentence(tmp_path, place, byte):
    whole = bytearray((DATA / layer_file(Niveau.EPT, Scale.DETAIL)).read_bytes())
    start = int(place * len(whole))
    whole[start : start + 50] = bytes([byte]) * 50
    path = tmp_path / "contours" / "ept_detail.parquet"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(bytes(whole))
    try:
        said = ", ".join(Layer(path).everything())
    except SourceError as error:
        said = str(error)
    assert said


def test_a_layer_answers_for_what_it_has_only():
    layer = Layer(DATA / layer_file(Niveau.COMMUNE, Scale.DETAIL))
    assert len(layer.areas) == 101
    assert layer.area("99") == {}
    assert len(layer.select(["35238", "99999"], "35")) == 1
    assert layer.area("35") is layer.area("35")


@pytest.fixture
def built(tmp_path):
    (tmp_path / "territoires").mkdir()
    (tmp_path / "territoires" / "a.parquet").write_bytes(b"one")
    (tmp_path / "sources.toml").write_text("[x]\n", encoding="utf-8")
    (tmp_path / "regles.csv").write_text("by hand", encoding="utf-8")
    manifest.write(tmp_path)
    return tmp_path


def test_the_manifest_holds_what_is_built_and_not_what_is_written_by_hand(built):
    assert set(manifest.read(built)) == {"territoires/a.parquet", "sources.toml"}
    assert manifest.differences(built) == {}
    (built / "regles.csv").write_text("changed", encoding="utf-8")
    assert manifest.differences(built) == {}


def test_the_manifest_sees_a_changed_a_missing_and_a_foreign_file(built):
    (built / "territoires" / "a.parquet").write_bytes(b"two")
    (built / "sources.toml").unlink()
    (built / "b.parquet").write_bytes(b"new")
    assert manifest.differences(built) == {
        "b.parquet": "n’est pas dans le manifeste",
        "sources.toml": "est introuvable",
        "territoires/a.parquet": "est différent de celui qui a été construit",
    }


def test_writing_the_manifest_twice_gives_the_same_bytes(built):
    before = (built / manifest.FILE).read_bytes()
    manifest.write(built)
    assert (built / manifest.FILE).read_bytes() == before


@pytest.mark.parametrize(("content", "said"), [(None, "introuvable"), (b"a = = b", "endommagé"), (b"\xff\xfe", "endommagé")])
def test_a_manifest_that_cannot_be_read_is_said(built, content, said):
    path = built / manifest.FILE
    path.unlink() if content is None else path.write_bytes(content)
    with pytest.raises(SourceError, match=said):
        manifest.differences(built)


def test_the_embedded_data_is_the_one_that_was_built():
    assert manifest.differences(DATA) == {}
