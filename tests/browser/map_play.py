"""Gestures on the map and the conditions they wait for, shared by its browser tests."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

if TYPE_CHECKING:
    from playwright.sync_api import Frame, Page

DRAWN = """() => {
  const { layer } = essMap, { contours } = layer;
  return layer.stats.count !== undefined && contours.departements.length && contours.places
    && contours.wanted.every((code) => contours.communes.get(code)) && (contours.nation() || contours.outline);
}"""
CALM = "() => document.querySelector('[data-testid=stApp]').getAttribute('data-test-script-state') !== 'running'"


@dataclass
class MapPlay:
    """A page with the map, once drawn."""

    page: Page
    frame: Frame

    def said(self) -> dict[str, Any]:
        """Give what Python knows: actors kept and placed, messages heard."""
        return json.loads(self.page.locator(".st-key-dit pre, .st-key-dit [data-testid=stText]").first.inner_text())

    def heard(self, number: int) -> list[dict[str, Any]]:
        """Wait until Python has heard so many messages, and give them."""
        self.page.wait_for_function(
            "n => JSON.parse(document.querySelector('.st-key-dit [data-testid=stText]').textContent).heard.length >= n",
            arg=number,
        )
        self.page.wait_for_function(CALM)
        messages = self.said()["heard"]
        assert len(messages) == number
        return messages

    def wait(self, script: str, arg: Any = None) -> None:
        """Wait for a condition inside the map."""
        self.frame.wait_for_function(script, arg=arg, polling=30)

    def read(self, script: str, arg: Any = None) -> Any:
        return self.frame.evaluate(script, arg)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Turn a place of the frame into one of the page."""
        box = self.page.locator(".st-key-carte iframe").bounding_box()
        assert box is not None
        return box["x"] + x, box["y"] + y

    def click(self, x: float, y: float) -> None:
        self.page.mouse.click(*self.point(x, y))

    def item(self, test: str) -> tuple[float, float]:
        """Give the place of an item of the view that passes a JavaScript test on `i`, away from the buttons and the edges."""
        self.wait(f"() => essMap.layer.items.some((i) => {test})")
        place = self.read(
            f"""() => {{ const {{ layer }} = essMap, size = map.getSize();
            const found = layer.items.filter((i) => {test}).map((i) => layer.placeOf(i))
              .find((p) => p.x > 210 && p.y > 60 && p.x < size.x - 80 && p.y < size.y - 30);
            return found && [found.x, found.y]; }}"""
        )
        assert place, test
        return place[0], place[1]

    def row_at(self, row: int, zoom: float = 18) -> tuple[float, float]:
        """Centre the map on a row and give its place."""
        self.read("([row, zoom]) => { map.setView(essMap.layer.at(row), zoom, { animate: false }); }", [row, zoom])
        place = self.read("(row) => { const p = map.latLngToContainerPoint(essMap.layer.at(row)); return [p.x, p.y]; }", row)
        return place[0], place[1]

    def still(self) -> None:
        """Wait until the map has stopped moving."""
        self.wait("() => !map._animatingZoom && !(map._panAnim && map._panAnim._inProgress)")

    def painted(self) -> None:
        """Wait until what was asked for is on the screen."""
        self.read("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def open_map(page: Page, address: str, frame_of: Any, **params: str) -> MapPlay:
    """Open the page of the map and wait until everything is drawn."""
    page.goto(f"{address}/?{urlencode(params)}")
    frame = frame_of(page)
    frame.wait_for_function(DRAWN, polling=30)
    page.wait_for_function(CALM)
    return MapPlay(page, frame)
