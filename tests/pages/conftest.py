"""The pages run as Streamlit runs them, through the script of the product and the embedded data."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from ess_map import settings
from ess_map.ui import state

ROOT = Path(__file__).resolve().parents[2]
FILES = {
    "": "mon_territoire",
    "carte": "carte",
    "diagnostic": "diagnostic",
    "cas": "cas",
    "leviers": "leviers",
    "donnees": "donnees",
    "a-propos": "a_propos",
}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag == "a":
            self.links.append(dict(attrs).get("href") or "")

    def handle_data(self, data: str) -> None:
        if not self.tags or self.tags[-1] != "style":
            self.text.append(data)


@dataclass
class Shown:
    """A page that was drawn."""

    app: AppTest

    @property
    def html(self) -> str:
        return "\n".join(part.proto.body for part in self.app.get("html"))

    @property
    def words(self) -> str:
        markdown = "\n".join(part.value for part in self.app.markdown)
        return re.sub(r"[ \n\t]+", " ", "".join(self._read().text)) + markdown

    @property
    def links(self) -> list[str]:
        return self._read().links

    @property
    def tags(self) -> list[str]:
        return self._read().tags

    @property
    def address(self) -> dict[str, Any]:
        # AppTest keeps a list when it was given one: our parameters are single texts.
        return {name: value[-1] if isinstance(value, list) else value for name, value in self.app.query_params.items()}

    def _read(self) -> _Reader:
        reader = _Reader()
        reader.feed(self.html)
        return reader


def draw(path: str, **params: str) -> Shown:
    """Draw a page at an address."""
    app = AppTest.from_file(str(ROOT / "ess_map/ui/app.py"), default_timeout=60)
    if path:
        app.run()
        app.switch_page(f"../../pages/{FILES[path]}.py")
    for name, value in params.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    return Shown(app)


@pytest.fixture(scope="session", autouse=True)
def _data() -> None:
    """Read the data once: the first page would otherwise pay for it inside its time limit."""
    state.resources()


@pytest.fixture(autouse=True)
def user_dir(tmp_path_factory, monkeypatch):
    """Write in a folder of the test, never in the one of the person who runs it."""
    folder = tmp_path_factory.mktemp("atlas-ess")
    monkeypatch.setenv("ESS_MAP_USER_DIR", str(folder))
    settings.current.cache_clear()
    yield folder
    settings.current.cache_clear()


@pytest.fixture
def visit():
    return draw


@pytest.fixture
def damaged(tmp_path, monkeypatch):
    """Point the product at an empty data folder, and come back to the real one after."""
    monkeypatch.setenv("ESS_MAP_DATA_DIR", str(tmp_path))
    monkeypatch.setattr(state, "_loaded", None)
    settings.current.cache_clear()
    yield tmp_path
    settings.current.cache_clear()
