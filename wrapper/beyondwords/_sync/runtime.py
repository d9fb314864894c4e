"""What differs between threads and asyncio: waiting, deadlines, connections. Its counterpart is `_async/runtime.py`."""

from __future__ import annotations

import inspect
import os
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import AbstractContextManager, contextmanager, nullcontext
from contextvars import ContextVar, copy_context
from typing import Any, Generic, NamedTuple, NoReturn, TypeVar

import httpx

from .._environment import ssl_context
from .._settings import HiddenKey
from ..errors import ConfigurationError

T = TypeVar("T")

sleep = time.sleep

call_ends_at: ContextVar[float | None] = ContextVar("beyondwords_call_ends_at", default=None)
"""When the call of this thread must be over, by `time.monotonic()`."""


@contextmanager
def fail_after(seconds: float) -> Iterator[None]:
    """End every network step of this thread with a timeout after that many seconds."""
    outer, own = call_ends_at.get(), time.monotonic() + seconds
    # Within another call, as that of an api_key function, the deadline that comes first counts.
    token = call_ends_at.set(own if outer is None else min(outer, own))
    try:
        yield
    finally:
        call_ends_at.reset(token)


def value_of(api_key: HiddenKey) -> Any:
    """What the caller's function for the key gives."""
    value = api_key.value()
    if inspect.iscoroutine(value):
        value.close()
        raise ConfigurationError("the api_key function is asynchronous: use AsyncBeyondWords, or a plain function")
    return value


def shielded(result: T) -> T:
    """The result as it is: threads are not cancelled."""
    return result


class Running(NamedTuple, Generic[T]):
    """Something that a thread of its own does."""

    result: Future[T]
    process: int


def start(function: Callable[..., T], *arguments: Any) -> Running[T] | None:
    """Begin a call whose result is asked for later; None where no thread can be started."""
    result: Future[T] = Future()

    def run() -> None:
        try:
            result.set_result(function(*arguments))
        except BaseException as error:
            result.set_exception(error)

    try:
        # A daemon, so that the end of the program does not wait for it.
        threading.Thread(target=copy_context().run, args=(run,), name="beyondwords", daemon=True).start()
    except RuntimeError:
        return None
    return Running(result, os.getpid())


def result_of(running: Running[T]) -> T | None:
    """What came of it, once it has ended; None if it failed, or its thread stayed behind in a fork."""
    if running.process != os.getpid() and not running.result.done():
        return None
    return running.result.result() if running.result.exception() is None else None


class TransportMixin:
    """Refuses asyncio use of the sync transport, and says what to use instead."""

    async def handle_async_request(self, request: httpx.Request) -> NoReturn:
        """Refuse."""
        raise ConfigurationError("BeyondWords has no asyncio side: use sync() and sync_detailed(), or AsyncBeyondWords")


class PagerMixin:
    """Refuses `async for` over the sync pager, and says what to write instead."""

    def __aiter__(self) -> NoReturn:
        raise TypeError("a list of BeyondWords is read with a plain `for`; `async for` needs AsyncBeyondWords")


def request_limit(transport: httpx.BaseTransport, seconds: float) -> AbstractContextManager[None]:
    """Nothing to wait for: httpx's pool makes threads wait itself."""
    return nullcontext()


class DefaultTransport(httpx.BaseTransport):
    """httpx's own transport, with the deadline under every read and write.

    A forked process gets connections of its own: two processes that read from one socket take each other's responses.
    """

    def __init__(self, proxy: httpx.Proxy | None) -> None:
        self._proxy, self._ssl_context = proxy, ssl_context()
        self._closed = False
        self._connect()

    def _connect(self) -> None:
        self._transport = httpx.HTTPTransport(verify=self._ssl_context, proxy=self._proxy)
        # It imports httpcore, which httpx itself does not do before there is a client.
        from .deadline import limit_by_deadline

        limit_by_deadline(self._transport, lambda: self._closed)
        self._process = os.getpid()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send through the connections of this process."""
        if self._process != os.getpid():
            self._connect()
        try:
            return self._transport.handle_request(request)
        except BaseException as error:
            # The frames of the HTTP library hold the key.
            raise error.with_traceback(None) from error.__cause__

    def close(self) -> None:
        """Close the connections; requests that wait for one do not open another."""
        self._closed = True
        if self._process == os.getpid():
            self._transport.close()
