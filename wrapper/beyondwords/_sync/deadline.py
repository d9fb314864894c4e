"""The deadline of a call under every read and write of a connection. asyncio needs none of this."""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import httpcore
import httpx

from . import runtime

_WRITTEN_PIECE = 16 * 1024


def limit_by_deadline(transport: httpx.HTTPTransport, is_closed: Callable[[], bool]) -> None:
    """Put the deadline under every read and write of a transport, and connect no more once it is closed.

    httpx's timeouts start anew with each byte, so a server that sends slowly could hold a call for ever. httpcore takes
    a network backend for this, but httpx has no way to hand it one: these are the only private names of other
    libraries in this package. Without them, the deadline is still checked between the pieces of a body.
    """
    pool = getattr(transport, "_pool", None)
    backend = getattr(pool, "_network_backend", None)
    if isinstance(backend, httpcore.NetworkBackend):
        pool._network_backend = _Backend(backend, is_closed)  # type: ignore[union-attr]


def _remaining(timeout: float | None, error_class: type[Exception] = httpcore.ReadTimeout) -> float | None:
    ends_at = runtime.call_ends_at.get()
    if ends_at is None:
        return timeout
    left = ends_at - time.monotonic()
    # Not left to a tiny timeout: while a server keeps sending, a read never waits, and no timeout ends it.
    if left <= 0:
        raise error_class("the deadline of the call has passed")
    return left if timeout is None else min(timeout, left)


class _Backend(httpcore.NetworkBackend):
    def __init__(self, backend: httpcore.NetworkBackend, is_closed: Callable[[], bool]) -> None:
        self._backend, self._client_is_closed = backend, is_closed

    def connect_tcp(
        self, host: str, port: int, timeout: float | None = None, *args: Any, **options: Any
    ) -> httpcore.NetworkStream:
        if self._client_is_closed():
            raise httpcore.ConnectError("closed")
        # Left to itself, a socket tries every address of a name, each with the whole timeout: here the deadline counts.
        try:
            addresses = dict.fromkeys(
                str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            )
        except (OSError, UnicodeError):
            # Connecting meets the same failure, and names it in httpx's terms.
            addresses = {host: None}
        failure: Exception | None = None
        for address in addresses:
            try:
                left = _remaining(timeout, httpcore.ConnectTimeout)
                stream = self._backend.connect_tcp(address, port, left, *args, **options)
                return _Stream(stream, self._client_is_closed)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure or httpcore.ConnectError(f"{host} has no address")


class _Stream(httpcore.NetworkStream):
    def __init__(self, stream: httpcore.NetworkStream, is_closed: Callable[[], bool]) -> None:
        self._stream, self._client_is_closed = stream, is_closed
        self._in_use = self._is_closed = False

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        try:
            return self._stream.read(max_bytes, self._begin(timeout))
        finally:
            self._end()

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        try:
            # In pieces, because a server that reads slowly makes each `send` start a timeout anew.
            for start in range(0, len(buffer), _WRITTEN_PIECE):
                self._stream.write(buffer[start : start + _WRITTEN_PIECE], self._begin(timeout))
        finally:
            self._end()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        left = _remaining(timeout, httpcore.ConnectTimeout)
        stream = self._stream.start_tls(ssl_context, server_hostname, left)
        return _Stream(stream, self._client_is_closed)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)

    def close(self) -> None:
        self._is_closed = True
        # Wakes another thread that reads or writes here. That closes it then: the system may give the number of a
        # closed socket to the next connection, and it would read from that.
        with suppress(OSError, AttributeError):
            self._stream.get_extra_info("socket").shutdown(socket.SHUT_RDWR)
        if not self._in_use:
            self._stream.close()

    def _begin(self, timeout: float | None) -> float | None:
        self._in_use = True
        # One that was connecting while the client was closed is not among those that httpcore closes.
        if self._is_closed or self._client_is_closed():
            raise httpcore.ReadError("closed")
        return _remaining(timeout)

    def _end(self) -> None:
        self._in_use = False
        if self._is_closed:
            self._stream.close()
