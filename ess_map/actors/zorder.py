"""Where rows go in the table: a Z-order curve over Web Mercator, so that every cell of every zoom is a run of rows."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

USEFUL_BITS = 26
"""Bits of a coordinate that carry information (0.6 m at the equator): geocoders promise less, compression gains more."""

UInt32Array = npt.NDArray[np.uint32]
FloatArray = npt.NDArray[np.float64]

_SPREAD = (
    (16, 0x0000FFFF0000FFFF),
    (8, 0x00FF00FF00FF00FF),
    (4, 0x0F0F0F0F0F0F0F0F),
    (2, 0x3333333333333333),
    (1, 0x5555555555555555),
)


def mercator(*, lon: FloatArray, lat: FloatArray) -> tuple[UInt32Array, UInt32Array]:
    """
    Project to Web Mercator (EPSG:3857), the world being the square of 2**32 units a side, origin at the north-west.

    Parameters
    ----------
    lon, lat
        Degrees (EPSG:4326), without missing values; latitudes between -85 and 85.

    Returns
    -------
    x, y
        `uint32`; only the 26 high bits are set.
    """
    sine = np.sin(np.radians(lat))
    east = (np.asarray(lon) + 180) / 360
    south = 0.5 - np.log((1 + sine) / (1 - sine)) / (4 * np.pi)
    return _quantise(east), _quantise(south)


def _quantise(unit: FloatArray) -> UInt32Array:
    steps = np.clip(unit, 0, 1 - 2.0**-USEFUL_BITS) * 2**USEFUL_BITS
    quantised: UInt32Array = steps.astype(np.uint32) << np.uint32(32 - USEFUL_BITS)
    return quantised


def morton(x: UInt32Array, y: UInt32Array) -> npt.NDArray[np.uint64]:
    """Interleave the bits of two `uint32` columns: neighbours on the map get neighbouring numbers."""
    return _spread(x) | (_spread(y) << np.uint64(1))


def _spread(column: UInt32Array) -> npt.NDArray[np.uint64]:
    bits = column.astype(np.uint64)
    for shift, keep in _SPREAD:
        bits = (bits | (bits << np.uint64(shift))) & np.uint64(keep)
    return bits
