"""Take the pictures of the README from the real screens. Run: make pictures."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tests.browser.harness import ROOT, chromium, map_frame, opened, served

if TYPE_CHECKING:
    from playwright.sync_api import Page

FOLDER = ROOT / "docs" / "images"
RENNES = "territoire=epci:243500139"
PICTURES = {
    "mon-territoire": (f"/?{RENNES}", 1400, 1100),
    "carte": (f"/carte?{RENNES}&acteur=41767403300069", 1400, 1000),
    "diagnostic": (f"/diagnostic?{RENNES}", 1400, 1500),
    "cas": (f"/cas?{RENNES}", 1400, 1000),
    "leviers": (f"/leviers?{RENNES}", 1400, 1000),
    "donnees": (f"/donnees?{RENNES}", 1400, 1000),
    "carte-telephone": (f"/carte?{RENNES}", 375, 1100),
    "projection": (f"/carte?{RENNES}&projection=1", 1920, 1080),
}

CALM = """() => { const draws = essMap.layer.stats.draws, now = performance.now();
  if (window.__draws !== draws) { window.__draws = draws; window.__since = now; }
  return now - window.__since > 2500; }"""
"""The map has drawn nothing new for a while: boundaries and names have come."""


def ready(page: Page) -> None:
    """Wait until the page has nothing left to draw: fonts, map and script."""
    page.locator("h1").first.wait_for(state="attached", timeout=60_000)
    if "/carte" in page.url:
        map_frame(page).wait_for_function(CALM, timeout=60_000)
    page.wait_for_function("() => document.fonts.status === 'loaded'")
    page.wait_for_function("() => !document.querySelector('[data-test-script-state=running]')")
    if "/diagnostic" in page.url:
        page.locator(".st-key-indicateurs :is(canvas, svg.marks)").nth(5).wait_for(timeout=60_000)


def main() -> None:
    """Write one PNG a picture."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with served() as server, chromium() as browser:
        for name, (path, width, height) in PICTURES.items():
            with opened(browser, width=width, height=height) as (page, _):
                page.goto(server.address + path)
                ready(page)
                page.screenshot(path=str(Path(FOLDER) / f"{name}.png"))


if __name__ == "__main__":
    main()
