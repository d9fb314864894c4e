"""No test reaches beyond loopback."""

from __future__ import annotations

import asyncio
import socket

import httpx
import pytest

# An address that documentation may use and nobody has (RFC 5737).
NOWHERE = "192.0.2.1"
GUARDED = pytest.raises(RuntimeError, match="tests reach loopback only")


def test_connecting_elsewhere_is_refused() -> None:
    with socket.socket() as plain, GUARDED:
        plain.connect((NOWHERE, 80))
    with socket.socket() as plain, GUARDED:
        plain.connect_ex((NOWHERE, 80))


def test_sending_elsewhere_is_refused() -> None:
    with socket.socket(type=socket.SOCK_DGRAM) as plain, GUARDED:
        plain.sendto(b"?", (NOWHERE, 53))


@pytest.mark.parametrize("name", ["api.beyondwords.io", NOWHERE, b"example.com"])
def test_resolving_a_public_name_is_refused(name: str | bytes) -> None:
    with GUARDED:
        socket.getaddrinfo(name, 443)
    with GUARDED:
        socket.gethostbyname(name.decode() if isinstance(name, bytes) else name)


def test_asyncio_does_not_hide_the_refusal() -> None:
    async def fetch() -> None:
        async with httpx.AsyncClient(trust_env=False) as client:
            await client.get("http://api.beyondwords.io/")

    with GUARDED:
        asyncio.run(fetch())


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_loopback_works(host: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection((host, server.getsockname()[1])).close()
