"""What happens when something comes late, twice, damaged or not at all."""

from __future__ import annotations

import base64
import re

import pytest
from playwright.sync_api import expect

RENNES = "epci:243500139"
PIXEL = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
CALM = "() => document.querySelector('[data-testid=stApp]').getAttribute('data-test-script-state') !== 'running'"


DEAF_TO_HEIGHT = """() => window.addEventListener('message', (e) => e.data.type === 'streamlit:setFrameHeight' && e.stopImmediatePropagation(), true)"""
"""Streamlit answers a change of height with its latest state, which would hide a loss."""


def test_a_state_sent_while_the_scripts_load_is_not_lost(page, map_site, map_frame):
    held = []
    page.add_init_script(f"({DEAF_TO_HEIGHT})()")
    page.route("**/carte.js", lambda route: held.append(route))  # noqa: PLW0108 - Playwright marks the function it is given
    with page.expect_request("**/carte.js"):
        page.goto(f"{map_site}/?territoire={RENNES}")
    page.wait_for_function(CALM)
    page.locator(".st-key-famille input").click()
    page.get_by_role("option", name="cooperative", exact=True).click()
    page.wait_for_function("() => JSON.parse(document.querySelector('.st-key-dit [data-testid=stText]').textContent).kept < 10")
    page.wait_for_function(CALM)
    held[0].continue_()
    frame = map_frame(page)
    frame.wait_for_function("() => essMap.state.now.selection.includes('famille=cooperative')", polling=30)
    frame.wait_for_function("() => essMap.layer.stats.count < 10", polling=30)


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("**/acteurs/*.bin", "Les acteurs n’ont pas pu être chargés."),
        ("**/selection/*.bin*", "Les filtres n’ont pas pu être appliqués à la carte."),
    ],
)
def test_what_did_not_come_is_said_and_asked_again(page, map_site, path, sentence):
    page.route(path, lambda route: route.fulfill(status=503, json={"erreur": "…"}))
    page.goto(f"{map_site}/?territoire={RENNES}")
    frame = page.frame_locator(".st-key-carte iframe")
    expect(frame.locator(".ess-note")).to_contain_text(sentence)
    page.unroute(path)
    frame.get_by_role("button", name="Réessayer").click()
    expect(frame.locator(".ess-note")).to_have_count(0)
    expect(frame.locator("#map_div")).to_have_attribute("aria-label", re.compile(r"^Carte.*acteurs placés"))


def test_a_damaged_binary_is_said(page, map_site):
    page.route("**/acteurs/*.bin", lambda route: route.fulfill(body=b"not the binary of actors, by far"))
    page.goto(f"{map_site}/?territoire={RENNES}")
    expect(page.frame_locator(".st-key-carte iframe").locator(".ess-note")).to_contain_text(
        "Les acteurs n’ont pas pu être chargés."
    )


def test_the_map_lives_without_its_ground(page, map_site, map_frame):
    page.route("**/contours/**", lambda route: route.fulfill(status=503, json={"erreur": "…"}))
    page.goto(f"{map_site}/?territoire={RENNES}")
    frame = map_frame(page)
    expect(frame.locator(".ess-note")).to_contain_text("Les contours n’ont pas pu être chargés.")
    frame.wait_for_function("() => essMap.layer.items.length > 5", polling=30)


def test_a_frame_that_changes_size_keeps_its_territory_fitted(open_map):
    play = open_map(territoire=RENNES)
    inside = """() => { const [w, n, e, s] = essMap.layer.contours.outline.box, { latOf, lonOf } = ess.mercator;
      return map.getBounds().contains([[latOf(s), lonOf(w)], [latOf(n), lonOf(e)]]); }"""
    for width in (700, 420, 1500):
        play.page.set_viewport_size({"width": width, "height": 900})
        play.wait("() => Math.abs(map.getSize().x - innerWidth) < 2")
        play.wait(inside)
        wide = play.read(
            "() => { const [w, , e] = essMap.layer.contours.outline.box; return (e - w) * 256 * 2 ** map.getZoom() / map.getSize().x; }"
        )
        tall = play.read(
            "() => { const [, n, , s] = essMap.layer.contours.outline.box; return (s - n) * 256 * 2 ** map.getZoom() / map.getSize().y; }"
        )
        assert max(wide, tall) > 0.6


def test_a_visitor_who_moved_is_left_where_he_is(open_map):
    play = open_map(territoire=RENNES)
    play.frame.get_by_role("button", name="Agrandir").click()
    play.still()
    zoom = play.read("() => map.getZoom()")
    play.page.set_viewport_size({"width": 900, "height": 900})
    play.wait("() => Math.abs(map.getSize().x - innerWidth) < 2")
    assert play.read("() => map.getZoom()") == zoom


def test_an_online_basemap_is_asked_only_when_chosen(open_page, map_site, open_map_in):
    page, seen = open_page()
    play = open_map_in(page, map_site, territoire=RENNES)
    assert seen.outside == []
    asked = []

    def tile(route):
        asked.append(route.request.url)
        route.fulfill(body=PIXEL, content_type="image/png")

    page.route("https://data.geopf.fr/**", tile)
    play = open_map_in(page, map_site, territoire=RENNES, fond="plan_ign")
    play.wait("() => essMap.layer.online")
    assert asked
    assert all("LAYER=GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2" in url and "TILEMATRIXSET=PM" in url for url in asked)
    expect(play.frame.locator(".leaflet-control-attribution")).to_contain_text("© IGN")
    play.painted()
    empty = play.read("() => !essMap.layer.canvas.names.getContext('2d').getImageData(0, 0, 900, 600).data.some(Boolean)")
    assert empty  # the online basemap has its own names
    assert seen.outside == []
    assert seen.errors == []


def test_openstreetmap_learns_the_site_but_not_the_page(open_page, map_site, open_map_in):
    page, _ = open_page()
    referers = []

    def tile(route):
        referers.append(route.request.all_headers().get("referer"))
        route.fulfill(body=PIXEL, content_type="image/png")

    page.route("https://tile.openstreetmap.org/**", tile)
    play = open_map_in(page, map_site, territoire=RENNES, fond="osm")
    play.wait("() => essMap.layer.online")
    assert set(referers) <= {f"{map_site}/", None}
    expect(play.frame.locator(".leaflet-control-attribution")).to_contain_text("contributeurs d’OpenStreetMap")


def test_a_basemap_that_does_not_answer_leaves_the_offline_one(open_page, map_site, open_map_in):
    page, seen = open_page()
    play = open_map_in(page, map_site, territoire=RENNES, fond="osm")
    expect(play.frame.locator(".ess-note")).to_have_text(
        "Le fond en ligne ne répond pas\u00a0: le fond hors connexion reste affiché."
    )
    assert play.read("() => essMap.layer.online") is False
    expect(play.frame.locator(".leaflet-control-attribution")).to_contain_text("Fond hors connexion.")
    assert {url.split("/")[2] for url in seen.outside} == {"tile.openstreetmap.org"}
