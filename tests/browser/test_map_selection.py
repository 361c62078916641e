"""A filter, a territory, a colour change what the map shows: without mounting it again, moving it, or asking outside."""

from __future__ import annotations

from playwright.sync_api import expect

RENNES = "epci:243500139"
EVERYWHERE = [0, 0, 2**27, 2**27]


def choose_family(play, name):
    play.page.locator(".st-key-famille input").click()
    play.page.get_by_role("option", name=name, exact=True).click()


def test_the_map_shows_exactly_the_actors_that_python_keeps(open_map):
    play = open_map(territoire=RENNES)
    assert play.read("() => essMap.layer.stats.count") == play.said()["kept"] > 20
    choose_family(play, "association")
    play.page.wait_for_function(
        "() => { const said = JSON.parse(document.querySelector('.st-key-dit [data-testid=stText]').textContent); return said.kept < 30; }"
    )
    kept = play.said()["kept"]
    play.wait("(kept) => essMap.layer.stats.count === kept", kept)
    families = play.read(
        "() => { const { kept, count, data } = essMap.layer.actors; return [...new Set([...kept.subarray(0, count)].map((row) => data.family[row]))]; }"
    )
    assert families == [0]


def test_a_filter_neither_moves_nor_mounts_the_map(open_map):
    play = open_map(territoire=RENNES)
    play.read("() => { map.setView([48.2, -1.5], 12, { animate: false }); }")
    before = play.read("() => [map.getCenter().lat, map.getCenter().lng, map.getZoom()]")
    binaries = "() => performance.getEntriesByType('resource').filter((r) => /acteurs.*bin$/.test(r.name)).length"
    count = play.read("() => essMap.layer.stats.count")
    choose_family(play, "cooperative")
    play.wait("(count) => essMap.layer.stats.count !== count", count)
    assert play.read("() => [map.getCenter().lat, map.getCenter().lng, map.getZoom()]") == before
    assert play.page.evaluate("() => __frames") == 1
    assert play.read(binaries) == 1


def test_another_territory_is_fitted_and_outlined(open_map):
    play = open_map(territoire=RENNES)
    box = play.page.locator(".st-key-territoire input")
    box.fill("departement:974")
    box.press("Enter")
    play.wait("() => essMap.layer.contours.territory === 'departement:974' && essMap.layer.contours.outline")
    assert play.read("() => map.getBounds().contains([-21.1, 55.5])")
    west, _, east, _ = play.read("() => essMap.layer.contours.outline.box")
    assert play.read("() => map.getZoom()") > 9
    assert 0 < east - west < 0.01
    assert play.page.evaluate("() => __frames") == 1


def test_dark_is_painted_in_place(open_map):
    play = open_map(territoire=RENNES)
    assert play.read("() => getComputedStyle(document.querySelector('#map_div')).backgroundColor") == "rgb(216, 229, 234)"
    play.page.locator(".st-key-sombre label").click()
    play.wait("() => getComputedStyle(document.querySelector('#map_div')).backgroundColor === 'rgb(10, 20, 23)'")
    play.wait("() => essMap.layer.looks.palette.encre === '#E6EEEF'")
    assert play.page.evaluate("() => __frames") == 1


def test_the_legend_has_the_families_shown_and_no_other(open_map):
    play = open_map(territoire=RENNES)
    names = play.frame.locator(".ess-legend span").all_inner_texts()
    present = play.read(
        "() => [...essMap.layer.actors.present].map((n, f) => n && f).filter((f) => f !== 0 || essMap.layer.actors.present[0])"
    )
    assert 1 < len(names) <= len(present) + 1
    choose_family(play, "cooperative")
    expect(play.frame.locator(".ess-legend span")).to_have_text(["Coopératives"])


def test_the_map_tells_its_counts_to_those_who_listen(open_map):
    play = open_map(territoire=RENNES)
    home = play.frame.locator("#map_div")
    kept = play.said()["kept"]
    expect(home).to_have_attribute("aria-label", f"Carte\u00a0: {kept}\u00a0acteurs placés, dont {kept} dans la vue. "
        "Flèches pour se déplacer, plus et moins pour zoomer, Entrée pour choisir l’acteur du centre. La liste donne les mêmes acteurs.")  # fmt: skip
    expect(home).to_have_attribute("tabindex", "0")
    assert (
        play.page.locator(".st-key-carte iframe").get_attribute("title") == "Carte des acteurs de l’économie sociale et solidaire"
    )
    assert play.read("() => document.documentElement.lang") == "fr"
    expect(play.frame.get_by_role("button", name="Agrandir")).to_have_count(1)
    expect(play.frame.get_by_role("button", name="Réduire")).to_have_count(1)


