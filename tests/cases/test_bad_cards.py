"""A faulty card is named with its file, its line and its field, and the others still load."""

import re
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ess_map.cases.cards import read_folder
from ess_map.cases.lever import Lever
from ess_map.cases.library import load_library
from ess_map.cases.model import Case
from ess_map.errors import SourceError
from tests.cases.conftest import DATA, TODAY

CARDS = {
    path: (model, path.read_text(encoding="utf-8"))
    for folder, model in (("cas", Case), ("leviers", Lever))
    for path in sorted((DATA / folder).glob("*.yaml"))
}
REQUIRED = {model: sorted(name for name, field in model.model_fields.items() if field.is_required()) for model in (Case, Lever)}
TOP = re.compile(r"^([a-z_]+):", re.MULTILINE)

cards = st.sampled_from(list(CARDS))
# Each example writes one small file over the former one.
over_one_file = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


def problems_of(folder, path, text):
    """Read one card alone, under its own name."""
    model, _ = CARDS[path]
    place = folder / "une"
    place.mkdir(exist_ok=True)
    for former in place.iterdir():
        former.unlink()
    (place / path.name).write_text(text, encoding="utf-8")
    return read_folder(folder, "une", model, TODAY)


def without(text, field):
    """Take a field and all its lines out of a card."""
    return re.sub(rf"^{field}:.*\n(?:[ #-].*\n|\n)*", "", text, count=1, flags=re.MULTILINE)


def line_of(text, words):
    return text[: text.index(words)].count("\n") + 1


@over_one_file
@given(path=cards)
def test_a_sound_card_has_no_problem(tmp_path, path):
    read, problems = problems_of(tmp_path, path, CARDS[path][1])
    assert (len(read), problems) == (1, [])


@over_one_file
@given(path=cards, data=st.data())
def test_a_missing_field_is_named(tmp_path, path, data):
    model, text = CARDS[path]
    field = data.draw(st.sampled_from(REQUIRED[model]))
    read, (problem,) = problems_of(tmp_path, path, without(text, field))
    assert read == []
    assert (problem.fichier, problem.ligne, problem.champ) == (f"data/une/{path.name}", 1, field)
    assert "obligatoire" in problem.phrase


@over_one_file
@given(path=cards, field=st.from_regex(r"[a-z]{3,12}_x", fullmatch=True), data=st.data())
def test_an_unknown_field_is_named_with_its_line(tmp_path, path, field, data):
    _, text = CARDS[path]
    starts = [found.start() for found in TOP.finditer(text)]
    where = data.draw(st.sampled_from(starts))
    damaged = f"{text[:where]}{field}: valeur\n{text[where:]}"
    read, (problem,) = problems_of(tmp_path, path, damaged)
    assert read == []
    assert (problem.champ, problem.ligne) == (field, line_of(damaged, f"{field}: valeur"))
    assert "n’existe pas" in problem.phrase


@over_one_file
@given(path=cards, data=st.data())
def test_a_blank_is_refused_where_something_must_be_said(tmp_path, path, data):
    model, text = CARDS[path]
    field = data.draw(st.sampled_from(REQUIRED[model]))
    line = text[: re.search(rf"^{field}:", text, re.MULTILINE).start()].count("\n") + 1
    damaged = re.sub(rf"^{field}:.*\n(?:[ #-].*\n|\n)*", f"{field}:\n", text, count=1, flags=re.MULTILINE)
    read, problems = problems_of(tmp_path, path, damaged)
    assert read == []
    assert [(problem.champ, problem.ligne) for problem in problems] == [(field, line)]


@over_one_file
@given(path=cards, theme=st.from_regex(r"[A-Z]{3}X", fullmatch=True))
def test_a_theme_out_of_the_list_is_named_with_its_line(tmp_path, path, theme):
    _, text = CARDS[path]
    damaged = re.sub(r"^themes: \[.*\]$", f"themes: [{theme}]", text, count=1, flags=re.MULTILINE)
    read, (problem,) = problems_of(tmp_path, path, damaged)
    assert read == []
    assert (problem.champ, problem.ligne) == ("themes.1", line_of(damaged, f"themes: [{theme}]"))
    assert theme in problem.phrase
    assert "MOB" in problem.phrase


