"""Blocking network steps that end: at a deadline, or when somebody cancels them.

asyncio has both built in; here they are put under the reads and writes of httpx's connection pools. What
asyncio lacks is little: a handshake that is cancelled has to be closed.
"""

from __future__ import annotations

import os
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from contextvars import ContextVar
from typing import Any

from ._http import AsyncClient, Client, Response

_WRITTEN_PIECE = 16 * 1024

_deadline: ContextVar[float | None] = ContextVar("beyondwords_deadline", default=None)
_cancellation: ContextVar[Cancellation | None] = ContextVar("beyondwords_cancellation", default=None)


class _DeadlineScope:
    """Bounds every network step of this thread by what is left until the deadline."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds

    def __enter__(self) -> None:
        self._token = _deadline.set(time.monotonic() + self._seconds)

    def __exit__(self, *_: object) -> None:
        _deadline.reset(self._token)


def deadline_scope(seconds: float) -> _DeadlineScope:
    """End what runs inside with a timeout after that many seconds."""
    return _DeadlineScope(seconds)


class Cancelled(BaseException):
    """This thread's work is not wanted any more."""


class Cancellation:
    """Breaks off the network steps and waits of one thread, from another."""

    def __init__(self) -> None:
        self._asked = threading.Event()
        self._stream: Any = None
        self._process = os.getpid()

    def enter(self) -> None:
        """From here on, this thread can be cancelled."""
        _cancellation.set(self)
        self.check()

    @property
    def asked(self) -> bool:
        """Whether it is to stop."""
        return self._asked.is_set()

    def cancel(self) -> None:
        """Break off what is under way, and all that would follow."""
        self._asked.set()
        stream = self._stream
        # After a fork, the connection is still that of the other process.
        if stream is not None and self._process == os.getpid():
            _wake(stream)

    def use(self, stream: Any) -> None:
        """The connection to break; None between two steps."""
        self._stream = stream
        self.check()

    def check(self) -> None:
        """Stop here if it was asked for."""
        if self._asked.is_set():
            raise Cancelled

    def sleep(self, seconds: float) -> None:
        """Wait, but no longer than until it is asked for."""
        self._asked.wait(seconds)
        self.check()


def sleep(seconds: float) -> None:
    """Wait that many seconds."""
    cancellation = _cancellation.get()
    if cancellation is None:
        time.sleep(seconds)
    else:
        cancellation.sleep(seconds)


def bound_by_deadline(client: Client) -> None:
    """Put the deadline under every read and write of the client's pools.

    httpx's timeouts start anew with each byte, and headers that drip in are read below anything it shows.
    It has no public way to give its pools a network backend; a test holds this one in place.
    """
    _put_under(client, _DeadlineBackend)


def close_broken_handshakes(client: AsyncClient) -> None:
    """Close a connection whose TLS handshake is cancelled; httpcore leaves it to the garbage collector."""
    _put_under(client, _HandshakeBackend)


def _put_under(client: AsyncClient | Client, backend: Callable[[Any], Any]) -> None:
    for transport in [client._transport, *client._mounts.values()]:
        pool = getattr(transport, "_pool", None)
        if pool is not None and not isinstance(pool._network_backend, _DeadlineBackend | _HandshakeBackend):
            pool._network_backend = backend(pool._network_backend)


def forget_abandoned(transport: Any) -> None:
    """Free the places in a pool that nobody uses and nobody would free.

    A request that is cancelled after httpcore gave it a new connection, and before it began to connect, leaves
    that connection in the pool for ever; a hundred of them, and nothing is sent any more.
    """
    pool = getattr(transport, "_pool", None)
    if pool is None:
        return
    with pool._optional_thread_lock:
        in_use = {id(request.connection) for request in pool._requests}
        pool._connections = [each for each in pool._connections if id(each) in in_use or _began(each)]


def _began(connection: Any) -> bool:
    # Connections through a proxy hold one another.
    while connection is not None and hasattr(connection, "_connection"):
        connection = connection._connection
    return connection is not None


