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


@pytest.mark.parametrize(
    "reach",
    [
        lambda opened: opened.connect((NOWHERE, 80)),
        lambda opened: opened.connect_ex((NOWHERE, 80)),
        lambda opened: opened.sendto(b"?", (NOWHERE, 53)),
        *(
            lambda _, name=name: socket.getaddrinfo(name, 443)
            for name in ("api.beyondwords.io", NOWHERE, b"example.com")
        ),
        *(lambda _, name=name: socket.gethostbyname(name) for name in ("api.beyondwords.io", NOWHERE)),
        # asyncio does not hide the refusal.
        lambda _: asyncio.run(fetch()),
    ],
    ids=["connect", "connect_ex", "sendto", *["getaddrinfo"] * 3, *["gethostbyname"] * 2, "asyncio"],
)
def test_reaching_elsewhere_is_refused(reach: Callable[[socket.socket], object]) -> None:
    with (
        socket.socket(type=socket.SOCK_DGRAM) as opened,
        pytest.raises(RuntimeError, match="tests reach loopback only"),
    ):
        reach(opened)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_loopback_works(host: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection((host, server.getsockname()[1])).close()
