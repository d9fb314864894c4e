"""What differs between threads and asyncio: waiting, deadlines, connections. Its counterpart is `_async/io.py`."""

from __future__ import annotations

import inspect
import os
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, TypeVar

from .._core.advice import CLIENT_CLOSED
from .._core.secret import KeySource, Secret
from .._http import URL, BaseTransport, Client, InvalidURL, Response, SyncByteStream
from .._tls import shared_ssl_context
from ..errors import ConfigurationError

if TYPE_CHECKING:
    from beyondwords_api.types import Response as GeneratedResponse

T = TypeVar("T")

Fetch = Callable[[int | None, int | None], "GeneratedResponse[list[T]]"]
"""Asks for one page of a list: from an offset, with a limit (both in rows, None for the server's default)."""

sleep = time.sleep

_WRITTEN_PIECE = 16 * 1024

_deadline: ContextVar[float | None] = ContextVar("beyondwords_deadline", default=None)


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


def ask_key(source: KeySource) -> Secret:
    """The key for one try.

    Raises:
        ConfigurationError: The caller's function failed, or its answer cannot be a key.
    """
    function = source.function
    if function is None:
        return source.fixed
    try:
        value = function()
    except Exception as error:
        raise ConfigurationError(f"the api_key function raised {type(error).__name__}") from error
    if inspect.iscoroutine(value):
        value.close()
        raise ConfigurationError("the api_key function is asynchronous: use AsyncBeyondWords, or a plain function")
    secret = source.secret_of(value)
    # A traceback shows the variables of its frames; a partial function shows its arguments.
    del value, function
    if isinstance(secret, str):
        raise ConfigurationError(secret)
    return secret


class Connections:
    """The connection pool of one client and its copies.

    A forked process gets a pool of its own: two processes that read from one socket take each other's answers.

    Requests go straight to the transport that httpx chooses for their URL. What its client does above that
    (cookies, authentication, redirects) this API does not need, and it would take a tenth of a call.
    """

    def __init__(self, transport: BaseTransport | None, *, use_proxies: bool) -> None:
        self._transport = transport
        self._use_proxies = use_proxies
        self._client = self._new_client()
        self._process = os.getpid()
        self.closed = False

    def _new_client(self) -> Client:
        certificates = shared_ssl_context()
        problem = None
        try:
            client = Client(
                transport=self._transport,
                verify=certificates,
                trust_env=self._use_proxies,
                follow_redirects=False,
            )
        except (ImportError, ValueError, InvalidURL) as error:
            problem = str(error)
        if problem is not None:
            raise ConfigurationError(f"the proxy that the environment names cannot be used: {problem}")
        _bound_by_deadline(client)
        return client

    def transport(self, url: URL) -> BaseTransport:
        """What sends to there, in this process: through a proxy where the environment names one.

        Raises:
            ConfigurationError: Closed, perhaps while the key was asked for.
        """
        if self.closed:
            raise ConfigurationError(CLIENT_CLOSED)
        if self._process != os.getpid():
            self._client = self._new_client()
            self._process = os.getpid()
        return self._client._transport_for_url(url)

    def close(self) -> None:
        """Close the connections."""
        if self.closed:
            return
        self.closed = True
        if self._process == os.getpid():
            self._client.close()


class _Slices(SyncByteStream):
    """A compressed body in small pieces, so that one piece cannot unfold without bound."""

    def __init__(self, stream: SyncByteStream, size: int) -> None:
        self._stream = stream
        self._size = size

    def __iter__(self) -> Iterator[bytes]:
        for chunk in self._stream:
            for start in range(0, len(chunk), self._size):
                yield chunk[start : start + self._size]

    def close(self) -> None:
        self._stream.close()


def slice_body(response: Response, size: int) -> None:
    """Hand the body to the decoder in pieces of at most `size` bytes."""
    assert isinstance(response.stream, SyncByteStream)
    response.stream = _Slices(response.stream, size)


def _bound_by_deadline(client: Client) -> None:
    """Put the deadline under every read and write of the client's pools.

    httpx's timeouts start anew with each byte, and headers that drip in are read below anything it shows.
    It has no public way to give its pools a network backend; a test holds this one in place.
    """
    for transport in [client._transport, *client._mounts.values()]:
        pool = getattr(transport, "_pool", None)
        if pool is not None and not isinstance(pool._network_backend, _DeadlineBackend):
            pool._network_backend = _DeadlineBackend(pool._network_backend)


def _remaining(timeout: float | None) -> float | None:
    deadline = _deadline.get()
    if deadline is None:
        return timeout
    left = deadline - time.monotonic()
    # A short timeout would not do: a server that floods never makes the socket wait.
    if left <= 0:
        raise TimeoutError
    return left if timeout is None else min(timeout, left)


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
        data: bytes = self._stream.read(max_bytes, timeout=_remaining(timeout))
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
        self._stream.close()

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
