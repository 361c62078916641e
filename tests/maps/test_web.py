"""What leaves by a route, and what does not."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from urllib.parse import quote

import numpy as np
import pytest
import streamlit as st

from ess_map.actors import query
from ess_map.actors.selection import Selection
from ess_map.maps.address import selection_query
from ess_map.maps.bundle import assets
from ess_map.ui.style import page_script

FRENCH = ("n’existe", "rechargez", "Demandez", "inconnu", "fermée")


def refused(answer, status=404):
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["cache-control"] == "no-store"
    return answer.json()["erreur"]


def test_scripts_and_styles_are_served_for_ever(web):
    for asset in [*assets().values(), page_script()]:
        answer = web.get(asset.url)
        assert answer.status_code == 200
        assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
        assert answer.headers["content-encoding"] == "gzip"
        assert answer.content == gzip.decompress(asset.packed)
        assert answer.headers["content-type"] == asset.media_type


def test_a_client_without_gzip_is_served_too(web):
    answer = web.get(assets()["carte.css"].url, headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in answer.headers
    assert answer.content == gzip.decompress(assets()["carte.css"].packed)


def test_the_font_is_the_one_of_the_page(web):
    answer = web.get("/carte/police.woff2")
    assert answer.status_code == 307
    name = answer.headers["location"].removeprefix("../static/media/")
    assert name in (Path(st.__file__).parent / "static/index.html").read_text(encoding="utf-8")


def test_a_selection_is_one_bit_an_actor(web, known):
    register, atlas = known.register, known.atlas
    placed = int(register.placed.sum())
    for selection in (
        Selection(),
        Selection(q="coop"),
        Selection(familles=("cooperative",), complement=True),
        Selection(territoire=atlas.parse("epci:243500139")),
    ):
        answer = web.get(f"/selection/{register.version}.bin?{selection_query(selection)}")
        bits = np.unpackbits(np.frombuffer(answer.content, np.uint8), bitorder="little")[:placed]
        assert np.array_equal(bits.astype(bool), query.mask(register, atlas, selection)[:placed])


def test_a_selection_with_an_unknown_value_ignores_it_as_the_page_does(web, register):
    whole = web.get(f"/selection/{register.version}.bin").content
    assert web.get(f"/selection/{register.version}.bin?famille=inconnue&autre=1").content == whole


def test_every_file_of_boundaries_is_served(web, contours):
    for name in ("apercu-departements", "communes-35", "communes-2A", "communes-976"):
        answer = web.get(f"/contours/{contours.version}/{name}.geojson")
        assert answer.json()["type"] == "FeatureCollection"
        assert answer.headers["content-type"] == "application/geo+json"
    assert set(web.get(f"/contours/{contours.version}/lieux.json").json()) == {"regions", "departements", "villes"}


def test_the_outline_of_any_territory_is_served(web, contours):
    for ref in ("epci:243500139", "commune:2A004", "compose:33240,33514", "zone_emploi:5302"):
        outline = web.get(f"/contours/{contours.version}/contour.geojson?territoire={quote(ref)}").json()
        assert outline["geometry"]["type"] in {"Polygon", "MultiPolygon"}


def test_a_label_is_json(web, register):
    answer = web.get(f"/acteur/5?v={register.version}")
    assert answer.headers["cache-control"] == "private, max-age=3600"
    assert answer.json()["nom"] == register.frame["nom"].iloc[5][:160]


@pytest.mark.parametrize(
    "path",
    [
        "/carte/0123456789abcdef/carte.js",
        "/carte/0123456789abcdef/pyproject.toml",
        "/carte/_stcore/health",
        "/acteurs/0123456789abcdef.bin",
        "/acteurs/0123456789abcdef/noms?rows=1",
        "/acteur/5",
        "/acteur/5?v=0123456789abcdef",
        "/acteur/99999999?v={acteurs}",
        "/acteurs/{acteurs}/noms",
        "/acteurs/{acteurs}/noms?rows=",
        "/acteurs/{acteurs}/noms?rows=1,x",
        "/acteurs/{acteurs}/noms?rows=-1",
        "/acteurs/{acteurs}/noms?rows=²",
        "/acteurs/{acteurs}/noms?rows=99999999",
        "/acteurs/{acteurs}/noms?rows={many}",
        "/selection/0123456789abcdef.bin",
        "/contours/0123456789abcdef/communes-35.geojson",
        "/contours/{contours}/communes-99.geojson",
        "/contours/{contours}/%2e%2e.geojson",
        "/contours/{contours}/contour.geojson",
        "/contours/{contours}/contour.geojson?territoire=epci:000000000",
        "/contours/{contours}/contour.geojson?territoire=%7B%7B7*7%7D%7D",
        "/_stcore/agent/openapi.json",
        "/_stcore/agent/interact",
    ],
)
def test_an_unknown_address_says_so_in_french(web, known, path):
    many = ",".join(str(row) for row in range(201))
    path = path.replace("{acteurs}", known.register.version).replace("{contours}", known.contours.version).replace("{many}", many)
    assert any(word in refused(web.get(path)) for word in FRENCH)


@pytest.mark.parametrize("path", ["/acteurs/x.bin", "/selection/x.bin", "/contours/x/communes-35.geojson", "/acteur/1?v=x"])
def test_data_that_cannot_be_read_is_a_sentence_not_a_crash(web, damaged, path):
    sentence = refused(web.get(path), 503)
    assert sentence.startswith("Le fichier «")
    assert str(damaged.name) not in path


def test_what_was_damaged_is_found_once_mended(web, damaged, monkeypatch, register):
    path = f"/acteurs/{register.version}.bin"
    refused(web.get(path), 503)
    monkeypatch.undo()
    from ess_map import settings

    settings.current.cache_clear()
    assert web.get(path).status_code == 200


def test_every_answer_carries_the_headers_of_security(web):
    for path in (assets()["carte.js"].url, "/acteur/5"):
        headers = web.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert "geolocation=()" in headers["permissions-policy"]
        policy = headers["content-security-policy"]
        assert "frame-ancestors 'self'" in policy
        assert "'unsafe-eval'" not in policy
        assert "https:" not in policy


def test_only_the_frame_of_the_map_may_show_the_two_basemaps(web):
    policy = web.get("/component/streamlit_folium.st_folium/index.html").headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert "img-src 'self' data: https://data.geopf.fr https://tile.openstreetmap.org;" in policy
    assert policy.count("https:") == 2


def test_json_is_never_taken_for_a_page(web, register):
    body = web.get(f"/acteur/5?v={register.version}").content
    assert json.loads(body)
