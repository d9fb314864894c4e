"""What differs between asyncio and threads: waiting, deadlines, connections. Its counterpart is `_sync/io.py`."""

from __future__ import annotations

import asyncio
import inspect
import weakref
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Sequence
from contextlib import AbstractAsyncContextManager, nullcontext, suppress
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .._core.advice import CLIENT_CLOSED, WALK_CLOSED
from .._core.paging import Position
from .._core.secret import KeySource, Secret
from .._http import URL, AsyncBaseTransport, AsyncByteStream, AsyncClient, InvalidURL, Response
from .._sockets import close_broken_handshakes, forget_abandoned
from .._tls import shared_ssl_context
from ..errors import ConfigurationError

if TYPE_CHECKING:
    from beyondwords_api.types import Response as GeneratedResponse

T = TypeVar("T")

_CANCEL_PATIENCE = 1.0
# As many as httpx opens connections.
_MOST_AT_ONCE = 100

Fetch = Callable[[int | None, int | None], "Awaitable[GeneratedResponse[list[T]]]"]
"""Asks for one page of a list: from an offset, with a limit (both in rows, None for the server's default)."""

FetchPage = Callable[[Position, int], "Coroutine[Any, Any, GeneratedResponse[list[T]]]"]
"""Asks for the page at an offset, for a walk that stands at a position."""

sleep = asyncio.sleep


class AsyncPending(Generic[T]):
    """A page on its way, fetched by a task of its own."""

    task: asyncio.Task[GeneratedResponse[list[T]]]

    def __init__(self, fetch_page: FetchPage[T], position: Position, offset: int) -> None:
        self.asked_at = position
        self._fetch = partial(fetch_page, position, offset)

    def start(self) -> None:
        """Set it on its way."""
        self.task = asyncio.create_task(self._fetch())
        # A failure that nobody comes to ask for is no reason to complain.
        self.task.add_done_callback(lambda task: task.cancelled() or task.exception())

    @property
    def lost(self) -> bool:
        """Whether neither page nor error will come of it: it was cancelled, or its event loop is another."""
        return self.task.cancelled() or not (self.task.done() or self.task.get_loop() is asyncio.get_running_loop())

    @property
    def failed(self) -> bool:
        """Whether it ended, and not with a page."""
        return self.task.done() and (self.task.cancelled() or self.task.exception() is not None)

    async def response(self, seconds: float | None) -> GeneratedResponse[list[T]] | None:
        """The page, once it is there; None if it is not after that many seconds.

        Raises:
            ConfigurationError: The walk or its client was closed meanwhile.
            BeyondWordsError: It failed.
        """
        # Not awaited itself: its cancellation would look like one of the caller's task. And what is done
        # may come from a loop that is gone.
        if not self.task.done():
            await asyncio.wait([self.task], timeout=seconds)
        if not self.task.done():
            return None
        if self.task.cancelled():
            raise ConfigurationError(WALK_CLOSED)
        return self.task.result()


async def stop(pages: Sequence[AsyncPending[Any]]) -> None:
    """Cancel the fetching of these pages, and wait until it has ended."""
    here = asyncio.get_running_loop()
    ending = []
    for task in [page.task for page in pages]:
        # A function of the caller's that gives the key may close the client: from within such a task.
        if task.done() or task is asyncio.current_task():
            continue
        if task.get_loop() is here:
            task.cancel()
            ending.append(task)
        else:
            with suppress(RuntimeError):  # That loop is closed.
                task.get_loop().call_soon_threadsafe(task.cancel)
    if ending:
        await asyncio.wait(ending, timeout=_CANCEL_PATIENCE)


def deadline_scope(seconds: float) -> asyncio.Timeout:
    """End what runs inside with a `TimeoutError` after that many seconds."""
    return asyncio.timeout(seconds)


async def ask_key(source: KeySource) -> Secret:
    """The key for one try.

    Raises:
        ConfigurationError: The caller's function failed, or its answer cannot be a key.
    """
    function = source.function
    if function is None:
        return source.fixed
    try:
        value = function()
        if inspect.isawaitable(value):
            value = await value
    except Exception as error:
        raise ConfigurationError(f"the api_key function raised {type(error).__name__}") from error
    secret = source.secret_of(value)
    # A traceback shows the variables of its frames; a partial function shows its arguments.
    del value, function
    if isinstance(secret, str):
        raise ConfigurationError(secret)
    return secret


