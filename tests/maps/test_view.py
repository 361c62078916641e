"""The one message from Python to the map: closed, and never mistaken for another."""

from __future__ import annotations

import json
import re

import folium
import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit_folium import _get_feature_group_string, _get_map_string, generate_js_hash

from ess_map.maps.folium_map import MapData, base_map, message
from ess_map.maps.view import FONDS, View, ViewError

DATA = MapData(acteurs="0123456789abcdef", contours="fedcba9876543210", tiles=True)
HOSTILE = (
    "{{7*7}}", "{%10 %}", "Asso {#1", "<img src=x onerror=alert(1)>", "</script><script>", "`${alert(1)}`", "${7*7}", '"', "'", "\\",
    "a\nb", "\x00", "\u202e", "é",
)  # fmt: skip

queries = st.from_regex(r"(?:[a-z]{1,9}=[A-Za-z0-9%,:_.-]{0,20}&?){0,4}", fullmatch=True)
views = st.builds(
    View,
    selection=st.none() | queries,
    territoire=st.none() | st.sampled_from(["epci:243500139", "commune:2A004", "zone_emploi:5302", "compose:33240,33514"]),
    bounds=st.tuples(*[st.floats(-89, 89)] * 4),
    row=st.integers(-1, 10**6),
    click=st.integers(0, 10**4),
    mode=st.sampled_from(["clair", "sombre"]),
    projection=st.booleans(),
    fond=st.sampled_from(sorted(FONDS)),
    dessin=st.sampled_from(["", "cercle:-1.68000,48.11000,5000", "polygone:-1.7,48.1;-1.6,48.1;-1.6,48.2"]),
    composer=st.booleans(),
    composition=st.lists(st.sampled_from(["35238", "2A004", "97302"]), unique=True).map(tuple),
)


def sent(view):
    """Give the text that reaches the frame: what streamlit-folium compares to know whether something changed."""
    return _get_feature_group_string(message(view), map=base_map(DATA))


@given(views)
def test_the_message_is_the_view(view):
    text = sent(view)
    told = json.loads(re.search(r"essMap\.show\((.*?)\);", text).group(1))
    assert told == view.as_dict()


@given(views, views)
def test_two_views_are_never_taken_for_one(one, other):
    assert (sent(one) == sent(other)) == (one.as_dict() == other.as_dict())


def mounted(view):
    """Give the key under which Streamlit knows the frame, computed in the order of streamlit-folium."""
    offline = base_map(DATA)
    script = _get_map_string(offline)
    _get_feature_group_string(message(view), map=offline)
    return generate_js_hash(script, "folium")


@given(views)
def test_a_view_never_mounts_the_map_again(view):
    assert mounted(view) == mounted(View())


def test_other_data_mount_another_map():
    other = MapData(acteurs="0123456789abcde0", contours=DATA.contours, tiles=True)
    assert generate_js_hash(_get_map_string(base_map(DATA))) != generate_js_hash(_get_map_string(base_map(other)))


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("field", ["selection", "territoire", "dessin"])
def test_what_a_template_could_run_is_refused(field, text):
    with pytest.raises(ViewError, match=field):
        message(View(**{field: text}))


@pytest.mark.parametrize("field", ["mode", "fond"])
def test_a_value_outside_its_list_is_refused(field):
    with pytest.raises(ViewError, match=field):
        View(**{field: "autre"}).as_dict()


def test_a_composition_holds_codes_only():
    with pytest.raises(ViewError, match="composition"):
        View(composition=("35238", "{{7*7}}")).as_dict()


def test_the_map_asks_for_nothing_but_our_own_files():
    rendered = base_map(DATA).get_root().render()
    assert "://" not in rendered
    assert isinstance(base_map(DATA), folium.Map)
    links = re.findall(r'(?:src|href)="([^"]+)"', rendered)
    assert [re.sub(r"[0-9a-f]{16}", "…", link) for link in links] == ["/carte/…/carte.js", "/carte/…/carte.css"]
