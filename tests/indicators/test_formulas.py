"""Each formula against a published figure or a calculation done by hand, and what must hold whatever the numbers."""

import doctest
import importlib
import math
import pkgutil

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ess_map.indicators import formulas
from ess_map.indicators.formulas.arrays import divide
from ess_map.indicators.formulas.concentration import herfindahl, top_share
from ess_map.indicators.formulas.diversity import effective_number, richness, shannon, simpson
from ess_map.indicators.formulas.evolution import change_pct, change_points
from ess_map.indicators.formulas.location_quotient import location_quotient
from ess_map.indicators.formulas.rate import rate, share_pct
from ess_map.indicators.formulas.size import mean_size, median_band
from ess_map.indicators.formulas.structure import split_gap

MODULES = [module.name for module in pkgutil.iter_modules(formulas.__path__)]
counts = st.lists(st.integers(0, 10_000), min_size=1, max_size=12)
jobs = st.floats(0, 1e6, allow_nan=False)
# Sectors of two economies: jobs of the ESS, other jobs, the same in the reference.
economies = st.lists(st.tuples(jobs, jobs, jobs, jobs), min_size=1, max_size=20)


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_the_documentation_run(name):
    outcome = doctest.testmod(importlib.import_module(f"ess_map.indicators.formulas.{name}"))
    assert outcome.attempted
    assert not outcome.failed


@given(st.lists(st.tuples(st.integers(0, 500), st.integers(0, 90_000)), min_size=1))
def test_a_rate_is_unknown_exactly_where_nobody_lives(rows):
    actors, people = np.array(rows, dtype=float).T
    assert (np.isnan(rate(actors, people, per=10_000)) == (people == 0)).all()


def test_an_unknown_term_gives_an_unknown_quotient():
    assert np.isnan(divide([np.nan, 1.0], [1.0, np.nan])).all()


def test_inputs_are_left_untouched():
    part, whole = np.array([1.0, 2.0]), np.array([0.0, 4.0])
    share_pct(part, whole)
    assert part.tolist() == [1.0, 2.0]
    assert whole.tolist() == [0.0, 4.0]


def test_the_national_mean_size_is_thirteen_jobs_per_establishment():
    # content/figures.md, « Contrôle » : K01 / K05, 2 700 000 jobs in 207 894 establishments.
    assert mean_size(2_700_000, 207_894).item() == pytest.approx(12.987, abs=0.001)


def test_the_density_of_the_mockup():
    # 26 structures for the 466 021 inhabitants of Rennes Métropole (census of 2020): 5.6 for 100 000, as drawn.
    assert rate(26, 466_021, per=100_000).item() == pytest.approx(5.58, abs=0.005)


@given(jobs, jobs)
def test_a_share_lies_between_0_and_100(part, rest):
    assume(part + rest > 1e-3)
    assert 0 <= share_pct(part, part + rest).item() <= 100 + 1e-9


@given(st.floats(0.01, 1e5), st.floats(0.01, 1e5))
def test_the_quotient_of_a_territory_with_itself_is_1(part, rest):
    assert location_quotient(part, part + rest, part, part + rest).item() == pytest.approx(1)


def test_location_quotient_by_hand():
    # 30 of 200 jobs here (15 %), 10.6 % in France: 15 / 10.6 = 1.415.
    assert location_quotient(30, 200, 10.6, 100).item() == pytest.approx(1.4151, abs=1e-4)


@given(st.floats(0.01, 1e4), st.floats(0.01, 1e4), st.floats(0.01, 1e4), st.floats(0.01, 1e4))
def test_swapping_the_reference_inverts_the_quotient(a, b, c, d):
    forward, backward = location_quotient(a, a + b, c, c + d), location_quotient(c, c + d, a, a + b)
    assert (forward * backward).item() == pytest.approx(1)


def test_structure_and_specificity_by_hand():
    # Two sectors. Here: care 60 of 100 jobs, 30 of them ESS (50 %); industry 40 jobs, 2 ESS (5 %). Share of the ESS: 32 %.
    # Reference: care 300 of 1 000 jobs, 120 ESS (40 %); industry 700 jobs, 35 ESS (5 %). Share: 15.5 %. Gap: 16.5 points.
    # Structure: (0.6 - 0.3) × 0.40 + (0.4 - 0.7) × 0.05 = 0.105. Specificity: 0.6 × (0.50 - 0.40) + 0.4 × (0.05 - 0.05) = 0.06.
    split = split_gap([30, 2], [60, 40], [120, 35], [300, 700])
    assert [float(part) for part in split] == pytest.approx([0.165, 0.105, 0.06])


