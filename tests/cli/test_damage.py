"""A damaged or missing file of `data/` is named in a French sentence; nothing ever shows a traceback."""

import json

import pytest

from ess_map.cli import acteurs, check

DAMAGES = {
    "missing": lambda _: None,
    "empty": lambda _: b"",
    "garbage": lambda _: b"\x00\xff garbage",
    "cut": lambda raw: raw[: len(raw) // 2],
}
READERS = {
    "territoires/communes.parquet": [("territoire", "Rennes"), ("acteurs", "--territoire", "commune:35238")],
    "territoires/territoires.parquet": [("territoire", "Rennes"), ("acteurs", "--territoire", "commune:35238")],
    "territoires/anciens_codes.parquet": [("territoire", "Rennes")],
    "acteurs/registre.parquet": [("acteurs", "--territoire", "commune:35238")],
    "sources.toml": [("sources",)],
}
CASES = [(name, words) for name, commands in READERS.items() for words in commands]


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize(("name", "words"), CASES, ids=[f"{name}-{words[0]}" for name, words in CASES])
def test_a_damaged_file_is_a_refusal_that_names_it(run_with_data, broken, data, name, words, damage):
    folder = broken({name: DAMAGES[damage]((data / name).read_bytes())})
    outcome = run_with_data(folder, *words, "--json")
    assert outcome.code == 2
    assert name.rpartition("/")[2] in outcome.err
    assert outcome.document == {"erreur": outcome.err.strip("\n")}


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("name", READERS)
def test_the_hashes_name_a_damaged_file_and_how_to_mend_it(broken, data, name, damage):
    findings = check.hashes(broken({name: DAMAGES[damage]((data / name).read_bytes())}))
    (finding,) = [finding for finding in findings if f"data/{name} " in finding.detail]
    assert not finding.ok
    assert finding.remede


def test_check_goes_on_after_a_damaged_file(run_with_data, broken):
    outcome = run_with_data(broken({"territoires/communes.parquet": b"garbage"}), "check", "--json")
    assert outcome.code == 2
    assert outcome.document["ok"] is False
    wrong = {finding["quoi"] for finding in outcome.document["constats"] if not finding["ok"]}
    assert wrong == {"Empreintes", "Territoires", "Acteurs", "Cas et leviers"}
    assert {finding["quoi"] for finding in outcome.document["constats"] if finding["ok"]} == {"Réglages", "Sources"}
    assert all(finding["remede"] for finding in outcome.document["constats"] if not finding["ok"])


def test_check_finds_the_shipped_data_in_order(run):
    outcome = run("check", "--json")
    assert outcome.code == 0, outcome.out
    assert outcome.document["ok"] is True
    assert all(finding["ok"] for finding in outcome.document["constats"])


def test_check_speaks_to_people(run_with_data, tmp_path):
    outcome = run_with_data(tmp_path, "check")
    assert outcome.code == 2
    assert "FAUX  Empreintes\u00a0: data/manifeste.toml est introuvable → " in outcome.out
    assert outcome.out.splitlines()[-1] == "5 points à corriger."


@pytest.mark.parametrize(
    "words", [("territoire", "Rennes"), ("acteurs", "--territoire", "commune:35238"), ("sources",), ("check",)]
)
def test_a_data_folder_that_does_not_exist_is_a_refusal(run_with_data, tmp_path, words):
    outcome = run_with_data(tmp_path / "nulle-part", *words)
    assert outcome.code == 2
    assert outcome.out + outcome.err
    assert "Traceback" not in outcome.err


FAULTS = {
    "C18-solidarauto49": ("porteur: Solidarauto49\n", "", "porteur"),
    "C20-citiz-lille-arras": ("forme_juridique: scic", "forme_juridiqe: scic", "forme_juridiqe"),
    "C17-dromolib": ("commune:26108", "commune:99999", "deduit.territoires.2.ref"),
    "C31-label-engage-a-lyon": ("{annee: 2010,", "{annee: 2999,", "dates.1.annee"),
}
"""A field that is missing, one that does not exist, an unknown commune, a date in the future: card -> what was, what is, the field."""


def test_check_names_the_file_the_line_and_the_field_of_every_faulty_card(run_with_data, broken, data):
    texts = {name: (data / f"cas/{name}.yaml").read_text(encoding="utf-8") for name in FAULTS}
    damaged = {name: texts[name].replace(*FAULTS[name][:2], 1) for name in FAULTS}
    assert not {name for name in FAULTS if damaged[name] == texts[name]}
    outcome = run_with_data(broken({f"cas/{name}.yaml": text.encode() for name, text in damaged.items()}), "check", "--json")
    assert outcome.code == 2
    refused = [finding for finding in outcome.document["constats"] if finding["quoi"] == "Fiche refusée"]
    assert all(finding["remede"] for finding in refused)
    for name, (_, after, field) in FAULTS.items():
        # What is missing has no line of its own: the line is that of the card.
        line = damaged[name][: damaged[name].index(after)].count("\n") + 1 if after else 1
        begun = f"data/cas/{name}.yaml, ligne {line}, champ «\u00a0{field}\u00a0»\u00a0: "
        assert any(finding["detail"].startswith(begun) for finding in refused), (begun, [f["detail"] for f in refused])


def test_the_other_cards_still_answer_when_one_is_faulty(run_with_data, broken):
    folder = broken({"cas/C18-solidarauto49.yaml": b"id: C18\n"})
    outcome = run_with_data(folder, "cas", "--territoire", "epci:243500139", "--besoin", "MOB", "--limite", "10", "--json")
    assert outcome.code == 0
    assert [case["id"] for case in outcome.document["cas"]] == ["C20", "C19", "C21", "C17", "C16"]
    assert "data/cas/C18-solidarauto49.yaml, ligne 1" in outcome.err


def test_a_setting_that_cannot_be_used_is_a_refusal(shell):
    outcome = shell("sources", "--json", ESS_MAP_REPORT_TO="javascript:alert(1)")
    assert outcome.code == 2
    assert "ESS_MAP_REPORT_TO" in outcome.err
    assert json.loads(outcome.out)["erreur"]


def test_a_defect_of_the_program_is_a_sentence_and_not_a_traceback(run, monkeypatch):
    def fall(_):
        raise ZeroDivisionError

    monkeypatch.setattr(acteurs, "run", fall)
    outcome = run("acteurs", "--territoire", "commune:35238")
    assert outcome.code == 1
    assert "Une erreur imprévue est survenue (ZeroDivisionError)" in outcome.err
    assert "Traceback" not in outcome.err


def test_details_of_a_defect_are_for_who_asks(run, monkeypatch):
    def fall(_):
        raise ZeroDivisionError

    monkeypatch.setattr(acteurs, "run", fall)
    monkeypatch.setenv("ESS_MAP_DEBUG", "1")
    assert "Traceback" in run("acteurs", "--territoire", "commune:35238").err
