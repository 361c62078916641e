"""The actors as the map reads them: one immutable binary, columns only, no text at all."""

from __future__ import annotations

import gzip
import struct
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from ess_map.actors.model import FAMILLES, PRECISIONS
from ess_map.actors.zorder import USEFUL_BITS
from ess_map.errors import SchemaError

if TYPE_CHECKING:
    from ess_map.actors.register import Register

MAGIC = 0x33535345
"""« ESS3 » read as a little-endian number: the script refuses any other file."""

_DOUBT_BIT = 7

UInt32Array = npt.NDArray[np.uint32]
ByteArray = npt.NDArray[np.uint8]


def encode_register(register: Register) -> bytes:
    """Give the binary of the placed rows of a register, which are its first rows; see `encode`."""
    placed = int(np.count_nonzero(register.placed))
    famille, precision = register.columns()
    doubt = register.codes.complement[:placed]
    return encode(register.x[:placed], register.y[:placed], famille[:placed], precision[:placed], doubt)


def encode(x: UInt32Array, y: UInt32Array, famille: ByteArray, precision: ByteArray, doubt: npt.NDArray[np.bool_]) -> bytes:
    """
    Pack five columns of equal length, gzipped: about five bytes an actor.

    Parameters
    ----------
    x, y
        Web Mercator on 32 bits of which the 26 high ones are used, rows along the Z-order curve.
    famille, precision
        Position in `FAMILLES` and in `PRECISIONS`.
    doubt
        Whether an actor is of the complementary register: to be checked. Travels in the high bit of `precision`.

    Returns
    -------
    binary
        Header of four little-endian `uint32` (magic, rows, number of families, number of precisions), then x and y as
        zigzag deltas in four byte planes each (neighbours differ little, and gzip loves it), then the two byte columns.

    Raises
    ------
    SchemaError
        If lengths differ or a code is outside its list.
    """
    problems = [
        sentence
        for sentence, wrong in (
            ("colonnes de longueurs différentes", len({len(x), len(y), len(famille), len(precision), len(doubt)}) > 1),
            ("famille hors liste", len(famille) and int(famille.max()) >= len(FAMILLES)),
            ("précision hors liste", len(precision) and int(precision.max()) >= len(PRECISIONS)),
        )
        if wrong
    ]
    if problems:
        raise SchemaError("colonnes de la carte", problems)
    header = struct.pack("<4I", MAGIC, len(x), len(FAMILLES), len(PRECISIONS))
    said = precision | (doubt.astype(np.uint8) << np.uint8(_DOUBT_BIT))
    columns: list[npt.NDArray[Any]] = [_planes(x), _planes(y), famille, said]
    return gzip.compress(header + b"".join(column.tobytes() for column in columns), 6, mtime=0)


def _planes(column: UInt32Array) -> ByteArray:
    """Zigzag deltas of the useful bits, byte plane after byte plane."""
    useful = (column >> np.uint32(32 - USEFUL_BITS)).astype(np.int32)
    step = np.diff(useful, prepend=np.int32(0)).astype(np.int32)
    zigzag = ((step << 1) ^ (step >> 31)).view(np.uint32)
    return np.ascontiguousarray(zigzag.astype("<u4").view(np.uint8).reshape(-1, 4).T)
