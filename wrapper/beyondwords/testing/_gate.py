"""The sandbox's front door: records what comes in, waits and fails where told to, hands it on or serves a file."""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, SupportsIndex, overload
from urllib.parse import parse_qsl, unquote

from . import _media
from ._failing import App, Exchange, Failures, Message, Receive, Scope, Send, respond, sleep
from ._names import Names

HIDDEN = "***"
BODY = "beyondwords.body"
"""Where a scope has the body of its request."""


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
    body: bytes = b""
    """As on the wire."""
    operation: str | None = None
    """What it asks for, by operationId, such as `content#create`; None where there is no such operation."""

    def __repr__(self) -> str:
        query = f"?{'&'.join(f'{name}={value}' for name, value in self.query)}" if self.query else ""
        body = f" {self.body.decode('utf-8', 'replace')}" if self.body else ""
        return f"<{self.method} {self.path}{query}{body[:200]}>"

    @property
    def params(self) -> dict[str, str]:
        """The query by name; of a name that comes several times, the last value."""
        return dict(self.query)

    @property
    def json(self) -> Any:
        """The body, decoded; None where it is not JSON."""
        try:
            return json.loads(self.body)
        except ValueError:
            return None


class RecordedRequests(deque[RecordedRequest]):
    """The newest requests, oldest first; a slice is a list."""

    @overload
    def __getitem__(self, index: SupportsIndex) -> RecordedRequest: ...

    @overload
    def __getitem__(self, index: slice) -> list[RecordedRequest]: ...

    def __getitem__(self, index: SupportsIndex | slice) -> RecordedRequest | list[RecordedRequest]:
        return [*self][index] if isinstance(index, slice) else super().__getitem__(index)


class Gate:
    """ASGI application around another: recording, latency, and paths as clients mean them."""

    def __init__(
        self,
        app: App,
        *,
        requests: deque[RecordedRequest],
        secrets: frozenset[str],
        names: Names,
        latency: Callable[[], float],
        failures: Failures,
        connections: Mapping[tuple[str, int], asyncio.Transport],
        file: Callable[[str], _media.File | None],
    ) -> None:
        self._app = app
        self._file = file
        self._requests = requests
        self._secrets = secrets
        self._names = names
        self._latency = latency
        self._failures = failures
        self._connections = connections
        self.closing = asyncio.Event()
        """Set, in the server's own loop, when nobody waits for slow answers any more."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        body = await _whole_body(receive)
        scope = {**scope, BODY: body}
        request = recorded(scope, self._secrets, self._names, body)
        self._requests.append(request)
        if seconds := self._latency():
            await sleep(seconds, self.closing)
        replayed = _replayed(body, receive)
        failing = self._failures.take(scope, request.operation)
        if failing is None:
            await self._answer(scope, replayed, send)
        else:
            connection = self._connections[tuple(scope["client"])]
            await failing(Exchange(self._answer, scope, replayed, send, connection, self.closing))

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = routable_path(scope["raw_path"])
        if path.startswith(_media.FOLDER) and scope["method"] in ("GET", "HEAD"):
            await self._serve_file(path, scope, send)
        else:
            await self._app({**scope, "path": path}, receive, send)

    async def _serve_file(self, path: str, scope: Scope, send: Send) -> None:
        asked = dict(scope["headers"]).get(b"range", b"").decode("latin-1")
        await respond(send, _media.served(self._file(path), asked))


async def _whole_body(receive: Receive) -> bytes:
    pieces: list[bytes] = []
    more = True
    while more:
        message = await receive()
        pieces.append(message.get("body", b""))
        more = message.get("more_body", False)
    return b"".join(pieces)


def _replayed(body: bytes, receive: Receive) -> Receive:
    """What gives the body once more, and then what else comes."""
    waiting: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def replay() -> Message:
        return waiting.pop() if waiting else await receive()

    return replay


def recorded(scope: Scope, secrets: frozenset[str], names: Names, body: bytes) -> RecordedRequest:
    """The record of a request, without the value of anything named in `secrets`."""
    query = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
    headers = [(name.decode("latin-1").lower(), value.decode("latin-1")) for name, value in scope["headers"]]
    method, path = scope["method"], scope["raw_path"].decode("latin-1")
    return RecordedRequest(
        method=method,
        path=path,
        query=tuple((name, HIDDEN if name.lower() in secrets else value) for name, value in query),
        headers={name: HIDDEN if name in secrets else value for name, value in headers},
        body=body,
        operation=names.requested(method, path),
    )


def routable_path(raw_path: bytes) -> str:
    """Decoded, but an encoded slash stays inside its segment, where a path parameter needs it."""
    segments = raw_path.decode("latin-1").split("/")
    return "/".join(unquote(segment).replace("/", "%2F") for segment in segments)
