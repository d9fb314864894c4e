"""The wrapper and its alternatives, each set up as one who cares for speed would."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import httpx

from beyondwords import AsyncBeyondWords, BeyondWords
from beyondwords_api import AuthenticatedClient

KEY = "made-up-benchmark-key"
PATH = "/background_tracks"
TOTAL_HEADER = "X-Pagination-Total-Count"
_HEADERS = {"X-Api-Key": KEY}
_TIMEOUT = 30.0


@dataclass(frozen=True, slots=True)
class Clients:
    """Three ways to the same tracks."""

    raw: httpx.Client
    generated: AuthenticatedClient
    """With a configured httpx client, for without it there is no timeout."""
    wrapper: BeyondWords


@dataclass(frozen=True, slots=True)
class AsyncClients:
    """The same for asyncio."""

    raw: httpx.AsyncClient
    generated: AuthenticatedClient
    wrapper: AsyncBeyondWords


@contextmanager
def clients(base_url: str) -> Iterator[Clients]:
    """Clients for the time of the block."""
    with _raw(base_url) as raw, _raw(base_url) as beneath, BeyondWords(KEY, base_url=base_url) as wrapper:
        yield Clients(raw, _generated(base_url).set_httpx_client(beneath), wrapper)


@contextmanager
def async_clients(base_url: str) -> Iterator[tuple[asyncio.Runner, AsyncClients]]:
    """Clients for the time of the block, and the event loop that they are for."""
    with asyncio.Runner() as runner:
        raw, beneath = _async_raw(base_url), _async_raw(base_url)
        wrapper = AsyncBeyondWords(KEY, base_url=base_url)
        try:
            yield runner, AsyncClients(raw, _generated(base_url).set_async_httpx_client(beneath), wrapper)
        finally:
            for opened in (raw, beneath, wrapper):
                runner.run(opened.aclose())


# The wrapper uses no proxy for this machine, so the others must not look for one either.
def _raw(base_url: str) -> httpx.Client:
    return httpx.Client(base_url=base_url, headers=_HEADERS, timeout=_TIMEOUT, trust_env=False)


def _async_raw(base_url: str) -> httpx.AsyncClient:
    return httpx.AsyncClient(base_url=base_url, headers=_HEADERS, timeout=_TIMEOUT, trust_env=False)


def _generated(base_url: str) -> AuthenticatedClient:
    return AuthenticatedClient(base_url=base_url, token=KEY, prefix="", auth_header_name="X-Api-Key")


def query(limit: int, offset: int | None = None) -> dict[str, Any]:
    """The query of one page."""
    return {"pagination[limit]": limit} | ({} if offset is None else {"pagination[offset]": offset})
