"""The command `cas`: its document, its lines, what it refuses, and its silence."""

import pytest

MEDOC = "compose:33514,33240,33208,33493"


def test_the_document_has_the_shape_that_scripts_rely_on(run):
    outcome = run("cas", "--territoire", "epci:243500139", "--besoin", "MOB", "--json")
    assert outcome.code == 0
    document = outcome.document
    assert document["abstention"] is None
    assert document["territoire"] == "epci:243500139"
    assert document["reference"] == "departement:35"
    first = document["cas"][0]
    assert first["id"] == "C18"
    assert 0 < first["score"] <= 1
    assert set(first["criteres"]["besoin"]) == {"libelle", "poids", "part"}
    assert first["pourquoi"].endswith(".")
    assert isinstance(first["differences"], list)
    assert {"id", "titre", "peut_agir", "phrase"} == set(first["leviers"][0])
    assert first["porteurs"]["total"] >= len(first["porteurs"]["acteurs"]) > 0
    assert first["sources"] == ["001/F11"]
    assert {scheme["id"] for scheme in document["dispositifs"]} == {"D04", "D05", "D06"}


def test_it_abstains_for_housing_and_that_is_an_answer(run):
    outcome = run("cas", "--territoire", "epci:243500139", "--besoin", "LOG", "--json")
    assert outcome.code == 0
    assert outcome.document["cas"] == []
    assert outcome.document["abstention"].startswith("Aucun cas du corpus ne répond à ce besoin")
    assert outcome.document["leviers"]
    assert outcome.document["dispositifs"]


def test_a_composed_territory_is_matched_on_its_measured_gaps(run):
    outcome = run("cas", "--territoire", MEDOC, "--nom", "Médoc", "--json")
    assert outcome.code == 0
    assert outcome.document["nom"] == "Médoc"
    assert any(need["ecarts"] for need in outcome.document["besoins"])
    assert all(case["pourquoi"].startswith("Écart mesuré") for case in outcome.document["cas"])


def test_people_read_the_same(run):
    lines = run("cas", "--territoire", "epci:243500139", "--besoin", "mob", "--limite", "1").out.splitlines()
    assert lines[0] == "Rennes Métropole (epci:243500139)"
    assert "6 cas, du plus proche au moins proche" in lines
    assert any(line.startswith("C18  Solidarauto49 — ") for line in lines)
    assert any(line.startswith("  Pourquoi\u00a0: ") for line in lines)
    assert "Dispositifs nationaux ou sans lieu" in lines
    assert not any(line.startswith("C20") for line in lines)


def test_a_case_already_at_work_here_is_told_apart(run):
    outcome = run("cas", "--territoire", "commune:93055", "--besoin", "ANI")
    assert "Déjà à l’œuvre ici\u00a0: Club’ESS pantinois" in outcome.out


def test_words_and_lever_narrow_the_answer(run):
    words = run("cas", "--territoire", "commune:66136", "--besoin", "MOB", "--mots", "réparer son vélo", "--json")
    assert words.document["cas"][0]["id"] == "C21"
    assert "mots" in words.document["cas"][0]["criteres"]
    lever = run("cas", "--territoire", "epci:245804406", "--levier", "m11.2", "--json")
    assert [case["id"] for case in lever.document["cas"]] == ["C18"]


def test_another_reference_measures_other_gaps(run):
    outcome = run("cas", "--territoire", "commune:35238", "--reference", "france:FR", "--json")
    assert outcome.document["reference"] == "france:FR"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("commune:99999",), "Territoire inconnu"),
        (("commune:35238", "--besoin", "VELO"), "n’existe pas"),
        (("commune:35238", "--levier", "Z9"), "Levier inconnu"),
        (("commune:35238", "--reference", "lune:1"), "Territoire inconnu"),
        (("commune:35238", "--limite", "beaucoup"), "nombre entier"),
    ],
)
def test_what_cannot_be_answered_is_refused_in_french(run, words, said):
    outcome = run("cas", "--territoire", *words, "--json")
    assert outcome.code == 2
    assert said in outcome.document["erreur"]
