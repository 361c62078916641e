"""The list has one order, the same everywhere, whatever is kept and however it is sorted."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ess_map.actors import model
from ess_map.actors.names import fold
from ess_map.ui.list_order import PAGE, nearest, ordered, page_of, pages
from ess_map.ui.selection_state import SORTS

quick = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
seeds = st.integers(0, 2**32 - 1)


def some(register, seed, share=0.02):
    return np.random.default_rng(seed).random(len(register)) < share


@pytest.mark.parametrize("tri", SORTS)
@pytest.mark.parametrize("decroissant", [False, True])
@quick
@given(seed=seeds)
def test_sorting_loses_and_invents_nobody(register, tri, decroissant, seed):
    kept = some(register, seed)
    rows = ordered(register, kept, tri, decroissant=decroissant)
    assert sorted(rows) == list(np.flatnonzero(kept))
    assert list(rows) == list(ordered(register, kept, tri, decroissant=decroissant))


@quick
@given(seed=seeds)
def test_by_commune_the_words_shown_go_up_then_the_unknown_come_last(register, seed):
    rows = ordered(register, some(register, seed), "commune")
    words = [fold(name) for name in register.frame["commune"].take(rows)]
    known = [word for word in words if word]
    assert words == sorted(known) + [""] * (len(words) - len(known))


@quick
@given(seed=seeds)
def test_inside_one_value_names_stay_in_order(register, seed):
    rows = ordered(register, some(register, seed), "famille", decroissant=True)
    names = {int(row): place for place, row in enumerate(register.codes.by_name)}
    for famille in model.FAMILLES:
        places = [names[int(row)] for row in rows if register.frame["famille"].iat[row] == famille]
        assert places == sorted(places)


@given(total=st.integers(0, 100_000))
def test_pages_hold_the_list_exactly(total):
    assert pages(total) >= 1
    assert (pages(total) - 1) * PAGE < max(total, 1) <= pages(total) * PAGE


@quick
@given(seed=seeds, place=st.integers(0, 10_000))
def test_the_page_of_an_actor_shows_it(register, seed, place):
    rows = ordered(register, some(register, seed, 0.1), "nom")
    row = int(rows[place % len(rows)])
    page = page_of(rows, row)
    assert row in rows[(page - 1) * PAGE : page * PAGE]
    assert page_of(rows, -1) == 1


@quick
@given(seed=seeds)
def test_the_nearest_are_nearer_than_any_other(register, seed):
    rows = ordered(register, some(register, seed), "nom")
    placed = rows[register.placed[rows]]
    chosen = int(placed[seed % len(placed)])
    found = nearest(register, rows, chosen, 4)
    assert chosen not in found

    def far(row):
        shrink = np.cos(np.radians(register.lat[chosen]))
        return np.hypot((register.lon[row] - register.lon[chosen]) * shrink, register.lat[row] - register.lat[chosen])

    others = [far(row) for row in placed if row != chosen and row not in found]
    assert max(far(row) for row in found) <= min(others)


def test_without_an_actor_the_nearest_are_the_first(register):
    rows = ordered(register, some(register, 1), "nom")
    assert list(nearest(register, rows, -1, 4)) == list(rows[:4])
