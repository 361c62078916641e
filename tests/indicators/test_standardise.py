"""One scale for all units: what does not depend on the unit, on outliers, nor on what is unknown."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ess_map.indicators.standardise import LOG, Scaling, standardise

positive = st.lists(st.floats(0.5, 1e6), min_size=8, max_size=40, unique=True)
PLAIN = Scaling("x")


def scaled(values, scaling=PLAIN):
    frame = pd.DataFrame({"x": values}, index=[f"{i:03}" for i in range(len(values))])
    return standardise(frame, [scaling]).scaled[:, 0]


def test_a_normal_sample_reads_in_standard_deviations():
    sample = np.random.default_rng(1).normal(50, 7, 20_000)
    assert scaled(sample).std() == pytest.approx(1, abs=0.02)
    assert np.median(scaled(sample)) == pytest.approx(0)


@given(positive, st.sampled_from([0.001, 0.01, 100.0, 1e6]))
def test_a_change_of_unit_changes_nothing(values, factor):
    for scaling in (PLAIN, Scaling("x", LOG)):
        changed = scaled([value * factor for value in values], scaling)
        assert changed == pytest.approx(scaled(values, scaling), rel=1e-6, abs=1e-6)


@given(positive)
def test_order_is_kept(values):
    assert (np.diff(scaled(sorted(values))) >= 0).all()


def test_a_wild_value_moves_nobody_else():
    values = list(range(100))
    assert scaled([*values[:-1], 1e9])[:-1] == pytest.approx(scaled(values)[:-1])


def test_a_bound_brings_extremes_back():
    bounded = scaled([*range(100), 10_000], Scaling("x", borne=4.0))
    assert bounded.max() == 4.0
    assert bounded[:100].max() < 4.0


def test_unknown_stays_unknown_and_counts_for_nothing():
    known, with_holes = scaled([1.0, 2.0, 3.0, 4.0, 5.0]), scaled([1.0, np.nan, 2.0, 3.0, 4.0, 5.0])
    assert np.isnan(with_holes[1])
    assert np.delete(with_holes, 1) == pytest.approx(known)


def test_zero_has_no_order_of_magnitude():
    assert np.isnan(scaled([0.0, 1.0, 10.0, 100.0], Scaling("x", LOG))[0])


def test_a_chosen_step_is_the_unit():
    ranks = scaled([1.0, 2.0, 4.0, 1.0], Scaling("x", echelle=1.0))
    assert ranks[2] - ranks[1] == 2.0


def test_a_range_of_zero_gives_way_to_the_standard_deviation():
    assert np.isfinite(scaled([0.0] * 30 + [5.0])).all()


def test_a_variable_that_tells_nobody_apart_is_known_as_such():
    frame = pd.DataFrame(
        {"same": [3.0, 3.0, 3.0], "none": [np.nan] * 3, "one": [1.0, np.nan, np.nan], "useful": [1.0, 2.0, np.nan]}
    )
    standard = standardise(frame, [Scaling(name) for name in frame])
    assert standard.useless.tolist() == [True, True, True, False]


def test_a_territory_of_the_table_is_placed_where_it_is():
    frame = pd.DataFrame({"x": [1.0, 5.0, 9.0, 2.0], "y": [10.0, 1000.0, 100.0, 1.0]}, index=list("abcd"))
    standard = standardise(frame, [PLAIN, Scaling("y", LOG)])
    for row, code in enumerate(standard.codes):
        assert standard.place(frame.loc[code]) == pytest.approx(standard.scaled[row])
