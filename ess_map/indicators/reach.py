"""Who has an actor within reach: what is found within 5, 10, 15 or 30 km of the label point of each commune."""

from __future__ import annotations

from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import shapely

from ess_map.actors import model
from ess_map.territories.projections import MAINLAND, OVERSEAS, project

if TYPE_CHECKING:
    from ess_map.actors.register import Register
    from ess_map.indicators.formulas.arrays import BoolArray, FloatArray, IntArray
    from ess_map.territories.atlas import Atlas

Bits = npt.NDArray[np.uint16]
"""One bit a theme of `model.THEMES`, then `ANY`."""
Keys = npt.NDArray[np.int64]

DISTANCES_KM = (5, 10, 15, 30)
"""Distances that can be asked, increasing."""
DEFAULT_KM = 15
ANY = np.uint16(1 << len(model.THEMES))
"""Bit of any actor, whatever its themes."""
_CELL_M = 10_000
_AROUND = DISTANCES_KM[-1] * 1000 // _CELL_M
_CHUNK = 1024
"""Communes measured at a time: what they have around them stays in the cache of the processor."""
_LANE = 16
_ROW = 1 << 24


def theme_bit(code: str) -> np.uint16:
    """Give the bit of a theme."""
    return np.uint16(1 << list(model.THEMES).index(code))


@lru_cache(maxsize=2)
def label_points(atlas: Atlas) -> tuple[npt.NDArray[np.int_], FloatArray]:
    """Give the projection (EPSG code) of each commune, and its label point there, x and y in metres."""
    communes = atlas.communes
    zones = np.array([OVERSEAS.get(code, MAINLAND) for code in communes["departement"].to_numpy(dtype=object)])
    points = _in_metres(communes["lon"].to_numpy(dtype=float), communes["lat"].to_numpy(dtype=float), zones)
    zones.flags.writeable = points.flags.writeable = False
    return zones, points


class Ground:
    """Label points of the communes and positions of the actors, in metres, each in the projection of its part of France."""

    def __init__(self, atlas: Atlas, register: Register) -> None:
        codes = register.codes
        self.zones, self.points = label_points(atlas)
        by_departement = np.array([*(OVERSEAS.get(code, MAINLAND) for code in codes.departements), 0])
        self.actor_zones = np.where(codes.commune >= 0, self.zones[codes.commune], by_departement[codes.departement])
        self.actors = _in_metres(register.lon, register.lat, self.actor_zones)
        # An actor without position stands where its commune is written on the map; without commune, nowhere.
        lost = np.isnan(self.actors[:, 0]) & (codes.commune >= 0)
        self.actors[lost] = self.points[codes.commune[lost]]
        self.bits: Bits = codes.themes.astype(np.uint16) | ANY


class Reach:
    """What the actors of some sources put within reach of each commune; computed where it is asked, and kept."""

    def __init__(self, ground: Ground, kept: BoolArray) -> None:
        self._ground = ground
        self._sites = {zone: _sites(ground, kept & (ground.actor_zones == zone)) for zone in np.unique(ground.zones)}
        self._found = np.zeros((len(DISTANCES_KM), len(ground.points)), dtype=np.uint16)
        self._done = np.zeros(len(ground.points), dtype=bool)
        self._lock = Lock()

    def within(self, communes: IntArray, distance_km: int) -> Bits:
        """
        Give what is within a distance of communes.

        Parameters
        ----------
        communes
            Rows of `atlas.communes`.
        distance_km
            One of `DISTANCES_KM`.

        Returns
        -------
        bits
            One mask a commune: a bit is set when at least one actor of that theme (or any, for `ANY`) stands at that distance
            or less of the label point of the commune, as the crow flies.
        """
        with self._lock:
            asked = np.zeros(len(self._done), dtype=bool)
            asked[communes] = True
            missing = np.flatnonzero(asked & ~self._done)
            for zone, (positions, bits) in self._sites.items():
                mine = missing[self._ground.zones[missing] == zone]
                for start in range(0, len(mine), _CHUNK):
                    rows = mine[start : start + _CHUNK]
                    self._found[:, rows] = within_reach(self._ground.points[rows], positions, bits)
            self._done[missing] = True
        found: Bits = self._found[DISTANCES_KM.index(distance_km), communes]
        return found


