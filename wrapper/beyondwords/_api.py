"""The generated client, configured, and closed to the ways around the configuration.

The plain one can be bypassed: `with_timeout()` and its like return copies that build an httpx client of
their own, without key, tries and errors, and so does the getter of the other side.
"""

from __future__ import annotations

from typing import Any, NoReturn

from beyondwords_api import AuthenticatedClient

from ._http import AsyncClient, Client
from .errors import ConfigurationError


class _ConfiguredClient(AuthenticatedClient):
    """What `bw.api` of both clients has in common."""

    def __init__(self, base_url: str) -> None:
        # The key is added per try, below; the token that the generated client would show stays empty.
        super().__init__(base_url=base_url, token="", prefix="", auth_header_name="X-Api-Key")

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._base_url}>"

    def with_headers(self, headers: dict[str, str]) -> NoReturn:
        """Refused: it would change every user of this client."""
        raise ConfigurationError("bw.api has fixed headers; for a User-Agent use BeyondWords(user_agent=...)")

    def with_cookies(self, cookies: dict[str, str]) -> NoReturn:
        """Refused: the API has no cookies."""
        raise ConfigurationError("bw.api sends no cookies; the API does not use them")

    def with_timeout(self, timeout: Any) -> NoReturn:
        """Refused: the copy would have neither key nor tries."""
        raise ConfigurationError("bw.api has a fixed timeout; use bw.with_options(timeout=...).api")

    def set_httpx_client(self, client: Client) -> NoReturn:
        """Refused: see `transport`."""
        raise ConfigurationError("bw.api has its own httpx client; use BeyondWords(transport=...) for another")

    def set_async_httpx_client(self, async_client: AsyncClient) -> NoReturn:
        """Refused: see `transport`."""
        raise ConfigurationError("bw.api has its own httpx client; use AsyncBeyondWords(transport=...) for another")

    def get_httpx_client(self) -> Client:
        """The configured httpx client; only `BeyondWords` has it."""
        raise ConfigurationError(
            "AsyncBeyondWords has no sync side: use asyncio() and asyncio_detailed(), or BeyondWords"
        )

    def get_async_httpx_client(self) -> AsyncClient:
        """The configured httpx client; only `AsyncBeyondWords` has it."""
        raise ConfigurationError("BeyondWords has no asyncio side: use sync() and sync_detailed(), or AsyncBeyondWords")

    def __enter__(self) -> NoReturn:
        raise ConfigurationError("bw.api opens and closes with its client: use `with BeyondWords() as bw:`")

    async def __aenter__(self) -> NoReturn:
        raise ConfigurationError("bw.api opens and closes with its client: use `async with AsyncBeyondWords() as bw:`")

    def __reduce__(self) -> NoReturn:
        raise TypeError("bw.api holds connections and cannot be pickled or copied")


class GeneratedApi(_ConfiguredClient):
    """`BeyondWords.api`: for the generated functions `sync` and `sync_detailed`."""

    def __init__(self, base_url: str, session: Client) -> None:
        super().__init__(base_url)
        self._client = session

    def get_httpx_client(self) -> Client:
        """The configured httpx client."""
        assert self._client is not None
        return self._client


class AsyncGeneratedApi(_ConfiguredClient):
    """`AsyncBeyondWords.api`: for the generated functions `asyncio` and `asyncio_detailed`."""

    def __init__(self, base_url: str, session: AsyncClient) -> None:
        super().__init__(base_url)
        self._async_client = session

    def get_async_httpx_client(self) -> AsyncClient:
        """The configured httpx client."""
        assert self._async_client is not None
        return self._async_client
