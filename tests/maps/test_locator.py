"""The situating picture: any territory of France, drawn inside its frame, named without overlap, without script."""

from __future__ import annotations

import itertools
import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ess_map.maps.bundle import palette
from ess_map.maps.framing import FINENESS, Framing
from ess_map.maps.locator import HEIGHT, WIDTH, locate
from ess_map.territories.model import FRANCE, Niveau, TerritoryRef

REFS = (
    "france:FR", "commune:35238", "commune:01004", "commune:97302", "commune:97617", "epci:243500139", "epci:200067106",
    "epci:249740077", "ept:200057867", "departement:2A", "departement:59", "departement:973", "region:53", "region:04", "region:94",
    "zone_emploi:5302", "compose:33240,33514", "compose:13055,59350,97411",
)  # fmt: skip
POINT = re.compile(r"M(-?\d+) (-?\d+)l([-\d ]*)z")


def boxes(names):
    for name in names:
        half = len(name.text) * (7.3 if name.strong else 6.3) / 2
        x, y = name.x_pct * WIDTH / 100, name.y_pct * HEIGHT / 100
        yield x - half, y - 7, x + half, y + 7


@pytest.mark.parametrize("mode", ["clair", "sombre"])
@pytest.mark.parametrize("ref", REFS)
def test_a_territory_is_drawn_and_named(atlas, contours, ref, mode):
    picture = locate(atlas, contours, atlas.parse(ref), mode)
    drawn = ET.fromstring(picture.svg)  # noqa: S314 - our own text
    assert {node.tag.rpartition("}")[2] for node in drawn.iter()} <= {"svg", "rect", "path", "circle"}
    highlighted = [node for node in drawn.iter() if node.get("fill") == palette()[mode]["surligneur"]]
    strong = [name.text for name in picture.names if name.strong]
    if ref == str(FRANCE):
        assert not highlighted
        assert not strong
    else:
        assert len(highlighted) == 1
        assert len(strong) == 1
        assert atlas.get(ref).nom.split(" ")[0].replace("'", "’") in strong[0]
    assert atlas.get(ref).nom in picture.words or ref == str(FRANCE)


@pytest.mark.parametrize("ref", REFS)
def test_names_stay_in_the_picture_and_apart(atlas, contours, ref):
    picture = locate(atlas, contours, atlas.parse(ref))
    placed = list(boxes(picture.names))
    assert all(left >= -1 and right <= WIDTH + 1 and top >= -1 and bottom <= HEIGHT + 1 for left, top, right, bottom in placed)
    for a, b in itertools.combinations(placed, 2):
        assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]


@settings(max_examples=40)
@given(place=st.integers(0, 34_874))
def test_any_commune_is_inside_its_picture(atlas, contours, place):
    code = atlas.communes.index[place]
    picture = locate(atlas, contours, TerritoryRef(Niveau.COMMUNE, code))
    mark = next(node for node in ET.fromstring(picture.svg).iter() if node.get("fill") == palette()["clair"]["surligneur"])  # noqa: S314
    starts = [(int(x) / FINENESS, int(y) / FINENESS) for x, y, _ in POINT.findall(mark.get("d") or "")]
    ring = "<circle" in picture.svg
    assert starts or ring
    assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in starts)


@pytest.mark.parametrize(
    ("ref", "sea"), [("region:04", "océan Indien"), ("departement:976", "océan Indien"), ("commune:97302", "Amérique du Sud")]
)
def test_a_place_overseas_says_in_which_part_of_the_world_it_is(atlas, contours, ref, sea):
    picture = locate(atlas, contours, atlas.parse(ref))
    assert sea in picture.words
    assert sea.lower() in [name.text.lower() for name in picture.names]


def test_the_country_shows_its_overseas_departements(atlas, contours):
    names = [name.text for name in locate(atlas, contours, None).names]
    assert {"Guadeloupe", "Martinique", "Guyane", "La Réunion", "Mayotte", "Bretagne"} <= set(names)


def test_paris_is_shown_in_its_region(atlas, contours):
    names = [name.text for name in locate(atlas, contours, atlas.parse("commune:75056")).names]
    assert names.count("Paris") == 1
    assert "Seine-et-Marne" in names


def test_the_picture_without_territory_is_france(atlas, contours):
    assert locate(atlas, contours, None) == locate(atlas, contours, FRANCE)


@given(st.floats(-60, 50), st.floats(-20, 50), st.floats(0.01, 10), st.floats(0.01, 10))
def test_bounds_framed_are_inside_the_picture_with_their_margin(west, south, wide, tall):
    bounds = (west, south, west + wide, south + tall)
    frame = Framing.around(bounds, WIDTH, HEIGHT, 14)
    left, top = frame.place(lon=bounds[0], lat=bounds[3])
    right, bottom = frame.place(lon=bounds[2], lat=bounds[1])
    assert left >= 14 - 1e-6
    assert top >= 14 - 1e-6
    assert right <= WIDTH - 14 + 1e-6
    assert bottom <= HEIGHT - 14 + 1e-6
    assert min(left + (WIDTH - right), top + (HEIGHT - bottom)) == pytest.approx(28, abs=1e-3)
