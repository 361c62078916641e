"""The territory search: by keyboard, by phone, and never a dead end."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

expect.set_options(timeout=20_000)  # the machine that runs the tests may be busy with others

BOX = ".st-key-territoire input"
ANSWERS = ".st-key-suggestions .suggestions a"


@pytest.fixture
def home(page, site):
    page.goto(site)
    page.locator(BOX).wait_for()
    return page


def expect_title(page, words):
    expect(page.locator(".stApp .titre", has_text=words)).to_be_visible(timeout=20_000)


def test_suggestions_come_while_typing_with_level_departement_and_size(home):
    home.locator(BOX).press_sequentially("renn", delay=30)
    first = home.locator(ANSWERS).first
    expect(first).to_contain_text("Rennes")
    expect(first).to_contain_text("Commune, Ille-et-Vilaine (35)")
    expect(first).to_contain_text("hab.")


def test_enter_goes_to_a_sure_answer_and_the_box_then_shows_its_name(home):
    home.locator(BOX).press_sequentially("rennes métropole", delay=10)
    home.locator(BOX).press("Enter")
    expect_title(home, "Rennes Métropole")
    expect(home).to_have_url(re.compile(r"/\?territoire=epci:243500139$"))
    expect(home.locator(BOX)).to_have_value("Rennes Métropole")
    expect(home.locator(".st-key-suggestions")).to_have_count(0)


def test_enter_on_homonyms_moves_to_the_list_instead_of_guessing(home):
    home.locator(BOX).press_sequentially("saint-denis", delay=10)
    home.locator(BOX).press("Enter")
    expect(home.locator(ANSWERS).first).to_be_focused()
    home.keyboard.press("ArrowDown")
    expect(home.locator(ANSWERS).nth(1)).to_be_focused()
    home.keyboard.press("Escape")
    expect(home.locator(BOX)).to_be_focused()


def test_enter_on_several_answers_says_so_and_a_second_one_takes_the_first(home):
    home.locator(BOX).press_sequentially("saint-denis", delay=10)
    advice = home.locator(".st-key-suggestions .conseil")
    expect(home.locator(ANSWERS).nth(1)).to_be_visible()
    expect(advice).to_be_hidden()
    home.locator(BOX).press("Enter")
    expect(advice).to_contain_text("choisissez dans la liste")
    expect(home.locator(ANSWERS).first).to_have_css("outline-style", "solid")
    home.keyboard.press("Enter")
    expect_title(home, "Saint-Denis")
    expect(home).to_have_url(re.compile(r"territoire=commune:97411$"))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("35238", "Rennes"),
        ("rignat", "Bohas-Meyriat-Rignat"),
        ("st jacques de la lande", "Saint-Jacques-de-la-Lande"),
        ("243500139", "Rennes Métropole"),
        ("epci:243500139", "Rennes Métropole"),
    ],
)
def test_names_codes_and_former_names_are_understood(home, typed, found):
    home.locator(BOX).fill(typed)
    expect(home.locator(ANSWERS).first).to_contain_text(found)


def test_a_list_of_codes_makes_a_territory(home):
    home.locator(BOX).fill("33514, 33240")
    expect(home.locator(ANSWERS)).to_have_count(1)
    home.locator(BOX).press("Enter")
    expect(home).to_have_url(re.compile(r"territoire=compose:33240,33514"))


def test_a_name_that_does_not_exist_gets_a_sentence_and_something_near(home):
    home.locator(BOX).fill("rennes sur banquise")
    expect(home.locator(".st-key-suggestions .conseil")).to_contain_text("Aucun territoire ne répond")
    expect(home.locator(ANSWERS).first).to_contain_text("Renn")


def test_emptying_the_box_offers_the_whole_country(home, site):
    home.goto(f"{site}/?territoire=epci:243500139")
    expect(home.locator(BOX)).to_have_value("Rennes Métropole")
    home.locator(BOX).fill("")
    home.locator(ANSWERS).first.click()
    expect_title(home, "Quel territoire")
    expect(home).to_have_url(re.compile(r"/$"))


def test_back_undoes_a_choice_and_the_session_is_never_reloaded(home):
    home.evaluate("window.__same = true")
    home.locator(BOX).fill("rennes métropole")
    home.locator(BOX).press("Enter")
    expect_title(home, "Rennes Métropole")
    home.locator(".surtitre a", has_text="Ille-et-Vilaine").click()
    expect_title(home, "Ille-et-Vilaine")
    home.go_back()
    expect_title(home, "Rennes Métropole")
    expect(home.locator(BOX)).to_have_value("Rennes Métropole")
    assert home.evaluate("window.__same === true")


def test_an_address_that_is_no_page_speaks_french_and_keeps_what_was_chosen(page, site):
    page.goto(f"{site}/nimporte?territoire=epci:243500139")
    expect_title(page, "Rennes Métropole")
    expect(page.locator(".st-key-avis")).to_contain_text("Cette adresse n’existe pas")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_text("Page not found")).to_have_count(0)


def test_the_territory_travels_between_pages(home, site):
    home.goto(f"{site}/?territoire=epci:243500139")
    for name, words in (("Carte", "Carte des acteurs, Rennes Métropole"), ("Données", "Données"), ("À propos", "À propos")):
        home.get_by_role("navigation", name="Pages").get_by_role("link", name=name).click()
        expect_title(home, words)
        expect(home.locator(BOX)).to_have_value("Rennes Métropole")


def test_the_search_works_on_a_phone(open_page, site):
    page, seen = open_page(width=375, height=740, has_touch=True, is_mobile=True)
    page.goto(site)
    page.locator(BOX).tap()
    page.locator(BOX).fill("rennes")
    page.locator(ANSWERS).first.tap()
    expect_title(page, "Rennes")
    assert seen.errors == []
    assert seen.outside == []
