"""The facts of a territory, from the tables: read for a commune or a published level, summed for a composed one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from ess_map.territories import phrases
from ess_map.territories.model import Niveau, Territory, TerritoryRef, Zonages

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ess_map.territories.hierarchy import Hierarchy

_ZRR_CLASSED = ("C", "PC")
_SIDES = ["west", "south", "east", "north"]


class Facts:
    """
    Builds `Territory` values.

    Parameters
    ----------
    names
        Names of the communes, in the order of their table.
    communes
        Table of communes, indexed by code, sorted.
    levels
        Table of the levels above.
    hierarchy
        Rows of the communes of each territory.
    """

    def __init__(self, names: NDArray[np.object_], communes: pd.DataFrame, levels: pd.DataFrame, hierarchy: Hierarchy) -> None:
        self._hierarchy = hierarchy
        self._names = names
        self._population = communes["population"].to_numpy(dtype=float, na_value=np.nan)
        self._millesimes, self._vintages = pd.factorize(communes["population_millesime"])
        self._area = communes["area_km2"].to_numpy(dtype=float)
        self._points = communes[["lon", "lat"]].to_numpy(dtype=float)
        self._bounds = communes[_SIDES].to_numpy(dtype=float)
        self._zrr = communes["zrr"].isin(_ZRR_CLASSED).to_numpy(dtype=bool)
        self._pvd = communes["pvd"].to_numpy(dtype=bool)
        self._acv = communes["acv"].to_numpy(dtype=bool)
        self._levels = levels.set_index(["niveau", "code"]).astype(object).to_dict("index")
        borrowed = communes.loc[communes["contour_de"] != "", "contour_de"]
        self._hosts = {str(code): str(host) for code, host in borrowed.items()}

    def build(self, ref: TerritoryRef) -> Territory:
        """Give the facts of a canonical reference that exists."""
        if ref.niveau is Niveau.COMMUNE:
            return self._commune(ref)
        return self._composed(ref) if ref.niveau is Niveau.COMPOSE else self._level(ref)

    def _commune(self, ref: TerritoryRef) -> Territory:
        rows = self._hierarchy.rows(ref)
        row = int(rows[0])
        return self._territory(
            ref, rows, nom=self._names[row], nature="Commune", bounds=self._bounds[row], point=self._points[row],
            area_km2=_known(self._area[row]), population=_known(self._population[row]), millesime=self._vintages[self._millesimes[row]],
            notices=self._contour_notices(rows),
        )  # fmt: skip

    def _level(self, ref: TerritoryRef) -> Territory:
        facts = self._levels[ref.niveau.value, ref.code]
        rows = self._hierarchy.rows(ref)
        mixed = facts["population_millesime"] if " et " in facts["population_millesime"] else ""
        return self._territory(
            ref, rows, nom=facts["nom"], nature=facts["nature"], bounds=np.array([facts[side] for side in _SIDES]),
            point=np.array([facts["lon"], facts["lat"]]), area_km2=_known(facts["area_km2"]),
            population=_known(facts["population"]), millesime=facts["population_millesime"],
            notices=(phrases.mixed_vintages(mixed),) if mixed else (),
        )  # fmt: skip

    def _composed(self, ref: TerritoryRef) -> Territory:
        rows = self._hierarchy.rows(ref)
        bounds = np.concatenate([self._bounds[rows, :2].min(axis=0), self._bounds[rows, 2:].max(axis=0)])
        by_population = rows[np.argsort(-np.nan_to_num(self._population[rows]), kind="stable")]
        vintages = sorted(self._vintages[np.unique(self._millesimes[rows])], reverse=True)
        notices = self._contour_notices(rows)
        if len(vintages) > 1:
            notices += (phrases.mixed_vintages(" et ".join(vintages)),)
        return self._territory(
            ref, rows, nom=phrases.composed_name(tuple(self._names[by_population])), nature="Territoire composé", bounds=bounds,
            # The most populated commune is where a name can be written: the middle of a set may lie outside of it.
            point=self._points[by_population[0]], area_km2=_known(self._area[rows].sum()),
            population=_known(self._population[rows].sum()), millesime=" et ".join(vintages), notices=notices,
        )  # fmt: skip

    def _territory(
        self, ref: TerritoryRef, rows: NDArray[np.intp], *, nom: str, nature: str, bounds: NDArray[np.float64],
        point: NDArray[np.float64], area_km2: float | None, population: float | None, millesime: str, notices: tuple[str, ...],
    ) -> Territory:  # fmt: skip
        west, south, east, north = (float(side) for side in bounds)
        return Territory(
            ref=ref,
            nom=nom,
            nature=nature,
            communes=tuple(self._hierarchy.codes[rows]),
            population=None if population is None else int(population),
            population_millesime=millesime,
            area_km2=None if area_km2 is None else round(area_km2, 3),
            bounds=(west, south, east, north),
            point=(float(point[0]), float(point[1])),
            parents=self._hierarchy.parents(rows, ref.niveau) if ref.niveau is not Niveau.FRANCE else (),
            zonages=Zonages(*(int(mask[rows].sum()) for mask in (self._zrr, self._pvd, self._acv))),
            notices=notices,
        )

    def _contour_notices(self, rows: NDArray[np.intp]) -> tuple[str, ...]:
        notices = []
        for code in self._hierarchy.codes[rows]:
            guests = tuple(guest for guest, host in self._hosts.items() if host == code)
            if code in self._hosts:
                notices.append(phrases.borrowed_contour(self._name(code), self._name(self._hosts[code])))
            elif guests:
                notices.append(phrases.lent_contour(self._name(code), tuple(self._name(guest) for guest in guests)))
        return tuple(notices)

    def _name(self, code: str) -> str:
        return str(self._names[self._hierarchy.row_of[code]])


def _known(value: float | None) -> float | None:
    return None if value is None or pd.isna(value) else float(value)
