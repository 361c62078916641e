"""Drawing a zone, erasing it, composing a territory: what is told is what was drawn."""

from __future__ import annotations

import math
import re

from playwright.sync_api import expect

RENNES = "epci:243500139"
CORNERS = [(420, 160), (700, 170), (720, 420), (440, 440)]


def tool(play, name):
    return play.frame.get_by_role("button", name=name)


def test_a_polygon_is_told_drawn_and_applied(open_map):
    play = open_map(territoire=RENNES)
    before = play.said()["kept"]
    tool(play, "Dessiner une zone").click()
    expect(tool(play, "Dessiner une zone")).to_have_attribute("aria-pressed", "true")
    for x, y in CORNERS:
        play.click(x, y)
    expect(play.frame.locator(".ess-note")).to_contain_text("4\u00a0sommets")
    play.page.keyboard.press("Enter")
    (message,) = play.heard(1)
    assert re.fullmatch(r"polygone:(-?\d+\.\d{5},-?\d+\.\d{5};){3}-?\d+\.\d{5},-?\d+\.\d{5}", message["zone"])
    points = [tuple(map(float, part.split(","))) for part in message["zone"].partition(":")[2].split(";")]
    for (x, y), (lon, lat) in zip(CORNERS, points, strict=True):
        at = play.read("([lon, lat]) => { const p = map.latLngToContainerPoint([lat, lon]); return [p.x, p.y]; }", [lon, lat])
        assert math.dist(at, (x, y)) < 1
    kept = play.said()["kept"]
    assert 0 < kept < before
    play.wait("(kept) => essMap.layer.stats.count === kept", kept)
    assert play.read("() => essMap.layer.zone.points.length") == 4
    tool(play, "Effacer la zone dessinée").click()
    assert play.heard(2)[1]["zone"] == ""
    play.wait("(before) => essMap.layer.stats.count === before", before)
    expect(tool(play, "Effacer la zone dessinée")).to_have_count(0)


def test_a_second_press_at_one_place_closes_the_polygon(open_map):
    play = open_map(territoire=RENNES)
    tool(play, "Dessiner une zone").click()
    for x, y in CORNERS[:3]:
        play.click(x, y)
    play.page.mouse.dblclick(*play.point(*CORNERS[3]))
    assert play.heard(1)[0]["zone"].count(";") == 3


def test_a_circle_has_the_radius_of_the_drag(open_map):
    play = open_map(territoire=RENNES)
    tool(play, "Dessiner un cercle").click()
    play.page.mouse.move(*play.point(600, 300))
    play.page.mouse.down()
    play.page.mouse.move(*play.point(650, 300))
    play.page.mouse.move(*play.point(700, 300))
    play.page.mouse.up()
    (message,) = play.heard(1)
    lon, lat, metres = map(float, message["zone"].removeprefix("cercle:").split(","))
    ground = play.read("([lat, lon]) => map.distance([lat, lon], map.containerPointToLatLng([700, 300]))", [lat, lon])
    assert abs(metres - ground) / ground < 0.01
    play.wait("(kept) => essMap.layer.stats.count === kept", play.said()["kept"])


def test_a_press_without_a_drag_is_a_circle_of_five_kilometres(open_map):
    play = open_map(territoire=RENNES)
    tool(play, "Dessiner un cercle").click()
    play.click(600, 300)
    assert play.heard(1)[0]["zone"].endswith(",5000")


def test_escape_and_cancel_tell_nothing(open_map):
    play = open_map(territoire=RENNES)
    tool(play, "Dessiner une zone").click()
    play.click(*CORNERS[0])
    play.page.keyboard.press("Escape")
    expect(play.frame.locator(".ess-sheet")).to_have_count(0)
    tool(play, "Dessiner une zone").click()
    for x, y in CORNERS[:2]:
        play.click(x, y)
    play.page.keyboard.press("Enter")  # two vertices make no zone: the tool stays
    expect(play.frame.locator(".ess-sheet")).to_have_count(1)
    play.frame.get_by_role("button", name="Annuler").click()
    expect(play.frame.locator(".ess-sheet")).to_have_count(0)
    x, y = play.item("i.n === 1")
    play.click(x, y)
    assert [message["kind"] for message in play.heard(1)] == ["acteur"]


def test_while_drawing_a_drag_moves_the_map_and_a_click_chooses_nobody(open_map):
    play = open_map(territoire=RENNES)
    x, y = play.item("i.n === 1")
    tool(play, "Dessiner une zone").click()
    play.click(x, y)
    longitude = play.read("() => map.getCenter().lng")
    play.page.mouse.move(*play.point(600, 300))
    play.page.mouse.down()
    play.page.mouse.move(*play.point(500, 300), steps=4)
    play.page.mouse.up()
    play.wait("(lng) => map.getCenter().lng > lng", longitude)
    assert play.read("() => essMap.drawing.points.length") == 1
    assert play.said()["heard"] == []


def test_clicks_compose_a_territory_and_the_map_stays_still(open_map):
    play = open_map(territoire=RENNES, composer="1")
    centre = play.read("() => [map.getCenter().lat, map.getCenter().lng]")
    codes = []
    for name in ("Bruz", "Betton", "Bruz"):
        x, y = play.read(
            """(name) => { const c = essMap.layer.contours.shown().find((c) => c.name === name), { latOf, lonOf } = ess.mercator;
            const p = map.latLngToContainerPoint([latOf(c.y), lonOf(c.x)]); return [p.x, p.y]; }""",
            name,
        )
        play.page.mouse.move(*play.point(x, y))
        expect(play.frame.locator(".ess-label.ess-shown bdi")).to_have_text(name)
        play.click(x, y)
        codes.append(play.heard(len(codes) + 1)[-1]["code"])
    assert codes == ["35047", "35024", "35047"]
    assert play.read("() => [...essMap.layer.composing.composition]") == ["35024"]
    assert play.read("() => [map.getCenter().lat, map.getCenter().lng]") == centre
    expect(tool(play, "Dessiner une zone")).to_have_count(0)
