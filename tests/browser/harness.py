"""
A served dashboard and a browser that has no internet.

`served()` starts `streamlit run` on a free port of the loopback; `opened()` opens a page whose every request outside the
loopback is refused and remembered, as is every error of its scripts. Nothing here sleeps: Playwright's own waits are used.
"""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
from playwright.sync_api import Browser, BrowserContext, Frame, Page, Route, sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
OUTSIDE = re.compile(r"^(?!https?://(?:127\.0\.0\.1|localhost)(?::|/))(?!data:|blob:|about:)")
"""Addresses outside the loopback. A pattern, not a function: the browser's driver lets the others through by itself, so that
the hundred files of a page do not queue before this process."""
WATCH = """(() => { if (window !== top) { top.__frames = (top.__frames || 0) + 1; return; }
  window.__ws = 0; const Old = WebSocket;
  window.WebSocket = class extends Old { constructor(...a) { super(...a);
    this.addEventListener("message", (e) => { window.__ws += e.data.byteLength || e.data.size || e.data.length || 0; }); } };
})()"""
"""Counts the bytes that arrive over the websocket (`__ws`) and the frames that load (`__frames`)."""


@dataclass(frozen=True)
class Server:
    """A dashboard that answers."""

    address: str
    pid: int
    log: Path


@dataclass
class Seen:
    """What a browser saw that a visitor should not: outside requests, script errors."""

    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def free_port() -> int:
    """Ask the system for a port that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(script: str = "dashboard.py", **env: str) -> Iterator[Server]:
    """Serve one script of the repository until the block ends; environment variables are those of `env` on top of ours."""
    port = free_port()
    log = Path(tempfile.mkstemp(prefix="atlas-ess-", suffix=".log")[1])
    private = tempfile.mkdtemp(prefix="atlas-ess-")  # what is written in a test is not the person's
    command = [sys.executable, "-m", "streamlit", "run", script, "--server.port", str(port), "--server.address", "127.0.0.1"]
    with log.open("wb") as out:
        process = subprocess.Popen(
            [*command, "--server.headless", "true"],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT), "ESS_MAP_USER_DIR": private, **env},
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_until_healthy(address, process, log)
        yield Server(address=address, pid=process.pid, log=log)
    finally:
        process.terminate()
        process.wait(20)
        log.unlink(missing_ok=True)


def _wait_until_healthy(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    transport = httpx.HTTPTransport(retries=8)  # refused connections are tried again, each time a little later
    with httpx.Client(transport=transport, timeout=60) as client:
        for _ in range(20):
            if process.poll() is not None:
                raise RuntimeError(log.read_text(errors="replace"))
            try:
                if client.get(f"{address}/_stcore/health").is_success:
                    return
            except httpx.TransportError:
                continue
    raise RuntimeError(f"no answer from {address}\n{log.read_text(errors='replace')}")


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the Chromium of this machine."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def opened(browser: Browser, width: int = 1400, height: int = 900, **options: Any) -> Iterator[tuple[Page, Seen]]:
    """Open a page in its own context; what it asks for outside the loopback is refused and remembered."""
    seen = Seen()
    context: BrowserContext = browser.new_context(viewport={"width": width, "height": height}, locale="fr-FR", **options)
    context.route(OUTSIDE, lambda route: _refuse(route, seen))
    context.add_init_script(WATCH)
    page = context.new_page()
    page.on("pageerror", lambda error: seen.errors.append(str(error)))
    try:
        yield page, seen
    finally:
        context.close()


def _refuse(route: Route, seen: Seen) -> None:
    seen.outside.append(route.request.url)
    route.abort()


def map_frame(page: Page) -> Frame:
    """Wait for the map and give the frame that draws it."""
    handle = page.locator(".st-key-carte iframe").first.element_handle(timeout=60_000)
    assert handle is not None
    frame = handle.content_frame()
    assert frame is not None
    # Asked from the page: a wait that begins in the empty document of a newborn frame may never wake up.
    ready = "f => { const map = f.contentWindow && f.contentWindow.essMap; return !!(map && map.layer && map.layer.data); }"
    page.wait_for_function(ready, arg=handle, timeout=60_000)
    return frame