@over_one_file
@given(
    path=cards,
    cut=st.integers(0, 10_000),
    junk=st.sampled_from(["\x00", "\t", "{", "[", "&a", "*a", "!!x", "'", '"', "- : -", "\u2028"]),
)
def test_whatever_damage_never_stops_the_reading(tmp_path, path, cut, junk):
    _, text = CARDS[path]
    where = cut % len(text)
    read, problems = problems_of(tmp_path, path, text[:where] + junk + text[where:])
    assert len(read) <= 1
    assert bool(read) != bool(problems)
    assert all(problem.ligne >= 1 and problem.phrase.endswith((".", "?")) for problem in problems)


def damaged(copied, name, old, new):
    path = copied / name
    text = path.read_text(encoding="utf-8")
    assert text.count(old) >= 1
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return line_of(path.read_text(encoding="utf-8"), new.split("\n", maxsplit=1)[0])


@pytest.mark.parametrize(
    ("name", "old", "new", "champ", "words"),
    [
        ("cas/C18-solidarauto49.yaml", "commune:49353", "commune:99999", "deduit.territoires.2.ref", "99999"),
        ("cas/C18-solidarauto49.yaml", "commune:49353", "hameau:49353", "deduit.territoires.2.ref", "hameau"),
        ("cas/C18-solidarauto49.yaml", "epci:244900015", "epci:1", "deduit.territoires.1.ref", "n’existe pas"),
        ("cas/C02-club-ess-pantin.yaml", "annee: 2022\ndates:", "annee: 2031\ndates:", "annee", "futur"),
        ("cas/C02-club-ess-pantin.yaml", "annee: 2022, quoi", "annee: 2031, quoi", "dates.1.annee", "futur"),
        ("cas/C02-club-ess-pantin.yaml", "annee: 2022, quoi", "annee: 2026, mois: 12, quoi", "dates.1.mois", "futur"),
        ("cas/C02-club-ess-pantin.yaml", "annee: 2022, quoi", "annee: 2022, mois: 13, quoi", "dates.1.mois", "au plus 12"),
        ("cas/C02-club-ess-pantin.yaml", "annee: 2022, quoi", "annee: 2022, jusqu_a: 2020, quoi", "dates.1.jusqu_a", "avant"),
        ("cas/C02-club-ess-pantin.yaml", "annee: 2022\n", "annee: 2021\n", "annee", "l’une des dates"),
        ("cas/C02-club-ess-pantin.yaml", "annee: 2022\n", "annee: vingt\n", "annee", "nombre entier"),
        ("cas/C02-club-ess-pantin.yaml", "annee: 2022\n", "annee: 202\n", "annee", "trop ancienne"),
        ("cas/C02-club-ess-pantin.yaml", "themes: [ANI]\nthemes", "themes: [MOB]\nthemes", "besoin.themes.1", "thèmes du cas"),
        (
            "cas/C02-club-ess-pantin.yaml",
            "unite: acteurs",
            "unites: acteurs",
            "chiffres.1.unites",
            "vouliez-vous écrire «\u00a0unite\u00a0»",
        ),
        ("cas/C02-club-ess-pantin.yaml", "valeur: 20", "valeur: vingt", "chiffres.1.valeur", "un nombre"),
        ("cas/C02-club-ess-pantin.yaml", "borne: environ", "borne: peut-être", "chiffres.1.borne", "environ"),
        ("cas/C02-club-ess-pantin.yaml", "source: 001/F19}", "source: 001/F99}", "chiffres.1.source", "001/F99"),
        ("cas/C02-club-ess-pantin.yaml", "sources: [001/F19]", "sources: [005]", "sources.1", "005"),
        ("cas/C02-club-ess-pantin.yaml", "sources: [001/F19]", "sources: [fiche 19]", "sources.1", "forme attendue"),
        ("cas/C02-club-ess-pantin.yaml", "sources: [001/F19]", "sources: 001/F19", "sources", "liste"),
        ("cas/C02-club-ess-pantin.yaml", "sources: [001/F19]", "sources: []", "sources", "au moins un"),
        ("cas/C02-club-ess-pantin.yaml", "sources: [001/F19]", "sources: [001/F19, 001/F19]", "sources", "deux fois"),
        (
            "cas/C02-club-ess-pantin.yaml",
            "forme_juridique: non précisé",
            "forme_juridique: SARL",
            "forme_juridique",
            "association",
        ),
        (
            "cas/C02-club-ess-pantin.yaml",
            "forme_juridique: non précisé",
            "forme_juridique: inconnu",
            "forme_juridique",
            "association",
        ),
        ("cas/C02-club-ess-pantin.yaml", "echelle: commune", "echelle: canton", "echelle", "epci"),
        ("cas/C02-club-ess-pantin.yaml", "genre: commune", "genre: nationale", "lieux.1.genre", "pnr"),
        ("cas/C02-club-ess-pantin.yaml", "lieu: Pantin", "lieu: Patin", "deduit.territoires.1.lieu", "Patin"),
        ("cas/C02-club-ess-pantin.yaml", "id: C02", "id: C03", "id", "C02"),
        ("cas/C02-club-ess-pantin.yaml", "id: C02", "id: X02", "id", "C18"),
        ("cas/C02-club-ess-pantin.yaml", "titre: Un", "titre: [Un", "", "syntaxe"),
        ("cas/C22-wikilleurbanne.yaml", "https://www", "http://www", "liens.1.url", "https"),
        ("cas/D03-commown.yaml", "lieux: []", "lieux: [{nom: Lyon, genre: commune, role: siege}]", "lieux", "dispositif"),
        ("leviers/M11.2.yaml", "competence: immobilier_entreprise", "competence: rien", "competence", "competences.yaml"),
        ("leviers/M11.2.yaml", "modes: [MAT, EMPL]", "modes: [MAT, RIEN]", "modes.2", "GOUV"),
        ("leviers/M11.2.yaml", "effort: non précisé", "effort: faible", "effort", "des champs"),
        ("leviers/P3.1.yaml", "axe: 3", "axe: 2", "axe", "autre axe"),
        ("leviers/P3.1.yaml", "axe: 3", "axe: 6", "axe", "1, 2, 3, 4, 5"),
        ("leviers/P3.1.yaml", "aussi_dans: [M11.2, M13.2, T2]", "aussi_dans: [P3.1]", "aussi_dans.1", "lui-même"),
        ("leviers/N3.yaml", "statut: oui", "statut: peut-être", "qui_peut_agir.commune.statut", "à préciser"),
        ("leviers/N3.yaml", "    source: 001/F3\n  epci", "    texte: loi_x\n  epci", "qui_peut_agir.commune.texte", "loi_x"),
    ],
)
def test_a_fault_is_named_and_the_other_cards_load(atlas, copied, library, name, old, new, champ, words):
    line = damaged(copied, name, old, new)
    found = load_library(copied, atlas, TODAY)
    kept = {*found.cases, *found.levers}
    identifier = name.split("/")[1].removesuffix(".yaml").split("-")[0]
    assert kept == {*library.cases, *library.levers} - {identifier}
    blocking = [problem for problem in found.problems if problem.bloquant]
    assert champ in {problem.champ for problem in blocking}
    problem = next(problem for problem in blocking if problem.champ == champ)
    assert problem.fichier == f"data/{name}"
    assert problem.ligne == line or (champ in {"", "qui_peut_agir.commune.texte"} and problem.ligne >= line)
    assert words in problem.phrase
    assert str(problem).startswith(f"data/{name}, ligne {problem.ligne}")


