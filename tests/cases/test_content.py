"""The shipped library: everything the documents hold, nothing they do not."""

import pytest

from ess_map.actors.model import THEMES
from ess_map.cases.lists import Echelon, Statut
from tests.cases.reading import texts

LEVERS = (
    [f"P{axis}.{rank}" for axis in range(1, 6) for rank in range(1, 6)]
    + [f"M3.{rank}" for rank in range(1, 5)]
    + [f"M5.{rank}" for rank in range(1, 8)]
    + [f"M11.{rank}" for rank in range(1, 6)]
    + [f"M13.{rank}" for rank in range(1, 6)]
    + [f"M17.{rank}" for rank in range(1, 7)]
    + [f"M19.{rank}" for rank in range(1, 6)]
    + [f"T{rank}" for rank in range(1, 11)]
    + [f"N{rank}" for rank in range(1, 7)]
    + [f"A{rank}" for rank in range(1, 4)]
    + [f"B{rank}" for rank in range(1, 7)]
)


def test_the_shipped_library_has_no_problem(library):
    assert [str(problem) for problem in library.problems] == []


def test_it_has_thirty_six_located_cases_and_nine_schemes_in_order(library):
    assert [case.id for case in library.located()] == [f"C{rank:02}" for rank in range(1, 37)]
    assert [case.id for case in library.schemes()] == [f"D{rank:02}" for rank in range(1, 10)]
    assert list(library.cases) == [case.id for case in (*library.located(), *library.schemes())]


def test_it_has_every_lever_of_the_five_documents_in_order(library):
    assert list(library.levers) == LEVERS


def test_the_plaidoyer_has_twenty_five_propositions_in_five_axes(library):
    axes = library.propositions()
    assert {axis: [lever.id for lever in levers] for axis, levers in axes.items()} == {
        axis: [f"P{axis}.{rank}" for rank in range(1, 6)] for axis in range(1, 6)
    }
    assert all(lever.question for levers in axes.values() for lever in levers)


def test_governance_has_its_questions(library):
    """Élu référent, a correspondent in each service, extra-municipal commission."""
    assert all(library.levers[lever].question for lever in ("P1.1", "M3.1", "N1", "B2", "B4"))


def test_every_figure_has_a_unit_an_object_and_a_source(library):
    cards = [*library.cases.values(), *library.levers.values()]
    figures = [figure for card in cards for figure in card.chiffres]
    figures += [entry.chiffre for entry in library.corpus.chiffres_cles.values()]
    assert len(figures) > 60
    for figure in figures:
        assert figure.unite
        assert figure.objet
        assert library.corpus.knows(figure.source)


def test_every_card_cites_a_document_and_its_part(library):
    for card in (*library.cases.values(), *library.levers.values()):
        assert all("/" in source and library.corpus.knows(source) for source in card.sources), card.id


@pytest.mark.parametrize(
    ("case_id", "prefix"),
    [
        ("C01", "001/F19"),
        ("C08", "001/F17"),
        ("C13", "001/F13"),
        ("C18", "001/F11"),
        ("C28", "001/F5"),
        ("C32", "003/"),
        ("C36", "004/"),
    ],
)
def test_a_case_cites_the_fiche_it_comes_from(library, case_id, prefix):
    assert library.cases[case_id].sources[0].startswith(prefix)


def test_the_nineteen_key_figures_are_there_with_their_producer_or_its_absence(library):
    assert {key[:3] for key in library.corpus.chiffres_cles} == {f"K{rank:02}" for rank in range(1, 20)}
    assert library.corpus.chiffres_cles["K06"].producteur is None
    assert library.corpus.chiffres_cles["K02"].reserve != library.corpus.chiffres_cles["K03"].reserve


def test_november_is_the_only_month_the_documents_give(library):
    assert {key: moment.mois for key, moment in library.corpus.moments.items()} == {
        "mois_ess": 11,
        "semaine_ess_ecole": None,
        "semaine_finance_solidaire": None,
    }


@pytest.mark.parametrize("theme", ["LOG", "SPO"])
def test_no_case_is_made_up_for_a_theme_the_documents_do_not_illustrate(library, theme):
    assert not [case.id for case in library.cases.values() if theme in case.themes]


def test_themes_without_a_located_need_are_known(library):
    """Where matching will have to abstain."""
    needs = {theme for case in library.located() for theme in case.besoin.themes}
    assert set(THEMES) - needs == {"SOC", "LOG", "SPO", "ENV", "AGR"}


