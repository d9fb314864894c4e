"""No test reaches beyond loopback."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable

import httpx
import pytest

# An address that documentation may use and nobody has (RFC 5737).
NOWHERE = "192.0.2.1"


async def fetch() -> None:
    async with httpx.AsyncClient(trust_env=False) as client:
        await client.get("http://api.beyondwords.io/")


REACHES: dict[str, Callable[[socket.socket], object]] = {
    "connect": lambda opened: opened.connect((NOWHERE, 80)),
    "connect_ex": lambda opened: opened.connect_ex((NOWHERE, 80)),
    "sendto": lambda opened: opened.sendto(b"?", (NOWHERE, 53)),
    "getaddrinfo of a name": lambda _: socket.getaddrinfo("api.beyondwords.io", 443),
    "getaddrinfo of an address": lambda _: socket.getaddrinfo(NOWHERE, 443),
    "getaddrinfo of bytes": lambda _: socket.getaddrinfo(b"example.com", 443),
    "gethostbyname": lambda _: socket.gethostbyname("api.beyondwords.io"),
    # asyncio does not hide the refusal.
    "asyncio": lambda _: asyncio.run(fetch()),
}


@pytest.mark.parametrize("name", REACHES)
def test_reaching_elsewhere_is_refused(name: str) -> None:
    refused = pytest.raises(RuntimeError, match="tests reach loopback only")
    with socket.socket(type=socket.SOCK_DGRAM) as opened, refused:
        REACHES[name](opened)
