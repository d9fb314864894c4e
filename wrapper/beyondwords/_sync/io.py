"""What differs between threads and asyncio: waiting, deadlines, connections. Its counterpart is `_async/io.py`."""

from __future__ import annotations

import inspect
import os
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from contextvars import copy_context
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .._core.advice import CLIENT_CLOSED, WALK_CLOSED
from .._core.paging import Position
from .._core.secret import KeySource, Secret
from .._http import URL, BaseTransport, Client, InvalidURL, Response, SyncByteStream
from .._sockets import Cancellation, bound_by_deadline, forget_abandoned
from .._sockets import deadline_scope as deadline_scope
from .._sockets import sleep as sleep
from .._tls import shared_ssl_context
from ..errors import ConfigurationError

if TYPE_CHECKING:
    from beyondwords_api.types import Response as GeneratedResponse

T = TypeVar("T")

_CANCEL_PATIENCE = 1.0

Fetch = Callable[[int | None, int | None], "GeneratedResponse[list[T]]"]
"""Asks for one page of a list: from an offset, with a limit (both in rows, None for the server's default)."""

FetchPage = Callable[[Position, int], "GeneratedResponse[list[T]]"]
"""Asks for the page at an offset, for a walk that stands at a position."""


class Pending(Generic[T]):
    """A page on its way, fetched by a thread of its own."""

    def __init__(self, fetch_page: FetchPage[T], position: Position, offset: int) -> None:
        self.asked_at = position
        self.cancellation = Cancellation()
        self._response: GeneratedResponse[list[T]] | None = None
        self._error: BaseException | None = None
        # Held until it has ended. No event, and the thread itself is not joined: Ctrl-C breaks both of these waits.
        self._running = threading.Lock()
        self._running.acquire()
        # A daemon, so that the end of the program does not wait for it.
        self.thread = threading.Thread(
            target=copy_context().run,
            args=(self._run, partial(fetch_page, position, offset)),
            name="beyondwords page",
            daemon=True,
        )

    def start(self) -> None:
        """Set it on its way."""
        self.thread.start()

    def _run(self, fetch: Callable[[], GeneratedResponse[list[T]]]) -> None:
        try:
            self.cancellation.enter()
            self._response = fetch()
        except BaseException as error:
            self._error = error
        finally:
            self._running.release()

    @property
    def lost(self) -> bool:
        """Whether neither page nor error will come of it: it was cancelled, or its thread stayed behind in a fork."""
        if self.cancellation.asked:
            return True
        # In this order: a thread says what came of it before it is gone.
        return not self.thread.is_alive() and self._response is None and self._error is None

    @property
    def failed(self) -> bool:
        """Whether it ended, and not with a page."""
        return self._error is not None

    def ended(self, seconds: float | None) -> bool:
        """Whether it has ended, at the latest after that many seconds."""
        if not self._running.acquire(timeout=-1 if seconds is None else max(seconds, 0)):
            return False
        self._running.release()
        return True

    def response(self, seconds: float | None) -> GeneratedResponse[list[T]] | None:
        """The page, once it is there; None if it is not after that many seconds.

        Raises:
            ConfigurationError: The walk or its client was closed meanwhile.
            BeyondWordsError: It failed.
        """
        if not self.ended(seconds):
            return None
        if self.cancellation.asked:
            raise ConfigurationError(WALK_CLOSED)
        if self._error is not None:
            raise self._error
        assert self._response is not None
        return self._response


def stop(pages: Sequence[Pending[Any]]) -> None:
    """Cancel the fetching of these pages, and wait until it has ended.

    Looking up a name and connecting cannot be broken off; such a thread ends after that.
    """
    for page in pages:
        page.cancellation.cancel()
    patience = time.monotonic() + _CANCEL_PATIENCE
    for page in pages:
        # A function of the caller's that gives the key may close the client: from within such a thread.
        if page.thread is not threading.current_thread() and page.ended(patience - time.monotonic()):
            page.thread.join(_CANCEL_PATIENCE)


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
        client: Client | None = None
        problem = ""
        try:
            client = Client(
                transport=self._transport,
                verify=certificates,
                trust_env=self._use_proxies,
                follow_redirects=False,
            )
        except (ImportError, ValueError, InvalidURL) as error:
            problem = str(error)
        if client is None:
            raise ConfigurationError(f"the proxy that the environment names cannot be used: {problem}")
        bound_by_deadline(client)
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

    def slot(self) -> AbstractContextManager[None]:
        """A place among the requests that may be on their way at once: the pool keeps order among threads itself."""
        return nullcontext()

    def tidy(self, url: URL) -> None:
        """After a try that brought no answer: let go of what it may have left behind."""
        if not self.closed:
            forget_abandoned(self.transport(url))

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


def hang_up(response: Response) -> None:
    """Close the connection that brought an answer, and that must not bring another."""
    stream = response.extensions.get("network_stream")
    if stream is not None:
        stream.close()


def slice_body(response: Response, size: int) -> None:
    """Hand the body to the decoder in pieces of at most `size` bytes."""
    assert isinstance(response.stream, SyncByteStream)
    response.stream = _Slices(response.stream, size)
