"""Memory of the server with twenty visitors, each on the map of another territory."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

import psutil

from tests.browser.harness import Server, map_frame, opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser

VISITORS = 20
_DEPARTEMENTS = (
    "01",
    "06",
    "13",
    "2A",
    "31",
    "33",
    "34",
    "35",
    "38",
    "44",
    "59",
    "62",
    "67",
    "69",
    "75",
    "93",
    "971",
    "974",
    "973",
    "976",
)


def resident_mb(server: Server) -> float:
    """Read the memory of the server and its children, MB."""
    process = psutil.Process(server.pid)
    return sum(p.memory_info().rss for p in [process, *process.children(recursive=True)]) / 1e6


def twenty_visitors(browser: Browser, server: Server) -> dict[str, float]:
    """Open twenty maps, keep them open, read the memory before and with them."""
    with opened(browser) as (page, _):
        page.goto(f"{server.address}/carte")
        map_frame(page)
    alone = resident_mb(server)
    with ExitStack() as stack:
        for code in _DEPARTEMENTS[:VISITORS]:
            page, _ = stack.enter_context(opened(browser))
            page.goto(f"{server.address}/carte?territoire=departement:{code}")
            map_frame(page)
        together = resident_mb(server)
    return {"un_visiteur_mo": alone, "vingt_visiteurs_mo": together}
