"""Does any test that would leave this machine fail?"""

import socket

import pytest


def test_other_machines_are_out_of_reach(calls_abroad):
    """Connecting to another machine or asking for its address is refused and remembered."""
    with pytest.raises(PermissionError), socket.socket() as plug:
        plug.connect(("192.0.2.1", 80))
    with pytest.raises(PermissionError):
        socket.getaddrinfo("example.invalid", 80)
    assert calls_abroad == ["socket.connect 192.0.2.1", "socket.getaddrinfo example.invalid"]
    calls_abroad.clear()


def test_this_machine_is_within_reach():
    """A server of this machine may be used."""
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as plug:
        assert plug.getpeername() == server.getsockname()
