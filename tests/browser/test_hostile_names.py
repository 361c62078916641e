"""
Hostile texts on every surface, in a real browser: shown literally, nothing executed, nothing asked outside, nothing broken.

« Literally » is the text itself, the blanks and apostrophes of a name of place set the French way, its control characters made visible and its end cut where a surface is short (`markup.plain`);
what comes from an address is cleaned of what cannot be seen (`names.clean`). Each test leaves by the same door: no script ran in
the page or in the map, nothing was refused by the security policy, no error reached the page or the log of the server.
"""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

import geopandas as gpd
import httpx
import openpyxl
import pytest
from playwright.sync_api import expect

from ess_map.actors.names import clean
from ess_map.actors.selection import MAX_NAME, MAX_QUERY
from ess_map.exports.cells import portable, restore
from ess_map.maps.labels import shortened
from ess_map.typography import fr
from ess_map.ui.markup import plain
from tests.browser import harness, hostile_data
from tests.browser.hostile_data import EPCI, EPCI_NAME, PILE, PLACES, SOURCE_TITLE, SPREAD, TEXTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Frame, Page

HERE, THERE, AROUND = f"commune:{PILE}", f"commune:{SPREAD}", f"epci:{EPCI}"
INJECTED = """() => [...document.querySelectorAll('*')].filter(e => [...e.attributes].some(a => /^on/.test(a.name))
  || ['src', 'href', 'srcdoc', 'action'].some(n => /^\\s*(javascript|vbscript|data:text)/i.test(e.getAttribute(n) || ''))
  || e.matches('[src*=mouchard], [onerror], .st-key-fiche iframe')).map(e => e.outerHTML.slice(0, 200))"""
"""Elements that a text of ours would have made: handlers of events, addresses that act or that tell on the visitor."""
GO = "to => { history.pushState({}, '', to); dispatchEvent(new PopStateEvent('popstate')); }"
"""What our own links do (page.js)."""
SHARED = """([name, words]) => {
  const shared = new URL(document.querySelector("code")?.textContent || location).searchParams;
  return shared.get("nom") === name && shared.get("q") === words && !shared.has("famille"); }"""
SAID = """([chip, start, number]) => {
  const said = [...document.querySelectorAll(".st-key-avis p")].map((p) => p.textContent);
  return document.querySelector(".puce")?.textContent === `Retirer Rechercher\u00a0: ${chip}`
    && said.length >= number - 1 && said.filter((sentence) => sentence.includes(start)).length >= number - 2; }"""
ANSWERED = "text => document.querySelector('.st-key-suggestions [data-q]')?.dataset.q === encodeURIComponent(text)"
NAMES_OF_LIST = ".acteurs tbody th a"
expect.set_options(timeout=30_000)  # a machine that runs everything at once is slow, not wrong


@dataclass
class Visitor:
    """One page that goes from address to address as our links do."""

    page: Page
    address: str

    def go(self, path: str, **params: str) -> None:
        self.page.evaluate(GO, f"{self.address}/{path}?{urlencode(params)}")

    def open(self, path: str, **params: str) -> Frame | None:
        """Load the page anew; give the map if there is one."""
        self.page.goto(f"{self.address}/{path}?{urlencode(params)}")
        if path == "carte" and "vue" not in params:
            return harness.map_frame(self.page)
        expect(self.page.locator(".stApp .titre")).to_be_attached()
        return None


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hostile_data.build(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="module")
def server(serve_with: Callable[..., Any], folder: Path) -> Any:
    return serve_with(ESS_MAP_DATA_DIR=str(folder))


@pytest.fixture(scope="module")
def _opened(browser: Browser, server: Any) -> Iterator[tuple[Page, Any, list[str]]]:
    with harness.opened(browser) as (page, seen):
        refused: list[str] = []
        page.on("console", lambda message: refused.append(message.text) if "Content Security Policy" in message.text else None)
        page.on("dialog", lambda dialog: (seen.errors.append(dialog.message), dialog.dismiss()))
        yield page, seen, refused


