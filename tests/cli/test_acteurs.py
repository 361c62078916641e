"""`acteurs`: the shapes of the contract, the filters of addresses, files equal to the list, refusals."""

import csv
import io
import json

import geopandas as gpd
import openpyxl
import pytest

from ess_map.actors import selection
from ess_map.actors.register import Register
from ess_map.cli.parser import FACETS
from ess_map.exports.cells import restore
from ess_map.exports.columns import COLUMNS
from ess_map.exports.formats import FORMATS
from ess_map.territories.atlas import Atlas
from tests.exports.hostile import HOSTILE

ISSUE_REFS = ["commune:35238", "epci:243500139", "departement:2A", "region:04", "compose:33514,33240"]


@pytest.fixture
def atlas(data):
    return Atlas.load(data)


@pytest.fixture
def register(data, atlas):
    return Register.load(data, atlas)


def actors(run, *words):
    outcome = run("acteurs", *words, "--json")
    assert outcome.code == 0, outcome.err
    return outcome.document


@pytest.mark.parametrize("ref", ISSUE_REFS)
def test_a_territory_lists_the_actors_of_its_communes(run, atlas, ref):
    found = actors(run, "--territoire", ref)
    assert found["territoire"] == str(atlas.parse(ref))
    assert found["total"] >= len(found["acteurs"]) > 0
    assert {actor["code_commune"] for actor in found["acteurs"]} <= {*atlas.members(ref), ""}
    for actor in found["acteurs"]:
        assert tuple(actor) == COLUMNS
        assert all(isinstance(value, str) for name, value in actor.items() if name not in {"longitude", "latitude"})


def test_communes_of_a_composed_territory_add_up(run):
    alone = [actors(run, "--territoire", f"commune:{code}")["total"] for code in ("33514", "33240")]
    assert actors(run, "--territoire", "compose:33514,33240")["total"] == sum(alone)


@pytest.mark.parametrize("limit", [0, 1, 7])
def test_the_limit_bounds_the_list_and_not_the_total(run, limit):
    found = actors(run, "--territoire", "region:53", "--limite", str(limit))
    assert len(found["acteurs"]) == limit
    assert found["total"] > 7


def test_the_list_stops_at_100_by_default(run):
    assert len(actors(run, "--territoire", "france:FR")["acteurs"]) == 100


def test_a_filter_keeps_what_it_names(run):
    found = actors(run, "--territoire", "region:53", "--famille", "association", "--theme", "ECO,SOC", "--limite", "1000")
    assert found["filtres"] == {"famille": "association", "theme": "ECO,SOC"}
    assert {actor["famille"] for actor in found["acteurs"]} == {"association"}
    assert all({"ECO", "SOC"} & set(actor["themes"].split("|")) for actor in found["acteurs"])


def test_an_option_given_twice_adds_values(run):
    once = actors(run, "--territoire", "region:53", "--theme", "ECO,SOC")
    assert actors(run, "--territoire", "region:53", "--theme", "ECO", "--theme", "SOC") == once


def test_a_filter_that_does_not_exist_is_ignored_and_said(run):
    outcome = run("acteurs", "--territoire", "region:53", "--famille", "syndicat", "--json")
    assert outcome.code == 0
    assert outcome.document["filtres"] == {}
    assert "syndicat" in outcome.err
    assert any("syndicat" in notice for notice in outcome.document["avertissements"])


def test_a_drawn_zone_and_a_text_narrow_the_list(run):
    everything = actors(run, "--territoire", "region:53")["total"]
    assert 0 < actors(run, "--territoire", "region:53", "--zone", "cercle:-1.68,48.11,5000")["total"] < everything
    assert 0 < actors(run, "--territoire", "region:53", "--q", "insertion")["total"] < everything


def test_the_complementary_register_comes_only_when_asked(run, register):
    alone = actors(run, "--territoire", "france:FR", "--limite", "0")["total"]
    both = actors(run, "--territoire", "france:FR", "--limite", "0", "--complement")["total"]
    assert (alone, both) == ((register.frame["registre"] == "principal").sum(), len(register))


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_search_gets_an_answer(run, text):
    assert actors(run, "--territoire", "region:53", f"--q={text}")["total"] >= 0


@pytest.mark.parametrize("ref", ["commune:99999", "quartier:1", "", "commune", "epci:", "compose:", "commune:35238,35001"])
def test_a_territory_that_does_not_exist_is_refused(run, ref):
    outcome = run("acteurs", "--territoire", ref, "--json")
    assert outcome.code == 2
    assert outcome.err.startswith("Territoire inconnu")
    assert outcome.document["erreur"]


