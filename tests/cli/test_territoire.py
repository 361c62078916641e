"""`territoire Q` on the real territories: the shapes of the contract, old codes, refusals."""

import pytest

from tests.exports.hostile import HOSTILE

FIELDS = {"territoire", "niveau", "code", "nom", "departement", "population", "pourquoi"}


def first(outcome):
    assert outcome.code == 0
    return outcome.document["resultats"][0]


def test_rennes_has_the_shape_of_the_contract(run):
    rennes = first(run("territoire", "Rennes", "--json"))
    assert rennes.keys() >= FIELDS
    assert {name: rennes[name] for name in ("territoire", "niveau", "code", "nom", "departement")} == {
        "territoire": "commune:35238",
        "niveau": "commune",
        "code": "35238",
        "nom": "Rennes",
        "departement": "35",
    }
    assert rennes["population"] == 230_890
    assert rennes["pourquoi"]


@pytest.mark.parametrize(
    ("asked", "ref"),
    [
        ("commune:35238", "commune:35238"),
        ("epci:243500139", "epci:243500139"),
        ("departement:2A", "departement:2A"),
        ("departement:2a", "departement:2A"),
        ("region:04", "region:04"),
        ("compose:33514,33240", "compose:33240,33514"),
        ("france:FR", "france:FR"),
        ("35238", "commune:35238"),
        ("243500139", "epci:243500139"),
        ("Région Bretagne", "region:53"),
    ],
)
def test_a_reference_or_a_code_finds_its_territory_first(run, asked, ref):
    assert first(run("territoire", asked, "--json"))["territoire"] == ref


@pytest.mark.parametrize("asked", ["75101", "commune:75101", "69381", "13201"])
def test_an_arrondissement_answers_with_its_commune_and_says_so(run, asked):
    found = first(run("territoire", asked, "--json"))
    assert found["territoire"] in {"commune:75056", "commune:69123", "commune:13055"}
    assert "rrondissement" in found["pourquoi"]


def test_an_old_name_answers_with_the_commune_in_force_and_says_why(run):
    found = first(run("territoire", "Rignat", "--json"))
    assert found["nom"] == "Bohas-Meyriat-Rignat"
    assert "fusionné" in found["pourquoi"]


def test_words_need_no_quotes(run):
    assert first(run("territoire", "Saint", "Denis", "--json"))["nom"] == "Saint-Denis"


def test_a_level_narrows_the_search(run):
    found = run("territoire", "Rennes", "--niveau", "epci", "--json").document["resultats"]
    assert found[0]["territoire"] == "epci:243500139"
    assert {hit["niveau"] for hit in found} == {"epci"}


@pytest.mark.parametrize("limit", [0, 1, 3])
def test_the_limit_is_kept(run, limit):
    assert len(run("territoire", "Saint", "--limite", str(limit), "--json").document["resultats"]) == limit


def test_nothing_found_is_an_empty_list_and_a_sentence(run):
    outcome = run("territoire", "zzzzqqqq", "--json")
    assert outcome.code == 0
    assert outcome.document == {"resultats": []}
    assert "Aucun territoire" in outcome.err


@pytest.mark.parametrize(
    "asked", ["commune:99999", "epci:12", "departement:99", "commune:", "compose:99998,99999", "region:Bretagne"]
)
def test_a_reference_that_names_nothing_is_refused(run, asked):
    outcome = run("territoire", asked, "--json")
    assert outcome.code == 2
    assert outcome.err.startswith("Territoire inconnu")
    assert "erreur" in outcome.document


def test_a_code_that_does_not_exist_leaves_the_others_of_a_composed_territory(run):
    outcome = run("territoire", "compose:35238,99999", "--json")
    assert outcome.code == 0
    assert first(outcome)["territoire"] == "compose:35238"
    assert "communes inconnues\u00a0: 99999" in outcome.err


@pytest.mark.parametrize("asked", [name for name in HOSTILE if not name.startswith(("+", "-"))])
def test_a_hostile_question_gets_an_answer(run, asked):
    outcome = run("territoire", asked, "--json")
    assert outcome.code == 0
    assert isinstance(outcome.document["resultats"], list)


def test_people_read_one_line_a_territory(run):
    outcome = run("territoire", "Rennes", "--limite", "2")
    assert outcome.out.startswith("commune:35238  Rennes (35), Commune, 230\u202f890 habitants")
    assert outcome.out.count("\n") == 2
