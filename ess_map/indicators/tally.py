"""Counting the actors of some sources by place, once for every indicator."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

import numpy as np
import pandas as pd

from ess_map.actors import model
from ess_map.actors.codes import UNKNOWN

if TYPE_CHECKING:
    from ess_map.actors.register import Register
    from ess_map.indicators.formulas.arrays import BoolArray, FloatArray, IntArray
    from ess_map.indicators.places import Places, Units

INSERTION = ("aci", "ei", "ai", "etti")
"""Types of structures d’insertion par l’activité économique."""
RECENT_YEARS = 5
"""Span of what is said recent, up to the latest creation of the register."""


@dataclass(frozen=True, eq=False)
class Tally:
    """Counts by unit, kept only for the units where somebody is recorded."""

    columns: dict[str, int]
    """« total », « famille.association », « theme.SOC »… -> column of `matrix`."""
    matrix: FloatArray
    """One row a unit of `rank` that has actors."""
    rank: IntArray
    """Unit -> row of `matrix`, -1 for a unit without actor."""

    @classmethod
    def of(cls, units_of_rows: IntArray, features: dict[str, BoolArray], kept: BoolArray, n_units: int) -> Self:
        """Count each feature of the rows kept, by unit."""
        mine = units_of_rows[kept]
        present = np.flatnonzero(np.bincount(mine, minlength=n_units))
        rank = np.full(n_units, -1, dtype=np.intp)
        rank[present] = np.arange(len(present))
        position = rank[mine]
        counts = [np.bincount(position[mask[kept]], minlength=len(present)) for mask in features.values()]
        return cls({name: column for column, name in enumerate(features)}, np.column_stack(counts).astype(float), rank)

    def sums(self, places: Places) -> FloatArray:
        """Add up every column in each place: one row a place, one column a feature; 0 where nobody is recorded."""
        rows = self.rank[places.units]
        present = rows >= 0
        owners = places.owner()[present]
        sums = np.zeros((len(places), self.matrix.shape[1]))
        if len(owners):
            first = np.flatnonzero(np.diff(owners, prepend=-1))
            sums[owners[first]] = np.add.reduceat(self.matrix[rows[present]], first, axis=0)
        return sums

    def largest(self, places: Places, top: int) -> FloatArray:
        """Give, for each place, the number of actors of its `top` fullest units."""
        column = np.append(self.matrix[:, self.columns["total"]], 0.0)[self.rank[places.units]]
        order = np.lexsort((-column, places.owner()))
        position = np.arange(len(order)) - places.starts[places.owner()]
        return np.add.reduceat(np.where(position < top, column[order], 0.0), places.starts) if len(places) else np.zeros(0)

    def has(self, places: Places, feature: str) -> BoolArray:
        """Tell, for each element of `places.units`, whether somebody that has a feature is recorded there."""
        column = np.append(self.matrix[:, self.columns[feature]] > 0, False)
        return column[self.rank[places.units]]


def units_of_rows(register: Register, units: Units) -> IntArray:
    """Give the unit of each row of the register: its commune, else its département, else nowhere."""
    codes = register.codes
    known = {code: position for position, code in enumerate(units.departements)}
    by_code = np.array([*(units.communes + known[c] if c in known else units.nowhere for c in codes.departements), units.nowhere])
    return np.where(codes.commune >= 0, codes.commune, by_code[codes.departement]).astype(np.intp)


def features(register: Register) -> dict[str, BoolArray]:
    """Tell, for everything that is counted, which rows have it."""
    codes, frame = register.codes, register.frame
    found: dict[str, BoolArray] = {"total": np.ones(len(register), dtype=bool)}
    found |= {f"famille.{name}": codes.famille == position for position, name in enumerate(model.FAMILLES)}
    found |= {f"effectif.{name}": codes.effectif == position for position, name in enumerate(model.EFFECTIFS)}
    for prefix, column, values in (("theme", codes.themes, model.THEMES), ("type", codes.types, model.TYPES)):
        found |= {f"{prefix}.{name}": (column >> np.uint32(p) & np.uint32(1)) == 1 for p, name in enumerate(values)}
    found["insertion"] = np.logical_or.reduce([found[f"type.{name}"] for name in INSERTION])
    found["theme_connu"] = codes.themes != 0
    found["famille_connue"] = ~found["famille.a_preciser"]
    found["siret_connu"] = (frame["siret"] != "").to_numpy(dtype=bool)
    found["adresse_connue"] = codes.precision <= list(model.PRECISIONS).index("rue")
    found["tranche_donnee"] = codes.effectif != UNKNOWN
    found["effectif_connu"] = found["tranche_donnee"] & ~found["effectif.NN"]
    years = pd.to_numeric(frame["date_creation"].str[:4], errors="coerce").to_numpy(dtype=float)
    found["date_connue"] = ~np.isnan(years)
    latest = np.nanmax(years) if found["date_connue"].any() else np.nan
    found["cree_recemment"] = years > latest - RECENT_YEARS
    return found
