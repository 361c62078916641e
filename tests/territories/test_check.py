"""The embedded data passes every check, and each check fails on the fault that it looks for."""

import shutil

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import shapely

from ess_map.errors import SchemaError, SourceError
from ess_map.territories import check, check_contours
from ess_map.territories.layers import Layer, layer_file
from ess_map.territories.model import Niveau
from ess_map.territories.scales import Scale

from .conftest import DATA

OLD_COLUMNS = ["code", "nom", "successeurs", "date_effet", "motif", "resolu"]


@pytest.fixture
def communes():
    return pd.read_parquet(DATA / "territoires" / "communes.parquet")


@pytest.fixture
def levels():
    return pd.read_parquet(DATA / "territoires" / "territoires.parquet")


@pytest.fixture
def old():
    return pd.read_parquet(DATA / "territoires" / "anciens_codes.parquet")


@pytest.fixture
def totals():
    return pd.read_csv(DATA / check.TOTALS, sep=";", dtype=str)


def test_the_embedded_data_passes_every_check():
    findings = check.run(DATA)
    assert [finding for finding in findings if not finding.ok] == []
    assert len(findings) >= 12
    assert all(finding.quoi and finding.detail and not finding.remede for finding in findings)


def test_a_missing_commune_is_counted(communes, levels):
    finding = check.counts(communes.iloc[1:], levels)
    assert not finding.ok
    assert "34\u202f874 communes au lieu de 34\u202f875" in finding.detail
    assert finding.remede


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        ("departement", "99", "sans departement"),
        ("epci", "000000000", "sans epci"),
        ("zone_emploi", "", "sans zone_emploi"),
        ("region", "", "sans region"),
    ],
)
def test_a_commune_without_a_known_parent_is_named(communes, levels, column, value, said):
    communes.loc[0, column] = value
    finding = check.parents(communes, levels)
    assert not finding.ok
    assert f"01001 {said}" in finding.detail


def test_a_commune_twice_is_named(communes, levels):
    assert "en double 01001" in check.parents(pd.concat([communes, communes.iloc[:1]]), levels).detail


def test_too_many_communes_without_epci_are_refused(communes, levels):
    communes.loc[communes["departement"] == "35", "epci"] = ""
    assert not check.parents(communes, levels).ok


def test_a_departement_in_two_regions_is_named(communes):
    communes.loc[0, "region"] = "53"
    assert "departement 01 à cheval" in check.nesting(communes).detail


def test_a_wrong_sum_is_named(communes, levels):
    communes.loc[communes["code"] == "35238", "population"] += 1
    detail = check.sums(communes, levels).detail
    assert "somme fausse\u00a0: epci:243500139" in detail
    assert "departement:35" in detail


def test_a_missing_population_is_named(communes, levels):
    communes.loc[communes["code"] == "35238", "population"] = pd.NA
    assert "population absente\u00a0: 35238" in check.sums(communes, levels).detail


@pytest.mark.parametrize(("column", "value"), [("population", 1), ("population_millesime", "2022")])
def test_a_total_that_is_not_the_published_one_is_named(levels, totals, column, value):
    levels.loc[(levels["niveau"] == "region") & (levels["code"] == "53"), column] = value
    finding = check.published(levels, totals)
    assert not finding.ok
    assert "region:53" in finding.detail


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        ("successeurs", "99999", "mène hors"),
        ("motif", "", "sans motif"),
        ("resolu", False, "mal classé"),
        ("code", "35238", "est encore une commune"),
    ],
)
def test_a_former_code_that_leads_nowhere_without_saying_why_is_named(communes, old, column, value, said):
    old.loc[0, column] = value
    finding = check.former_codes(communes, old)
    assert not finding.ok
    assert said in finding.detail


@pytest.fixture
def shown():
    return Layer(DATA / layer_file(Niveau.COMMUNE, Scale.DETAIL)).area("35")


def test_an_overlap_is_seen(shown):
    assert check_contours.fit(shown, Scale.DETAIL).ok
    shown = shown | {"35238": shapely.buffer(shown["35238"], 0.001)}
    finding = check_contours.fit(shown, Scale.DETAIL)
    assert not finding.ok
    assert "recouvrement" in finding.detail


def test_a_hole_is_measured_and_placed(shown):
    finding = check_contours.fit({code: shape for code, shape in shown.items() if code != "35238"}, Scale.DETAIL)
    assert not finding.ok
    assert "trou de 50," in finding.detail
    assert "vers -1.6" in finding.detail


def test_a_missing_or_broken_contour_is_named(shown, communes):
    mine = communes[communes["departement"] == "35"]
    assert check_contours.complete(shown, mine, Scale.DETAIL).ok
    lacking = {code: shape for code, shape in shown.items() if code != "35238"}
    assert "35238" in check_contours.complete(lacking, mine, Scale.DETAIL).detail
    bow_tie = shapely.Polygon([(0, 0), (1, 1), (1, 0), (0, 1)])
    assert "35238" in check_contours.complete(shown | {"35238": bow_tie}, mine, Scale.DETAIL).detail


def test_a_wrong_area_is_named(shown, communes):
    assert check_contours.same_areas(shown, communes[communes["departement"] == "35"]).ok
    communes["area_km2"] *= 1.05
    assert "département 35" in check_contours.same_areas(shown, communes[communes["departement"] == "35"]).detail


@pytest.fixture
def copied(tmp_path):
    for folder in ("contours", "territoires"):
        shutil.copytree(DATA / folder, tmp_path / folder)
    return tmp_path


def test_a_level_that_is_not_the_union_of_its_communes_is_named(communes):
    above = {Niveau.DEPARTEMENT: dict(Layer(DATA / layer_file(Niveau.DEPARTEMENT, Scale.OVERVIEW)).area("FR"))}
    shown = Layer(DATA / layer_file(Niveau.COMMUNE, Scale.OVERVIEW)).everything()
    assert check_contours.nested(above, shown, communes, Scale.OVERVIEW).ok
    above[Niveau.DEPARTEMENT]["35"] = shapely.buffer(above[Niveau.DEPARTEMENT]["35"], 0.001)
    finding = check_contours.nested(above, shown, communes, Scale.OVERVIEW)
    assert not finding.ok
    assert "departement:35" in finding.detail
    assert "sommets étrangers" in finding.detail


@pytest.mark.parametrize(
    "name", ["territoires/communes.parquet", "territoires/totaux_publies.csv", layer_file(Niveau.EPCI, Scale.DETAIL)]
)
def test_a_missing_file_is_named_with_its_remedy(copied, name):
    (copied / name).unlink()
    with pytest.raises(SourceError, match=r"introuvable.*python -m ess_map build") as caught:
        check.run(copied)
    assert name in str(caught.value)


def test_a_table_without_a_column_is_refused(copied, communes):
    table = pa.Table.from_pandas(communes.drop(columns=["zrr", "epci"]), preserve_index=False)
    pq.write_table(table, copied / "territoires" / "communes.parquet")
    with pytest.raises(SchemaError) as caught:
        check.run(copied)
    assert "« zrr »" in str(caught.value).replace("\u00a0", " ")
    assert "« epci »" in str(caught.value).replace("\u00a0", " ")
