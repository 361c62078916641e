"""Cas: the cases that answer, why, what differs; the library; the sheet; a proposed case kept as a draft."""

from __future__ import annotations

import pytest

from ess_map.cases.yaml_file import parse
from ess_map.ui.state import resources, store

RENNES, LENS = "epci:243500139", "compose:33514,33240,33208,33493"


def test_the_library_is_read_without_a_territory_and_filtered_by_the_address(visit):
    page = visit("cas", tout="1")
    for case in resources().library.cases.values():
        assert case.nom in page.words
    page = visit("cas", forme="scic", annee="2007", tout="1")
    assert "1 cas" in page.words
    assert "Citiz Lille/Arras" in page.words
    assert "Solidarauto49" not in page.words


def test_what_the_address_says_wrongly_is_ignored_and_said(visit):
    page = visit("cas", forme="<b>x</b>", cas="C99", besoin="ZZZ")
    assert page.words.count("Un filtre de cette adresse n’existe pas") == 3
    assert "b" not in page.tags or "<b>x</b>" not in page.html


def test_for_a_territory_each_case_says_why_and_what_differs(visit):
    page = visit("cas", territoire=RENNES, besoin="MOB")
    for words in (
        "Solidarauto49",
        "Pourquoi ce cas",
        "Ce qui diffère chez vous",
        "Leviers employés",
        "2 cas sur 6",
        "Mobilisables partout",
    ):
        assert words in page.words
    assert f"./cas?territoire={RENNES}&besoin=MOB&cas=C18" in page.links


def test_the_measured_gaps_are_offered_as_needs(visit):
    page = visit("cas", territoire=LENS, nom="Médoc")
    assert "Tous les écarts mesurés" in page.words
    assert "100,0 % des habitants à plus de 15 km" in page.words.replace("\u202f", " ")
    assert "écart mesuré" in page.words.lower()
    assert any("besoin=MOB" in way for way in page.links)


def test_without_a_case_the_page_abstains_and_proposes_levers(visit):
    page = visit("cas", territoire=RENNES, besoin="LOG")
    assert "Aucun cas du corpus ne répond" in page.words
    assert "Leviers pour ce besoin" in page.words
    assert "Pourquoi ce cas" not in page.words


def test_filters_keep_a_part_of_what_matching_ranks_and_say_when_nothing_is_left(visit):
    page = visit("cas", territoire=RENNES, besoin="MOB", forme="scic")
    assert "Citiz Lille/Arras" in page.words
    assert "Solidarauto49" not in page.words
    assert "Aucun cas ne répond à ces filtres" in visit("cas", annee="2007", forme="collectivite").words


@pytest.mark.parametrize("case", ["C18", "C20", "C04", "D01"])
def test_the_sheet_of_a_case_has_its_sources_its_silences_and_apart_what_was_added(visit, case):
    page, card = visit("cas", cas=case), resources().library.cases[case]
    for words in (card.titre, *card.actions, *card.non_precise, "Sources", "Ce que la source ne dit pas", "Imprimer cette fiche"):
        assert words in page.words
    assert ("Ce que nous avons ajouté" in page.words) == bool(card.deduit.territoires or card.deduit.faits)
    assert "data-imprimer" in page.html


def test_a_case_goes_to_the_roadmap_in_one_click(visit):
    page = visit("cas", territoire=RENNES, besoin="MOB")
    page.app.button(key="ajouter_C18").click().run()
    assert "Dans votre feuille de route" in visit("cas", territoire=RENNES, besoin="MOB").words
    action = store().path("feuille-de-route", RENNES).read_text(encoding="utf-8")
    assert '"C18"' in action
    assert '"MOB"' in action


def test_a_damaged_roadmap_leaves_the_cases_readable(visit):
    path = store().path("feuille-de-route", RENNES)
    path.parent.mkdir(parents=True)
    path.write_bytes(b"{")
    assert "Solidarauto49" in visit("cas", territoire=RENNES, besoin="MOB").words
    assert path.read_bytes() == b"{"


def test_a_proposed_case_is_a_draft_that_says_what_it_lacks(visit):
    page = visit("cas", proposer="1")
    page.app.text_input(key="cas_nom").input("<img src=x> **gras** id: C1")
    page.app.text_input(key="cas_titre").input("Un garage: deux lieux")
    page.app.text_area(key="cas_actions").input("Prêter des locaux\nAider à l’achat")
    page.app.text_input(key="cas_lieu_1").input("commune:49007")
    page.app.button(key="cas_ecrire").click().run()
    draft = store().drafts()[0]
    card = parse(draft.read_text(encoding="utf-8")).value
    assert draft.name.startswith("C37-")
    assert card["id"] == "C37"
    assert card["nom"] == "<img src=x> **gras** id: C1"
    assert card["annee"] == "non précisé"
    words = type(page)(page.app).words
    assert "avant de la publier" in words
    assert "sources" in words
    assert "img" not in page.tags


def test_a_place_that_nobody_knows_is_said_and_nothing_is_written(visit):
    page = visit("cas", proposer="1")
    page.app.text_input(key="cas_nom").input("Un garage")
    page.app.text_input(key="cas_lieu_1").input("Atlantide-sur-Mer")
    page.app.button(key="cas_ecrire").click().run()
    assert "Atlantide-sur-Mer" in type(page)(page.app).words
    assert store().drafts() == []
    assert page.app.text_input(key="cas_nom").value == "Un garage"


def test_without_data_a_french_sentence_says_what_to_do(visit, damaged):
    page = visit("cas", territoire=RENNES)
    assert "Cette partie de la page n’a pas pu s’afficher" in page.words
    assert "Traceback" not in page.words