def test_a_link_to_a_refused_lever_is_dropped_and_told_while_the_case_stays(atlas, copied):
    damaged(copied, "leviers/M11.2.yaml", "titre: ", "titres: ")
    found = load_library(copied, atlas, TODAY)
    assert "M11.2" not in found.levers
    assert [lever.id for lever in found.levers_of("C18")] == ["P3.1"]
    (dropped,) = (problem for problem in found.problems if problem.fichier == "data/cas/C18-solidarauto49.yaml")
    assert (dropped.champ, dropped.bloquant) == ("leviers.1", False)
    assert "refusée" in dropped.phrase
    assert found.same_as("P3.1")


def test_a_link_to_nothing_is_dropped_and_told(atlas, copied):
    line = damaged(copied, "cas/C18-solidarauto49.yaml", "leviers: [M11.2, P3.1]", "leviers: [M99.9, P3.1]")
    found = load_library(copied, atlas, TODAY)
    assert "C18" in found.cases
    (problem,) = found.problems
    assert (problem.ligne, problem.champ, problem.bloquant) == (line, "leviers.1", False)
    assert "aucune fiche M99.9" in problem.phrase


def test_two_cards_of_the_same_number_keep_the_first_and_name_the_second(atlas, copied):
    twin = (copied / "cas/C18-solidarauto49.yaml").read_text(encoding="utf-8")
    (copied / "cas/C18-un-autre.yaml").write_text(twin.replace("Solidarauto49", "Un autre"), encoding="utf-8")
    found = load_library(copied, atlas, TODAY)
    assert found.cases["C18"].nom == "Solidarauto49"
    (problem,) = found.problems
    assert problem.fichier == "data/cas/C18-un-autre.yaml"
    assert "déjà" in problem.phrase


