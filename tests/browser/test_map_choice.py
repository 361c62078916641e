"""Hovering and choosing actors, with the mouse and with the keyboard."""

from __future__ import annotations

from playwright.sync_api import expect

RENNES = "epci:243500139"
SHOWN = ".ess-label.ess-shown"


def test_a_hover_names_the_actor(open_map):
    play = open_map(territoire=RENNES)
    x, y = play.item("i.n === 1")
    play.page.mouse.move(*play.point(x, y))
    expect(play.frame.locator(f"{SHOWN} bdi")).not_to_be_empty()
    play.page.mouse.move(*play.point(4, 4))
    expect(play.frame.locator(SHOWN)).to_have_count(0)


def test_a_hover_on_a_cluster_counts_by_family(open_map):
    play = open_map(territoire=RENNES)
    x, y = play.item("i.places > 1 && i.n > 5")
    play.page.mouse.move(*play.point(x, y))
    lines = play.frame.locator(f"{SHOWN} span")
    expect(play.frame.locator(f"{SHOWN} bdi")).to_contain_text("acteurs")
    total = int("".join(c for c in play.frame.locator(f"{SHOWN} bdi").inner_text() if c.isdigit()))
    assert sum(int(line.split(":")[1]) for line in lines.all_inner_texts()) == total


def test_a_click_tells_the_actor_once_and_the_ground_forgets_it(open_map):
    play = open_map(territoire=RENNES)
    x, y = play.item("i.n === 1")
    play.click(x, y)
    (message,) = play.heard(1)
    assert message["kind"] == "acteur"
    assert play.read("() => essMap.layer.chosen") == message["row"] >= 0
    play.click(120, 300)
    assert play.heard(2)[-1] == {"kind": "acteur", "row": -1, "click": 2}
    play.click(120, 330)
    play.click(x, y)
    assert [m["row"] for m in play.heard(3)] == [message["row"], -1, message["row"]]


def test_moving_the_map_tells_nothing(open_map):
    play = open_map(territoire=RENNES)
    received = play.page.evaluate("() => __ws")
    play.page.mouse.move(*play.point(300, 200))
    play.page.mouse.down()
    play.page.mouse.move(*play.point(420, 300), steps=6)
    play.page.mouse.up()
    play.wait("() => !map.dragging.moving()")
    x, y = play.item("i.n === 1")
    play.click(x, y)  # heard after whatever the move might have said
    assert len(play.heard(1)) == 1
    assert play.page.evaluate("() => __ws") > received


def test_a_cluster_opens_and_its_actors_are_in_view(open_map):
    play = open_map(territoire=RENNES)
    before = play.read("() => map.getZoom()")
    x, y = play.item("i.places > 1 && i.n > 5")
    play.click(x, y)
    play.wait("(zoom) => map.getZoom() > zoom && !map._animatingZoom", before)
    assert play.read("() => essMap.layer.seen()") > 1
    assert play.said()["heard"] == []


def test_several_at_one_place_are_a_list_of_buttons(open_map):
    play = open_map(territoire="departement:48", complement="1")
    x, y = play.item("i.places === 1 && i.n > 1 && i.n < 9 && i.centre")
    play.click(x, y)
    box = play.frame.get_by_role("dialog")
    lines = box.get_by_role("listitem").get_by_role("button")
    expect(lines.first).to_be_focused()
    count = lines.count()
    expect(box).to_have_attribute("aria-label", f"{count}\u00a0acteurs sans adresse précise")
    play.page.keyboard.press("ArrowDown")
    expect(lines.nth(1)).to_be_focused()
    play.page.keyboard.press("Enter")
    (message,) = play.heard(1)
    expect(lines.nth(1)).to_have_attribute("aria-current", "true")
    assert message["row"] == play.read("() => essMap.layer.chosen")
    play.page.keyboard.press("Escape")
    expect(box).to_have_count(0)
    expect(play.frame.locator("#map_div")).to_be_focused()


def test_a_long_list_stops_at_two_hundred_and_says_so(open_map):
    play = open_map(territoire="commune:75056")
    largest = play.read(
        "() => { const { actors } = essMap.layer, scale = 256 * 2 ** 18; const g = actors.groups(18, [0, 0, scale, scale], 1).sort((a, b) => b.n - a.n)[0]; return [g.n, actors.kept[g.runs[0]]]; }"
    )
    if largest[0] <= 200:  # the register decides: the rule is then tested on what would be asked
        rows = play.read("() => [...essMap.layer.actors.kept.subarray(0, 260)]")
        play.read("(rows) => { essMap.choosing.options.list.open(rows, rows.length, 'Acteurs', -1, { x: 300, y: 200 }); }", rows)
    else:
        play.click(*play.row_at(largest[1]))
    lines = play.frame.get_by_role("dialog").get_by_role("listitem")
    expect(lines).to_have_count(200)
    expect(play.frame.get_by_role("dialog")).to_contain_text("autres, à lire dans la liste")


def test_the_keyboard_moves_zooms_and_chooses(open_map):
    play = open_map(territoire=RENNES)
    x, y = play.item("i.n === 1")
    play.read("([x, y]) => { map.setView(map.containerPointToLatLng([x, y]), 14, { animate: false }); }", [x, y])
    home = play.frame.locator("#map_div")
    home.focus()
    longitude = play.read("() => map.getCenter().lng")
    play.page.keyboard.press("ArrowRight")
    play.wait("(lng) => map.getCenter().lng > lng", longitude)
    play.still()
    play.page.keyboard.press("ArrowLeft")
    play.wait("(lng) => Math.abs(map.getCenter().lng - lng) < 1e-4", longitude)
    play.still()
    play.page.keyboard.press("Enter")
    assert play.heard(1)[0]["row"] >= 0
    play.page.keyboard.press("Escape")
    assert play.heard(2)[1]["row"] == -1
    zoom = play.read("() => map.getZoom()")
    play.page.keyboard.press("+")
    play.wait("(zoom) => map.getZoom() > zoom", zoom)


def test_an_actor_chosen_elsewhere_comes_into_view_alone(open_map):
    play = open_map(territoire=RENNES)
    row = play.read(
        "() => { const { items, actors } = essMap.layer; const i = items.find((i) => i.places > 1 && i.n > 5); return actors.rowsOf(i, 1)[0]; }"
    )
    box = play.page.locator(".st-key-ligne input")
    box.fill(str(row))
    box.press("Enter")
    play.wait("(row) => essMap.layer.chosen === row && map.getBounds().contains(essMap.layer.at(row))", row)
    play.painted()
    assert (
        play.read(
            "(row) => { const { actors, items } = essMap.layer, p = actors.placeOf(row); return items.find((i) => ess.clusters.holds(i.group, p)).places; }",
            row,
        )
        == 1
    )


def test_a_click_works_while_the_page_still_has_to_scroll(open_map):
    play = open_map(territoire=RENNES)
    play.page.set_viewport_size({"width": 1400, "height": 560})
    play.page.locator(".st-key-carte iframe").scroll_into_view_if_needed()
    play.wait("() => !map._animatingZoom")
    x, y = play.read(
        "() => { const i = essMap.layer.items.filter((i) => i.n === 1).map((i) => essMap.layer.placeOf(i)).find((p) => p.y > 60 && p.y < 250 && p.x > 210); return [i.x, i.y]; }"
    )
    play.click(x, y)
    assert play.heard(1)[0]["row"] >= 0
