"""The connection pool survives what happens to single requests."""

from __future__ import annotations

import asyncio

import httpx
import pytest

from beyondwords import AsyncBeyondWords
from beyondwords.testing import Sandbox


@pytest.mark.parametrize("own", [False, True], ids=["our transport", "a transport of the caller's"])
def test_requests_that_run_out_of_time_leave_their_places_to_others(sandbox: Sandbox, own: bool) -> None:
    transport = httpx.AsyncHTTPTransport(limits=httpx.Limits(max_connections=5)) if own else None

    async def main() -> None:
        async with AsyncBeyondWords(sandbox.api_key, base_url=sandbox.base_url, transport=transport) as bw:
            hasty = bw.with_options(deadline=0.2, max_attempts=1)
            for _ in range(3):
                lists = [hasty.background_tracks.list(limit=1) for _ in range(300)]
                await asyncio.gather(*(each.page() for each in lists), return_exceptions=True)
            assert len((await bw.with_options(deadline=10).background_tracks.list(limit=1).page()).items) == 1

    asyncio.run(main())


def test_a_thousand_tasks_share_one_client(sandbox: Sandbox) -> None:
    async def main() -> None:
        async with AsyncBeyondWords(sandbox.api_key, base_url=sandbox.base_url, deadline=60) as bw:
            pages = await asyncio.gather(*(bw.background_tracks.list(limit=1).page() for _ in range(1000)))
        assert {len(page.items) for page in pages} == {1}

    asyncio.run(main())