@pytest.fixture
def visitor(_opened: tuple[Page, Any, list[str]], server: Any) -> Iterator[Visitor]:
    """Give the page; whatever was done with it, nothing of anybody's text acted."""
    page, seen, refused = _opened
    yield Visitor(page, server.address)
    page.wait_for_load_state("networkidle")  # leaving a page in the middle of its loading is an error of ours
    for frame in page.frames:
        assert frame.evaluate("window.pwned") is None
        assert frame.evaluate(INJECTED) == []
    assert (seen.errors, seen.outside, refused) == ([], [], [])
    assert page.locator(".panne, [data-testid=stException]").count() == 0
    log = server.log.read_text(errors="replace")
    assert not re.search(r"Traceback|unexpected error|WARNING|ERROR", log), log


def texts(visitor: Visitor, selector: str) -> list[str]:
    return visitor.page.locator(selector).all_text_contents()


def shown(limit: int = 0) -> set[str]:
    return {plain(text, limit) for text in TEXTS.values()}


def test_the_list_shows_every_name_literally(visitor):
    visitor.open("carte", territoire=HERE, vue="liste")
    expect(visitor.page.locator(NAMES_OF_LIST)).to_have_count(25)
    first = texts(visitor, NAMES_OF_LIST)
    expect(visitor.page.locator(".acteurs tbody td").nth(2)).to_contain_text(PLACES[PILE])
    visitor.page.get_by_role("link", name="Page suivante").click()
    expect(visitor.page.locator(NAMES_OF_LIST)).to_have_count(len(TEXTS) - 25)
    assert {*first, *texts(visitor, NAMES_OF_LIST)} == shown(110)
    line = visitor.page.locator(NAMES_OF_LIST).last
    name = line.text_content()
    line.click()
    expect(visitor.page.locator(".fiche h2")).to_have_text(name)
    number = list(TEXTS.values()).index(name)
    assert parse_qsl(urlsplit(visitor.page.url).query)[-1] == ("acteur", hostile_data.identifier(number, PILE))


def test_each_sheet_is_literal_and_its_links_lead_nowhere_unsafe(visitor):
    visitor.open("carte", territoire=HERE, vue="liste")
    page = visitor.page
    for number, (key, name) in enumerate(TEXTS.items()):
        visitor.go("carte", territoire=HERE, vue="liste", acteur=hostile_data.identifier(number, PILE))
        expect(page.locator(".fiche h2"), key).to_have_text(plain(name, 600), use_inner_text=False)
        facts = "".join(texts(visitor, ".fiche dd"))
        assert plain(list(TEXTS.values())[number - 7], 200) in facts
        assert SOURCE_TITLE in facts
        site = hostile_data.WEBSITES[number % len(hostile_data.WEBSITES)]
        assert site.partition("://")[2][:50] in facts
        targets = page.locator(".st-key-fiche a").evaluate_all("links => links.map(a => a.getAttribute('href'))")
        assert all(re.match(r"\./carte\?|https?://[^/]", target.lower()) for target in targets), targets
        near = page.locator(".stColumn .liste bdi")
        expect(near).to_have_count(4)
        assert set(near.all_text_contents()) <= shown(90)


def test_hovering_names_each_actor_literally(visitor):
    frame = visitor.open("carte", territoire=THERE)
    page, box = visitor.page, visitor.page.locator(".st-key-carte iframe").bounding_box()
    rows = httpx.get(
        f"{visitor.address}/acteurs/{frame.evaluate('essMap.state.version')}/noms?rows={','.join(map(str, range(2 * len(TEXTS))))}"
    )
    names = {actor["row"]: actor["nom"] for actor in rows.json()["acteurs"]}
    kept = frame.evaluate("[...essMap.layer.actors.kept.subarray(0, essMap.layer.actors.count)]")
    assert {names[row] for row in kept} == {shortened(text) for text in TEXTS.values()}
    for row in kept:
        place = frame.evaluate(
            "row => new Promise(done => { map.setView(essMap.layer.at(row), 18, { animate: false });"
            " requestAnimationFrame(() => requestAnimationFrame(() => { const p = map.latLngToContainerPoint(essMap.layer.at(row)); done([p.x, p.y]); })); })",
            row,
        )
        page.mouse.move(box["x"] + place[0], box["y"] + place[1])
        label = frame.locator(".ess-label.ess-shown bdi")
        frame.wait_for_function(
            "name => { const b = document.querySelector('.ess-label.ess-shown bdi'); return b && b.textContent === name; }",
            arg=names[row],
        )
        page.mouse.move(box["x"] + 4, box["y"] + 4)
        expect(label).to_have_count(0)


