"""Browser-side instruments: when did the picture of the map last change?"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

SAMPLE = """(() => { if (window === top) return;
  const small = document.createElement("canvas"); small.width = small.height = 64;
  const c = small.getContext("2d", { willReadFrequently: true }); let before = null;
  setInterval(() => {
    if (!document.querySelector(".leaflet-container")) return;
    let h = 0;
    for (const k of document.querySelectorAll("canvas")) {
      if (!k.width || !k.height) continue;
      c.clearRect(0, 0, 64, 64); c.drawImage(k, 0, 0, 64, 64);
      for (const v of c.getImageData(0, 0, 64, 64).data) h = (h * 31 + v) | 0;
    }
    const p = document.querySelectorAll("path");
    const now = h + "|" + p.length + "|" + (p[0] ? p[0].getAttribute("d") : "") +
      Array.from(p, (each, i) => (i % 97 ? "" : each.getAttribute("fill"))).join("");
    if (now !== before) { before = now; top.__last = Date.now(); }
  }, 30); })()"""
"""Every 30 ms, in the frame of the map: note the time of the last change of its picture, in `top.__last`."""

_CALM_MS = 700


def now(page: Page) -> float:
    """Read the browser's clock, ms."""
    return float(page.evaluate("() => Date.now()"))


def settled(page: Page, since: float, limit: int = 90_000) -> float:
    """Wait until the map has changed since then and is calm; give the ms from `since` to its last change."""
    page.wait_for_function(
        f"() => (window.__last || 0) > {since} && Date.now() - window.__last > {_CALM_MS}", timeout=limit, polling=50
    )
    return float(page.evaluate("() => window.__last")) - since
