"""The choropleth in a real browser: painted once, restyled in place, two maps in step, map and table in step."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

APP = "tests/browser/apps/theme_dashboard.py"
READY = """n => {
  const frames = [...document.querySelectorAll('.st-key-cartes_theme iframe')].map(f => f.contentWindow);
  return frames.length === n && frames.every(w => { const d = w.essTheme && w.essTheme.desk;
    return d && d.now && d.painted === d.now.theme && d.layer.stats.draws > 0; });
}"""
DESK = "document.querySelectorAll('.st-key-cartes_theme iframe')[{}].contentWindow.essTheme.desk"


@pytest.fixture
def theme_page(page, serve_with):
    address = serve_with(APP).address

    def opened(query, maps=1):
        page.goto(f"{address}/?{query}")
        page.wait_for_function(READY, arg=maps, timeout=60_000)
        return page

    return opened


def desk(page, script, index=0):
    return page.evaluate(f"(() => {{ const d = {DESK.format(index)}; return {script}; }})()")


def choose(page, label, option):
    box = page.get_by_role("combobox", name=re.compile(label)).first
    box.fill(option)  # the list is long: only what is typed is sure to be in it
    page.get_by_role("option", name=option, exact=True).click()


def test_another_indicator_repaints_the_same_map(theme_page):
    page = theme_page("territoire=region:53&indicateur=densite_acteurs")
    frames = page.evaluate("__frames")
    files = desk(page, "d.contours.files.size")
    before = desk(page, "d.layer.theme.titre")
    choose(page, "Indicateur", "Densité de population")
    page.wait_for_function(f"(old) => {DESK.format(0)}.layer.theme.titre !== old", arg=before)
    expect(page).to_have_url(re.compile("indicateur=densite_population"))
    assert page.evaluate("__frames") == frames
    assert desk(page, "d.contours.files.size") == files


def point_of(page, code):
    return desk(
        page,
        f"""(() => {{ const p = d.contours.byCode.get('{code}'), M = d.map;
          const at = M.latLngToContainerPoint([(Math.atan(Math.sinh(Math.PI * (1 - 2 * p.y))) * 180) / Math.PI, p.x * 360 - 180]);
          const box = document.querySelector('.st-key-cartes_theme iframe').getBoundingClientRect();
          return {{ x: at.x + box.x, y: at.y + box.y }}; }})()""",
    )


def test_the_legend_counts_every_part_hover_names_one_and_a_click_chooses_it(theme_page):
    page = theme_page("territoire=epci:243500139&indicateur=densite_acteurs")
    lines = page.frame_locator(".st-key-cartes_theme iframe").locator(".ess-theme-legend div")
    expect(lines.last).to_contain_text("aucun acteur recensé")
    assert sum(int(re.sub(r"\D", "", text)) for text in lines.locator("i").all_inner_texts()) == 43
    page.locator(".st-key-cartes_theme iframe").scroll_into_view_if_needed()
    at = point_of(page, "35238")
    page.mouse.move(at["x"], at["y"])
    label = page.frame_locator(".st-key-cartes_theme iframe").locator(".ess-label")
    expect(label).to_contain_text("Rennes")
    expect(label).to_contain_text(re.compile(r"\d,\d.pour 10"))
    page.mouse.click(at["x"], at["y"])
    page.wait_for_function(f"() => {DESK.format(0)}.now.click >= 1 && {DESK.format(0)}.now.chosen === '35238'")
    assert desk(page, "d.layer.chosen") == "35238"


def test_two_maps_of_the_address_move_together(theme_page):
    page = theme_page("territoire=epci:243500139&indicateur2=densite_population", maps=2)
    desk(page, "d.map.setView([48.1, -1.7], 12, { animate: false }) && 1")
    there = desk(page, "[d.map.getCenter().lat, d.map.getCenter().lng, d.map.getZoom()]", 1)
    assert there == pytest.approx([48.1, -1.7, 12], abs=1e-3)
    desk(page, "d.map.setView([48.2, -1.5], 11, { animate: false }) && 1", 1)
    assert desk(page, "[d.map.getCenter().lat, d.map.getZoom()]") == pytest.approx([48.2, 11], abs=1e-3)


@pytest.mark.parametrize(("ref", "niveau"), [("france:FR", "departement"), ("commune:35238", "commune")])
def test_any_territory_is_cut_into_something(theme_page, ref, niveau):
    page = theme_page(f"territoire={ref}")
    assert desk(page, "d.layer.theme.niveau") == niveau
    assert desk(page, "d.contours.parts.length") > 20
