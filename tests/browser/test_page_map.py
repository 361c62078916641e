"""The map page: filters, map, list and sheet in step, everything in the address, the map mounted once."""

from __future__ import annotations

import csv
import json
import re

import geopandas as gpd
import pandas as pd
import pytest
from playwright.sync_api import expect

expect.set_options(timeout=20_000)  # the machine that runs the tests may be busy with others

EPCI = "territoire=epci:243500139"
COUNTER = ".st-key-compteur .total"
MOST_KB = 30


@pytest.fixture
def carte(page, site, map_frame):
    page.goto(f"{site}/carte?{EPCI}")
    page.frame_of_map = map_frame(page)
    page.locator(".acteurs").wait_for()
    return page


def pill(page, name):
    return page.locator(".st-key-filtre_famille").get_by_role("button", name=re.compile(name))


def total(page):
    return int(re.sub(r"\D", "", page.locator(COUNTER).inner_text()))


def names(page):
    return page.locator(".acteurs tbody th a").all_inner_texts()


def test_a_filter_changes_counter_list_address_and_map_without_mounting_it_again(carte):
    before = total(carte)
    frames = carte.evaluate("__frames")
    carte.evaluate("__ws = 0")
    pill(carte, "Associations").click()
    expect(carte).to_have_url(re.compile("famille=association"))
    expect(carte.locator(COUNTER)).not_to_have_text(re.compile(rf"^{before}\D"))
    kept = total(carte)
    assert 0 < kept < before
    expect(carte.locator(".acteurs caption")).to_contain_text(re.compile(rf"^{kept}\D"))
    carte.frame_of_map.wait_for_function("n => essMap.layer.stats && essMap.layer.stats.count <= n", arg=kept)
    assert carte.evaluate("__frames") == frames
    assert carte.evaluate("__ws") < 1000 * MOST_KB
    carte.locator(".puce", has_text="Associations").click()
    expect(carte.locator(COUNTER)).to_have_text(re.compile(rf"^{before}\D"))
    assert carte.evaluate("__frames") == frames


def test_two_quick_clicks_are_both_heard(carte):
    pill(carte, "Associations").click()
    pill(carte, "Coopératives").click()
    expect(carte).to_have_url(re.compile("famille=association(,|%2C)cooperative"))
    for name in ("Associations", "Coopératives"):
        expect(pill(carte, name)).to_have_attribute("aria-pressed", "true")


def test_back_undoes_filters_one_by_one_pills_included(carte):
    before = total(carte)
    pill(carte, "Associations").click()
    expect(carte.locator(".puce")).to_have_count(1)
    carte.locator(".st-key-filtre_theme button").click()
    carte.get_by_role("button", name=re.compile("^Emploi et insertion")).click()
    expect(carte.locator(".puce")).to_have_count(2)
    carte.keyboard.press("Escape")
    carte.go_back()
    expect(carte.locator(".puce")).to_have_count(1)
    expect(pill(carte, "Associations")).to_have_attribute("aria-pressed", "true")
    carte.go_back()
    expect(carte.locator(".puce")).to_have_count(0)
    expect(carte.locator(COUNTER)).to_have_text(re.compile(rf"^{before}\D"))


def test_a_line_of_the_list_opens_the_sheet_and_marks_the_map(carte):
    line = carte.locator(".acteurs tbody th a").nth(2)
    name = line.inner_text()
    line.click()
    expect(carte.locator(".st-key-fiche h2")).to_have_text(name)
    expect(carte.locator(".st-key-fiche h2")).to_be_focused()
    expect(carte.locator(".acteurs tr.choisi th a")).to_have_text(name)
    expect(carte).to_have_url(re.compile("acteur="))
    carte.frame_of_map.wait_for_function(
        "() => essMap.layer.chosen !== undefined && JSON.stringify(essMap.state).includes('row')"
    )
    assert carte.evaluate("__frames") == 1


def test_a_click_on_the_map_opens_the_sheet_and_marks_the_list(carte):
    carte.locator(".st-key-carte iframe").scroll_into_view_if_needed()
    frame = carte.frame_of_map
    frame.wait_for_function("() => (essMap.layer.items || []).some(i => i.n === 1)")
    place = frame.evaluate(
        "() => { const i = essMap.layer.items.find(i => i.n === 1);"
        " const r = Object.values(essMap.layer.canvas)[0].getBoundingClientRect(); return { x: r.left + i.x, y: r.top + i.y }; }"
    )
    box = carte.locator(".st-key-carte iframe").bounding_box()
    carte.mouse.click(box["x"] + place["x"], box["y"] + place["y"])
    expect(carte.locator(".st-key-fiche h2")).to_be_visible()
    expect(carte.locator(".acteurs tr.choisi th a")).to_have_text(carte.locator(".st-key-fiche h2").inner_text())


