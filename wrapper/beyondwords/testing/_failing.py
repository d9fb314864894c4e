"""Failures on demand: what becomes of the next requests, each the real thing on a real socket."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlencode

import httpx

from ._checks import check_count
from ._listing import LIMIT, OFFSET
from ._names import Names
from ._resources import Limits

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

_TOTAL = b"x-pagination-total-count"


@dataclass(frozen=True)
class Exchange:
    """A request that is about to be answered."""

    app: App
    """What answers it as if nothing were wrong."""
    scope: Scope
    receive: Receive
    send: Send
    connection: asyncio.Transport
    closing: asyncio.Event
    """Set when the server ends."""

    async def go_on(self, scope: Scope | None = None, send: Send | None = None) -> None:
        """Answer as if nothing were wrong."""
        await self.app(scope or self.scope, self.receive, send or self.send)

    async def until_gone(self) -> None:
        """Wait until the server knows that the connection is closed."""
        while (await self.receive())["type"] != "http.disconnect":
            pass


Serve = Callable[[Exchange], Awaitable[None]]


@dataclass
class Failure:
    """What becomes of some of the next requests."""

    serve: Serve
    times: int
    operation: str | None
    """By the name that `Names` gives; None is every request."""
    page: int | None
    """Only of this page of a list, from 1 on."""


class Failures:
    """Those that are still to come. Threads may share it."""

    def __init__(self, names: Names, limits: Limits) -> None:
        self._names, self._limits = names, limits
        self._waiting: list[Failure] = []
        self._lock = threading.Lock()

    def add(self, serve: Serve, *, times: int, operation: str | None, page: int | None) -> None:
        """Have the next requests fail.

        Raises:
            ValueError: There is no such operation, it has no pages, or a number is below 1.
            TypeError: A number is none.
        """
        check_count("times", times, 1)
        name = None if operation is None else self._names.find(operation)
        if page is not None:
            check_count("page", page, 1)
            if name is not None and name not in self._names.paged:
                raise ValueError(f"{operation} has no pages; leave page out")
        failure = Failure(serve, times, name, page)
        with self._lock:
            self._waiting.append(failure)

    def clear(self) -> None:
        """Let everything succeed."""
        with self._lock:
            self._waiting.clear()

    def take(self, scope: Scope, operation: str | None) -> Serve | None:
        """What becomes of a request for this operation, if anything."""
        with self._lock:
            for failure in self._waiting:
                if self._fits(failure, scope, operation):
                    failure.times -= 1
                    if failure.times == 0:
                        self._waiting.remove(failure)
                    return failure.serve
        return None

    def _fits(self, failure: Failure, scope: Scope, operation: str | None) -> bool:
        if failure.operation not in (None, operation):
            return False
        if failure.page is None:
            return True
        query = dict(parse_qsl(scope["query_string"].decode("latin-1")))
        return operation in self._names.paged and failure.page == self._page(query)

    def _page(self, query: Mapping[str, str]) -> int:
        limit = min(_number(query.get(LIMIT), self._limits.default), self._limits.maximum)
        return _number(query.get(OFFSET), 0) // max(limit, 1) + 1


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text is not None and text.isdecimal() else otherwise


# What can go wrong


async def respond(send: Send, response: httpx.Response) -> None:
    """Answer with what is ready."""
    headers = [(name.lower(), value) for name, value in response.headers.raw]
    await send({"type": "http.response.start", "status": response.status_code, "headers": headers})
    await send({"type": "http.response.body", "body": response.content})


def instead(response: httpx.Response) -> Serve:
    """Another response comes in place of the right one."""

    async def serve(exchange: Exchange) -> None:
        await respond(exchange.send, response)

    return serve


async def disconnect(exchange: Exchange) -> None:
    """The connection is closed, and no response comes."""
    exchange.connection.abort()
    await exchange.until_gone()


def stall(seconds: float) -> Serve:
    """The response comes later."""

    async def serve(exchange: Exchange) -> None:
        await sleep(seconds, exchange.closing)
        await exchange.go_on()

    return serve


async def truncate(exchange: Exchange) -> None:
    """The connection is closed in the middle of the response's body."""
    messages: list[Message] = []

    async def keep(message: Message) -> None:
        messages.append(message)

    await exchange.go_on(send=keep)
    start, body = messages[0], b"".join(message.get("body", b"") for message in messages[1:])
    if not body:
        return await disconnect(exchange)
    headers = [pair for pair in start["headers"] if pair[0].lower() != b"content-length"]
    await exchange.send({**start, "headers": [*headers, (b"content-length", str(len(body)).encode())]})
    await exchange.send({"type": "http.response.body", "body": body[: len(body) // 2], "more_body": True})
    exchange.connection.close()
    return await exchange.until_gone()


async def repeat_page(exchange: Exchange) -> None:
    """The first page comes in place of the one asked for: a server that ignores the offset."""
    query = parse_qsl(exchange.scope["query_string"].decode("latin-1"), keep_blank_values=True)
    first = urlencode([pair for pair in query if pair[0] != OFFSET]).encode()
    await exchange.go_on({**exchange.scope, "query_string": first})


def change_total(by: int) -> Serve:
    """The header with the total tells another one, as if rows had come or gone."""

    async def serve(exchange: Exchange) -> None:
        async def send(message: Message) -> None:
            headers = message.get("headers")
            if headers is not None:
                changed = [(name, _plus(value, by) if name.lower() == _TOTAL else value) for name, value in headers]
                message = {**message, "headers": changed}
            await exchange.send(message)

        await exchange.go_on(send=send)

    return serve


def _plus(value: bytes, by: int) -> bytes:
    return str(int(value) + by).encode()


async def sleep(seconds: float, cut_short: asyncio.Event) -> None:
    """Wait, but not longer than the server runs."""
    with suppress(TimeoutError):
        await asyncio.wait_for(cut_short.wait(), seconds)
