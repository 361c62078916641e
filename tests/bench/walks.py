"""Journeys timed in a real browser: the dashboard, and what it is compared with."""

from __future__ import annotations

import statistics
from typing import TYPE_CHECKING, Any

from tests.bench import themes
from tests.bench.samples import SAMPLE, now, settled
from tests.browser.harness import Seen, map_frame

if TYPE_CHECKING:
    from playwright.sync_api import Frame, Page

TERRITORY = "epci:243500139"  # Rennes Métropole
FRANCE = "france:FR"


def empty(page: Page, address: str) -> dict[str, float]:
    """Time an empty Streamlit page."""
    page.goto(address, wait_until="commit")
    page.get_by_text("Rien").wait_for()
    return {"premier_ms": _since_start(page)}


def circles(page: Page, address: str) -> dict[str, float]:
    """Time 1,000 CircleMarker: first map, then one family."""
    page.context.add_init_script(SAMPLE)
    page.goto(address, wait_until="commit")
    first = settled(page, float(page.evaluate("() => performance.timeOrigin")))
    before, at = _websocket(page), now(page)
    page.get_by_text("association", exact=True).first.click()
    return {"premier_ms": first, "filtre_ms": settled(page, at), "filtre_ko": _websocket(page) - before}


def dashboard(page: Page, address: str, seen: Seen) -> dict[str, float]:
    """Time the map of an EPCI, then filters, hover and click on the whole of France."""
    page.context.add_init_script(SAMPLE)
    page.goto(f"{address}/carte?territoire={TERRITORY}", wait_until="commit")
    found = {"premier_ms": settled(page, float(page.evaluate("() => performance.timeOrigin")))}
    page.goto(f"{address}/carte?territoire={FRANCE}", wait_until="commit")
    settled(page, float(page.evaluate("() => performance.timeOrigin")))
    frame = map_frame(page)
    found |= _filter(page)
    found |= _hover_and_click(page, frame)
    return found | {"cadres": float(page.evaluate("() => __frames")), "dehors": float(len(seen.outside))}


def _filter(page: Page) -> dict[str, float]:
    """Three families one after the other; the map AND the table must have changed."""
    times, sizes = [], []
    for sign in ("■", "●", "■"):
        counter = page.locator(".st-key-compteur").inner_text()
        before, at = _websocket(page), now(page)
        page.locator(".st-key-filtre_famille button", has_text=sign).first.click()
        page.wait_for_function(
            "(old) => document.querySelector('.st-key-compteur').innerText !== old", arg=counter, polling=20, timeout=30_000
        )
        counted = now(page) - at
        times.append(max(settled(page, at), counted))
        sizes.append(_websocket(page) - before)
    return {"filtre_ms": statistics.median(times), "filtre_ko": statistics.median(sizes)}


LONE = """() => { const { layer } = essMap, kept = layer.actors.kept, { x, y, precision } = layer.data;
  for (let k = layer.actors.count >> 1; k < layer.actors.count - 1; k++) {
    const row = kept[k], apart = (a) => x[a] !== x[row] || y[a] !== y[row];
    if (precision[row] === 0 && apart(kept[k - 1]) && apart(kept[k + 1])) return row;
  } return kept[0]; }"""
"""A placed actor with nobody else at its address."""

PLACE = """(row) => { const { layer } = essMap, map = layer._map;
  map.setView(layer.at(row), 17, { animate: false });
  const p = map.latLngToContainerPoint(layer.at(row)); return [p.x, p.y]; }"""


def _hover_and_click(page: Page, frame: Frame) -> dict[str, float]:
    row = frame.evaluate(LONE)
    since = now(page)
    left, top = frame.evaluate(PLACE, row)
    settled(page, since)
    box = page.locator(".st-key-carte iframe").first.bounding_box()
    assert box is not None
    x, y = box["x"] + left, box["y"] + top
    page.mouse.move(x + 60, y + 60)
    at = now(page)
    page.mouse.move(x + 1, y)
    frame.wait_for_function("() => document.querySelector('.ess-label.ess-shown bdi')", polling=5)
    hovered = now(page) - at
    at = now(page)
    page.mouse.click(x, y)
    page.locator(".st-key-fiche h3, .st-key-fiche h2").first.wait_for()
    return {"survol_ms": hovered, "clic_ms": now(page) - at}


def _since_start(page: Page) -> float:
    return now(page) - float(page.evaluate("() => performance.timeOrigin"))


def _websocket(page: Page) -> float:
    """Read the kB received over the websocket since the page opened."""
    return float(page.evaluate("() => __ws")) / 1e3


WALKS: dict[str, Any] = {
    "page vide": empty,
    "1 000 CircleMarker": circles,
    "GeoJson en ligne": themes.inline,
    "Atlas ESS": dashboard,
    "carte d’un indicateur": themes.product,
}
