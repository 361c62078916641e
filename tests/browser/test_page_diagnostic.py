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


def test_a_diagnosis_is_read_compared_and_saved(page, site):
    """One visit: a card, its table, another reference by keyboard, a chapter and back, both files."""
    card = opened(page, site).locator(CARD)
    expect(card.locator(".val")).to_contain_text("pour 100")
    expect(card.locator(".verdict")).to_contain_text("la référence, Ille-et-Vilaine")
    expect(card.locator(".etiquettes")).to_contain_text("registre 2010 à 2026")
    expect(card.locator(".etiquettes")).to_contain_text("fiabilité moyenne")
    card.locator("[class*=st-key-tableau_] button").click()
    table = page.locator("table.simple", has_text="Nantes Métropole")
    expect(table).to_contain_text("Ille-et-Vilaine")
    page.keyboard.press("Escape")
    box = page.locator(".st-key-reference input")
    box.click()
    box.press_sequentially("Bret", delay=20)
    box.press("Enter")
    expect(page).to_have_url(re.compile(r"reference=region(:|%3A)53"))
    expect(page.locator(".chapo")).to_contain_text("Face à la référence (Bretagne)", timeout=SLOW)
    page.locator(".chapitres a", has_text="Contexte").click()
    expect(page).to_have_url(re.compile("chapitre=contexte"))
    expect(page.locator(".st-key-indicateurs h2").first).to_have_text("Le territoire", timeout=SLOW)
    page.go_back()
    expect(page.locator(".st-key-indicateurs h2").first).to_have_text("Les chiffres à lire d’abord", timeout=SLOW)
    page.locator(".st-key-exporter button").first.click()
    for key, suffix in (("export_csv", ".csv"), ("export_xlsx", ".xlsx")):
        with page.expect_download(timeout=SLOW) as waiting:
            page.locator(f".st-key-{key} button").click()
        assert re.fullmatch(
            rf"atlas-ess_indicateurs_rennes-metropole_\d{{4}}-\d\d-\d\d\{suffix}", waiting.value.suggested_filename
        )


@pytest.mark.parametrize(("width", "scheme"), [(375, "dark"), (768, "light"), (1400, "dark")])
def test_nothing_is_wider_than_the_screen(open_page, site, width, scheme):
    page, seen = open_page(width=width, color_scheme=scheme)
    opened(page, site)
    page.locator(".st-key-comparables .semblables").wait_for(timeout=SLOW)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("document.querySelector('.stMain').scrollWidth") <= width
    assert seen.outside == []
    assert seen.errors == []


def test_the_projected_figure_and_its_map_need_no_scrolling(open_page, site):
    page, seen = open_page(width=1920, height=1080)
    page.goto(f"{site}/diagnostic?{RENNES}&projection=1&indicateur=densite_insertion")
    page.locator(".st-key-indicateurs :is(canvas, svg.marks)").first.wait_for(timeout=SLOW)
    page.locator(".st-key-projete_carte iframe").wait_for(timeout=SLOW)
    assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('.projete .q')).fontSize)") >= 34
    assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('.projete .val')).fontSize)") >= 34
    assert page.evaluate("document.querySelector('.stMain').scrollHeight") <= 1080
    assert seen.outside == []
    assert seen.errors == []
