"""The order of the list: the same for the table, its pages and the exports. Pure."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from ess_map.actors import model, query
from ess_map.actors.names import fold

if TYPE_CHECKING:
    from ess_map.actors.codes import IntArray
    from ess_map.actors.register import Register

PAGE = 25
"""Actors a page: what a screen reader or a thumb goes through without losing the place."""


def ordered(register: Register, kept: query.BoolArray, tri: str, *, decroissant: bool = False) -> IntArray:
    """
    Give the rows of a mask, sorted by one column, then by name.

    An unknown value comes last in both directions; the order is always the same for one version of the register.
    """
    by_name = query.in_order(register, kept)
    if tri == "nom":
        return by_name[::-1] if decroissant else by_name
    ranks = _ranks(register, tri)[by_name]
    unknown = ranks < 0
    keys = np.where(unknown, np.iinfo(np.int32).max, -ranks if decroissant else ranks)
    return by_name[np.argsort(keys, kind="stable")]


def page_of(rows: IntArray, row: int) -> int:
    """Give the page (from 1) that shows a row; the first when the list does not hold it."""
    place = np.flatnonzero(rows == row)
    return 1 + int(place[0]) // PAGE if len(place) else 1


def pages(total: int) -> int:
    """Count the pages of a list, one at least."""
    return max(1, -(-total // PAGE))


def nearest(register: Register, rows: IntArray, row: int, limit: int) -> IntArray:
    """
    Give the rows of a list nearest to one of the register, itself left out.

    Without a row (-1) or without its position, the first of the list.
    """
    others: IntArray = rows[rows != row]
    if row < 0 or not register.placed[row]:
        return others[:limit]
    others = others[register.placed[others]]
    # Good enough to sort neighbours: a degree of longitude shrinks with latitude.
    east = (register.lon[others] - register.lon[row]) * np.cos(np.radians(register.lat[row]))
    north = register.lat[others] - register.lat[row]
    closest: IntArray = others[np.argsort(east**2 + north**2, kind="stable")[:limit]]
    return closest


@lru_cache(maxsize=8)
def _ranks(register: Register, tri: str) -> IntArray:
    """Rank the rows by the words that the list shows in a column, accents and case forgotten; -1 for an unknown value."""
    labels = {"famille": model.FAMILLES, "theme": model.THEMES}.get(tri, {})
    column = {"famille": "famille", "theme": "themes", "commune": "commune", "source": "source"}[tri]
    codes, texts = pd.factorize(register.frame[column])
    words = [fold(", ".join(labels.get(part, part) for part in text.split("|"))) for text in texts]
    order = {word: rank for rank, word in enumerate(sorted(set(words) - {""}))}
    return np.asarray([order.get(word, -1) for word in words], dtype=np.int32)[codes]
