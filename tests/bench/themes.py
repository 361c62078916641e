"""A choropleth of the communes of a région restyled, against an inline folium.GeoJson of the same boundaries and values."""

from __future__ import annotations

import statistics
from typing import TYPE_CHECKING

from tests.bench.samples import SAMPLE, now, settled

if TYPE_CHECKING:
    from playwright.sync_api import Page

REGION = "region:76"
"""Occitanie: the largest number of communes, 4,450."""
_NAMES = {
    "densite_population": "Densité de population",
    "chomage": "Chômage au sens du recensement",
    "densite_acteurs": "Densité d’acteurs",
}
_PAINTED = """(old) => { const desk = document.querySelector('.st-key-cartes_theme iframe').contentWindow.essTheme.desk;
  return desk.painted !== old && desk.painted === desk.now.theme; }"""
_RESTYLED = "() => document.querySelector('.st-key-cartes_theme iframe').contentWindow.essTheme.desk.layer.stats.restyled"
_THEME = "() => document.querySelector('.st-key-cartes_theme iframe').contentWindow.essTheme.desk.painted || ''"


def inline(page: Page, address: str) -> dict[str, float]:
    """Time an inline GeoJson: first map, then two other indicators."""
    page.context.add_init_script(SAMPLE)
    page.goto(f"{address}/?territoire={REGION}", wait_until="commit")
    first = settled(page, float(page.evaluate("() => performance.timeOrigin")))
    times = []
    for name in ("densite_population", "chomage"):
        at = now(page)
        page.get_by_text(name, exact=True).first.click()
        times.append(settled(page, at))
    return {"premier_ms": first, "restyle_ms": statistics.median(times)}


def product(page: Page, address: str) -> dict[str, float]:
    """
    Time the choropleth and its table, alone on their page as the other map is on its own: first map, then two other indicators: the new
    classes on the map, then all of it, names around the new legend included.
    """
    page.context.add_init_script(SAMPLE)
    page.goto(f"{address}/?territoire={REGION}&decoupage=commune&indicateur=densite_acteurs", wait_until="commit")
    frame = page.locator(".st-key-cartes_theme iframe")
    frame.wait_for(timeout=60_000)
    frame.scroll_into_view_if_needed()
    page.wait_for_function(f"() => ({_PAINTED})('')", timeout=60_000)
    first = settled(page, float(page.evaluate("() => performance.timeOrigin")))
    times, whole = [], []
    for name in ("densite_population", "chomage"):
        box = page.get_by_role("combobox", name="Indicateur").first
        box.click()
        box.fill(_NAMES[name])
        page.get_by_role("option", name=_NAMES[name], exact=True).wait_for()
        before, at = page.evaluate(_THEME), now(page)
        box.press("Enter")
        page.wait_for_function(_PAINTED, arg=before, polling=20, timeout=60_000)
        whole.append(settled(page, at))
        times.append(float(page.evaluate(_RESTYLED)) - at)
    return {"premier_ms": first, "restyle_ms": statistics.median(times), "complet_ms": statistics.median(whole)}
