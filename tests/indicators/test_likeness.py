"""A distance between territories: what makes it one, and what unknown figures do to it."""

import numpy as np
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from ess_map.indicators.likeness import likeness, nearest, parts

value = st.one_of(st.just(float("nan")), st.floats(-5, 5))
row = st.lists(value, min_size=4, max_size=4).map(np.array)
known = st.lists(st.floats(-5, 5), min_size=4, max_size=4).map(np.array)
weights = st.lists(st.sampled_from([0.0, 0.5, 1.0, 3.0]), min_size=4, max_size=4).map(np.array).filter(np.any)


def distance(one, other, weight):
    return likeness(one[None, :], other, weight).distance[0]


def known_enough(one, other, weight):
    """Tell whether each shares half of the weight that the other knows."""
    shared = weight[~np.isnan(one) & ~np.isnan(other)].sum()
    return shared > 0 and all(shared >= 0.5 * weight[~np.isnan(side)].sum() for side in (one, other))


def test_the_formula_by_hand():
    """Gaps 3 and 4, weights 1 and 3: √((9 + 3 × 16) / 4) = √14,25."""
    assert distance(np.array([3.0, 4.0]), np.zeros(2), np.array([1.0, 3.0])) == pytest.approx(14.25**0.5)


@given(row, row, weights)
def test_it_is_symmetric(one, other, weight):
    assume(known_enough(one, other, weight))
    assert distance(one, other, weight) == pytest.approx(distance(other, one, weight), nan_ok=True)


@given(row, weights)
def test_a_territory_is_at_no_distance_of_itself(one, weight):
    assume(weight[~np.isnan(one)].any())
    assert distance(one, one, weight) == 0


@given(known, known, known, weights)
def test_known_figures_obey_the_triangle(one, two, three, weight):
    assert distance(one, three, weight) <= distance(one, two, weight) + distance(two, three, weight) + 1e-9


@given(row, known, weights, st.integers(0, 3), st.floats(0, 1))
def test_coming_closer_on_one_variable_never_sends_away(one, other, weight, variable, step):
    closer = one.copy()
    closer[variable] += step * (other[variable] - one[variable])
    assume(known_enough(one, other, weight))
    assert distance(closer, other, weight) <= distance(one, other, weight) + 1e-9


@given(row, known, weights, st.integers(0, 3))
def test_a_weight_of_zero_takes_the_variable_out(one, other, weight, variable):
    weight = weight.copy()
    weight[variable] = 0
    changed = one.copy()
    changed[variable] = 99.0
    assume(weight.any())
    assert distance(changed, other, weight) == pytest.approx(distance(one, other, weight), nan_ok=True)


@given(row, known, weights, st.floats(0.1, 50))
@example(np.array([np.nan, np.nan, 0.0, 0.0]), np.zeros(4), np.array([0.5, 3.0, 3.0, 0.5]), 5.421993679614268)
def test_only_the_proportions_of_the_weights_count(one, other, weight, factor):
    assert distance(one, other, weight * factor) == pytest.approx(distance(one, other, weight), nan_ok=True)


def test_what_is_unknown_is_neither_a_likeness_nor_a_difference():
    target, weight = np.zeros(3), np.ones(3)
    assert distance(np.array([2.0, 2.0, np.nan]), target, weight) == distance(np.array([2.0, 2.0, 2.0]), target, weight)


def test_too_little_in_common_is_no_distance():
    assert np.isnan(distance(np.array([0.0, np.nan, np.nan]), np.zeros(3), np.ones(3)))
    assert np.isnan(distance(np.full(3, np.nan), np.zeros(3), np.ones(3)))


@given(row, known, weights)
def test_parts_sum_to_the_squared_distance(one, other, weight):
    assume(known_enough(one, other, weight))
    assert np.nansum(parts(one, other, weight)) == pytest.approx(distance(one, other, weight) ** 2)


def test_usual_parts_sum_to_the_mean_squared_distance():
    rows = np.random.default_rng(3).normal(size=(50, 4))
    near = likeness(rows, np.zeros(4), np.array([1.0, 2.0, 0.0, 1.0]))
    assert near.usual.sum() == pytest.approx(np.mean(near.distance**2))
    assert near.usual[2] == 0


@given(st.lists(st.sampled_from([0.0, 1.0, 2.0, float("nan")]), min_size=1, max_size=30), st.integers(1, 40))
def test_the_nearest_come_in_order_and_ties_by_row(values, k):
    found = nearest(np.array(values), k)
    expected = sorted((d, i) for i, d in enumerate(values) if d == d)[:k]  # noqa: PLR0124
    assert [(values[i], i) for i in found] == expected
