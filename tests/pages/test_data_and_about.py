"""Données and À propos: where everything comes from, and what it is worth."""

from __future__ import annotations

import pytest

from ess_map.typography import count
from ess_map.ui.components.quality_panel import measured
from ess_map.ui.state import resources


def test_every_source_has_its_identity_card(visit):
    page = visit("donnees")
    for card in resources().cards.values():
        assert card.titre in page.words
        assert card.licence in page.words
        assert card.producteur in page.words


def test_the_account_of_every_line_is_shown(visit):
    page = visit("donnees")
    assert "Ce que chaque ligne est devenue" in page.words
    assert "organisme public" in page.words


def test_quality_is_given_for_the_territory_and_for_the_country(visit):
    page = visit("donnees", territoire="epci:243500139")
    assert "Rennes Métropole" in page.words
    assert "France entière" in page.words
    for words in ("Siret connu", "Thème connu", "Placés sur la carte"):
        assert words in page.words


def test_nobody_to_measure_is_said_and_not_zero(visit):
    from ess_map.actors.quality import assess

    register = resources().register
    shown = measured(assess(register, register.placed & False))
    assert shown.pop("Acteurs") == "0"
    assert set(shown.values()) == {"non précisé"}


@pytest.mark.parametrize("path", ["donnees", "a-propos"])
def test_a_page_that_is_not_projected_says_so(visit, path):
    assert "ne se projette pas" in visit(path, territoire="epci:243500139", projection="1").words
    assert "ne se projette pas" not in visit(path, territoire="epci:243500139").words


def test_the_lines_kept_lead_back_to_the_count_of_the_register(visit):
    register = resources().register
    waiting = int(register.codes.complement.sum())
    words = visit("donnees").words
    assert f"font le registre ({count(len(register) - waiting, 'acteur')})" in words
    assert f"comptée à part ({count(waiting, 'association')})" in words


def test_the_method_the_glossary_and_the_honest_statements_are_there(visit):
    page = visit("a-propos")
    for words in ("Méthode", "Limites", "pas été audité", "Aucun traceur", "Licence Ouverte", "Glossaire", "Intercommunalité"):
        assert words.lower() in page.words.lower()


def test_a_propos_stays_alive_without_data(visit, damaged):
    page = visit("a-propos")
    assert "n’a pas pu s’afficher" in page.words
    assert "pas été audité" in page.words


def test_donnees_says_what_is_missing(visit, damaged):
    page = visit("donnees")
    assert "communes.parquet" in page.words
