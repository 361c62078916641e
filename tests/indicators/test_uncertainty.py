"""Intervals and tests against published tables and against the laws summed term by term."""

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ess_map.indicators.formulas.difference import (
    benjamini_hochberg,
    beta_below,
    cohen_h,
    proportion_difference_interval,
    rate_difference_p,
    rate_ratio_interval,
)
from ess_map.indicators.formulas.intervals import gamma_below, poisson_interval, rate_interval, wilson_interval, wilson_intervals


def poisson_cdf(k, mean):
    return math.fsum(math.exp(-mean + i * math.log(mean) - math.lgamma(i + 1)) for i in range(k + 1))


@pytest.mark.parametrize(
    ("count", "low", "high"),
    # Table of exact Poisson limits, Pearson and Hartley (1966), table 40.
    [(0, 0.0, 3.689), (1, 0.0253, 5.572), (2, 0.242, 7.225), (5, 1.623, 11.668), (10, 4.795, 18.390), (30, 20.241, 42.827)],
)
def test_poisson_interval_is_that_of_the_published_table(count, low, high):
    assert poisson_interval(count) == pytest.approx((low, high), abs=5e-4)


@given(st.integers(1, 3000))
def test_poisson_bounds_leave_two_and_a_half_per_cent_on_each_side(count):
    low, high = poisson_interval(count)
    assert 1 - poisson_cdf(count - 1, low) == pytest.approx(0.025, abs=1e-6)
    assert poisson_cdf(count, high) == pytest.approx(0.025, abs=1e-6)


@given(st.floats(0.5, 500), st.floats(0.01, 2000))
def test_the_gamma_function_grows_from_0_to_1(shape, x):
    assert 0 <= gamma_below(shape, x) <= 1 + 1e-12
    assert gamma_below(shape, x) <= gamma_below(shape, x * 1.5) + 1e-12


@given(st.integers(0, 500), st.integers(1, 10_000_000))
def test_the_interval_of_a_rate_holds_the_rate(count, people):
    low, high = rate_interval(count, people, per=10_000)
    assert low <= count / people * 10_000 <= high


def test_no_exposure_no_interval():
    assert all(math.isnan(bound) for bound in rate_interval(3, 0, per=1))
    assert all(math.isnan(bound) for bound in wilson_interval(0, 0))


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    # Newcombe (1998), « Two-sided confidence intervals for the single proportion », table I, method 3.
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_interval_is_that_of_the_published_table(part, whole, low, high):
    assert wilson_interval(part, whole) == pytest.approx((low, high), abs=5e-5)


@given(st.integers(0, 300), st.integers(1, 300))
def test_the_interval_of_a_share_holds_the_share_and_stays_in_bounds(part, rest):
    low, high = wilson_interval(part, part + rest)
    assert 0 <= low <= part / (part + rest) <= high <= 1


def test_many_intervals_are_those_of_each():
    low, high = wilson_intervals([1, 0], [10, 0])
    assert (low[0], high[0]) == wilson_interval(1, 10)
    assert np.isnan([low[1], high[1]]).all()


@pytest.mark.parametrize(
    ("first", "second", "low", "high"),
    # Newcombe (1998), « Interval estimation for the difference », table II, method 10: (a) 56/70 - 48/80, (b) 9/10 - 3/10.
    [((56, 70), (48, 80), 0.0524, 0.3339), ((9, 10), (3, 10), 0.1705, 0.8090), ((5, 56), (0, 29), -0.0381, 0.1926)],
)
def test_newcombe_interval_is_that_of_the_published_table(first, second, low, high):
    assert proportion_difference_interval(*first, *second) == pytest.approx((low, high), abs=5e-5)


@given(st.integers(0, 40), st.integers(0, 40), st.integers(1, 50), st.integers(1, 50))
def test_the_conditional_test_sums_the_binomial_law(k, other, people, others):
    total, share = k + other, Fraction(people, people + others)
    law = [math.comb(total, i) * share**i * (1 - share) ** (total - i) for i in range(total + 1)]
    expected = 1.0 if not total else min(1.0, float(2 * min(sum(law[: k + 1]), sum(law[k:]))))
    assert rate_difference_p(k, people, other, others) == pytest.approx(expected, abs=1e-9)


@given(st.integers(0, 60), st.integers(1, 10**6), st.integers(0, 60), st.integers(1, 10**6))
def test_the_test_does_not_care_who_comes_first(k, people, other, others):
    assert rate_difference_p(k, people, other, others) == pytest.approx(rate_difference_p(other, others, k, people), abs=1e-9)


@given(st.integers(1, 200), st.integers(1, 10**6), st.integers(1, 200), st.integers(1, 10**6))
def test_the_interval_of_a_ratio_holds_the_ratio(k, people, other, others):
    low, high = rate_ratio_interval(k, people, other, others)
    assert low <= (k / people) / (other / others) * (1 + 1e-9)
    assert high >= (k / people) / (other / others) * (1 - 1e-9)


def test_nothing_on_either_side_says_nothing():
    assert rate_ratio_interval(0, 10, 0, 10) == (0.0, math.inf)
    assert rate_difference_p(0, 10, 0, 10) == 1


def test_benjamini_hochberg_on_its_own_example():
    # Benjamini and Hochberg (1995), section 4: fifteen p-values, the first four are rejected at 5 %.
    values = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0]
    assert (benjamini_hochberg(values) <= 0.05).sum() == 4


@given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_adjusting_never_makes_a_gap_surer_nor_changes_the_order(values):
    adjusted = benjamini_hochberg(values)
    assert (adjusted >= np.array(values) - 1e-12).all()
    assert (adjusted <= 1).all()
    order = np.argsort(values, kind="stable")
    assert (np.diff(adjusted[order]) >= -1e-12).all()


@given(st.floats(0, 1), st.floats(0, 1))
def test_the_size_of_a_gap_changes_sign_with_its_sides(p, q):
    assert cohen_h(p, q) == pytest.approx(-cohen_h(q, p))
    assert cohen_h(p, p) == 0


@given(st.floats(0.5, 80), st.floats(0.5, 80), st.floats(0.001, 0.999))
def test_the_beta_function_is_symmetric(a, b, x):
    assume(a + b < 150)
    assert beta_below(a, b, x) + beta_below(b, a, 1 - x) == pytest.approx(1, abs=1e-9)