def test_levers_that_serve_every_theme_exist_for_a_need_without_case(library):
    everywhere = [lever for lever in library.levers.values() if not lever.themes]
    assert len(everywhere) > 30
    assert {"M5.2", "P2.2", "M19.4"} <= {lever.id for lever in everywhere}


def test_no_effort_is_said_as_no_document_says_one(library):
    assert not [lever.id for lever in library.levers.values() if lever.effort is not None]


def test_a_rubric_known_by_its_title_alone_says_so(library):
    for rank in range(1, 11):
        lever = library.levers[f"T{rank}"]
        assert "que le titre" in lever.description
        assert not lever.pieges


def test_nothing_is_blank(library):
    for card in (*library.cases.values(), *library.levers.values()):
        assert not [where for where, text in texts(card.model_dump(mode="json")) if not text.strip()], card.id


def test_what_the_source_does_not_say_is_none_and_never_zero(library):
    silent = {case.id for case in library.cases.values() if case.annee is None}
    assert {"C09", "C11", "C12", "C13", "C16", "C30"} <= silent
    assert not [case.id for case in library.cases.values() for figure in case.chiffres if figure.valeur == 0]
    assert library.cases["C12"].forme_juridique is None
    assert library.cases["D03"].echelle is None


@pytest.mark.parametrize(
    ("case_id", "valeur", "unite", "borne"),
    [
        ("C01", 80, "entrepreneurs", "plus_de"),
        ("C02", 20, "acteurs", "environ"),
        ("C12", 18, "ans", "exact"),
        ("C15", 5000, "m²", "exact"),
        ("C18", 50, "%", "exact"),
        ("C22", 400, "associations", "plus_de"),
        ("C24", 14, "structures", "exact"),
        ("C28", 229000, "€", "exact"),
        ("C28", 59000, "€", "exact"),
        ("C31", 240, "entreprises", "environ"),
        ("D01", 200, "PTCE", "plus_de"),
        ("D02", 140, "sociétaires", "plus_de"),
    ],
)
def test_a_known_figure_is_there_as_exact_as_the_source_says(library, case_id, valeur, unite, borne):
    assert (valeur, unite, borne) in {(f.valeur, f.unite, f.borne) for f in library.cases[case_id].chiffres}


@pytest.mark.parametrize(
    ("case_id", "years"),
    [
        ("C05", {2014, 2017}),
        ("C20", {2007, 2011}),
        ("C21", {2019}),
        ("C29", {2021, 2022}),
        ("C31", {2010}),
        ("D01", {2013, 2016, 2021}),
    ],
)
def test_a_known_date_is_there(library, case_id, years):
    assert {dated.annee for dated in library.cases[case_id].dates} == years


def test_who_may_act_is_grounded_for_every_lever(library):
    for lever in library.levers.values():
        powers = library.powers(lever)
        for echelon in Echelon:
            power = powers.of(echelon)
            assert (power.source is None) == (power.statut is Statut.A_PRECISER), lever.id
            assert power.texte is None or power.texte in library.corpus.textes


def test_every_law_the_documents_cite_has_its_date_and_what_it_changes(library):
    assert set(library.corpus.textes) == {"loi_ess", "loi_notre", "loi_3ds", "loi_agec_58", "ouverture_des_donnees", "rgec"}
    cited = {power.texte for lever in library.levers.values() for e in Echelon if (power := library.powers(lever).of(e)).texte}
    assert cited == set(library.corpus.textes) - {"loi_ess"}


@pytest.mark.parametrize(
    "words", ["blabla", "picto", "mind map", "lire aussi", "newsletter", "spot_img", "thermostat", "végan", "légumineuses"]
)
def test_unfinished_blocks_and_news_links_never_enter(library, words):
    for card in (*library.cases.values(), *library.levers.values()):
        assert words not in card.model_dump_json().casefold()


def test_what_the_second_reading_corrected_stays_corrected(library):
    """Each would say more than the document: docs/CAS-ET-LEVIERS.md."""
    cases = library.cases
    assert cases["C09"].besoin.themes[0] == "CUL"
    assert "lancé" not in cases["C10"].titre
    assert all(figure.annee is None for figure in cases["C24"].chiffres)
    assert library.levers_of("C33") == ()
    assert "tout le département" not in " ".join(cases["C17"].actions)
    assert "pèsent" not in cases["C02"].besoin.phrase
