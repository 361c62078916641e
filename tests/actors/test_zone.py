"""A zone drawn on the map has one address, and holds what is inside it."""

import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ess_map.actors.zone import EARTH_RADIUS_M, MAX_RADIUS_M, MAX_VERTICES, Circle, Polygon, parse_zone

lons, lats = st.floats(-180, 180), st.floats(-85, 85)
circles = st.builds(Circle, lons, lats, st.integers(1, MAX_RADIUS_M))


@st.composite
def polygons(draw):
    points = draw(st.lists(st.tuples(lons, lats), min_size=3, max_size=12))
    try:
        return Polygon(tuple(points))
    except ValueError:
        assume(False)  # noqa: FBT003 - flat: no area, no zone


zones = circles | polygons()


@given(zones)
def test_the_address_of_a_zone_gives_the_zone_back(zone):
    assert parse_zone(str(zone)) == zone


@given(st.text(max_size=200) | st.text("cerlpoygn:;,.-0123456789e", max_size=200).map(lambda text: "polygone:" + text))
def test_any_text_is_a_zone_or_nothing(text):
    zone = parse_zone(text)
    assert zone is None or parse_zone(str(zone)) == zone


@pytest.mark.parametrize(
    "text",
    [
        "cercle:",
        "cercle:2.35,48.85",
        "cercle:2.35,48.85,0",
        "cercle:2.35,48.85,200001",
        "cercle:nan,48.85,100",
        "cercle:1e3,48,100",
        "cercle:200,48,100",
        "cercle:2,89,100",
        "cercle:2,48,inf",
        "cercle:٢,48,100",
        "polygone:2,48;3,48",
        "polygone:2,48;3,48;4,48",
        "polygone:2,48;2,48;2,48",
        "polygone:" + ";".join("2,48" for _ in range(MAX_VERTICES + 2)),
        "carre:2,48,100",
        "CERCLE:2,48,100",
    ],
)
def test_a_malformed_zone_is_nothing(text):
    assert parse_zone(text) is None


@given(circles, st.floats(0, 2 * math.pi), st.floats(0, 3))
def test_a_circle_holds_what_is_within_its_radius(circle, bearing, ratio):
    assume(abs(ratio - 1) > 1e-3)
    angle, lat0 = circle.metres * ratio / EARTH_RADIUS_M, math.radians(circle.lat)
    lat = math.asin(math.sin(lat0) * math.cos(angle) + math.cos(lat0) * math.sin(angle) * math.cos(bearing))
    east = math.atan2(math.sin(bearing) * math.sin(angle) * math.cos(lat0), math.cos(angle) - math.sin(lat0) * math.sin(lat))
    inside = circle.contains(lon=np.array([circle.lon + math.degrees(east)]), lat=np.array([math.degrees(lat)]))
    assert bool(inside[0]) == (ratio < 1)


def test_a_circle_of_ten_kilometres_around_paris_holds_saint_denis_and_not_versailles():
    circle = Circle(2.3522, 48.8566, 12_000)
    inside = circle.contains(lon=np.array([2.3574, 2.1301]), lat=np.array([48.9362, 48.8014]))
    assert inside.tolist() == [True, False]


def test_a_polygon_holds_its_inside_and_not_its_notch():
    notched = Polygon(((0, 0), (4, 0), (4, 4), (2, 1), (0, 4)))
    inside = notched.contains(lon=np.array([1.0, 2.0, 3.0, 9.0]), lat=np.array([1.0, 3.0, 1.0, 1.0]))
    assert inside.tolist() == [True, False, True, False]


def test_a_ring_that_crosses_itself_is_mended():
    bow_tie = Polygon(((0, 0), (2, 2), (2, 0), (0, 2)))
    assert bow_tie.contains(lon=np.array([0.2, 1.8, 1.0]), lat=np.array([1.0, 1.0, 1.8])).tolist() == [True, True, False]


@given(zones)
def test_an_actor_without_position_is_in_no_zone(zone):
    assert not zone.contains(lon=np.array([np.nan]), lat=np.array([np.nan])).any()
