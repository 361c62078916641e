"""The pages keep their shape: no sideways scroll, one title, nothing in English that we could set, in light and in dark."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

expect.set_options(timeout=20_000)  # the machine that runs the tests may be busy with others

PLACES = [
    "/",
    "/?territoire=epci:243500139",
    "/carte?territoire=epci:243500139",
    "/cas?territoire=epci:243500139&besoin=MOB",
    "/leviers?territoire=epci:243500139&volet=feuille-de-route",
    "/donnees",
    "/a-propos",
]
ENGLISH = (
    r"\b(Skip to|Clear|Copy|Close|Search|Select|Choose|No results|Press Enter|Running|Loading|Deploy|Rerun|Settings|Show|Help)\b"
)


@pytest.mark.parametrize("width", [320, 375, 768])
@pytest.mark.parametrize("path", PLACES)
def test_nothing_scrolls_sideways(open_page, site, path, width):
    page, seen = open_page(width=width, height=800)
    page.goto(site + path)
    page.locator(".stApp .titre").wait_for(state="attached")
    expect(page.locator(".st-key-compteur .total")).to_be_visible()
    wide = page.evaluate(
        "() => [...document.querySelectorAll('.stMainBlockContainer *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1"
        " && !e.closest('.large, .sr, table, .st-key-carte') && getComputedStyle(e).visibility !== 'hidden').map(e => e.className || e.tagName)"
    )
    assert wide == []
    assert seen.errors == []


@pytest.mark.parametrize("path", PLACES)
def test_each_page_has_one_title_and_speaks_french(page, site, path):
    page.goto(site + path)
    page.locator(".stApp .titre").wait_for(state="attached")
    expect(page.locator(".st-key-compteur .total")).to_be_visible()
    assert page.locator("h1").count() == 1
    assert page.locator("html").get_attribute("lang") == "fr"
    page.wait_for_function(
        """(english) => { const pattern = new RegExp(english);
          const said = [...document.querySelectorAll('body *')].flatMap(e => ['aria-label', 'title', 'placeholder', 'alt']
            .map(n => e.getAttribute(n)).concat(e.childElementCount ? [] : [e.textContent]));
          window.__english = said.filter(t => t && t.length < 60 && pattern.test(t)); return !window.__english.length; }""",
        arg=ENGLISH,
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stays_readable_in_both_themes(open_page, site, scheme):
    page, _ = open_page(color_scheme=scheme)
    page.goto(f"{site}/?territoire=epci:243500139")
    page.locator(".stApp .chapo").wait_for()
    ratio = page.evaluate(
        """() => {
          const light = (c) => { const [r, g, b] = c.match(/[\\d.]+/g).map(Number).map(v => v / 255)
            .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
          const back = light(getComputedStyle(document.querySelector('.stApp')).backgroundColor);
          return [...document.querySelectorAll('.chapo, .stApp .note, .cles dt, .surtitre, .barres .nom')].map(e => {
            const text = light(getComputedStyle(e).color), [a, b] = [Math.max(text, back), Math.min(text, back)];
            return (a + 0.05) / (b + 0.05); }).reduce((a, b) => Math.min(a, b));
        }"""
    )
    assert ratio >= 4.5


def test_the_context_bar_stays_in_sight_on_a_large_screen_only(open_page, site):
    for width, stays in ((1400, True), (375, False)):
        page, _ = open_page(width=width, height=700)
        page.goto(f"{site}/?territoire=epci:243500139")
        bar = page.locator(".st-key-compteur .total")
        bar.wait_for()
        page.locator(".exemples, .boutons").last.scroll_into_view_if_needed()
        expect(bar).to_be_in_viewport() if stays else expect(bar).not_to_be_in_viewport()


@pytest.mark.parametrize("path", ["/", "/carte", "/carte/?territoire=epci:243500139", "/diagnostic?territoire=commune:35238"])
def test_a_page_asks_its_server_once_and_at_the_right_place(page, site, path):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    with page.expect_websocket() as opened:
        page.goto(site + path)
    page.locator(".stApp .titre").wait_for(state="attached")
    assert opened.value.url == site.replace("http", "ws", 1) + "/_stcore/stream"
    assert [url for url in asked if "/_stcore/health" in url] == [f"{site}/_stcore/health"]
