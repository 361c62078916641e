"""The diagnosis in a real browser: lines drawn, reference changed, table opened, files saved, nothing wider than the screen."""

from __future__ import annotations

import base64
import io
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PIL import Image
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


def test_a_chart_is_saved_as_it_is_drawn(page, site):
    """SVG with the font inside, PNG twice as sharp; both named after the chart; the corner of the chart speaks French."""
    card = opened(page, site).locator(CARD)
    shown = card.locator("svg.marks").evaluate("(svg) => [...svg.querySelectorAll('text')].map((each) => each.textContent)")
    assert shown
    width = card.locator("svg.marks").bounding_box()["width"]
    saved = {}
    for kind in ("svg", "png"):
        with page.expect_download(timeout=SLOW) as waiting:
            card.locator(f"[data-image={kind}]").click()
        assert waiting.value.suggested_filename.startswith("atlas-ess_")
        assert waiting.value.suggested_filename.endswith(f".{kind}")
        saved[kind] = Path(waiting.value.path()).read_bytes()
    root = ET.fromstring(saved["svg"])  # noqa: S314 - what our own page wrote
    text = [each.text or "" for each in root.iter("{http://www.w3.org/2000/svg}text")]
    assert text[-len(shown) :] == shown
    around = " ".join(text[: -len(shown)])
    assert around.startswith(
        "Rennes Métropole\u00a0: Structures d’insertion par l’activité économique (pour 100\u202f000 habitants)"
    )
    assert "registre 2010 à 2026" in around
    assert around.endswith("Atlas ESS.")
    face = next(root.iter("{http://www.w3.org/2000/svg}style")).text
    assert base64.b64decode(re.search(r"base64,([^)]+)", face)[1]).startswith(b"wOF2")
    picture = Image.open(io.BytesIO(saved["png"]))
    assert 0 < picture.width - 2 * width < 60  # and a margin
    assert len(picture.convert("L").getcolors() or range(999)) > 2  # something is drawn
    card.locator(".stVegaLiteChart").hover()
    for name in ("Enregistrer en PNG", "Plein écran"):
        expect(page.get_by_role("button", name=re.compile(f"^{name}")).first).to_be_attached()
