"""Ids that would lead to another resource are refused, whichever function they were given to."""

from __future__ import annotations

import asyncio

import httpx
import pytest

from beyondwords import AsyncBeyondWords, BeyondWords

ELSEWHERE = [
    "/tracks/..",
    "/tracks/../rules",
    "/tracks/.",
    "/tracks//media",
    "/tracks/",
    "https://api.beyondwords.io/v1/tracks/..",
]
HERE = ["/tracks/1", "/tracks/.hidden", "/tracks/a..b", "/tracks/%2F..%2Fx", "/tracks?x=/../", "/tracks/...", "/"]


def answer(request: httpx.Request) -> httpx.Response:
    return httpx.Response(200, json=str(request.url.raw_path, "ascii"))


@pytest.mark.parametrize("path", ELSEWHERE)
def test_path_that_leads_elsewhere_is_not_sent(path: str) -> None:
    sent: list[httpx.Request] = []
    transport = httpx.MockTransport(lambda request: sent.append(request) or httpx.Response(200))  # type: ignore[func-returns-value]

    async def in_asyncio() -> None:
        async with AsyncBeyondWords("a-key", transport=transport) as bw:
            await bw.api.get_async_httpx_client().get(path)

    with BeyondWords("a-key", transport=transport) as bw, pytest.raises(ValueError, match="an id is missing or wrong"):
        bw.api.get_httpx_client().get(path)
    with pytest.raises(ValueError, match="an id is missing or wrong"):
        asyncio.run(in_asyncio())
    assert sent == []


@pytest.mark.parametrize("path", HERE)
def test_other_paths_reach_the_server_as_they_are(path: str) -> None:
    with BeyondWords("a-key", transport=httpx.MockTransport(answer)) as bw:
        assert bw.api.get_httpx_client().get(path).json() == f"/v1{path}"
