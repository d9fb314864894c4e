"""Both clients behind one face, so that a test is written once and runs for both."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import inspect
import logging
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
import traceback
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest

from beyondwords import AsyncBeyondWords, BeyondWords, BeyondWordsError
from tests.fake_server import PATIENCE, THREADS, FakeServer

Handler = Callable[[httpx.Request], httpx.Response]
Asked = tuple[str | None, str | None]

# In lower case, as host names and the like are shown.
KEY = "key-for-tests-51"


class Side:
    """One of the clients, with what a test does to it: here the sync one. What it opened is closed by the fixture."""

    name = "sync"
    client_class: type[Any] = BeyondWords
    function = "sync"
    """The generated function of this side that gives the decoded value."""
    stop: type[Exception] = StopIteration
    """What an iterator raises at its end."""
    next_of: Callable[..., Any] = staticmethod(next)

    def __init__(self) -> None:
        self._opened: list[Any] = []
        self._threads = ThreadPoolExecutor(200)

    def client(self, handler: Handler | None = None, **options: Any) -> Any:
        """A client on a function or on the network; one attempt a request unless a test says otherwise."""
        transport = {} if handler is None else {"transport": httpx.MockTransport(handler)}
        made = self.client_class(**{"api_key": KEY, "max_attempts": 1, **transport, **options})
        self._opened.append(made)
        return made

    def page(self, client: Any, **arguments: Any) -> Any:
        """One page of background tracks."""
        return self.wait(client.background_tracks.list(**arguments).page())

    def all(self, pager: Any) -> list[Any]:
        """Everything, as a `for` statement gets it."""
        iterator, found = self.iterate(pager), []
        while True:
            try:
                found.append(self.next(iterator))
            except self.stop:
                return found

    def take(self, iterator: Any, count: int) -> list[Any]:
        return [self.next(iterator) for _ in range(count)]

    def httpx_client(self, client: Any) -> Any:
        """The client of httpx below ours."""
        return client.api.get_httpx_client()

    def request(self, client: Any, method: str, url: str, **arguments: Any) -> httpx.Response:
        """A request as a generated function makes it."""
        response: httpx.Response = self.wait(self.httpx_client(client).request(method=method, url=url, **arguments))
        return response

    def generated(self, endpoint: Any, api: Any, **arguments: Any) -> Any:
        """What the generated function of this side gives."""
        return self.wait(getattr(endpoint, self.function)(client=api, **arguments))

    def wait(self, result: Any) -> Any:
        """The value of a call, which on the async side is awaited."""
        assert not inspect.isawaitable(result)
        return result

    def close(self, closable: Any) -> None:
        closable.close()

    def iterate(self, pager: Any) -> Any:
        """What the `for` statement of this side makes of it."""
        return iter(pager)

    def next(self, iterator: Any) -> Any:
        return self.wait(self.next_of(iterator))

    def sleep(self, seconds: float) -> None:
        """Let what is in flight go on."""
        time.sleep(seconds)

    def until(self, condition: Callable[[], object]) -> None:
        """Let what is in flight go on until that is so."""
        limit = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < limit, "it did not come to that"
            self.sleep(0.005)

    def start(self, function: Callable[..., Any], *arguments: Any) -> Any:
        """Begin something beside the test, in a thread or a task; `finish` gives what came of it."""
        return self._threads.submit(function, *arguments)

    def finish(self, started: Any) -> Any:
        return started.result(PATIENCE)

    def tidy(self) -> None:
        """Close every client."""
        while self._opened:
            self.close(self._opened.pop())
        self._threads.shutdown(wait=False)


async def _awaited(result: Any) -> Any:
    return await result


class AsyncSide(Side):
    name, client_class, function = "async", AsyncBeyondWords, "asyncio"
    stop, next_of = StopAsyncIteration, staticmethod(anext)

    def __init__(self) -> None:
        super().__init__()
        self._runner = asyncio.Runner()

    def httpx_client(self, client: Any) -> Any:
        return client.api.get_async_httpx_client()

    def wait(self, result: Any) -> Any:
        return self._runner.run(_awaited(result))

    def close(self, closable: Any) -> None:
        self.wait(closable.aclose())

    def iterate(self, pager: Any) -> Any:
        return aiter(pager)

    def sleep(self, seconds: float) -> None:
        self.wait(asyncio.sleep(seconds))

    def start(self, function: Callable[..., Any], *arguments: Any) -> Any:
        return self._runner.get_loop().create_task(_awaited(function(*arguments)))

    def finish(self, started: Any) -> Any:
        return self.wait(asyncio.wait_for(started, PATIENCE))

    def tidy(self) -> None:
        super().tidy()
        self._runner.close()


# Handlers: what is behind `httpx.MockTransport`


class Recorder(ABC):
    """Remembers the requests that it gets."""

    def __init__(self) -> None:
        self.requests: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        # As it is on the wire: the client may take the key off again afterwards.
        sent = httpx.Request(
            request.method, request.url, headers=request.headers, stream=request.stream, extensions=request.extensions
        )
        self.requests.append(sent)
        return self.respond(request)

    @property
    def asked(self) -> list[Asked]:
        """Offset and limit of each request, as they were on the wire."""
        return [_asked(request) for request in self.requests]

    @property
    def keys(self) -> list[str]:
        return [request.headers["X-Api-Key"] for request in self.requests]

    @abstractmethod
    def respond(self, request: httpx.Request) -> httpx.Response: ...


def _asked(request: httpx.Request) -> Asked:
    parameters = request.url.params
    return parameters.get("pagination[offset]"), parameters.get("pagination[limit]")


class Responses(Recorder):
    """Responds to one request after another as told. An exception among the responses is raised."""

    def __init__(self, *responses: httpx.Response | Exception) -> None:
        super().__init__()
        self._responses = list(responses)

    def respond(self, request: httpx.Request) -> httpx.Response:
        assert self._responses, f"a request too many: {request.url}"
        response = self._responses.pop(0)
        if isinstance(response, Exception):
            raise response
        return response


class Rows(Recorder):
    """A list of so many rows as a server pages it, with ids from 0 upward; at most 100 a page."""

    def __init__(self, count: int, *, page_size: int = 10, headers: bool = True) -> None:
        super().__init__()
        self._count, self._page_size, self._headers = count, page_size, headers

    def respond(self, request: httpx.Request) -> httpx.Response:
        asked_offset, asked_limit = _asked(request)
        offset, limit = int(asked_offset or 0), int(asked_limit or self._page_size)
        rows = range(offset, min(offset + min(limit, 100), self._count))
        return page(rows, offset=offset, limit=limit, total=self._count) if self._headers else page(rows)


def page(rows: Iterable[int], **numbers: object) -> httpx.Response:
    """A response with tracks of these ids, and pagination headers for what is given."""
    names = {"offset": "X-Pagination-OffSet", "limit": "X-Pagination-Limit", "total": "X-Pagination-Total-Count"}
    return httpx.Response(
        200,
        json=[{"id": row, "name": f"track {row}"} for row in rows],
        headers={names[name]: str(number) for name, number in numbers.items()},
    )


class Body(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body as it comes over the wire, piece by piece."""

    def __init__(self, *pieces: bytes) -> None:
        self._pieces = pieces

    def __iter__(self) -> Any:
        yield from self._pieces

    async def __aiter__(self) -> Any:
        for piece in self:
            yield piece


