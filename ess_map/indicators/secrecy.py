"""Statistical secrecy: which cells of a table may not be shown, and which others must hide with them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ess_map.indicators.formulas.arrays import BoolArray, FloatArray, IntArray

_ZERO = 1e-9


@dataclass(frozen=True, slots=True)
class SecrecyRule:
    """What the producer of a source asks to mask."""

    least_units: int
    """A cell with fewer units is secret; 0 when counts are public."""
    most_pct: float
    """A cell in which one unit weighs more than this is secret."""
    texte: str
    """The rule in a French sentence."""


INSEE = SecrecyRule(
    3,
    85.0,
    "Une case de moins de trois unités, ou dont une unité pèse plus de 85 %, est masquée, ainsi que celles qui la trahiraient.",
)
"""Business statistics of Insee: the rule of official tables unless they say another."""
OPEN = SecrecyRule(0, math.inf, "Rien n’est masqué : chaque acteur est déjà public dans la liste d’où il vient.")
"""The register: each actor is published by its source, a count of them reveals nothing more."""


def primary(units: npt.ArrayLike, largest_share_pct: npt.ArrayLike | None = None, rule: SecrecyRule = INSEE) -> BoolArray:
    """
    Tell which cells are secret by themselves.

    Parameters
    ----------
    units
        Number of establishments (or enterprises) of each cell; NaN when unknown. A cell without any is not secret: nobody is in it.
    largest_share_pct
        Weight of the largest unit of each cell, in percent; NaN or None when unknown.
    rule
        That of the source.

    Examples
    --------
    >>> primary([0, 1, 2, 3, 40], [0, 100, 60, 40, 90]).tolist()
    [False, True, True, False, True]
    >>> primary([1, 2], rule=OPEN).tolist()
    [False, False]
    """
    counts = np.asarray(units, dtype=float)
    secret: BoolArray = (counts > 0) & (counts < rule.least_units)
    if largest_share_pct is not None:
        secret |= (np.asarray(largest_share_pct, dtype=float) > rule.most_pct) & (counts != 0)
    return secret


def derivable(masked: BoolArray, equations: Sequence[IntArray]) -> BoolArray:
    """
    Tell which masked cells can be worked out from the ones that are shown.

    Parameters
    ----------
    masked
        One boolean a cell.
    equations
        Each one lists cells of which the last is the sum of the others (sectors and their total, communes and their EPCI…).

    Returns
    -------
    exposed
        True for a masked cell that has a single solution in the system of all equations: a subtraction, or several, give it.

    Notes
    -----
    Exact: the reduced row echelon form of the system restricted to masked cells has, for each cell that is determined, a row with
    that cell alone. Independent groups of equations are solved apart.
    """
    exposed = np.zeros(len(masked), dtype=bool)
    for cells, matrix in _systems(masked, equations):
        reduced = _echelon(matrix)
        alone = np.abs(reduced) > _ZERO
        for row in np.flatnonzero(alone.sum(axis=1) == 1):
            exposed[cells[int(alone[row].argmax())]] = True
    return exposed


def protect(values: npt.ArrayLike, masked: npt.ArrayLike, equations: Sequence[IntArray]) -> BoolArray:
    """
    Mask more cells until no masked one can be worked out.

    Parameters
    ----------
    values
        Size of each cell: the smallest are sacrificed first; NaN for a cell that is not shown anyway. A cell worth 0 is sacrificed
        last: it protects badly, since nobody expects less than nothing.
    masked
        Cells that are secret by themselves.
    equations
        As for `derivable`.

    Returns
    -------
    masked
        A superset, in which nothing is `derivable`.
    """
    sizes = np.asarray(values, dtype=float)
    hidden: BoolArray = np.array(masked, dtype=bool) | np.isnan(sizes)
    exposed = derivable(hidden, equations)
    while exposed.any():
        concerned = [equation for equation in equations if exposed[equation].any() and not hidden[equation].all()]
        if not concerned:
            return hidden  # everything that could blur them is hidden already
        # A sum that gives a cell at once comes first; a cell found by crossing several sums needs only one of them blurred.
        direct = [equation for equation in concerned if hidden[equation].sum() == 1]
        for equation in direct or concerned[:1]:
            if not direct or hidden[equation].sum() == 1:  # a cell hidden for another sum may have blurred this one too
                hidden[_sacrificed(sizes, hidden, equation)] = True
        exposed = derivable(hidden, equations)
    return hidden


def _sacrificed(sizes: FloatArray, hidden: BoolArray, equation: IntArray) -> list[int]:
    """Choose the cell of an equation that costs the least to hide: worth something, a part rather than the total, the smallest."""
    free = [int(cell) for cell in equation if not hidden[cell]]
    return [min(free, key=lambda cell: (sizes[cell] <= 0, cell == equation[-1], sizes[cell], cell))] if free else []


def _systems(masked: BoolArray, equations: Sequence[IntArray]) -> list[tuple[IntArray, FloatArray]]:
    """Split the equations on masked cells into groups that share no cell; each is its cells and its matrix."""
    useful = [equation for equation in equations if masked[equation].any()]
    parent: dict[int, int] = {}

    def root(cell: int) -> int:
        while parent[cell] != cell:
            parent[cell] = parent[parent[cell]]
            cell = parent[cell]
        return cell

    members = [[int(cell) for cell in equation if masked[cell]] for equation in useful]
    for cells in members:
        for cell in cells:
            parent.setdefault(cell, cell)
            parent[root(cell)] = root(cells[0])
    groups: dict[int, list[int]] = {}
    for number, cells in enumerate(members):
        groups.setdefault(root(cells[0]), []).append(number)
    return [_matrix([useful[number] for number in numbers], masked) for numbers in groups.values()]


def _matrix(equations: list[IntArray], masked: BoolArray) -> tuple[IntArray, FloatArray]:
    cells = np.unique(np.concatenate([equation[masked[equation]] for equation in equations]))
    column = {int(cell): position for position, cell in enumerate(cells)}
    matrix = np.zeros((len(equations), len(cells)))
    for row, equation in enumerate(equations):
        for cell in equation:
            if masked[cell]:
                matrix[row, column[int(cell)]] += -1.0 if cell == equation[-1] else 1.0
    return cells, matrix


def _echelon(matrix: FloatArray) -> FloatArray:
    """Reduce a matrix to its row echelon form, pivots 1 and alone in their column."""
    reduced, row = matrix.copy(), 0
    for column in range(reduced.shape[1]):
        if row == len(reduced):
            break
        pivot = row + int(np.abs(reduced[row:, column]).argmax())
        if abs(reduced[pivot, column]) <= _ZERO:
            continue
        reduced[[row, pivot]] = reduced[[pivot, row]]
        reduced[row] /= reduced[row, column]
        others = np.abs(reduced[:, column]) > _ZERO
        others[row] = False
        reduced[others] -= reduced[others, column][:, None] * reduced[row]
        row += 1
    return reduced
