"""Diagnostic: figures with their reference, gaps, comparables, chapters; bad input is said and the rest computed."""

from __future__ import annotations

import json

import pytest

from ess_map.indicators.page import diagnosis
from ess_map.indicators.portrait import question_of
from ess_map.ui import diagnosis_messages as messages
from ess_map.ui.state import evidence

RENNES = "epci:243500139"


@pytest.fixture(scope="module", autouse=True)
def _evidence():
    evidence()


def model(ref=RENNES, references=None):
    question, near = question_of(evidence(), ref, references, nombre=8)
    return diagnosis(evidence(), question, near)


def charts(page):
    return page.app.get("vega_lite_chart") or page.app.get("arrow_vega_lite_chart")


def test_without_a_territory_the_page_asks_for_one(visit):
    page = visit("diagnostic")
    assert messages.TITRE_ACCUEIL in page.words
    assert f"./diagnostic?territoire={RENNES}" in page.links


@pytest.mark.parametrize(
    "ref", ["commune:35238", "commune:01245", RENNES, "departement:2A", "region:04", "france:FR", "compose:33240,33514"]
)
def test_every_level_has_a_diagnosis(visit, ref):
    page, found = visit("diagnostic", territoire=ref), model(ref)
    assert found.nom in page.words
    for figure in found.principaux:
        assert figure.titre in page.words
        assert figure.millesime in page.words
        assert figure.fiabilite_mots in page.words


def test_headline_figures_have_a_line_with_its_equivalent_in_words(visit):
    page = visit("diagnostic", territoire=RENNES)
    alts = [chart.proto.alt for chart in charts(page)]
    assert len(alts) == sum(figure.ligne is not None for figure in model().principaux)
    assert all("Rennes" in alt for alt in alts)


@pytest.mark.parametrize("chapter", [chapter for chapter in messages.CHAPITRES if chapter])
def test_a_chapter_shows_every_indicator_it_has_known_or_not(visit, chapter):
    page = visit("diagnostic", territoire=RENNES, chapitre=chapter)
    found = next(one for one in model().chapitres if one.id == chapter)
    assert found.titre in page.words
    for bloc in found.blocs:
        titles = {bloc.titre.casefold(), bloc.figures[0].titre.casefold()}
        assert any(title in page.words.casefold() for title in titles)


def test_the_reference_of_the_address_is_the_one_compared(visit):
    page = visit("diagnostic", territoire=RENNES, reference="region:53")
    assert "Face à la référence (Bretagne)" in page.words
    assert page.app.selectbox(key="reference").value == "region:53"


def test_choosing_a_reference_writes_it_in_the_address(visit):
    page = visit("diagnostic", territoire=RENNES, chapitre="contexte")
    page.app.selectbox(key="reference").set_value("comparables").run()
    assert page.address == {"territoire": RENNES, "reference": "comparables", "chapitre": "contexte"}
    assert "médiane des territoires comparables" in page.words


def test_several_references_at_once_stand_on_the_lines(visit):
    page = visit("diagnostic", territoire=RENNES, reference="departement:35,region:53", chapitre="contexte")
    specification = json.loads(charts(page)[0].proto.spec)
    said = json.dumps(specification, ensure_ascii=False)
    assert "Ille-et-Vilaine" in said
    assert "Bretagne" in said


def test_another_territory_is_found_by_search(visit):
    page = visit("diagnostic", territoire=RENNES)
    page.app.selectbox(key="reference").set_value("autre").run()
    page.app.text_input(key="reference_texte").set_value("loire-atlantique").run()
    assert f"./diagnostic?territoire={RENNES}&reference=departement:44" in page.links


def test_gaps_say_their_value_their_caution_and_lead_to_the_actors(visit):
    page, found = visit("diagnostic", territoire=RENNES), model()
    for card in (*found.manques, *found.forces):
        assert card.titre in page.words
        assert card.phrase in page.words
    assert "Un écart n’est pas une note" in page.words
    themes = [card.ecart.theme for card in found.forces if card.ecart.theme]
    assert f"./carte?territoire={RENNES}&theme={themes[0]}" in page.links