def ids(tracks: Iterable[Any]) -> list[int]:
    return [track.id for track in tracks]


# What comes out: an error that is fit to be shown (the key is somebody's money), an end in time, the words of a process


def assert_shown_well(error: BaseException) -> None:
    """An error is one line and survives a pickle, and nothing that is printed of it shows the key."""
    assert len(str(error).splitlines()) == 1
    assert str(pickle.loads(pickle.dumps(error))) == str(error)
    texts = [str(error), repr(error), repr(vars(error)), repr(pickle.dumps(error))]
    assert [text for text in [*texts, "".join(traceback.format_exception(error))] if KEY in text] == []


@contextlib.contextmanager
def good_error(kind: Any = BeyondWordsError, said: str | None = None) -> Iterator[pytest.ExceptionInfo[Any]]:
    """An error comes, and is fit to be shown."""
    with pytest.raises(kind, match=said) as caught:
        yield caught
    assert_shown_well(caught.value)


@contextlib.contextmanager
def ends(seconds: float = 6.0) -> Iterator[None]:
    """It comes to an end: far later than it should, and far earlier than if nothing ended it."""
    started = time.monotonic()
    yield
    assert time.monotonic() - started < seconds


def error_of(side: Side, iterator: Any, kind: type[BeyondWordsError]) -> Any:
    """The error that comes next: of exactly this kind, and fit to be shown."""
    with ends(), good_error() as caught:
        side.next(iterator)
    assert type(caught.value) is kind, caught.value
    return caught.value