def test_an_old_code_answers_for_the_commune_in_force_and_says_so(run):
    found = actors(run, "--territoire", "commune:75101", "--limite", "0")
    assert found["territoire"] == "commune:75056"
    assert any("Paris" in notice for notice in found["avertissements"])


def exported(path):
    """Read back identifiers and names from a file of any format."""
    data = path.read_bytes()
    if path.suffix == ".csv":
        rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
        return [(restore(row["identifiant"]), restore(row["nom"])) for row in rows]
    if path.suffix == ".xlsx":
        sheet = openpyxl.load_workbook(io.BytesIO(data), read_only=True)["Acteurs"]
        return [(row[0], row[2]) for row in sheet.iter_rows(min_row=2, values_only=True)]
    if path.suffix == ".geojson":
        return [(f["properties"]["identifiant"], f["properties"]["nom"]) for f in json.loads(data)["features"]]
    return list(gpd.read_file(path)[["identifiant", "nom"]].itertuples(index=False, name=None))


@pytest.mark.parametrize("extension", FORMATS)
def test_the_file_has_exactly_the_actors_of_the_list_in_its_order(run, tmp_path, extension):
    path = tmp_path / f"liste.{extension}"
    found = actors(run, "--territoire", "region:53", "--theme", "ECO,NUM", "--limite", "100000", "--export", str(path))
    assert exported(path) == [(actor["identifiant"], actor["nom"]) for actor in found["acteurs"]]
    assert len(found["acteurs"]) == found["total"] > 0
    assert found["export"][0] == str(path)
    beside = {"liste_sources-et-limites.txt"} if extension == "csv" else set()
    assert {file.name for file in tmp_path.iterdir()} == {path.name, *beside}


def test_the_limit_does_not_cut_the_file(run, tmp_path):
    path = tmp_path / "liste.csv"
    found = actors(run, "--territoire", "region:53", "--limite", "1", "--export", str(path))
    assert len(exported(path)) == found["total"] > 1


def test_a_csv_leaves_with_its_sources_and_limits(run, tmp_path):
    actors(run, "--territoire", "commune:35238", "--famille", "association", "--export", str(tmp_path / "rennes.csv"))
    page = (tmp_path / "rennes_sources-et-limites.txt").read_text(encoding="utf-8")
    for expected in (
        "Rennes (commune:35238)",
        "Famille\u00a0: Association",
        "Registre partiel",
        "/carte?territoire=commune:35238",
        "Licence\u00a0:",
    ):
        assert expected in page


def test_an_empty_list_is_a_file_with_a_header(run, tmp_path):
    path = tmp_path / "vide.csv"
    found = actors(run, "--territoire", "region:53", "--q", "zzzzqqqq", "--export", str(path))
    assert (found["total"], exported(path)) == (0, [])


def test_an_export_says_the_count_and_the_file_and_the_list_only_when_asked(run, tmp_path):
    path = tmp_path / "rennes.xlsx"
    asked = ("acteurs", "--territoire", "commune:35238", "--export", str(path))
    head, written = run(*asked).out.splitlines()
    assert "acteurs recensés" in head
    assert written == f"Écrit\u00a0: {path}"
    assert len(run(*asked, "--limite", "3").out.splitlines()) == 1 + 3 + 1 + 1
    assert len(run(*asked, "--json").document["acteurs"]) > 3


def test_an_export_replaces_the_file_that_was_there(run, tmp_path):
    path = tmp_path / "liste.geojson"
    path.write_text("ancien")
    actors(run, "--territoire", "commune:35238", "--export", str(path))
    assert json.loads(path.read_text(encoding="utf-8"))["type"] == "FeatureCollection"


@pytest.mark.parametrize(
    ("name", "said"), [("liste.pdf", "Format de fichier inconnu"), ("absent/liste.csv", "Impossible d’écrire")]
)
def test_a_file_that_cannot_be_written_is_refused(run, tmp_path, name, said):
    outcome = run("acteurs", "--territoire", "commune:35238", "--export", str(tmp_path / name))
    assert outcome.code == 2
    assert said in outcome.err
    assert list(tmp_path.iterdir()) == []


def test_people_read_a_count_and_one_line_an_actor(run):
    lines = run("acteurs", "--territoire", "region:53", "--limite", "3").out.splitlines()
    assert lines[0].endswith("acteurs recensés, Bretagne (region:53)")
    assert len(lines) == 5
    assert lines[4].startswith("… et ")


def test_facets_of_the_command_line_are_those_of_addresses():
    assert list(FACETS) == list(selection.FACETS)
