"""References of an address: several, once each, composed territories whole."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ess_map.actors.references import COMPARABLES, MOST, join, split
from ess_map.actors.selection import parse
from ess_map.ui.state import resources

ONE = st.sampled_from(["departement:35", "region:53", "france:FR", COMPARABLES, "compose:33240,33514", "epci:243500139"])


@given(st.lists(ONE, unique=True, max_size=6))
def test_what_is_joined_is_split_back(references):
    assert list(split(join(references))) == references


def test_a_composed_territory_keeps_its_commas():
    assert split("compose:33240,33514,comparables") == ("compose:33240,33514", "comparables")


@given(st.text(max_size=60))
def test_any_text_can_be_split(text):
    assert all(split(text))


def test_an_address_keeps_the_references_it_knows_and_says_the_others():
    known = resources()
    address = {"reference": "departement:35,planete:mars,comparables"}
    selection, notices = parse(address, known.atlas, known.register)
    assert selection.reference == "departement:35,comparables"
    assert any("planete:mars" in notice for notice in notices)
    assert parse(selection.params(), known.atlas, known.register)[0] == selection


def test_too_many_references_are_cut_and_it_is_said():
    known = resources()
    asked = ["departement:35", "departement:22", "departement:29", "departement:56", "region:53"]
    selection, notices = parse({"reference": ",".join(asked)}, known.atlas, known.register)
    assert len(split(selection.reference)) == MOST
    assert any("4\u00a0références au plus" in notice for notice in notices)
