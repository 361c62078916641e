"""The middle of a set of values, with what is unknown counted apart."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ess_map.indicators.quartiles import quartiles

values = st.lists(st.one_of(st.none(), st.floats(-1e6, 1e6)), max_size=40)


def test_quartiles_of_a_spreadsheet():
    """1, 2, 4, 8, 16: the quartiles are 2, 4 and 8."""
    found = quartiles([16, 1, 8, 2, 4])
    assert (found.q1, found.mediane, found.q3) == (2, 4, 8)


@given(values)
def test_every_value_is_counted_known_or_unknown(some):
    found = quartiles(some)
    assert found.connues + found.inconnues == len(some)
    assert found.inconnues == some.count(None)


@given(values)
def test_the_median_parts_the_values(some):
    found = quartiles(some)
    known = [value for value in some if value is not None]
    if known:
        assert min(known) <= found.mediane <= max(known)
        assert 2 * sum(value < found.mediane for value in known) <= len(known)
        assert 2 * sum(value > found.mediane for value in known) <= len(known)


@given(values)
def test_an_unknown_value_changes_nothing(some):
    one, other = quartiles(some), quartiles([*some, None, math.nan])
    assert (one.q1, one.mediane, one.q3) == (other.q1, other.mediane, other.q3)


@pytest.mark.parametrize(("some", "known"), [([], None), ([None], None), ([3.0, None], 3.0), ([1.0, 2.0, 6.0], 2.0)])
def test_few_values_have_a_median_at_most(some, known):
    found = quartiles(some)
    assert found.mediane == known
    assert found.q1 is found.q3 is None
    assert found.place(2.0) == ""


@pytest.mark.parametrize(
    ("value", "place"),
    [
        (1.9, "dans le quart le plus bas"),
        (2.0, "dans la moitié du milieu"),
        (8.0, "dans la moitié du milieu"),
        (8.1, "dans le quart le plus haut"),
        (None, ""),
        (np.nan, ""),
    ],
)
def test_a_value_is_placed_in_words(value, place):
    assert quartiles([16, 1, 8, 2, 4]).place(value) == place
