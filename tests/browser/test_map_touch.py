"""The map under a finger, inside a page that scrolls; on a projector."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

RENNES = "epci:243500139"
PHONE = {"width": 375, "height": 740, "has_touch": True, "is_mobile": True, "device_scale_factor": 2}


@pytest.fixture
def phone(open_page, map_site, open_map_in):
    page, seen = open_page(**PHONE)
    play = open_map_in(page, map_site, territoire=RENNES)
    page.locator(".st-key-carte iframe").scroll_into_view_if_needed()
    yield play
    assert seen.errors == []
    assert seen.outside == []


class Fingers:
    """Fingers on the screen, through the browser's own protocol."""

    def __init__(self, play):
        self.play = play
        self.session = play.page.context.new_cdp_session(play.page)

    def put(self, kind, *places):
        points = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(self.play.point(*place) for place in places)]
        self.session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})


def alone(play):
    """Give the place of an actor with nobody within 60 px."""
    return play.read(
        """() => { const { items } = essMap.layer; const found = items.filter((i) => i.n === 1 && items.every((o) => o === i || Math.hypot(o.x - i.x, o.y - i.y) > 60))
        .map((i) => essMap.layer.placeOf(i)).find((p) => p.x > 40 && p.x < innerWidth - 40 && p.y > 90 && p.y < 420); return [found.x, found.y]; }"""
    )


def test_a_finger_beside_a_sign_chooses_it(phone):
    x, y = alone(phone)
    phone.page.touchscreen.tap(*phone.point(x + 15, y + 10))
    assert phone.heard(1)[0]["row"] >= 0


def test_one_finger_leaves_the_map_still_and_says_how_to_move_it(phone):
    before = phone.read("() => [map.getCenter().lat, map.getCenter().lng]")
    fingers = Fingers(phone)
    fingers.put("touchStart", (170, 300))
    for x in (165, 155, 140, 120):
        fingers.put("touchMove", (x, 300))
    fingers.put("touchEnd")
    expect(phone.frame.locator(".ess-note")).to_have_text("Déplacez la carte avec deux doigts.")
    assert phone.read("() => [map.getCenter().lat, map.getCenter().lng]") == before
    assert phone.read("() => getComputedStyle(document.querySelector('#map_div')).touchAction") == "pan-x pan-y"


def test_two_fingers_zoom_and_move_the_map(phone):
    zoom = phone.read("() => map.getZoom()")
    fingers = Fingers(phone)
    fingers.put("touchStart", (140, 300), (200, 300))
    for step in (10, 25, 45, 60):
        fingers.put("touchMove", (140 - step, 310), (200 + step, 310))
    fingers.put("touchEnd")
    phone.wait("(zoom) => map.getZoom() > zoom", zoom)


def test_a_long_press_names_the_actor_without_choosing_it(phone):
    x, y = alone(phone)
    fingers = Fingers(phone)
    fingers.put("touchStart", (x, y))
    expect(phone.frame.locator(".ess-label.ess-shown bdi")).not_to_be_empty()
    fingers.put("touchEnd")
    assert phone.said()["heard"] == []


def test_a_polygon_is_drawn_by_taps(phone):
    phone.frame.get_by_role("button", name="Dessiner une zone").tap()
    for x, y in ((100, 200), (250, 210), (240, 380)):
        phone.page.touchscreen.tap(*phone.point(x, y))
    phone.frame.get_by_role("button", name="Terminer").tap()
    assert phone.heard(1)[0]["zone"].startswith("polygone:")


def test_a_narrow_frame_has_no_legend_and_large_targets(phone):
    expect(phone.frame.locator(".ess-legend")).to_be_hidden()
    for box in phone.frame.locator(".ess-bar button:visible").evaluate_all(
        "(all) => all.map((b) => b.getBoundingClientRect().toJSON())"
    ):
        assert box["width"] >= 36
        assert box["height"] >= 36
    top = phone.read("() => map.latLngToContainerPoint([ess.mercator.latOf(essMap.layer.contours.outline.box[1]), 0]).y")
    assert top > 50  # below the row of buttons


def test_a_projector_has_larger_signs_and_words(open_map):
    play = open_map(territoire=RENNES, projection="1")
    play.wait("() => essMap.layer.looks.k === 1.8")
    play.painted()
    assert play.read("() => Math.min(...essMap.layer.items.map((i) => i.r))") >= 15
    assert float(play.frame.locator(".ess-legend").evaluate("(e) => parseFloat(getComputedStyle(e).fontSize)")) >= 24


def test_less_motion_is_respected(open_page, map_site, open_map_in):
    page, _ = open_page(reduced_motion="reduce")
    play = open_map_in(page, map_site, territoire=RENNES)
    assert play.read("() => [map.options.zoomAnimation, map.options.fadeAnimation, map.options.inertia]") == [False, False, False]


def test_full_screen_is_allowed_in_the_frame(open_map):
    play = open_map(territoire=RENNES)
    play.frame.get_by_role("button", name="Plein écran").click()
    expect(play.frame.get_by_role("button", name="Quitter le plein écran")).to_be_visible()
    play.wait("() => document.fullscreenElement !== null")
    play.frame.get_by_role("button", name="Quitter le plein écran").click()
    expect(play.frame.get_by_role("button", name="Plein écran", exact=True)).to_be_visible()


def test_the_wheel_belongs_to_the_page_until_the_map_has_the_focus(open_map):
    play = open_map(territoire=RENNES)
    zoom = play.read("() => map.getZoom()")
    play.page.mouse.move(*play.point(500, 300))
    play.page.mouse.wheel(0, -240)
    expect(play.frame.locator(".ess-note")).to_have_text("Pour zoomer, cliquez d’abord dans la carte, ou maintenez Ctrl.")
    assert play.read("() => map.getZoom()") == zoom
    play.frame.locator("#map_div").focus()
    play.page.mouse.wheel(0, -240)
    play.wait("(zoom) => map.getZoom() > zoom", zoom)
