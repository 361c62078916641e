"""The binary says exactly what the register says, and nothing else."""

from __future__ import annotations

import gzip
import struct

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ess_map.actors.model import FAMILLES, PRECISIONS
from ess_map.errors import SchemaError
from ess_map.maps.columns import MAGIC, encode, encode_register

position = st.integers(0, 2**26 - 1)
row = st.tuples(position, position, st.integers(0, len(FAMILLES) - 1), st.integers(0, len(PRECISIONS) - 1), st.booleans())


def columns(rows):
    x, y, famille, precision, doubt = zip(*rows, strict=True) if rows else ((), (), (), (), ())
    shift = np.uint32(6)
    return (
        np.array(x, np.uint32) << shift,
        np.array(y, np.uint32) << shift,
        np.array(famille, np.uint8),
        np.array(precision, np.uint8),
        np.array(doubt, bool),
    )


def decode(packed):
    """Read the binary as assets/columns.js does."""
    body = gzip.decompress(packed)
    magic, n, families, precisions = struct.unpack_from("<4I", body)
    assert (magic, families, precisions) == (MAGIC, len(FAMILLES), len(PRECISIONS))
    assert len(body) == 16 + 10 * n

    def coordinate(start):
        planes = np.frombuffer(body, np.uint8, 4 * n, start).reshape(4, n).astype(np.uint32)
        zigzag = planes[0] | planes[1] << 8 | planes[2] << 16 | planes[3] << 24
        steps = (zigzag >> 1).astype(np.int64) ^ -(zigzag & 1).astype(np.int64)
        return (np.cumsum(steps) << 6).astype(np.uint32)

    byte = lambda start: np.frombuffer(body, np.uint8, n, start)  # noqa: E731
    said = byte(16 + 9 * n)
    return coordinate(16), coordinate(16 + 4 * n), byte(16 + 8 * n), said & 0x7F, said >> 7 == 1


@given(st.lists(row, max_size=60))
def test_what_is_packed_is_what_is_read(rows):
    given_columns = columns(rows)
    for sent, read in zip(given_columns, decode(encode(*given_columns)), strict=True):
        assert np.array_equal(sent, read)


@given(st.lists(row, min_size=1, max_size=9))
def test_columns_of_different_lengths_are_refused(rows):
    x, y, famille, precision, doubt = columns(rows)
    with pytest.raises(SchemaError, match="longueurs"):
        encode(x, y[1:], famille, precision, doubt)


def test_a_code_outside_its_list_is_refused():
    x, y, _, precision, doubt = columns([(1, 2, 0, 0, False)])
    with pytest.raises(SchemaError, match="famille hors liste"):
        encode(x, y, np.array([len(FAMILLES)], np.uint8), precision, doubt)


def test_the_binary_holds_the_placed_rows_in_their_order(register):
    x, y, famille, precision, doubt = decode(encode_register(register))
    placed = int(register.placed.sum())
    assert len(x) == placed > 7000
    assert np.array_equal(x, register.x[:placed])
    assert np.array_equal(y, register.y[:placed])
    assert [list(FAMILLES)[code] for code in famille] == register.frame["famille"].iloc[:placed].tolist()
    assert [list(PRECISIONS)[code] for code in precision] == register.frame["precision_position"].iloc[:placed].tolist()
    assert ["complement" if bit else "principal" for bit in doubt] == register.frame["registre"].iloc[:placed].tolist()


def test_an_actor_costs_less_than_six_bytes(register):
    assert len(encode_register(register)) < 6 * int(register.placed.sum())


def test_no_name_is_in_the_binary(register):
    body = gzip.decompress(encode_register(register))
    assert not [name for name in register.frame["nom"].head(500) if len(name) > 8 and name.encode() in body]
