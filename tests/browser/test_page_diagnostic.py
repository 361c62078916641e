"""The diagnosis in a real browser: lines drawn, reference changed, table opened, files saved, nothing wider than the screen."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

RENNES = "territoire=epci:243500139"
CARD = ".st-key-fil_densite_insertion"
LINE = f"{CARD} :is(canvas, svg.marks)"
SLOW = 60_000


def opened(page, site, more=""):
    page.goto(f"{site}/diagnostic?{RENNES}{more}")
    page.locator(LINE).first.wait_for(timeout=SLOW)
    return page


def test_cards_have_a_line_a_verdict_a_source_and_a_reliability(page, site):
    card = opened(page, site).locator(CARD)
    expect(card.locator(".val")).to_contain_text("pour 100")
    expect(card.locator(".verdict")).to_contain_text("la référence, Ille-et-Vilaine")
    expect(card.locator(".etiquettes")).to_contain_text("registre 2010 à 2026")
    expect(card.locator(".etiquettes")).to_contain_text("fiabilité moyenne")


def test_the_table_behind_a_figure_opens_beside_it(page, site):
    opened(page, site).locator(f"{CARD} [class*=st-key-tableau_] button").click()
    table = page.locator("table.simple", has_text="Nantes Métropole")
    expect(table).to_be_visible()
    expect(table).to_contain_text("Ille-et-Vilaine")


def test_the_reference_is_changed_by_keyboard_and_the_address_follows(page, site):
    box = opened(page, site).locator(".st-key-reference input")
    box.click()
    box.press_sequentially("Bret", delay=20)
    box.press("Enter")
    expect(page).to_have_url(re.compile(r"reference=region(:|%3A)53"))
    expect(page.locator(".chapo")).to_contain_text("Face à la référence (Bretagne)", timeout=SLOW)


def test_a_chapter_is_a_link_that_back_undoes(page, site):
    opened(page, site).locator(".chapitres a", has_text="Contexte").click()
    expect(page).to_have_url(re.compile("chapitre=contexte"))
    expect(page.locator(".st-key-indicateurs h2").first).to_have_text("Le territoire", timeout=SLOW)
    page.go_back()
    expect(page.locator(".st-key-indicateurs h2").first).to_have_text("Les chiffres à lire d’abord", timeout=SLOW)


@pytest.mark.parametrize(("key", "suffix"), [("export_csv", ".csv"), ("export_xlsx", ".xlsx")])
def test_the_figures_are_saved(page, site, key, suffix):
    opened(page, site).locator(".st-key-exporter button").first.click()
    with page.expect_download(timeout=SLOW) as waiting:
        page.locator(f".st-key-{key} button").click()
    assert re.fullmatch(rf"atlas-ess_indicateurs_rennes-metropole_\d{{4}}-\d\d-\d\d\{suffix}", waiting.value.suggested_filename)


@pytest.mark.parametrize("width", [375, 768, 1400])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_wider_than_the_screen(open_page, site, width, scheme):
    page, seen = open_page(width=width, color_scheme=scheme)
    opened(page, site)
    page.locator(".st-key-comparables .semblables").wait_for(timeout=SLOW)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("document.querySelector('.stMain').scrollWidth") <= width
    assert seen.outside == []
    assert seen.errors == []


def test_the_projected_figure_needs_no_scrolling(open_page, site):
    page, seen = open_page(width=1920, height=1080)
    page.goto(f"{site}/diagnostic?{RENNES}&projection=1&indicateur=densite_insertion")
    page.locator(".st-key-indicateurs :is(canvas, svg.marks)").first.wait_for(timeout=SLOW)
    assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('.projete .q')).fontSize)") >= 34
    assert seen.outside == []
