"""Small answers leave at once: what the server's door hands down to the connections that it accepts."""

from __future__ import annotations

import socket

from ess_map.ui.web import nagle


def delayed(door):
    with socket.create_connection(door.getsockname()), door.accept()[0] as accepted:
        return accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) == 0


def test_a_connection_accepted_afterwards_waits_for_nothing():
    with socket.socket() as door:  # as Streamlit opens its own
        door.bind(("127.0.0.1", 0))
        door.listen()
        assert delayed(door)
        assert nagle.off() >= 1
        assert not delayed(door)


def test_what_does_not_listen_is_left_alone(tmp_path):
    with socket.socket() as idle, (tmp_path / "x").open("wb") as file:
        nagle.off()
        assert idle.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) == 0
        assert file.write(b"still open") == 10