def test_an_address_opens_the_same_view_in_another_browser(carte, open_page):
    pill(carte, "Associations").click()
    expect(carte.locator(".puce")).to_have_count(1)
    carte.locator(".acteurs thead a", has_text="Commune").click()
    expect(carte.locator('.acteurs [aria-sort="ascending"]')).to_have_text("Commune")
    carte.locator(".acteurs tbody th a").nth(1).click()
    expect(carte.locator(".st-key-fiche h2")).to_be_visible()
    other, _ = open_page()
    other.goto(carte.url)
    expect(other.locator(".st-key-fiche h2")).to_have_text(carte.locator(".st-key-fiche h2").inner_text())
    expect(other.locator(COUNTER)).to_have_text(carte.locator(COUNTER).inner_text())
    expect(other.locator(".acteurs tbody th a")).to_have_text(names(carte))


def test_the_shared_address_is_the_one_of_the_view(carte, open_page):
    pill(carte, "Associations").click()
    expect(carte.locator(".puce")).to_have_count(1)
    carte.locator(".st-key-partager button").click()
    shared = carte.locator("code", has_text="/carte?").inner_text()
    other, _ = open_page()
    other.goto(shared)
    expect(other.locator(COUNTER)).to_have_text(carte.locator(COUNTER).inner_text())


def test_an_export_holds_exactly_the_list_in_its_order(carte, tmp_path):
    carte.locator(".acteurs thead a", has_text="Commune").click()
    expect(carte.locator('.acteurs [aria-sort="ascending"]')).to_have_text("Commune")
    listed = names(carte)
    while carte.get_by_role("link", name="Page suivante").count():
        first = listed[-1]
        carte.get_by_role("link", name="Page suivante").click()
        expect(carte.locator(".acteurs tbody th a").last).not_to_have_text(first)
        listed += names(carte)
    carte.locator(".st-key-exporter button").click()
    for name in ("csv", "xlsx", "geojson", "gpkg", "limites"):
        with carte.expect_download() as download:
            carte.locator(f".st-key-export_{name} button").click()
        download.value.save_as(tmp_path / f"liste.{name}")
    with (tmp_path / "liste.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["nom"] for row in csv.DictReader(file, delimiter=";")] == listed
    assert pd.read_excel(tmp_path / "liste.xlsx", dtype=str, engine="openpyxl")["nom"].tolist() == listed
    document = json.loads((tmp_path / "liste.geojson").read_text(encoding="utf-8"))
    assert [feature["properties"]["nom"] for feature in document["features"]] == listed
    assert gpd.read_file(tmp_path / "liste.gpkg")["nom"].tolist() == listed
    assert f"{len(listed)}" in (tmp_path / "liste.limites").read_text(encoding="utf-8")
    assert len(listed) == total(carte)


def test_the_list_view_puts_the_map_away_and_brings_it_back_as_it_was(carte):
    carte.get_by_role("radio", name="Liste").or_(carte.get_by_role("button", name="Liste", exact=True)).first.click()
    expect(carte).to_have_url(re.compile("vue=liste"))
    expect(carte.locator(".st-key-carte iframe")).not_to_be_visible()
    expect(carte.locator(".acteurs tbody tr").first).to_contain_text("Position")
    carte.get_by_role("radio", name="Carte").or_(carte.get_by_role("button", name="Carte", exact=True)).first.click()
    expect(carte.locator(".st-key-carte iframe")).to_be_visible()
    assert carte.evaluate("__frames") == 1


def test_the_projector_needs_no_scrolling_and_has_a_way_back(open_page, site):
    page, _ = open_page(width=1920, height=1080)
    page.goto(f"{site}/carte?{EPCI}")
    page.get_by_role("link", name="Projeter").click()
    expect(page.locator(".projete").first).to_contain_text("Où sont les acteurs")
    expect(page.locator(".entete")).to_have_count(0)
    page.locator(".st-key-carte iframe").wait_for()
    overflow = "() => { const b = document.querySelector('.stMainBlockContainer'); return b.getBoundingClientRect().bottom - innerHeight; }"
    page.wait_for_function(f"() => ({overflow})() <= 1")
    page.get_by_role("link", name="Quitter la projection").click()
    expect(page.locator(".st-key-filtres")).to_be_visible()
