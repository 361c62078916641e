"""Applying secrecy to an official table: which of its rows add up to which others, and what must be masked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ess_map.indicators.secrecy import INSEE, primary, protect
from ess_map.territories.model import Niveau, TerritoryRef

if TYPE_CHECKING:
    import pandas as pd

    from ess_map.indicators.formulas.arrays import BoolArray, IntArray
    from ess_map.indicators.secrecy import SecrecyRule
    from ess_map.territories.hierarchy import Hierarchy

NESTED: tuple[tuple[Niveau, Niveau], ...] = (
    (Niveau.COMMUNE, Niveau.EPCI),
    (Niveau.COMMUNE, Niveau.EPT),
    (Niveau.COMMUNE, Niveau.ZONE_EMPLOI),
    (Niveau.COMMUNE, Niveau.DEPARTEMENT),
    (Niveau.COMMUNE, Niveau.REGION),
    (Niveau.COMMUNE, Niveau.FRANCE),
    (Niveau.DEPARTEMENT, Niveau.REGION),
    (Niveau.DEPARTEMENT, Niveau.FRANCE),
    (Niveau.REGION, Niveau.FRANCE),
    (Niveau.ZONE_EMPLOI, Niveau.FRANCE),
    (Niveau.EPCI, Niveau.FRANCE),
)
"""
Levels whose territories are made of whole territories of a finer one. Four islands belong to no EPCI: the sum of the EPCI is short
of France by so little that it would give a masked cell away all the same.
"""
_CUTS: tuple[tuple[str, list[str]], ...] = (("secteur", ["nomenclature"]), ("famille", []), ("taille", []))
_KEYS = ["niveau", "code", "millesime", "champ", "nomenclature", "secteur", "famille", "taille"]


def secret_rows(frame: pd.DataFrame, declared: BoolArray, hierarchy: Hierarchy, rule: SecrecyRule = INSEE) -> BoolArray:
    """
    Tell which rows of a table may not be shown.

    Parameters
    ----------
    frame
        Columns of `official.KEYS` and `official.MEASURES`; rows are unique by their keys.
    declared
        Rows that the producer masked (« s »).
    hierarchy
        Who contains whom.
    rule
        That of the source.

    Returns
    -------
    secret
        The rows declared secret, those that are secret by themselves, and those that would give them away by subtraction.
    """
    units = frame["etablissements"].to_numpy(dtype=float)
    alone = declared | primary(units, frame["part_premier_pct"].to_numpy(dtype=float), rule)
    if not alone.any():
        return alone
    sizes = np.where(np.isnan(units), frame["effectif"].to_numpy(dtype=float), units)
    # A row of which nothing is known hides nothing, and is not secret for all that.
    unknown = np.isnan(sizes) & ~alone
    return protect(np.where(unknown, 0.0, np.nan_to_num(sizes)), alone, sums(frame, hierarchy))


def sums(frame: pd.DataFrame, hierarchy: Hierarchy) -> list[IntArray]:
    """List the sums that a table contains: row numbers, the last being the sum of the others."""
    return [*_cut_sums(frame), *_territory_sums(frame, hierarchy)]


def _cut_sums(frame: pd.DataFrame) -> list[IntArray]:
    """Sectors, families and sizes that add up to a total of the same table."""
    rows = frame[_KEYS].reset_index(drop=True)
    found: list[IntArray] = []
    for cut, with_it in _CUTS:
        same = [key for key in _KEYS if key not in {cut, *with_it}]
        totals = {tuple(key): number for number, key in rows.loc[rows[cut] == "", same].iterrows()}
        parts = rows[rows[cut] != ""]
        for key, mine in parts.groupby([*same, *with_it], sort=True):
            total = totals.get(key[: len(same)])
            if total is not None:
                found.append(np.array([*mine.index, total], dtype=np.intp))
    return found


def _territory_sums(frame: pd.DataFrame, hierarchy: Hierarchy) -> list[IntArray]:
    """Territories that the table has in full, part by part."""
    found: list[IntArray] = []
    slices = ["millesime", "champ", "nomenclature", "secteur", "famille", "taille"]
    children = _children(frame, hierarchy)
    for _, mine in frame.reset_index(drop=True).groupby(slices, sort=True):
        number = {TerritoryRef(Niveau(n), c): row for row, n, c in zip(mine.index, mine["niveau"], mine["code"], strict=True)}
        for (parent, _), parts in children.items():
            if parent in number and all(part in number for part in parts):
                found.append(np.array([*(number[part] for part in parts), number[parent]], dtype=np.intp))
    return found


def _children(frame: pd.DataFrame, hierarchy: Hierarchy) -> dict[tuple[TerritoryRef, Niveau], list[TerritoryRef]]:
    levels = {Niveau(text) for text in frame["niveau"].unique()}
    found = {}
    for finer, wider in NESTED:
        if {finer, wider} <= levels:
            for code in frame.loc[frame["niveau"] == str(wider), "code"].unique():
                parent = TerritoryRef(wider, code)
                found[parent, finer] = hierarchy.at_level(hierarchy.rows(parent), finer)
    return found