def test_a_file_that_is_not_a_card_is_named_and_a_note_is_left_alone(atlas, copied):
    (copied / "cas/C40.yml").write_text("id: C40\n", encoding="utf-8")
    (copied / "cas/README.md").write_text("des notes\n", encoding="utf-8")
    (copied / "cas/.DS_Store").write_bytes(b"\x00")
    (copied / "cas/C41-vide.yaml").write_text("", encoding="utf-8")
    found = load_library(copied, atlas, TODAY)
    assert [problem.fichier for problem in found.problems] == ["data/cas/C40.yml", "data/cas/C41-vide.yaml"]
    assert "des champs sont attendus" in found.problems[1].phrase


def test_a_former_commune_gives_way_to_the_one_in_force(atlas, copied):
    old = next(code for code, what in sorted(atlas._reader.old_codes.items()) if len(what.successeurs) == 1)
    damaged(copied, "cas/C12-l-atelier-royere.yaml", "commune:23165", f"commune:{old}")
    found = load_library(copied, atlas, TODAY)
    assert str(found.places["C12"][0].ref) == str(atlas.parse(f"commune:{old}")) != f"commune:{old}"


def test_the_day_is_that_of_the_call_unless_given(atlas, copied):
    damaged(
        copied, "cas/C02-club-ess-pantin.yaml", "annee: 2022\ndates:\n  - {annee: 2022", "annee: 2023\ndates:\n  - {annee: 2023"
    )
    assert "C02" in load_library(copied, atlas).cases
    assert "C02" not in load_library(copied, atlas, date(2022, 12, 31)).cases


@pytest.mark.parametrize("missing", ["corpus/documents.yaml", "corpus/competences.yaml", "cas", "leviers"])
def test_without_a_table_or_a_folder_nothing_can_be_trusted(atlas, copied, missing):
    (copied / missing).rename(copied / "ailleurs")
    with pytest.raises(SourceError, match="introuvable"):
        load_library(copied, atlas, TODAY)


@pytest.mark.parametrize("content", ["- une liste\n", "a: [1\n", ""])
def test_a_table_that_is_not_one_is_refused(atlas, copied, content):
    (copied / "corpus/textes.yaml").write_text(content, encoding="utf-8")
    with pytest.raises(SourceError, match=r"corpus/textes\.yaml"):
        load_library(copied, atlas, TODAY)


@pytest.mark.parametrize(
    ("table", "old", "new", "champ"),
    [
        ("textes", "source: 001/F13", "source: 001/F99", "rgec.source"),
        ("competences", "texte: loi_agec_58", "texte: loi_agec", "reemploi_informatique.qui_peut_agir.commune.texte"),
        ("collectivites_particulieres", "ref: commune:75056", "ref: commune:75999", "paris.ref"),
        ("chiffres_cles", "unite: millions", "unité: millions", "K01.chiffre.unité"),
        ("moments", "mois: 11", "mois: 13", "mois_ess.mois"),
        ("lectures", "source: 003/etapes", "source: 003/rien", "guide_anct.source"),
    ],
)
def test_a_fault_in_a_table_is_named(atlas, copied, table, old, new, champ):
    damaged(copied, f"corpus/{table}.yaml", old, new)
    found = load_library(copied, atlas, TODAY)
    assert champ in {problem.champ for problem in found.problems if problem.fichier == f"data/corpus/{table}.yaml"}


def test_a_lever_whose_rule_is_refused_is_refused(atlas, copied):
    damaged(copied, "corpus/competences.yaml", "titre: L’ouverture des données", "titres: L’ouverture des données")
    found = load_library(copied, atlas, TODAY)
    assert "M17.6" not in found.levers
    assert "C10" in found.cases