@given(economies)
def test_the_parts_of_the_gap_sum_to_the_gap(sectors):
    ess, other, reference_ess, reference_other = np.array(sectors).T
    total, reference_total = ess + other, reference_ess + reference_other
    assume(total.sum() > 1 and reference_total.sum() > 1)
    split = split_gap(ess, total, reference_ess, reference_total)
    gap = ess.sum() / total.sum() - reference_ess.sum() / reference_total.sum()
    assert split.gap.item() == pytest.approx(gap, abs=1e-9)
    assert (split.structure + split.specificity).item() == pytest.approx(gap, abs=1e-9)


@given(economies)
def test_a_territory_has_no_gap_with_itself(sectors):
    ess, other, *_ = np.array(sectors).T
    assume((ess + other).sum() > 1)
    split = split_gap(ess, ess + other, ess, ess + other)
    assert [float(part) for part in split] == pytest.approx([0, 0, 0], abs=1e-9)


@given(economies, st.floats(0.1, 50))
def test_the_split_does_not_depend_on_the_size_of_the_territory(sectors, factor):
    ess, other, reference_ess, reference_other = np.array(sectors).T
    total, reference_total = ess + other, reference_ess + reference_other
    assume(total.sum() > 1 and reference_total.sum() > 1)
    small = split_gap(ess, total, reference_ess, reference_total)
    large = split_gap(ess * factor, total * factor, reference_ess, reference_total)
    assert [float(part) for part in small] == pytest.approx([float(part) for part in large], abs=1e-9)


def test_a_sector_that_the_reference_lacks_is_all_specificity_of_the_place():
    # Fishing exists here alone: 10 of 100 jobs, all ESS; the rest is as in the reference (10 % ESS). Share 19 %, gap 9 points.
    split = split_gap([10, 9], [10, 90], [0, 10], [0, 100])
    assert split.gap.item() == pytest.approx(0.09)
    assert split.structure.item() == pytest.approx(0)
    assert split.specificity.item() == pytest.approx(0.09)


def test_changes_by_hand():
    assert change_pct([200, 0], [250, 10]).tolist()[0] == 25
    assert np.isnan(change_pct([0], [10])).all()
    # Ain, Clap: 10.53 % in 2008, 11.595 % in 2014.
    assert change_points([10.53], [11.595393329568596]).item() == pytest.approx(1.065, abs=1e-3)


@given(counts)
def test_diversities_are_bounded_by_the_number_of_categories(values):
    present = richness(values).item()
    assume(present)
    assert -1e-12 <= shannon(values).item() <= math.log(present) + 1e-9
    assert 1 - 1e-9 <= effective_number(values).item() <= present + 1e-9
    assert -1e-12 <= simpson(values).item() <= 1 - 1 / present + 1e-9


@given(counts)
def test_an_empty_category_changes_no_diversity(values):
    for index in (richness, shannon, simpson):
        assert index(values).item() == pytest.approx(index([*values, 0]).item(), nan_ok=True)


def test_nobody_has_no_diversity():
    assert richness([0, 0]).item() == 0
    assert all(np.isnan(index([0, 0])).item() for index in (shannon, simpson))


def test_shannon_by_hand():
    # Shares 1/2, 1/4, 1/4: H = 1/2 ln 2 + 1/2 ln 4 = 1.0397.
    assert shannon([2, 1, 1]).item() == pytest.approx(1.5 * math.log(2))
    assert simpson([2, 1, 1]).item() == pytest.approx(1 - 1 / 4 - 1 / 8)


@given(counts, st.integers(1, 6))
def test_concentrations_are_bounded(values, top):
    assume(sum(values))
    assert sum(sorted(values)[-top:]) / sum(values) == pytest.approx(top_share(values, top))
    held = [value for value in values if value]
    assert 1 / len(held) - 1e-9 <= herfindahl(values) <= 1 + 1e-9


@given(st.lists(st.integers(0, 30), min_size=1, max_size=8))
def test_the_band_of_the_median_holds_the_middle_actor(bands):
    actors = [band for band, count in enumerate(bands) for _ in range(count)]
    expected = sorted(actors)[(len(actors) - 1) // 2] if actors else -1
    assert median_band(bands).item() == expected
