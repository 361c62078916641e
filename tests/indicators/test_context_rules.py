"""The rules of the context, against figures computed by hand and properties that hold for any numbers."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ess_map.indicators.context_rules import RULES, annual_change_pct, apply_rules, joined, ratio

counts = st.integers(0, 500_000).map(float)
several = st.lists(st.tuples(counts, counts), min_size=1, max_size=30)


def series(*values):
    return pd.Series(list(values), dtype=float)


def test_unemployment_of_rennes_is_that_of_the_census():
    """15 458 unemployed over 107 669 active people in 2021: 14,4 %, as Insee shows in its dossier."""
    rate = RULES["taux_chomage_pct"].apply(series(15_458), series(107_669))
    assert rate[0] == pytest.approx(14.357, abs=0.001)


def test_annual_change_compounds():
    """From 1 000 to 1 126 in six years: 2 % a year, since 1,02⁶ = 1,1262."""
    assert annual_change_pct(series(1000), series(1126.162419264))[0] == pytest.approx(2.0)


def test_natural_balance_is_per_thousand():
    assert RULES["solde_naturel_pour_mille"].apply(series(30), series(20), series(2000))[0] == 5.0


@given(several)
def test_a_ratio_is_null_exactly_where_there_is_nobody(rows):
    part, whole = (series(*column) for column in zip(*rows, strict=True))
    assert (ratio(part, whole).isna() == (whole == 0)).all()


@given(st.floats(-8, 8), st.integers(1000, 10**7))
def test_the_annual_rate_leads_from_one_population_to_the_other(rate, before):
    after = before * (1 + rate / 100) ** 6
    assert annual_change_pct(series(before), series(after))[0] == pytest.approx(rate, abs=1e-9)


@given(several)
def test_a_rate_of_the_whole_lies_between_those_of_its_parts(rows):
    part, whole = (series(*column) for column in zip(*rows, strict=True))
    together = ratio(series(part.sum()), series(whole.sum()))[0]
    with_people = ratio(part[whole > 0], whole[whole > 0])
    if whole.sum() > 0 and part[whole == 0].sum() == 0:
        assert with_people.min() - 1e-9 <= together <= with_people.max() + 1e-9


@given(several, st.integers(1, 29))
def test_splitting_a_territory_does_not_change_its_rates(rows, cut):
    first, second = (pd.DataFrame(piece, columns=["a", "b"], dtype=float) for piece in (rows[:cut], rows[cut:]))
    whole = pd.DataFrame(rows, columns=["a", "b"], dtype=float).sum()
    pieces = first.sum() + second.sum()
    assert ratio(series(whole["a"]), series(whole["b"])).equals(ratio(series(pieces["a"]), series(pieces["b"])))


def units(rows):
    return pd.DataFrame(rows, columns=["communes", "births", "people"])


def test_births_of_some_communes_are_not_divided_by_the_people_of_others():
    ready = joined(units([("A", 10.0, 100.0), ("B", 7.0, math.nan)]), "rate", ("births", "people")).set_index("communes")
    assert ready.loc["A"].to_list() == [10.0, 100.0]
    assert ready.loc["B"].isna().all()


def test_people_are_gathered_where_births_are_known_for_a_set_only():
    ready = joined(
        units([("A", math.nan, 60.0), ("B", math.nan, 40.0), ("A|B", 5.0, math.nan), ("C", 1.0, 10.0)]),
        "rate",
        ("births", "people"),
    ).set_index("communes")
    assert ready.loc["A|B"].to_list() == [5.0, 100.0]
    assert ready.loc[["A", "B"]].isna().all(axis=None)
    assert ready.loc["C"].to_list() == [1.0, 10.0]


def test_a_set_with_an_unknown_member_stays_unknown():
    ready = joined(
        units([("A", math.nan, 60.0), ("B", math.nan, math.nan), ("A|B", 5.0, math.nan)]), "rate", ("births", "people")
    ).set_index("communes")
    assert ready.isna().all(axis=None)


def test_every_rule_reads_its_own_ingredients():
    names = {f"{name}.{need}": [float(i + 1)] for name, rule in RULES.items() for i, need in enumerate(rule.needs)}
    computed = apply_rules(pd.DataFrame(names))
    assert list(computed.columns) == list(RULES)
    assert np.isfinite(computed.to_numpy()).all()