def test_a_pile_lists_every_name_literally(visitor):
    frame = visitor.open("carte", territoire=HERE)
    box = visitor.page.locator(".st-key-carte iframe").bounding_box()
    frame.wait_for_function("() => essMap.layer.items.some(i => i.n > 25)")
    place = frame.evaluate(
        "() => { const { layer } = essMap, p = layer.placeOf(layer.items.find(i => i.n > 25)); return [p.x, p.y]; }"
    )
    visitor.page.mouse.click(box["x"] + place[0], box["y"] + place[1])
    names = frame.get_by_role("dialog").locator("li bdi")
    expect(names).to_have_count(len(TEXTS))
    assert set(names.all_text_contents()) == {shortened(text) for text in TEXTS.values()}


def test_names_of_places_are_literal_on_the_portrait(visitor):
    visitor.open("", territoire=AROUND)
    page = visitor.page
    expect(page.locator(".stApp .titre")).to_have_text(EPCI_NAME)
    expect(page.locator(".st-key-territoire input")).to_have_value(fr(EPCI_NAME))
    expect(page.locator(".situ .ici")).to_have_text(plain(EPCI_NAME, 40))
    inside = page.locator(".st-key-fil_zonages .liste a")
    expect(inside).to_have_count(6)
    assert {fr(plain(name)) for name in PLACES.values()} < set(inside.all_text_contents())
    expect(page.locator(".st-key-fil_registre")).to_contain_text(SOURCE_TITLE)
    page.locator(".st-key-fil_zonages .liste a", has_text="Guénin").click()
    expect(page.locator(".stApp .titre")).to_have_text(plain(PLACES[SPREAD]), use_inner_text=False)
    expect(page.locator(".surtitre a").first).to_have_text(EPCI_NAME)
    expect(page.locator(".st-key-fil_voisins .liste a", has_text="Baud")).to_have_text(
        fr(plain(PLACES[PILE])), use_inner_text=False
    )


def test_a_place_of_ten_thousand_letters_does_not_spread_the_page(visitor):
    visitor.open("", territoire="commune:56173")
    expect(visitor.page.locator(".stApp .titre")).to_have_text(TEXTS["long"])
    wide = "() => Math.max(document.documentElement.scrollWidth, document.querySelector('.stMain').scrollWidth) - innerWidth"
    assert visitor.page.evaluate(wide) <= 0


def test_whatever_is_typed_in_the_search_box_is_answered_literally(visitor):
    visitor.open("", territoire=AROUND)
    box = visitor.page.locator(".st-key-territoire input")
    for text in TEXTS.values():
        box.fill(text)
        typed = box.input_value().strip()
        visitor.page.wait_for_function(ANSWERED, arg=typed)
        assert visitor.page.locator(".st-key-suggestions :is(a, p)").count() > 0
    box.fill("guenin")
    answer = visitor.page.locator(".st-key-suggestions a", has_text="Guénin").first
    expect(answer.locator("b")).to_have_text(plain(PLACES[SPREAD]), use_inner_text=False)


