"""One axis: everything is inside, marks are round and few, numbers are French."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ess_map.charts.axis import Extent, extent, horizontal, marks
from ess_map.charts.palette import CLAIR

VALUES = st.floats(min_value=-1e7, max_value=1e7).map(lambda value: round(value, 3))


@given(st.lists(VALUES, min_size=1, max_size=20))
def test_every_value_stands_inside_the_extent(values):
    found = extent(values)
    assert all(0 <= found.share(value) <= 1 for value in values)


@given(st.lists(VALUES, min_size=2, max_size=20, unique=True))
def test_marks_are_few_increasing_and_inside(values):
    found = extent(values)
    chosen = marks(found)
    assert 2 <= len(chosen) <= 7
    assert list(chosen) == sorted(set(chosen))
    tolerance = (found.high - found.low) * 1e-6
    assert all(found.low - tolerance <= mark <= found.high + tolerance for mark in chosen)


def test_marks_are_round():
    assert marks(Extent(3.2, 8.7)) == (4.0, 6.0, 8.0)


def test_numbers_of_an_axis_are_written_the_french_way():
    axis = horizontal(Extent(0.4, 1.1), CLAIR).to_dict()["axis"]
    assert "'0,6'" in axis["labelExpr"]
    assert "." not in axis["labelExpr"].split("[indexof")[0]
