"""The pytest plugin: a sandbox, clients for it, and a guard against real requests. Nothing has to be imported.

def test_it(beyondwords_sandbox, beyondwords_client):
    beyondwords_sandbox.fail_next(429, retry_after=2)
    assert beyondwords_client.background_tracks.list().total() == 2
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Generator, Iterator
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from .. import _retries
from .._async import runtime as async_runtime
from .._async import transport as async_transport
from .._settings import is_loopback
from .._sync import runtime as sync_runtime
from .._sync import transport as sync_transport

if TYPE_CHECKING:
    from beyondwords import AsyncBeyondWords, BeyondWords
    from beyondwords.testing import Sandbox

_OPTIONS = ("network", "waits")
_MARKER = (
    "beyondwords(network=False, waits=False): let BeyondWords clients leave this machine; "
    "let retries and content.wait() take time"
)
_REFUSED = (
    "a BeyondWords client would connect to {host}, which is not this machine: use the fixture beyondwords_sandbox, "
    "mock the network, or allow it with @pytest.mark.beyondwords(network=True) or, for all tests, the ini option "
    "beyondwords_network = true"
)
_TRANSPORTS: tuple[tuple[Any, str], ...] = (
    (sync_transport.RetryTransport, "handle_request"),
    (async_transport.AsyncRetryTransport, "handle_async_request"),
)


class _Guard:
    """Refuses connections to other machines, below whatever mocks the network."""

    def __init__(self) -> None:
        self.test: pytest.Item | None = None
        self._patches = pytest.MonkeyPatch()

    def begin(self) -> None:
        """Watch every client."""
        for transport, method in _TRANSPORTS:
            self._patches.setattr(transport, method, self._watched(getattr(transport, method)))

    def end(self) -> None:
        """Watch none any more."""
        self._patches.undo()

    def _watched(self, send: Callable[[Any, httpx.Request], Any]) -> Callable[[Any, httpx.Request], Any]:
        def watched(transport: Any, request: httpx.Request) -> Any:
            is_async = isinstance(transport, async_transport.AsyncRetryTransport)
            before = request.extensions.get("trace")
            trace = (self._async_trace if is_async else self._trace)(request.url.host, before)
            request.extensions = {**request.extensions, "trace": trace}
            return send(transport, request)

        return watched

    # httpx calls this extension before each step on a connection, a kept one too, where a mock makes none.

    def _trace(self, target: str, before: Callable[..., Any] | None) -> Callable[[str, dict[str, Any]], None]:
        def trace(event: str, details: dict[str, Any]) -> None:
            self._check(target, details)
            if before is not None:
                before(event, details)

        return trace

    def _async_trace(self, target: str, before: Callable[..., Any] | None) -> Callable[[str, dict[str, Any]], Any]:
        async def trace(event: str, details: dict[str, Any]) -> None:
            self._check(target, details)
            if before is not None:
                await before(event, details)

        return trace

    def _check(self, target: str, details: dict[str, Any]) -> None:
        # The host of a connection is the proxy where there is one.
        away = [host for host in (target, details.get("host")) if isinstance(host, str) and not is_loopback(host)]
        if away and not (self.test and _asked(self.test, "network")):
            raise RuntimeError(_REFUSED.format(host=away[0]))


_guard = _Guard()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the ini option."""
    parser.addini("beyondwords_network", "let BeyondWords clients leave this machine", type="bool", default=False)


def pytest_configure(config: pytest.Config) -> None:
    """Declare the marker, and begin to watch."""
    config.addinivalue_line("markers", _MARKER)
    if not config.getini("beyondwords_network"):
        _guard.begin()


def pytest_unconfigure() -> None:
    """Watch no more."""
    _guard.end()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Do for this test, its fixtures included, as its marker says."""
    _guard.test = item
    try:
        return (yield)
    finally:
        _guard.test = None


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Refuse a marker that would do nothing."""
    for marker in item.iter_markers("beyondwords"):
        wrong = [repr(value) for value in marker.args]
        wrong += [
            f"{name}={value!r}"
            for name, value in marker.kwargs.items()
            if name not in _OPTIONS or not isinstance(value, bool)
        ]
        if wrong:
            known = " and ".join(f"{name}=" for name in _OPTIONS)
            pytest.fail(
                f"@pytest.mark.beyondwords takes {known}, each True or False, not {', '.join(wrong)}", pytrace=False
            )


