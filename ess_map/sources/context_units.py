"""Carrying figures by commune to the communes in force: mergers add up, what was split stays whole, and is said."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ess_map.territories.lineage import Lineage


def carry_units(table: pd.DataFrame, columns: Mapping[str, str], lineage: Lineage) -> tuple[pd.DataFrame, dict[str, int]]:
    """
    Turn rows by commune of an older list into rows by set of communes in force.

    Parameters
    ----------
    table
        `code`, and one number a column of `columns`.
    columns
        Column -> day (ISO) of the list of communes that it follows.
    lineage
        What became of each code.

    Returns
    -------
    units
        One row a set: `communes` ("85084|85165" when a commune was split and its figure cannot be shared out; one code
        otherwise), then the columns, null where the set has no figure of its own. Sets of one column never overlap. Sorted.
    counts
        How many codes were carried, and how many were left because they lead nowhere.
    """
    values: dict[str, dict[str, float | None]] = defaultdict(dict)
    carried: set[str] = set()
    lost: set[str] = set()
    for since in sorted(set(columns.values())):
        mine = [column for column, day in columns.items() if day == since]
        # A row without any figure says nothing: a commune that did not exist yet must not be taken for a part.
        rows = table.dropna(subset=mine, how="all")
        sets = _sets(rows["code"], since, lineage)
        carried |= {code for code in rows["code"] if sets.get(code) != (code,)}
        lost |= {code for code in rows["code"] if code not in sets}
        for communes, row in _summed(rows[rows["code"].isin(sets)], mine, sets).iterrows():
            values[str(communes)].update(zip(mine, row, strict=True))
    units = pd.DataFrame.from_dict(values, orient="index", columns=list(columns), dtype=float)
    return units.rename_axis("communes").sort_index().reset_index(), {
        "codes_reportes": len(carried - lost),
        "codes_perdus": len(lost),
    }


def _summed(rows: pd.DataFrame, columns: list[str], sets: Mapping[str, tuple[str, ...]]) -> pd.DataFrame:
    """Sum the rows of each set; a set is null where one of its rows is."""
    communes = rows["code"].map({code: "|".join(found) for code, found in sets.items()}).to_numpy()
    totals = rows[columns].groupby(communes).sum()
    return totals.mask(rows[columns].isna().groupby(communes).any())


def whole_successors(codes: Iterable[str], since: str, lineage: Lineage) -> dict[str, str]:
    """
    Give the commune in force that has exactly the ground of each older one; a code that merged or was split is absent.

    It is the rule of figures that do not add up, as a median: they are kept only where nothing but the code changed.
    """
    sets = _sets(codes, since, lineage)
    holders: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for code, communes in sets.items():
        holders[communes].append(code)
    return {olds[0]: communes[0] for communes, olds in holders.items() if len(communes) == 1 and len(olds) == 1}


def _sets(codes: Iterable[str], since: str, lineage: Lineage) -> dict[str, tuple[str, ...]]:
    """Give each code the communes in force that stand on its ground; two codes that share one have the same, whole, set."""
    heirs = {code: found for code in codes if (found := lineage.heirs(code, since))}
    group_of: dict[str, frozenset[str]] = {}
    for found in heirs.values():
        joined = frozenset(found).union(*(group_of.get(commune, frozenset()) for commune in found))
        group_of.update(dict.fromkeys(joined, joined))
    return {code: tuple(sorted(group_of[found[0]])) for code, found in heirs.items()}
