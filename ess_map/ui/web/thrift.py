"""
Give back what reading the data took for a moment.

Tables are read through copies two or three times their size. The memory that Arrow and the C library keep for later use is then most
of what a server of twenty visitors holds: large blocks are asked of the system, and go back to it as soon as they are free.
"""

from __future__ import annotations

import contextlib
import ctypes
import sys

import pyarrow as pa

_TRIM_THRESHOLD, _MMAP_THRESHOLD, _ARENA_MAX = -1, -3, -8
"""Settings of the C library of Linux (mallopt(3))."""
_ARENAS = 2
"""Heaps for all threads together: each visit has its own thread, and would leave a heap of its own behind."""
_BLOCK = 128 * 1024
"""Bytes: its first setting, which it otherwise raises to 32 MB when a first large block is freed."""


def on() -> None:
    """Say it to Arrow and, on Linux, to the C library; elsewhere the system does as it is used to."""
    pa.set_memory_pool(pa.system_memory_pool())
    if sys.platform == "linux":
        with contextlib.suppress(AttributeError, OSError):  # another C library
            library = ctypes.CDLL(None)
            library.mallopt(_MMAP_THRESHOLD, _BLOCK)
            library.mallopt(_TRIM_THRESHOLD, _BLOCK)
            library.mallopt(_ARENA_MAX, _ARENAS)
