"""Our scripts: small, whole, silent about the outside."""

from __future__ import annotations

import gzip
import hashlib
import re
from pathlib import Path

import pytest

from ess_map.maps import bundle

ASSETS = Path(bundle.__file__).parent / "assets"
SCRIPTS = sorted(ASSETS.glob("*.js"))
ALLOWED = {"http://www.w3.org/2000/svg", "https://data.geopf.fr/wmts", "https://tile.openstreetmap.org/"}


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_is_at_most_300_lines_and_says_its_subject(path):
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 300
    assert text.startswith("/**")


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_no_text_becomes_markup(path):
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function", path.read_text(encoding="utf-8")
    )


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_speaks_to_the_two_basemaps_alone(path):
    found = re.findall(r"https?://[\w./-]+", path.read_text(encoding="utf-8"))
    assert all(any(address.startswith(allowed) for allowed in ALLOWED) for address in found)


def test_every_script_is_in_the_bundle_once():
    script = gzip.decompress(bundle.assets()["carte.js"].packed).decode()
    for path in SCRIPTS:
        assert script.count(path.read_text(encoding="utf-8")) == 1, path.name


def test_an_address_holds_the_hash_of_its_content():
    for asset in bundle.assets().values():
        content = gzip.decompress(asset.packed)
        assert asset.url == f"/carte/{hashlib.sha256(content).hexdigest()[:16]}/{asset.name}"


def test_the_style_leaves_the_font_to_the_script_and_loads_nothing_outside():
    style = (ASSETS / "map.css").read_text(encoding="utf-8")
    assert "url(" not in style
    assert "@import" not in style
