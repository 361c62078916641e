"""The command `comparables`: its document, its lines, and what it refuses."""

import pytest


def test_the_document_has_the_shape_that_scripts_rely_on(run):
    outcome = run("comparables", "--territoire", "epci:243500139", "--nombre", "4", "--json")
    assert outcome.code == 0
    assert outcome.document["territoire"] == "epci:243500139"
    assert len(outcome.document["comparables"]) == 4
    near = outcome.document["comparables"][0]
    assert near["territoire"].startswith("epci:")
    assert near["nom"]
    assert near["distance"] > 0
    assert near["raisons"]


def test_people_read_the_same(run):
    outcome = run("comparables", "--territoire", "commune:35238", "--nombre", "2", "--poids", "revenu=1;age=1,0")
    lines = outcome.out.splitlines()
    assert lines[0] == "2 territoires comparables à Rennes (commune:35238), parmi 34\u202f745 candidats"
    assert lines[1] == "Dijon (commune:21231), écart 0,22"
    assert lines[2] == "    = Population proche\u00a0: 230\u202f890 et 161\u202f830 habitants"


def test_a_former_code_and_widened_candidates_are_said(run):
    assert "Oullins-Pierre-Bénite" in run("comparables", "--territoire", "commune:69152").err
    wide = run("comparables", "--territoire", "region:04", "--json", "--poids", "evolution=0")
    assert "toute la France" in wide.err
    assert "toute la France" in wide.document["avertissements"][0]
    assert "evolution" not in [variable["id"] for variable in wide.document["variables"]]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("france:FR",), "n’a pas de territoire comparable"),
        (("commune:35238", "--poids", "bonheur=1"), "Poids inconnu"),
        (("commune:35238", "--poids", "population"), "Poids illisible"),
        (("commune:35238", "--poids", "population=-1"), "positif ou nul"),
        (("commune:35238", "--nombre", "0"), "entre 1 et 100"),
    ],
)
def test_what_cannot_be_answered_is_refused_in_french(run, words, said):
    outcome = run("comparables", "--territoire", *words, "--json")
    assert outcome.code == 2
    assert said in outcome.document["erreur"]
