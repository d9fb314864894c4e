"""What a transport of the caller's raises still comes out as an error of this package, with the place it came from."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx
import pytest

from beyondwords import APIConnectionError, AsyncBeyondWords, BeyondWords


def failing(error: Exception) -> httpx.MockTransport:
    def handler(_: httpx.Request) -> httpx.Response:
        raise error

    return httpx.MockTransport(handler)


FAULTS = [RuntimeError("Event loop is closed"), httpx.StreamConsumed(), httpx.InvalidURL("no"), KeyError("x")]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: type(fault).__name__)
def test_any_fault_is_an_api_connection_error(fault: Exception) -> None:
    async def in_asyncio() -> None:
        async with AsyncBeyondWords("a-key", transport=failing(fault)) as bw:
            await bw.background_tracks.list().page()

    with BeyondWords("a-key", transport=failing(fault)) as bw, pytest.raises(APIConnectionError) as sync_error:
        bw.background_tracks.list().page()
    with pytest.raises(APIConnectionError) as async_error:
        asyncio.run(in_asyncio())
    for error in (sync_error.value, async_error.value):
        assert type(fault).__name__ in str(error)
        assert "test_own_transport.py:" in str(error)
        assert error.attempts == 1


def test_an_assertion_in_a_test_transport_stays_an_assertion() -> None:
    with BeyondWords("a-key", transport=failing(AssertionError("wrong path"))) as bw, pytest.raises(AssertionError):
        bw.background_tracks.list().page()


@pytest.mark.parametrize("name", ["timeout", "max_attempts", "deadline", "max_response_bytes"])
@pytest.mark.parametrize("kind", [BeyondWords, AsyncBeyondWords])
def test_none_is_no_bound(kind: Any, name: str) -> None:
    options: Any = {name: None}
    with pytest.raises(TypeError, match=f"{name}.*cannot be None"):
        kind("a-key", **options)
