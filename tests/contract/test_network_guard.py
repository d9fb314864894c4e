"""No test reaches beyond loopback."""

from __future__ import annotations

import asyncio
import socket

import httpx
import pytest

# An address that documentation may use and nobody has (RFC 5737), and its twin for IPv6 (RFC 3849).
NOWHERE = "192.0.2.1"
NOWHERE_6 = "2001:db8::1"
GUARDED = pytest.raises(RuntimeError, match="tests reach loopback only")


def test_connecting_elsewhere_is_refused() -> None:
    with socket.socket() as plain, GUARDED:
        plain.connect((NOWHERE, 80))


def test_connect_ex_elsewhere_is_refused() -> None:
    with socket.socket() as plain, GUARDED:
        plain.connect_ex((NOWHERE, 80))


def test_connecting_elsewhere_by_ipv6_is_refused() -> None:
    try:
        plain = socket.socket(socket.AF_INET6)
    except OSError:
        pytest.skip("no IPv6 here")
    with plain, GUARDED:
        plain.connect((NOWHERE_6, 80, 0, 0))


def test_sending_elsewhere_is_refused() -> None:
    with socket.socket(type=socket.SOCK_DGRAM) as plain, GUARDED:
        plain.sendto(b"?", (NOWHERE, 53))
    with socket.socket(type=socket.SOCK_DGRAM) as plain, GUARDED:
        plain.sendmsg([b"?"], [], 0, (NOWHERE, 53))


@pytest.mark.parametrize("name", ["api.beyondwords.io", NOWHERE, b"example.com"])
def test_resolving_a_public_name_is_refused(name: str | bytes) -> None:
    with GUARDED:
        socket.getaddrinfo(name, 443)
    with GUARDED:
        socket.gethostbyname(name.decode() if isinstance(name, bytes) else name)


def test_httpx_does_not_hide_the_refusal() -> None:
    with httpx.Client(trust_env=False) as client, GUARDED:
        client.get(f"http://{NOWHERE}/")


def test_asyncio_does_not_hide_the_refusal() -> None:
    async def fetch() -> None:
        async with httpx.AsyncClient(trust_env=False) as client:
            await client.get("http://api.beyondwords.io/")

    with GUARDED:
        asyncio.run(fetch())


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_loopback_works(host: str) -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection((host, server.getsockname()[1])) as client,
    ):
        client.sendall(b"hello")
        accepted, _ = server.accept()
        with accepted:
            assert accepted.recv(5) == b"hello"


def test_unix_sockets_work() -> None:
    one, two = socket.socketpair()
    with one, two:
        one.sendall(b"hello")
        assert two.recv(5) == b"hello"