def test_comparables_are_listed_with_their_reasons_and_lead_to_their_own_diagnosis(visit):
    page, found = visit("diagnostic", territoire=RENNES), model()
    assert len(found.comparables) == 8
    for card in found.comparables:
        assert card.nom in page.words
        assert f"./diagnostic?territoire={card.territoire}" in page.links
        for reason in card.raisons:
            assert reason[1:] in page.words


def test_weights_of_the_address_change_the_comparables(visit):
    usual, other = model(), question_of(evidence(), RENNES, nombre=8, poids={"population": 3.0, "densite": 0.0})[1]
    page = visit("diagnostic", territoire=RENNES, poids="population=3;densite=0")
    new = [card.nom for card in other.comparables if card.nom not in {card.nom for card in usual.comparables}]
    assert new
    assert all(name in page.words for name in new)


@pytest.mark.parametrize(
    ("name", "value"),
    [("chapitre", "mars"), ("poids", "gravite=2"), ("poids", "population=-1"), ("km", "7"), ("indicateur", "x")],
)
def test_a_setting_that_means_nothing_is_ignored_and_said(visit, name, value):
    page = visit("diagnostic", territoire=RENNES, **{name: value})
    assert "ignoré" in page.words or "Poids inconnu" in page.words or "doit être un nombre positif" in page.words
    assert model().principaux[0].titre in page.words


def test_a_reference_smaller_than_the_territory_is_compared_all_the_same(visit):
    page = visit("diagnostic", territoire=RENNES, reference="commune:35238")
    assert "Face à la référence (Rennes)" in page.words


def test_a_merger_shows_each_before_and_the_whole_after(visit):
    page = visit("diagnostic", territoire=RENNES, fusion="epci:243500667")
    assert "Ensemble" in page.words
    assert messages.FUSION_VOIR in page.words
    assert any("territoire=compose:" in way for way in page.links)


def test_the_projector_shows_one_figure_and_the_way_to_the_next(visit):
    page = visit("diagnostic", territoire=RENNES, projection="1", indicateur="chomage")
    assert "Chômage au sens du recensement" in page.words
    assert "Densité d’acteurs" not in page.words
    assert messages.SUIVANT in page.words
    assert len(charts(page)) == 1


def test_the_portrait_opens_on_the_gaps(visit):
    page = visit("", territoire=RENNES)
    assert "Trois écarts à regarder ensemble" in page.words
    assert f"./diagnostic?territoire={RENNES}" in page.links


def test_the_map_is_in_the_address_and_what_is_chosen_is_written_there(visit):
    page = visit(
        "diagnostic", territoire=RENNES, indicateur="densite_theme.CUL", indicateur2="chomage", methode="jenks", classes="3"
    )
    app = page.app
    assert app.selectbox(key="theme_indicateur_indicateur").value == "densite_theme"
    assert app.selectbox(key="theme_modalite_indicateur_densite_theme").value == "CUL"
    assert app.selectbox(key="theme_indicateur_indicateur2").value == "chomage"
    assert app.selectbox(key="theme_classes").value == 3
    app.selectbox(key="theme_methode").set_value("bornes").run()
    app.text_input(key="theme_bornes").set_value("1 ; 2").run()
    assert page.address["methode"] == "bornes"
    assert page.address["bornes"] == "1 ; 2"
    app.selectbox(key="theme_indicateur_indicateur").set_value("densite_population").run()
    assert page.address["indicateur"] == "densite_population"


def test_an_indicator_without_a_map_at_this_level_says_so(visit):
    page = visit("diagnostic", territoire=RENNES, indicateur="part_emploi_ess_clap")
    assert "n’existe pas à ce niveau" in " ".join(warning.value for warning in page.app.warning)