def test_items_never_overlap_and_hold_each_actor_once(open_map):
    play = open_map(complement="1")
    problems = play.read(
        """(everywhere) => { const out = [], { actors } = essMap.layer;
        for (const k of [1, 1.8]) for (const zoom of [4.75, 6, 7.25, 8.5, 10, 11.75, 13, 15, 18]) {
          const scale = 256 * 2 ** zoom, groups = actors.groups(zoom, [0, 0, scale, scale], k);
          const seen = new Uint8Array(actors.count);
          for (const { runs, n } of groups) { let held = 0; for (let i = 0; i < runs.length; i += 2) for (let p = runs[i]; p < runs[i + 1]; p++) { seen[p]++; held++; } if (held !== n) out.push(['n', zoom]); }
          if (seen.some((times) => times !== 1)) out.push(['once', zoom]);
          const cells = new Map(), side = 120 * k;
          for (const g of groups) { const key = `${Math.floor(g.x / side)},${Math.floor(g.y / side)}`; cells.has(key) ? cells.get(key).push(g) : cells.set(key, [g]); }
          for (const g of groups) { const a = Math.floor(g.x / side), b = Math.floor(g.y / side);
            for (let u = a - 1; u <= a + 1; u++) for (let v = b - 1; v <= b + 1; v++) for (const o of cells.get(`${u},${v}`) || [])
              if (o !== g && Math.hypot(o.x - g.x, o.y - g.y) < o.r + g.r) out.push(['overlap', k, zoom]); } }
        return out.slice(0, 5); }""",
        EVERYWHERE,
    )
    assert problems == []


def test_names_of_places_do_not_overlap_each_other(open_map):
    play = open_map(territoire=RENNES)
    boxes = play.read(
        """() => { const put = [], { layer } = essMap, old = CanvasRenderingContext2D.prototype.fillText;
        const c = layer.canvas.names.getContext('2d');
        c.fillText = function (text, x, y) { const w = this.measureText(text).width / 2, s = parseFloat(this.font.match(/([\\d.]+)px/)[1]); put.push([text, x - w, y - s / 2, x + w, y + s / 2]); return old.call(this, text, x, y); };
        layer._names(); delete c.fillText; return put; }"""
    )
    assert "Rennes" in [text for text, *_ in boxes]
    assert len(boxes) > 15
    for i, (_, left, top, right, bottom) in enumerate(boxes):
        for _, a, b, c, d in boxes[i + 1 :]:
            assert right <= a or c <= left or bottom <= b or d <= top


def test_overseas_is_one_press_away_from_france(open_map):
    play = open_map()
    buttons = play.frame.get_by_role("group", name="Outre-mer").get_by_role("button")
    expect(buttons).to_have_text(["Guadeloupe", "Martinique", "Guyane", "La Réunion", "Mayotte"])
    buttons.nth(3).click()
    play.wait("() => map.getBounds().contains([-21.1, 55.5]) && map.getZoom() > 8")
    play.frame.get_by_role("button", name="Recentrer").click()
    play.wait("() => map.getBounds().contains([46.6, 2.4])")


def test_actors_are_named_beside_their_signs_at_street_zoom(open_map):
    play = open_map(territoire=RENNES)
    row = play.read("() => { const i = essMap.layer.items.find((i) => i.n === 1); return i.row; }")
    play.row_at(row, 16.5)
    play.wait("(row) => essMap.layer.streetNames.known.get(row)", row)
    written = play.read(
        """(row) => { const { layer } = essMap, c = layer.canvas.names.getContext('2d'), put = [];
        c.fillText = (text) => put.push(text); layer._names(); delete c.fillText; return put.filter((t) => t.startsWith('\\u2068')); }""",
        row,
    )
    name = play.read("(row) => essMap.layer.streetNames.known.get(row)", row)
    assert f"\u2068{name}\u2069" in written
    play.read("() => { map.setZoom(14, { animate: false }); }")
    assert play.read("() => essMap.layer.streetNames.of(essMap.layer.items, essMap.layer.frame).length") == 0
