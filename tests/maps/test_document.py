"""The HTML page that Streamlit ships, as we serve it."""

from __future__ import annotations

import asyncio
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest
import streamlit as st
from starlette.applications import Starlette
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from ess_map import settings
from ess_map.ui.web import MIDDLEWARE, preloading, security
from ess_map.ui.web.security import inline_hashes

STATIC = Path(st.__file__).parent / "static"
INDEX = STATIC / "index.html"


def ask(headers=None, body=None, path="/carte"):
    def page(_):
        return FileResponse(INDEX) if body is None else Response(body, media_type="text/plain")

    app = Starlette(routes=[Route("/{path:path}", page)], middleware=MIDDLEWARE)

    async def get():
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://atlas.test") as client:
            return await client.get(path, headers={"Accept": "text/html,*/*", **(headers or {})})

    # In a thread of its own: a browser test of the same session may hold the loop of this one.
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, get()).result()


def test_the_page_is_in_french_and_has_our_name():
    answer = ask()
    assert '<html lang="fr">' in answer.text
    assert "<title>Atlas ESS</title>" in answer.text
    assert "JavaScript" not in answer.text or "Activez JavaScript" in answer.text
    assert 'lang="en"' not in answer.text


def test_a_page_seen_before_is_not_answered_from_the_file_of_streamlit():
    seen = FileResponse(INDEX, stat_result=INDEX.stat()).headers["etag"]
    answer = ask({"If-None-Match": seen})
    assert answer.status_code == 200
    assert "etag" not in answer.headers


@pytest.mark.parametrize("encoding", ["gzip", "identity"])
def test_the_page_arrives_whole(encoding):
    answer = ask({"Accept-Encoding": encoding})
    assert (answer.headers.get("content-encoding") == "gzip") == (encoding == "gzip")
    assert answer.text.rstrip().endswith("</html>")


def test_what_is_not_a_page_is_left_alone():
    assert ask(body=b'<html lang="en">').content == b'<html lang="en">'


@pytest.mark.parametrize(
    ("path", "above"),
    [
        ("/carte/zut?theme=MOB,NUM", "/carte?theme=MOB,NUM"),
        ("/a-propos/b/c/", "/a-propos"),
        ("/nimporte", "/?inconnue=nimporte"),
        ("/a/b/c/", "/?inconnue=a"),
        ("/nimporte?territoire=epci:243500139&theme=MOB", "/?territoire=epci:243500139&theme=MOB&inconnue=nimporte"),
        ("/%5C%5Cexemple.invalid/x", "/?inconnue=%5C%5Cexemple.invalid"),
        ("/x%20y/z?a=%0D%0A", "/?a=%0D%0A&inconnue=x+y"),
        ("/" + "x" * 9000, "/?inconnue=" + "x" * 80),
    ],
)
def test_an_address_that_is_no_page_leads_to_the_nearest_one(path, above):
    answer = ask(path=path)
    assert (answer.status_code, answer.headers["location"]) == (302, above)
    assert ask(path=path, body=b"{}").status_code == 200


@pytest.mark.parametrize("path", ["/", "/carte", "/carte/", "/donnees?territoire=epci:243500139", "/a-propos"])
def test_a_page_is_not_led_elsewhere(path):
    assert ask(path=path).status_code == 200


def test_the_policy_knows_every_inline_script_of_the_page_served():
    text = ask().content
    inline = re.findall(rb"<script>(.*?)</script>", text, re.DOTALL)
    assert len(inline) > len(re.findall(rb"<script>(.*?)</script>", INDEX.read_bytes(), re.DOTALL)) > 0
    for digest in inline_hashes(text):
        assert f"'sha256-{digest}'" in security.page_policy()
    assert len(inline_hashes(text)) == len(inline)


def test_the_pieces_asked_for_exist_and_are_not_asked_twice():
    links = re.findall(r'href="\./static/js/([^"]+)"', preloading.links().decode())
    assert links
    shipped = INDEX.read_text(encoding="utf-8")
    for name in links:
        assert (STATIC / "static/js" / name).is_file()
        assert name not in shipped
    run = re.findall(r'<script type="module" crossorigin src="\./static/js/([^"]+)"', preloading.links().decode())
    assert run == preloading.pieces(STATIC / "static/js")
    assert set(run) <= set(links)
    assert {piece for piece in preloading.PIECES if any(name.startswith(f"{piece}.") for name in links)} == set(preloading.PIECES)


def test_a_piece_that_streamlit_no_longer_has_is_forgotten(tmp_path):
    (tmp_path / "Html.x.js").write_text('import{a}from"./utils.y.js";', encoding="utf-8")
    assert preloading.closure(tmp_path) == {"Html.x.js"}


def test_without_basemaps_the_map_frame_speaks_to_nobody(monkeypatch):
    monkeypatch.setenv("ESS_MAP_TILES", "0")
    settings.current.cache_clear()
    security.map_policy.cache_clear()
    assert "https:" not in security.map_policy()
    monkeypatch.undo()
    settings.current.cache_clear()
    security.map_policy.cache_clear()