def has_more(response: Response) -> bool:
    """Whether bytes came behind an answer that has been read. They would be taken for the next answer.

    h11 keeps them, and neither httpcore nor httpx asks it; a test holds the way to it in place.
    """
    part: Any = response.stream
    while part is not None:
        state = getattr(part, "_h11_state", None)
        if state is not None:
            return bool(state.trailing_data[0])
        inner = (getattr(part, name, None) for name in ("_httpcore_stream", "_stream", "_connection"))
        part = next((found for found in inner if found is not None), None)
    return False


def _remaining(timeout: float | None) -> float | None:
    deadline = _deadline.get()
    if deadline is None:
        return timeout
    left = deadline - time.monotonic()
    # A short timeout would not do: a server that floods never makes the socket wait.
    if left <= 0:
        raise TimeoutError
    return left if timeout is None else min(timeout, left)


def _wake(stream: Any) -> None:
    """End what another thread does with a connection."""
    with suppress(OSError, AttributeError):
        # Not TLS's own way to do it, which takes the session away under whoever reads.
        socket.socket.shutdown(stream.get_extra_info("socket"), socket.SHUT_RDWR)


def _addresses(host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        # Connecting meets the same failure, and names it in httpx's terms.
        return [host]
    return list(dict.fromkeys(str(entry[4][0]) for entry in found)) or [host]


class _DeadlineBackend:
    """httpcore's network backend, with each timeout cut to what is left until the deadline."""

    def __init__(self, backend: Any) -> None:
        self._backend = backend

    def connect_tcp(self, host: str, port: int, timeout: float | None = None, **rest: Any) -> _DeadlineStream:
        # Here, because httpx too loads it only when it first connects.
        from httpcore import NetworkError, TimeoutException

        # Left to itself, a socket tries every address of a name, each with the whole timeout.
        *others, last = _addresses(host, port)
        for address in others:
            with suppress(NetworkError, TimeoutException):
                return _DeadlineStream(self._backend.connect_tcp(address, port, timeout=_remaining(timeout), **rest))
        return _DeadlineStream(self._backend.connect_tcp(last, port, timeout=_remaining(timeout), **rest))

    def connect_unix_socket(self, path: str, timeout: float | None = None, **rest: Any) -> _DeadlineStream:
        return _DeadlineStream(self._backend.connect_unix_socket(path, timeout=_remaining(timeout), **rest))

    def sleep(self, seconds: float) -> None:
        self._backend.sleep(seconds)


class _DeadlineStream:
    """A connection of that backend."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        cancellation = _cancellation.get()
        if cancellation is not None:
            cancellation.use(self._stream)
        try:
            data: bytes = self._stream.read(max_bytes, timeout=_remaining(timeout))
        finally:
            # Also after an error: a connection that was broken here must not look like one that broke by itself.
            if cancellation is not None:
                cancellation.use(None)
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        # In pieces, because a server that reads slowly makes each `send` start a timeout anew.
        for start in range(0, len(buffer), _WRITTEN_PIECE):
            self._stream.write(buffer[start : start + _WRITTEN_PIECE], timeout=_remaining(timeout))

    def start_tls(
        self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None
    ) -> _DeadlineStream:
        return _DeadlineStream(self._stream.start_tls(ssl_context, server_hostname, _remaining(timeout)))

    def close(self) -> None:
        # Another thread may be reading; closing alone would leave it there until its timeout.
        _wake(self._stream)
        self._stream.close()

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class _HandshakeBackend:
    """httpcore's network backend for asyncio, with cancelled handshakes closed."""

    def __init__(self, backend: Any) -> None:
        self._backend = backend

    async def connect_tcp(self, *place: Any, **rest: Any) -> _HandshakeStream:
        return _HandshakeStream(await self._backend.connect_tcp(*place, **rest))

    async def connect_unix_socket(self, *place: Any, **rest: Any) -> _HandshakeStream:
        return _HandshakeStream(await self._backend.connect_unix_socket(*place, **rest))

    async def sleep(self, seconds: float) -> None:
        await self._backend.sleep(seconds)


class _HandshakeStream:
    """A connection of that backend, before TLS or without it."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        # As they are: these are in the way of every call.
        self.read = stream.read
        self.write = stream.write
        self.aclose = stream.aclose
        self.get_extra_info = stream.get_extra_info

    async def start_tls(self, *context: Any, **rest: Any) -> Any:
        try:
            return await self._stream.start_tls(*context, **rest)
        except BaseException:
            await self._stream.aclose()
            raise