def printed_by(script: str, *arguments: str) -> str:
    """What a process of its own prints; where it hangs, it is ended, and what it started too."""
    command = [sys.executable, "-c", script, *arguments]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)
    try:
        printed, complaints = child.communicate(timeout=30)
    finally:
        if child.poll() is None:
            os.killpg(child.pid, signal.SIGKILL)
    assert (child.returncode, complaints) == (0, "")
    return printed


# Fixtures, for the conftest.py of each folder that has tests of the clients


def _open() -> set[object]:
    """The threads and the sockets of this process, which have numbers in the kernel."""
    descriptors = Path("/proc/self/fd")
    found: set[object] = {thread for thread in threading.enumerate() if thread.name != THREADS}
    for entry in os.listdir(descriptors):
        # One may be closed meanwhile, as the listing's own descriptor is.
        with contextlib.suppress(OSError):
            target = os.readlink(descriptors / entry)
            if target.startswith("socket:"):
                found.add(target)
    return found


@pytest.fixture
def nothing_left() -> Iterator[None]:
    """No thread and no socket is left after a test, once its clients and servers are closed."""
    # What is opened once for a whole process is nobody's leftover.
    AsyncSide().tidy()
    before = _open()
    yield
    limit = time.monotonic() + PATIENCE
    while _open() - before and time.monotonic() < limit:
        # A client that was dropped and not closed is not what is asked about.
        gc.collect()
        time.sleep(0.01)
    assert _open() - before == set()


@pytest.fixture(autouse=True)
def no_key_in_the_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Whatever a test does, our logger shows no key, at no level."""
    caplog.set_level(logging.DEBUG, logger="beyondwords")
    yield
    records = [record for record in caplog.get_records("call") if record.name == "beyondwords"]
    assert not any(KEY in f"{record.getMessage()} {vars(record)!r}" for record in records)


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the tester's own environment says must not matter."""
    for name in list(os.environ):
        if name.startswith(("BEYONDWORDS_", "SSL_CERT_", "SSLKEYLOGFILE")) or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)


@pytest.fixture(params=[Side, AsyncSide], ids=["sync", "async"])
def side(request: pytest.FixtureRequest) -> Iterator[Side]:
    """Each client in turn."""
    made: Side = request.param()
    yield made
    made.tidy()


@pytest.fixture
def server() -> Iterator[FakeServer]:
    """100 rows, 10 a page."""
    with FakeServer(rows=100) as running:
        yield running


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Waits between attempts end at once; the list tells how many seconds each would have lasted."""
    noted: list[float] = []

    async def wait_async(seconds: float) -> None:
        noted.append(seconds)

    monkeypatch.setattr("beyondwords._sync.runtime.sleep", noted.append)
    monkeypatch.setattr("beyondwords._async.runtime.sleep", wait_async)
    return noted