def _asked(item: pytest.Item, option: str) -> bool:
    marker = item.get_closest_marker("beyondwords")
    return bool(marker and marker.kwargs.get(option))


@pytest.fixture(scope="session")
def beyondwords_sandbox_of_session() -> Iterator[Sandbox]:
    """The sandbox of the whole session; tests take `beyondwords_sandbox`. Override it for other options."""
    from beyondwords.testing import Sandbox

    with Sandbox() as sandbox:
        yield sandbox


@pytest.fixture
def beyondwords_sandbox(
    request: pytest.FixtureRequest, beyondwords_sandbox_of_session: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> Sandbox:
    """A local server of the API, as new for each test.

    The environment names it, so that `BeyondWords()` in the code under test uses it, with the project of id 1. Unless
    the test has `@pytest.mark.beyondwords(waits=True)`, retries wait nothing, and `content.wait()` takes no time: it
    moves the sandbox's clock on instead.
    """
    sandbox = beyondwords_sandbox_of_session
    sandbox.reset()
    monkeypatch.setenv("BEYONDWORDS_API_KEY", sandbox.api_key)
    monkeypatch.setenv("BEYONDWORDS_BASE_URL", sandbox.base_url)
    monkeypatch.setenv("BEYONDWORDS_PROJECT_ID", "1")
    if not _asked(request.node, "waits"):
        monkeypatch.setattr(_retries, "wait_after", _without_wait(_retries.wait_after))
        _move_the_clock_instead_of_waiting(sandbox, monkeypatch)
    return sandbox


class _Time:
    """The time of a sandbox whose clock is moved on instead of waiting."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox, self._moved = sandbox, 0.0

    def monotonic(self) -> float:
        return time.monotonic() + self._moved

    def sleep(self, seconds: float) -> None:
        self._moved += seconds
        self._sandbox.advance(seconds)

    async def async_sleep(self, seconds: float) -> None:
        self.sleep(seconds)
        # Others have their turn, as in any wait.
        await asyncio.sleep(0)


def _move_the_clock_instead_of_waiting(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    # Not needed before a test asks for it.
    from .._async.resources import content as async_content
    from .._sync.resources import content as sync_content

    moved = _Time(sandbox)
    monkeypatch.setattr(sync_runtime, "sleep", moved.sleep)
    monkeypatch.setattr(async_runtime, "sleep", moved.async_sleep)
    for module in (sync_content, async_content):
        # By its timeout, as if the time had passed.
        monkeypatch.setattr(module, "time", moved)


def _without_wait(wait_after: Callable[..., float | None]) -> Callable[..., float | None]:
    def delay(*arguments: Any, **options: Any) -> float | None:
        # Whether it is sent again stays as it is.
        return None if wait_after(*arguments, **options) is None else 0.0

    return delay


@pytest.fixture
def beyondwords_client(beyondwords_sandbox: Sandbox) -> Iterator[BeyondWords]:
    """A client of the sandbox, with the project of id 1."""
    from beyondwords import BeyondWords

    with BeyondWords(beyondwords_sandbox.api_key, base_url=beyondwords_sandbox.base_url, project_id=1) as client:
        yield client


@pytest.fixture
def beyondwords_async_client(beyondwords_sandbox: Sandbox) -> AsyncBeyondWords:
    """The same for asyncio; it works in whichever event loop the test runs in."""
    from beyondwords import AsyncBeyondWords

    # It keeps no connection, because the loop that could close it ends before the fixture does.
    transport = httpx.AsyncHTTPTransport(verify=False, limits=httpx.Limits(max_keepalive_connections=0))
    sandbox = beyondwords_sandbox
    return AsyncBeyondWords(sandbox.api_key, base_url=sandbox.base_url, project_id=1, transport=transport)