class AsyncConnections:
    """The connection pools of one client and its copies, one for each event loop.

    A pool belongs to the loop it was made in: used from another it fails. Pools of loops that are gone
    are dropped.

    Requests go straight to the transport that httpx chooses for their URL. What its client does above that
    (cookies, authentication, redirects) this API does not need, and it would take a tenth of a call.
    """

    def __init__(self, transport: AsyncBaseTransport | None, *, use_proxies: bool) -> None:
        self._transport = transport
        self._use_proxies = use_proxies
        self._clients: weakref.WeakKeyDictionary[asyncio.AbstractEventLoop, AsyncClient] = weakref.WeakKeyDictionary()
        self._slots: weakref.WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Semaphore] = (
            weakref.WeakKeyDictionary()
        )
        self.closed = False

    def transport(self, url: URL) -> AsyncBaseTransport:
        """What sends to there, in the running loop: through a proxy where the environment names one.

        Raises:
            ConfigurationError: Closed, perhaps while the key was asked for.
        """
        if self.closed:
            raise ConfigurationError(CLIENT_CLOSED)
        return self._client()._transport_for_url(url)

    def slot(self) -> AbstractAsyncContextManager[None]:
        """A place among the requests that may be on their way at once.

        The pool would queue the others itself, but compares each of them with every connection, again and again.
        A transport of the caller's has limits of its own.
        """
        if self._transport is not None:
            return nullcontext()
        loop = asyncio.get_running_loop()
        if loop not in self._slots:
            self._slots[loop] = asyncio.Semaphore(_MOST_AT_ONCE)
        return self._slots[loop]

    def _client(self) -> AsyncClient:
        loop = asyncio.get_running_loop()
        client = self._clients.get(loop)
        if client is None:
            for gone in [other for other in self._clients if other.is_closed()]:
                del self._clients[gone]
            client = self._clients[loop] = self._new_client()
        return client

    def _new_client(self) -> AsyncClient:
        certificates = shared_ssl_context()
        client: AsyncClient | None = None
        problem = ""
        try:
            client = AsyncClient(
                transport=self._transport,
                verify=certificates,
                trust_env=self._use_proxies,
                follow_redirects=False,
            )
        except (ImportError, ValueError, InvalidURL) as error:
            problem = str(error)
        if client is None:
            raise ConfigurationError(f"the proxy that the environment names cannot be used: {problem}")
        close_broken_handshakes(client)
        return client

    def tidy(self, url: URL) -> None:
        """After a try that brought no answer: let go of what it may have left behind."""
        if not self.closed:
            forget_abandoned(self.transport(url))

    async def aclose(self) -> None:
        """Close the connections of the running loop, and let go of the others."""
        if self.closed:
            return
        self.closed = True
        client = self._clients.pop(asyncio.get_running_loop(), None)
        self._clients.clear()
        # A transport of the caller's may belong to a loop that is closed.
        with suppress(RuntimeError):
            if client is not None:
                await client.aclose()
            elif self._transport is not None:
                await self._transport.aclose()


class _Slices(AsyncByteStream):
    """A compressed body in small pieces, so that one piece cannot unfold without bound."""

    def __init__(self, stream: AsyncByteStream, size: int) -> None:
        self._stream = stream
        self._size = size

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for chunk in self._stream:
            for start in range(0, len(chunk), self._size):
                yield chunk[start : start + self._size]

    async def aclose(self) -> None:
        await self._stream.aclose()


async def hang_up(response: Response) -> None:
    """Close the connection that brought an answer, and that must not bring another."""
    stream = response.extensions.get("network_stream")
    if stream is not None:
        await stream.aclose()


def slice_body(response: Response, size: int) -> None:
    """Hand the body to the decoder in pieces of at most `size` bytes."""
    assert isinstance(response.stream, AsyncByteStream)
    response.stream = _Slices(response.stream, size)
