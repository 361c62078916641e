"""The filters of a selection as an address: any process reads them back, and only they count."""

from __future__ import annotations

from urllib.parse import parse_qsl

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ess_map.actors.model import FAMILLES, THEMES
from ess_map.actors.selection import Selection, parse
from ess_map.actors.zone import Circle
from ess_map.maps.address import filters_only, selection_query
from ess_map.maps.view import View
from ess_map.territories.model import TerritoryRef

chosen = st.builds(
    Selection,
    territoire=st.none() | st.sampled_from([TerritoryRef("epci", "243500139"), TerritoryRef("compose", "33240,33514")]),
    familles=st.lists(st.sampled_from(list(FAMILLES)), max_size=3).map(tuple),
    themes=st.lists(st.sampled_from(list(THEMES)), max_size=3).map(tuple),
    q=st.text(max_size=30),
    vue=st.sampled_from(["carte", "liste"]),
    projection=st.booleans(),
    complement=st.booleans(),
    zone=st.none() | st.builds(Circle, st.floats(-5, 9), st.floats(41, 51), st.integers(1, 200_000)),
    nom=st.text(max_size=20),
)


@settings(max_examples=60)
@given(chosen)
def test_the_address_read_back_is_the_filters(atlas, register, selection):
    back, notices = parse(dict(parse_qsl(selection_query(selection))), atlas, register)
    assert back == filters_only(selection)
    assert notices == ()


@given(chosen)
def test_every_address_may_be_sent_to_the_map(selection):
    assert View(selection=selection_query(selection)).as_dict()["selection"] == selection_query(selection)


@pytest.mark.parametrize("silent", [{"acteur": "1"}, {"vue": "liste"}, {"projection": True}, {"reference": "region:53"}])
def test_what_changes_no_actor_changes_no_address(silent):
    assert selection_query(Selection(q="coop", **silent)) == selection_query(Selection(q="coop"))


def test_the_default_selection_is_the_empty_address():
    assert selection_query(Selection()) == ""