def within_reach(points: FloatArray, sites: FloatArray, bits: Bits) -> Bits:
    """
    Gather the bits of the sites around each point.

    Parameters
    ----------
    points
        x, y in metres.
    sites
        x, y in metres of the same projection, sorted by `cell_keys`.
    bits
        One mask a site.

    Returns
    -------
    found
        One row a distance of `DISTANCES_KM`, one column a point.
    """
    found = np.zeros((len(DISTANCES_KM), len(points)), dtype=np.uint16)
    neighbours, counts = _candidates(points, cell_keys(sites))
    if not len(neighbours):
        return found
    squared = (np.repeat(points[:, 0], counts) - sites[neighbours, 0]) ** 2
    squared += (np.repeat(points[:, 1], counts) - sites[neighbours, 1]) ** 2
    limits = [(kilometres * 1000.0) ** 2 for kilometres in DISTANCES_KM]
    rank = np.zeros(len(squared), dtype=np.uint64)
    for limit in limits[:-1]:
        rank += squared > limit
    # The four distances travel together, sixteen bits each: one pass gathers them all.
    lanes = bits.astype(np.uint64)[neighbours] << (rank * np.uint64(_LANE))
    lanes[squared > limits[-1]] = 0
    somebody = counts > 0
    gathered = np.bitwise_or.reduceat(lanes, (np.cumsum(counts) - counts)[somebody])
    for position in range(len(DISTANCES_KM)):
        found[position, somebody] = (gathered >> np.uint64(_LANE * position)).astype(np.uint16)
    return np.bitwise_or.accumulate(found, axis=0)


def cell_keys(positions: FloatArray) -> Keys:
    """Give the number of the grid cell of each position: row by row, so that neighbours in a row follow each other."""
    cells = np.floor(positions / _CELL_M).astype(np.int64)
    return cells[:, 1] * _ROW + cells[:, 0]


def _candidates(points: FloatArray, keys: Keys) -> tuple[npt.NDArray[np.int32], IntArray]:
    """Give the sites in the cells around each point, point after point, and how many each has."""
    cells = np.floor(points / _CELL_M).astype(np.int64)
    rows = (cells[:, 1, None] + np.arange(-_AROUND, _AROUND + 1)) * _ROW + cells[:, 0, None]
    low = np.searchsorted(keys, rows - _AROUND, side="left")
    high = np.searchsorted(keys, rows + _AROUND, side="right")
    lengths = (high - low).ravel()
    ends = np.cumsum(lengths)
    neighbours = np.repeat((low.ravel() - ends + lengths).astype(np.int32), lengths)
    neighbours += np.arange(len(neighbours), dtype=np.int32)
    return neighbours, (high - low).sum(axis=1)


def _sites(ground: Ground, kept: BoolArray) -> tuple[FloatArray, Bits]:
    """Gather the actors kept by distinct position, sorted by cell."""
    placed = kept & ~np.isnan(ground.actors[:, 0])
    positions, place = np.unique(ground.actors[placed], axis=0, return_inverse=True)
    bits = np.zeros(len(positions), dtype=np.uint16)
    np.bitwise_or.at(bits, place.ravel(), ground.bits[placed])
    order = np.argsort(cell_keys(positions), kind="stable")
    return positions[order], bits[order]


def _in_metres(lon: FloatArray, lat: FloatArray, zones: npt.NDArray[np.int_]) -> FloatArray:
    points = np.full((len(lon), 2), np.nan)
    for zone in np.unique(zones[zones > 0]):
        mine = (zones == zone) & ~np.isnan(lon)
        points[mine] = shapely.get_coordinates(project(shapely.points(lon[mine], lat[mine]), int(zone)))
    return points
