"""The command `indicateurs`: its document, its lines, and what it refuses."""

import pytest


def by_id(outcome):
    return {value["id"]: value for value in outcome.document["indicateurs"]}


def test_the_document_has_the_shape_that_scripts_rely_on(run):
    outcome = run("indicateurs", "--territoire", "epci:243500139", "--json")
    assert outcome.code == 0
    assert (outcome.document["territoire"], outcome.document["reference"]) == ("epci:243500139", "departement:35")
    found = by_id(outcome)
    for value in found.values():
        assert {
            "id", "libelle", "valeur", "unite", "valeur_reference", "ecart", "rang", "comparables", "source", "millesime", "fiabilite",
            "secret", "phrase",
        } <= value.keys()  # fmt: skip
    jobless = found["chomage"]
    assert (round(jobless["valeur"], 1), round(jobless["valeur_reference"], 1), jobless["millesime"]) == (11.2, 9.3, "2021")
    assert jobless["ecart"] == pytest.approx(jobless["valeur"] - jobless["valeur_reference"], abs=1e-5)
    assert jobless["comparables"]["nombre"] == 9
    assert found["part_emploi_ess.total"]["valeur"] is None
    assert found["part_emploi_ess.total"]["motif"] == "Table officielle non importée."
    assert all(gap["prudence"] and gap["source"] and gap["millesime"] for gap in outcome.document["ecarts"])


def test_references_are_those_asked(run):
    outcome = run(
        "indicateurs", "--territoire", "commune:35238", "--reference", "comparables", "--reference", "region:53", "--json"
    )
    assert (outcome.document["reference"], outcome.document["references"]) == ("comparables", ["region:53"])
    assert [ref["territoire"] for ref in by_id(outcome)["chomage"]["references"]] == ["comparables", "region:53"]


def test_people_read_chapters_with_sources_and_years(run):
    outcome = run("indicateurs", "--territoire", "departement:35", "--comparables", "0")
    text = outcome.out.replace("\u202f", " ").replace("\u00a0", " ")
    assert text.splitlines()[0] == "Ille-et-Vilaine"
    assert "Ce que pèse l’économie sociale et solidaire" in text
    assert "en 2014, l’économie sociale et solidaire pesait 12,4 %" in text
    assert "[Insee, 2014, fiabilité faible]" in text


def test_a_former_code_is_said_and_a_composed_territory_may_have_a_name(run):
    assert "Bohas-Meyriat-Rignat" in run("indicateurs", "--territoire", "commune:01324", "--comparables", "0").err
    named = run("indicateurs", "--territoire", "compose:35238,35051", "--nom", "Mon pays", "--json", "--comparables", "0")
    assert named.document["nom"] == "Mon pays"


def test_an_official_table_is_read_masked_and_used(run, tmp_path):
    path = tmp_path / "flores.csv"
    rows = [
        "niveau;code;millesime;champ;effectif;etablissements",
        "departement;35;2021;ess;3200;400",
        "departement;35;2021;total;10000;4000",
        "departement;22;2021;ess;50;2",
        "departement;99;2021;ess;1;1",
    ]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    outcome = run("indicateurs", "--territoire", "departement:35", "--comparables", "0", "--table", str(path), "--json")
    assert by_id(outcome)["part_emploi_ess.total"]["valeur"] == 32
    assert "4 lignes lues, 3 acceptées, 1 masquées" in outcome.err
    assert "Ligne 5 refusée" in outcome.err
    hidden = by_id(run("indicateurs", "--territoire", "departement:22", "--comparables", "0", "--table", str(path), "--json"))
    assert hidden["effectif_ess"]["secret"] is True
    assert hidden["effectif_ess"]["valeur"] is None


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("commune:00000",), "Territoire inconnu"),
        (("commune:35238", "--reference", "epci:1"), "Territoire inconnu"),
        (("commune:35238", "--comparables", "1000"), "compris entre 1 et 100"),
        (("commune:35238", "--poids", "bonheur=1"), "Poids inconnu"),
        (("commune:35238", "--distance", "12"), "n’existe pas"),
        (("commune:35238", "--table", "absente.csv"), "introuvable"),
    ],
)
def test_what_cannot_be_answered_is_refused_in_french(run, words, said):
    outcome = run("indicateurs", "--territoire", *words)
    assert outcome.code == 2
    assert said in outcome.err.replace("\u00a0", " ")
    assert "Traceback" not in outcome.err
