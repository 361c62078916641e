"""No masked cell can be worked out from what is shown: an independent solver looks for a second solution."""

from fractions import Fraction

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from ess_map.indicators.secrecy import OPEN, derivable, primary, protect


def table_equations(rows, columns):
    """Number the cells of a table with its margins row by row, the total last; one equation a row, one a column."""
    index = np.arange((rows + 1) * (columns + 1)).reshape(rows + 1, columns + 1)
    return [*index, *index.T]


def with_margins(inside):
    table = np.asarray(inside, dtype=float)
    table = np.column_stack([table, table.sum(axis=1)])
    return np.vstack([table, table.sum(axis=0)]).ravel()


def solved_cells(masked, equations):
    """Find the cells that have one solution, with exact fractions: a cell is free when some move of the others compensates it."""
    cells = [int(c) for c in np.flatnonzero(masked)]
    rows = []
    for equation in equations:
        row = [Fraction(0)] * len(cells)
        for cell in equation:
            if masked[cell]:
                row[cells.index(int(cell))] += -1 if cell == equation[-1] else 1
        rows.append(row)
    base = rank(rows)
    found = set()
    for position, cell in enumerate(cells):
        unit = [Fraction(int(position == other)) for other in range(len(cells))]
        if rank([*rows, unit]) == base:
            found.add(cell)
    return found


def rank(rows):
    rows, level = [list(r) for r in rows], 0
    for column in range(len(rows[0]) if rows else 0):
        pivot = next((r for r in range(level, len(rows)) if rows[r][column]), None)
        if pivot is None:
            continue
        rows[level], rows[pivot] = rows[pivot], rows[level]
        for other in range(len(rows)):
            if other != level and rows[other][column]:
                factor = rows[other][column] / rows[level][column]
                rows[other] = [a - factor * b for a, b in zip(rows[other], rows[level], strict=True)]
        level += 1
    return level


tables = st.tuples(st.integers(1, 5), st.integers(1, 4)).flatmap(
    lambda shape: st.lists(
        st.lists(st.integers(0, 12), min_size=shape[1], max_size=shape[1]), min_size=shape[0], max_size=shape[0]
    )
)


@given(tables, st.data())
def test_derivable_agrees_with_an_exact_solver(inside, data):
    rows, columns = len(inside), len(inside[0])
    equations = table_equations(rows, columns)
    cells = (rows + 1) * (columns + 1)
    masked = np.array(data.draw(st.lists(st.booleans(), min_size=cells, max_size=cells)))
    assert set(np.flatnonzero(derivable(masked, equations))) == solved_cells(masked, equations)


@given(tables)
def test_no_masked_cell_can_be_worked_out_by_subtraction(inside):
    values = with_margins(inside)
    equations = table_equations(len(inside), len(inside[0]))
    alone = primary(values)
    masked = protect(values, alone, equations)
    assert (masked >= alone).all()
    # Only a table that is hidden altogether could still be worked out, and there is nothing left to work it out from.
    assert masked.all() or not solved_cells(masked, equations)


@given(tables)
def test_nothing_is_masked_where_nothing_is_secret(inside):
    values = with_margins(np.asarray(inside) + 3)
    assert not protect(values, primary(values), table_equations(len(inside), len(inside[0]))).any()


@given(st.lists(st.lists(st.integers(0, 9), min_size=2, max_size=4), min_size=2, max_size=3))
def test_a_hierarchy_is_protected_through_its_levels(regions):
    """Départements add up to régions, régions to France: a masked département must not come out of either sum."""
    values, equations, tops = [], [], []
    for departements in regions:
        first = len(values)
        values += [*departements, sum(departements)]
        equations.append(np.arange(first, len(values)))
        tops.append(len(values) - 1)
    values.append(sum(values[top] for top in tops))
    equations.append(np.array([*tops, len(values) - 1]))
    masked = protect(values, primary(values), equations)
    assert masked.all() or not solved_cells(masked, equations)


def test_one_secret_sector_hides_the_smallest_other_one():
    # 2 + 40 + 7 + 51 = 100: without a second masked cell, 2 = 100 - 98.
    values = np.array([2.0, 40, 7, 51, 100])
    masked = protect(values, primary(values), [np.arange(5)])
    assert masked.tolist() == [True, False, True, False, False]


def test_two_secret_sectors_protect_each_other():
    values = np.array([2.0, 1, 47, 50])
    assert protect(values, primary(values), [np.arange(4)]).tolist() == [True, True, False, False]


def test_an_empty_cell_is_not_secret_and_protects_nothing():
    values = np.array([2.0, 0, 30, 32])
    assert protect(values, primary(values), [np.arange(4)]).tolist() == [True, False, True, False]


def test_a_cell_dominated_by_one_unit_is_secret():
    assert primary([40, 40, 40], [85.1, 85.0, np.nan]).tolist() == [True, False, False]


def test_a_rectangle_hides_in_a_table_of_two_ways():
    inside = [[1, 20, 30], [25, 5, 40], [50, 60, 70]]
    masked = protect(with_margins(inside), primary(with_margins(inside)), table_equations(3, 3)).reshape(4, 4)
    # The cheapest protection of the corner: one other in its row, one other in its column, and the fourth of the rectangle.
    assert masked[:3, :3].sum() == 4
    assert not masked[3].any()
    assert not masked[:, 3].any()


@given(st.lists(st.integers(0, 50), min_size=1), st.lists(st.floats(0, 100), min_size=50, max_size=50))
def test_public_counts_are_never_secret(units, shares):
    assert not primary(units, shares[: len(units)] + [100.0] * max(0, len(units) - 50), OPEN).any()
