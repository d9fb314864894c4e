"""The sandbox's front door: records what comes in, waits where told to, hands it on."""

from __future__ import annotations

import asyncio
import contextlib
from collections import deque
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, unquote

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

HIDDEN = "***"


@dataclass(frozen=True)
class RecordedRequest:
    """One request the sandbox received, credentials left out."""

    method: str
    """Upper case."""
    path: str
    """As on the wire, for example `/v1/background_tracks`; percent-encoding kept."""
    query: tuple[tuple[str, str], ...]
    """Name and value pairs in the order sent, decoded, for example `("pagination[limit]", "50")`."""
    headers: Mapping[str, str]
    """Names in lower case; a credential's value is `***`."""


class Gate:
    """ASGI application around another: recording, latency, and paths as clients mean them."""

    def __init__(self, app: App, *, requests: deque[RecordedRequest], secrets: frozenset[str], latency: float) -> None:
        self._app = app
        self._requests = requests
        self._secrets = secrets
        self._latency = latency
        self.closing = asyncio.Event()
        """Set, in the server's own loop, when nobody waits for slow answers any more."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._requests.append(recorded(scope, self._secrets))
        if self._latency:
            await _sleep(self._latency, self.closing)
        await self._app({**scope, "path": routable_path(scope["raw_path"])}, receive, send)


async def _sleep(seconds: float, cut_short: asyncio.Event) -> None:
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(cut_short.wait(), seconds)


def recorded(scope: Scope, secrets: frozenset[str]) -> RecordedRequest:
    """The record of a request, without the value of anything named in `secrets`."""
    query = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
    headers = [(name.decode("latin-1").lower(), value.decode("latin-1")) for name, value in scope["headers"]]
    return RecordedRequest(
        method=scope["method"],
        path=scope["raw_path"].decode("latin-1"),
        query=tuple((name, HIDDEN if name.lower() in secrets else value) for name, value in query),
        headers={name: HIDDEN if name in secrets else value for name, value in headers},
    )


def routable_path(raw_path: bytes) -> str:
    """Decoded, but an encoded slash stays inside its segment, where a path parameter needs it."""
    segments = raw_path.decode("latin-1").split("/")
    return "/".join(unquote(segment).replace("/", "%2F") for segment in segments)
