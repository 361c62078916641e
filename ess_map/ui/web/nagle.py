"""
Send small answers at once.

Streamlit opens its door with a socket of which asyncio does not see that it is TCP (`proto` is 0), and leaves Nagle's algorithm
on: the second of two small writes waits for the acknowledgement of the first, 40 ms on most systems. Every answer has at least
two, every change of filter has dozens. A listening socket hands its options down to the connections it accepts.
"""

from __future__ import annotations

import contextlib
import os
import socket
from pathlib import Path

_DESCRIPTORS = Path("/dev/fd")


def off() -> int:
    """Turn Nagle's algorithm off on every door that this process listens at; give their number, 0 where they cannot be listed."""
    with contextlib.suppress(OSError):
        return sum(_without_delay(int(path.name)) for path in [*_DESCRIPTORS.iterdir()])
    return 0


def _without_delay(descriptor: int) -> bool:
    """Tell whether it was a listening TCP socket; the copy of the descriptor is closed, never the server's own."""
    try:
        with socket.socket(fileno=os.dup(descriptor)) as door:
            listening = (
                door.family in {socket.AF_INET, socket.AF_INET6}
                and door.type == socket.SOCK_STREAM
                and bool(door.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN))
            )
            if listening:
                door.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            return listening
    except OSError:  # not a socket, or closed meanwhile
        return False
