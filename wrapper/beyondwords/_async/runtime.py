"""What differs between asyncio and threads: waiting, deadlines, connections. Its counterpart is `_sync/runtime.py`."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import AsyncIterator, Callable, Coroutine, Generator
from contextlib import asynccontextmanager, nullcontext, suppress
from functools import partial
from typing import Any, NoReturn, TypeVar
from weakref import WeakKeyDictionary

import httpx

from .._environment import ssl_context
from .._settings import MAX_CONCURRENT_REQUESTS, HiddenKey
from ..errors import ConfigurationError

T = TypeVar("T")

# Enough to take a connection out of httpcore's pool, or to put it back.
_CANCEL_DELAY = 0.1

sleep = asyncio.sleep


def fail_after(seconds: float) -> asyncio.Timeout:
    """End what runs inside with a `TimeoutError` after that many seconds."""
    _running_loop()
    return asyncio.timeout(seconds)


def _running_loop() -> asyncio.AbstractEventLoop:
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        problem = "AsyncBeyondWords needs asyncio: run it with asyncio.run(), not with trio or another loop"
        raise ConfigurationError(problem) from None


async def value_of(api_key: HiddenKey) -> Any:
    """What the caller's function for the key gives, plain or async."""
    value = api_key.value()
    return await value if inspect.isawaitable(value) else value


async def shielded(exchange: Coroutine[Any, Any, T]) -> T:
    """Run one exchange with the server in a task of its own.

    httpcore's pool loses a connection for ever when it is cancelled while it hands one out or takes one back. So the
    caller is cancelled at once, and the exchange a moment later, when it waits for the network or is over.
    """
    try:
        task = _running_loop().create_task(exchange)
    except ConfigurationError:
        exchange.close()
        raise
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        asyncio.get_running_loop().call_later(_CANCEL_DELAY, task.cancel)
        raise


def start(function: Callable[..., Coroutine[Any, Any, T]], *arguments: Any) -> asyncio.Task[T] | None:
    """Begin a call whose result is asked for later; never None here, where threads may run out."""
    task = asyncio.create_task(function(*arguments))
    # A failure that nobody comes to ask for is no reason to complain.
    task.add_done_callback(lambda task: task.cancelled() or task.exception())
    return task


async def result_of(task: asyncio.Task[T]) -> T | None:
    """What came of it, once it has ended; None if it failed, or belongs to an event loop that is gone."""
    if not task.done() and task.get_loop() is asyncio.get_running_loop():
        # Not awaited itself: its cancellation would look like one of the caller's.
        await asyncio.wait([task])
    return task.result() if task.done() and not task.cancelled() and task.exception() is None else None


class TransportMixin:
    """Refuses sync use of the async transport, and says what to use instead."""

    def handle_request(self, request: httpx.Request) -> NoReturn:
        """Refuse."""
        raise ConfigurationError(
            "AsyncBeyondWords has no sync side: use asyncio() and asyncio_detailed(), or BeyondWords"
        )


class PagerMixin:
    """Refuses a plain `for` over the async pager, and `await` of the pager itself; says what to write instead."""

    def _refuse(self) -> NoReturn:
        raise TypeError(
            "a list is read with `async for row in bw....list()`; its first page is `await bw....list().page()`"
        )

    def __await__(self) -> Generator[Any, None, NoReturn]:
        self._refuse()

    def __iter__(self) -> NoReturn:
        self._refuse()


class _LoopState:
    """What a transport has in one event loop."""

    def __init__(self, transport: httpx.AsyncHTTPTransport) -> None:
        self.transport = transport
        self.semaphore = asyncio.Semaphore(MAX_CONCURRENT_REQUESTS)
        self.waiting: set[asyncio.Timeout] = set()
        """The timeout of each request that waits for the head of its response; `aclose()` lets them run out."""


class AsyncDefaultTransport(httpx.AsyncBaseTransport):
    """httpx's own transport, one for each event loop: a connection belongs to the loop it was made in."""

    def __init__(self, proxy: httpx.Proxy | None) -> None:
        # `request_limit()` limits instead: a request that is cancelled can take a place in httpcore's limit for ever.
        limits = httpx.Limits(max_connections=None, max_keepalive_connections=20)
        self._new_transport = partial(httpx.AsyncHTTPTransport, verify=ssl_context(), proxy=proxy, limits=limits)
        # Made now, because what it imports and reads should not hold up the event loop later.
        self._first_transport: httpx.AsyncHTTPTransport | None = self._new_transport()
        self._states: WeakKeyDictionary[asyncio.AbstractEventLoop, _LoopState] = WeakKeyDictionary()

    def state(self) -> _LoopState:
        """What there is for the running loop."""
        loop = asyncio.get_running_loop()
        if loop not in self._states:
            # Connections hold their event loop in memory, so those of a closed one are let go.
            for closed in [other for other in self._states if other.is_closed()]:
                del self._states[closed]
            transport, self._first_transport = self._first_transport or self._new_transport(), None
            self._states[loop] = _LoopState(transport)
        return self._states[loop]

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send through the connections of the running loop."""
        state = self.state()
        async with asyncio.timeout(None) as timeout:
            state.waiting.add(timeout)
            try:
                return await state.transport.handle_async_request(request)
            except BaseException as error:
                # The frames of the HTTP library hold the key.
                raise error.with_traceback(None) from error.__cause__
            finally:
                state.waiting.discard(timeout)

    async def aclose(self) -> None:
        """Close the connections of the running loop, and let go of the others."""
        state = None
        # Without a running loop there are none of its own.
        with suppress(RuntimeError):
            state = self._states.pop(asyncio.get_running_loop(), None)
        self._states.clear()
        if state is not None:
            # httpcore closes no connection that is just being made, so these requests are timed out.
            for timeout in state.waiting:
                timeout.reschedule(0)
            await state.transport.aclose()


@asynccontextmanager
async def request_limit(transport: httpx.AsyncBaseTransport, seconds: float) -> AsyncIterator[None]:
    """Wait until one more request may be on its way. A transport of the caller's has limits of its own."""
    if not isinstance(transport, AsyncDefaultTransport):
        yield
        return
    semaphore = transport.state().semaphore
    try:
        # Only where there is a wait does it need a timeout.
        async with asyncio.timeout(seconds) if semaphore.locked() else nullcontext():
            await semaphore.acquire()
    except TimeoutError as error:
        raise httpx.PoolTimeout(f"{MAX_CONCURRENT_REQUESTS} requests are on their way") from error
    try:
        yield
    finally:
        semaphore.release()
