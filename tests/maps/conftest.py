"""The embedded data, read once for all the tests of this folder, and the routes of the product without its pages."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from starlette.applications import Starlette

from ess_map import settings
from ess_map.ui import state
from ess_map.ui.web import MIDDLEWARE, ROUTES


class Web:
    """The routes of the product behind its middleware, asked as a browser does."""

    def __init__(self) -> None:
        self._transport = httpx.ASGITransport(app=Starlette(routes=ROUTES, middleware=MIDDLEWARE))

    def get(self, path: str, **options: object) -> httpx.Response:
        async def ask() -> httpx.Response:
            async with httpx.AsyncClient(transport=self._transport, base_url="http://atlas.test") as client:
                return await client.get(path, **options)

        # In a thread of its own: a browser test of the same session may hold the loop of this one.
        with ThreadPoolExecutor(1) as thread:
            return thread.submit(asyncio.run, ask()).result()


@pytest.fixture(scope="session")
def known():
    return state.resources()


@pytest.fixture(scope="session")
def atlas(known):
    return known.atlas


@pytest.fixture(scope="session")
def register(known):
    return known.register


@pytest.fixture(scope="session")
def contours(known):
    return known.contours


@pytest.fixture(scope="session")
def web():
    return Web()


@pytest.fixture
def damaged(tmp_path, monkeypatch):
    """Point the product at an empty data folder, and come back to the real one after."""
    monkeypatch.setenv("ESS_MAP_DATA_DIR", str(tmp_path))
    monkeypatch.setattr(state, "_loaded", None)
    settings.current.cache_clear()
    yield tmp_path
    settings.current.cache_clear()
