"""Every territory that can be found, as columns held once and shared: the rows of the communes, then those of the levels above."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from ess_map.territories.model import Hit, Niveau, TerritoryRef

if TYPE_CHECKING:
    from collections.abc import Collection

    from numpy.typing import NDArray

COMMUNE_WEIGHT = 50
"""How many times an inhabitant of a commune counts when answers are ordered: communes come before wider territories."""


class Gazetteer:
    """
    Names, populations and places of the territories; a row number stands for a territory.

    Parameters
    ----------
    codes
        Codes of the communes, sorted.
    names
        Their names.
    communes
        Their table, in the same order: `departement`, `population`.
    levels
        Table of the levels above: `niveau`, `code`, `nom`, `nature`, `departement`, `population`.
    """

    def __init__(
        self, codes: NDArray[np.object_], names: NDArray[np.object_], communes: pd.DataFrame, levels: pd.DataFrame
    ) -> None:
        self.n_communes = len(codes)
        self.codes: NDArray[np.object_] = np.concatenate([codes, levels["code"].to_numpy(dtype=object)])
        self.names: NDArray[np.object_] = np.concatenate([names, levels["nom"].to_numpy(dtype=object)])
        kinds = {niveau.value: number for number, niveau in enumerate(Niveau)}
        self.kinds: NDArray[np.uint8] = np.concatenate(
            [np.full(len(codes), kinds[Niveau.COMMUNE]), levels["niveau"].map(kinds).to_numpy(dtype=int)]
        ).astype(np.uint8)
        self._natures = levels["nature"].to_numpy(dtype=object)
        numbers, departements = pd.factorize(pd.concat([communes["departement"], levels["departement"]]), sort=True)
        self._departements = [str(code) for code in departements]
        self._departement_of = numbers.astype(np.uint8)
        populations = (
            communes["population"].to_numpy(dtype=float, na_value=np.nan),
            levels["population"].to_numpy(dtype=float, na_value=np.nan),
        )
        self._populations = np.concatenate(populations)
        self.weights: NDArray[np.float64] = np.nan_to_num(self._populations)
        self.weights[: self.n_communes] *= COMMUNE_WEIGHT

    def rows_at(self, niveau: Niveau) -> NDArray[np.intp]:
        """Give the rows of a level."""
        return np.flatnonzero(self.at(niveau))

    def at(self, niveau: Niveau) -> NDArray[np.bool_]:
        """Tell, for every row, whether it is of a level."""
        return np.equal(self.kinds, list(Niveau).index(niveau))

    def inside(self, departements: Collection[str]) -> NDArray[np.bool_]:
        """Tell, for every row, whether it is in one of these départements."""
        wanted = np.array([code in departements for code in self._departements], dtype=bool)
        return np.asarray(wanted[self._departement_of], dtype=bool)

    def populations(self) -> dict[Niveau, dict[str, float]]:
        """Give the known populations by level and code."""
        found: dict[Niveau, dict[str, float]] = {niveau: {} for niveau in Niveau}
        for row in np.flatnonzero(~np.isnan(self._populations)):
            found[list(Niveau)[self.kinds[row]]][self.codes[row]] = float(self._populations[row])
        return found

    def ref(self, row: int) -> TerritoryRef:
        """Give the reference of a row."""
        return TerritoryRef(list(Niveau)[self.kinds[row]], self.codes[row])

    def hit(self, row: int, pourquoi: str) -> Hit:
        """Give one answer of the search."""
        population = self._populations[row]
        return Hit(
            ref=self.ref(row),
            nom=self.names[row],
            departement=self._departements[self._departement_of[row]],
            population=None if np.isnan(population) else int(population),
            pourquoi=pourquoi,
            nature="Commune" if row < self.n_communes else self._natures[row - self.n_communes],
        )