def test_an_address_full_of_hostile_texts_is_shown_literally_and_shared_whole(visitor):
    territory = f"compose:{PILE},{SPREAD}"
    visitor.open("carte", territoire=territory, nom="Pays", vue="liste")
    page = visitor.page
    expect(page.locator(NAMES_OF_LIST)).to_have_count(25)
    page.locator(".st-key-partager button").first.click()
    expect(page.locator("code")).to_be_visible()
    for text in TEXTS.values():
        nonsense = dict.fromkeys(("famille", "theme", "source", "tri", "zone", "reference", "acteur", "page", "territoir"), text)
        visitor.go("carte", territoire=territory, nom=text, vue="liste", q=text, **nonsense)
        name, words = clean(text)[:MAX_NAME].strip(), clean(text)[:MAX_QUERY].strip()
        page.wait_for_function(SHARED, arg=[name, words])
        shared = {"territoire": territory, "nom": name, "q": words, "vue": "liste"}
        assert dict(parse_qsl(urlsplit(page.locator("code").inner_text()).query)) == shared
        expect(page.locator(".st-key-territoire input")).to_have_value(name)
        expect(page.locator(".st-key-filtre_texte input")).to_have_value(words)
        first = words[:40].split(",")[0].strip()  # a comma parts the values of a filter
        page.wait_for_function(SAID, arg=[plain(words, 60), first, len(nonsense)])


def test_names_stay_literal_on_a_screen_that_is_projected(visitor):
    visitor.open("carte", territoire=AROUND, projection="1", vue="carte")
    expect(visitor.page.locator(".stApp .titre")).to_have_text(EPCI_NAME)
    visitor.go("", territoire=AROUND, projection="1")
    expect(visitor.page.locator(".stApp .titre")).to_have_text(EPCI_NAME)


def test_names_of_sources_are_literal_in_filters_and_on_the_data_page(visitor):
    visitor.open("carte", territoire=HERE, vue="liste", source=hostile_data.SOURCE)
    page = visitor.page
    expect(page.locator(".puce")).to_contain_text(plain(SOURCE_TITLE, 60))
    page.locator(".st-key-filtre_plus button").first.click()
    expect(page.get_by_role("button", name=f"{SOURCE_TITLE} {len(TEXTS)}", exact=True)).to_be_visible()
    visitor.go("donnees", territoire=AROUND)
    expect(page.locator(".source h3", has_text="Liste {{")).to_have_text(SOURCE_TITLE)
    expect(page.locator(".st-key-fil_qualite thead")).to_contain_text(plain(EPCI_NAME, 40))


def test_the_four_exports_hold_the_literal_texts(visitor, tmp_path):
    visitor.open("carte", territoire=HERE, vue="liste")
    page = visitor.page
    page.locator(".st-key-exporter button").first.click()
    for extension in ("csv", "xlsx", "geojson", "gpkg"):
        with page.expect_download() as download:
            page.locator(f".st-key-export_{extension} button").click()
        download.value.save_as(tmp_path / f"liste.{extension}")
    expected = {portable(text) for text in TEXTS.values()}
    raw = (tmp_path / "liste.csv").read_text(encoding="utf-8-sig")
    lines = list(csv.DictReader(io.StringIO(raw, newline=""), delimiter=";"))
    assert {restore(line["nom"]) for line in lines} == expected
    assert {restore(line["adresse"]) for line in lines} == expected
    assert not [line["nom"] for line in lines if line["nom"][:1] in "=+-@"]
    sheet = openpyxl.load_workbook(tmp_path / "liste.xlsx")["Acteurs"]
    cells = [cell for row in sheet.iter_rows(min_row=2) for cell in row]
    assert {cell.value for cell in cells if cell.column_letter == "C"} == expected
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]
    document = json.loads((tmp_path / "liste.geojson").read_text(encoding="utf-8"))
    assert {feature["properties"]["nom"] for feature in document["features"]} == expected
    assert set(gpd.read_file(tmp_path / "liste.gpkg")["nom"]) == expected


def test_routes_answer_with_data_or_a_french_sentence(visitor):
    with httpx.Client(base_url=visitor.address) as client:
        for text in TEXTS.values():
            for path in (f"/acteurs/{quote(text[:200], safe='')}.bin", f"/contours/x/{quote(text[:200], safe='')}.geojson"):
                answer = client.get(path)
                assert answer.status_code in (200, 400, 404)
                assert "{{" not in text or "49" not in answer.text
        page = client.get("/carte", headers={"accept": "text/html"})
        assert "pwned" not in page.text
