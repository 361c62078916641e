"""
Fixtures of the browser tests: one dashboard a session, one Chromium a session, one fresh page a test.

Another data folder or another script: `serve_with(script, ESS_MAP_DATA_DIR=…)` gives a server that ends with the session.
A page of another size: `open_page(width=375, height=740, has_touch=True)`.
"""

from __future__ import annotations

import importlib.util
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page


def _beside(name: str) -> Any:
    """Import a module beside this file: with `importlib` mode, test folders are not packages."""
    known = f"browser_{name}"
    if known not in sys.modules:
        spec = importlib.util.spec_from_file_location(known, Path(__file__).with_name(f"{name}.py"))
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules[known] = module
        spec.loader.exec_module(module)
    return sys.modules[known]


harness, map_play = _beside("harness"), _beside("map_play")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder drives a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def serve_with() -> Iterator[Callable[..., Any]]:
    """Serve a script with an environment; the same script and environment share one server for the session."""
    servers: dict[Any, Any] = {}
    with ExitStack() as stack:

        def serve(script: str = "dashboard.py", **env: str) -> Any:
            key = (script, tuple(sorted(env.items())))
            if key not in servers:
                servers[key] = stack.enter_context(harness.served(script, **env))
            return servers[key]

        yield serve


@pytest.fixture(scope="session")
def site(serve_with: Callable[..., Any]) -> str:
    """Give the address of the dashboard with the embedded data."""
    return str(serve_with().address)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with harness.chromium() as chromium:
        yield chromium


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., tuple[Page, Any]]]:
    """Open pages that end with the test; each comes with what it saw: `seen.outside`, `seen.errors`."""
    with ExitStack() as stack:
        yield lambda **options: stack.enter_context(harness.opened(browser, **options))


@pytest.fixture
def page(open_page: Callable[..., tuple[Page, Any]]) -> Iterator[Page]:
    """Give a page of 1400 px; a script error or an outside request fails the test that made it."""
    opened, seen = open_page()
    yield opened
    assert seen.errors == []
    assert seen.outside == []


@pytest.fixture(scope="session")
def map_frame() -> Callable[[Page], Any]:
    """Give the function that waits for the map of a page and returns its frame."""
    return harness.map_frame  # type: ignore[no-any-return]


MAP_APP = "tests/browser/apps/map_dashboard.py"


@pytest.fixture(scope="session")
def map_site(serve_with: Callable[..., Any]) -> str:
    """Give the address of a page that holds the map alone, with the embedded data."""
    return str(serve_with(MAP_APP).address)


@pytest.fixture
def open_map(page: Page, map_site: str) -> Callable[..., Any]:
    """Open that page at an address (`territoire=…`, `fond=…`) and wait until everything is drawn."""
    return lambda **params: map_play.open_map(page, map_site, harness.map_frame, **params)


@pytest.fixture
def open_map_in() -> Callable[..., Any]:
    """Open the map in a page made otherwise: `open_map_in(page, address, territoire=…)`."""
    return lambda page, address, **params: map_play.open_map(page, address, harness.map_frame, **params)
