"""A real server of the API on a loopback port, in a thread of its own."""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
import threading
from collections import deque
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from ._answers import Items, Limits
from ._document import base_path, load, secret_names
from ._gate import Gate, RecordedRequest

if TYPE_CHECKING:
    from ._gate import App

HOST = "127.0.0.1"
KEPT_REQUESTS = 1000


class Sandbox:
    """A local server of the BeyondWords API, made from the OpenAPI document this client was made from.

    It refuses whatever the document does not allow: unknown query parameters, values of the wrong
    type, a wrong key. Every list is really paged and filtered, every other operation is answered from
    its documented example (or a small value its schema allows). Nothing is stored: a created object is
    not listed afterwards.

    ```python
    with Sandbox(items=120) as sandbox:
        with BeyondWords(api_key=sandbox.api_key, base_url=sandbox.base_url) as bw:
            tracks = list(bw.background_tracks.list(name="track 1"))
        assert sandbox.requests[0].path == "/v1/background_tracks"
    ```

    Works in sync and async tests alike; one sandbox can serve a whole test session.

    Args:
        items: How many items every list holds, made from the documented examples with ids and names
            counted up; by default the examples alone. A mapping sets it per path of the document, with
            a number or with the items themselves:
            `{"/background_tracks": [{"id": 1, "name": "Piano"}]}`.
        default_limit: Rows per page where a request names no limit. The API's real default is not
            documented.
        max_limit: The most rows per page; a larger limit is answered with fewer rows, not refused. The
            API's real maximum is not documented.
        latency: Seconds each request waits before it is answered.
        api_key: The key requests must carry. May be changed while the sandbox runs.
        port: The loopback port; 0 takes a free one.
        spec: Another OpenAPI 3.0 document, as a path or as a dict.

    Raises:
        ValueError: An argument cannot be used, or the document cannot be served, and why.
        TypeError: An argument is of the wrong type.
        OSError: On entering, where the port is taken.
    """

    def __init__(
        self,
        *,
        items: Items = None,
        default_limit: int = 25,
        max_limit: int = 100,
        latency: float = 0.0,
        api_key: str = "sandbox-key",
        port: int = 0,
        spec: Mapping[str, Any] | Path | str | None = None,
    ) -> None:
        _check_items(items)
        _check_count("default_limit", default_limit, 1)
        _check_count("max_limit", max_limit, 1)
        if not 0 <= latency < float("inf"):
            raise ValueError(f"latency must be a number of seconds, 0 or more, not {latency!r}")
        if not api_key.strip():
            raise ValueError("api_key must not be empty")
        self.api_key = api_key
        """The key requests must carry."""
        self.requests: deque[RecordedRequest] = deque(maxlen=KEPT_REQUESTS)
        """The newest 1000 requests, oldest first, recorded on arrival; `clear()` forgets them."""
        self._document = load(spec)
        self._items = items
        self._limits = Limits(min(default_limit, max_limit), max_limit)
        self._latency = latency
        self._port = port
        self._running: _Running | None = None

    @property
    def base_url(self) -> str:
        """For example `http://127.0.0.1:54321/v1`; only while the sandbox runs."""
        if self._running is None:
            raise RuntimeError("the sandbox is not running: use it in a `with` block, or call start()")
        return f"http://{HOST}:{self._running.port}{base_path(self._document)}"

    def start(self) -> None:
        """Serve until `stop()`. `with` does both."""
        if self._running is not None:
            raise RuntimeError("the sandbox is already running")
        from ._server import build  # connexion takes its time to import

        app = build(self._document, self._items, self._limits, lambda: self.api_key)
        secrets = secret_names(self._document)
        gate = Gate(app, requests=self.requests, secrets=secrets, latency=self._latency)
        self._running = _Running(app, gate, _bound_socket(self._port))

    def stop(self) -> None:
        """Stop serving and leave nothing behind; harmless when not running."""
        running, self._running = self._running, None
        if running is not None:
            running.stop()

    def __enter__(self) -> Sandbox:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def __repr__(self) -> str:
        return f"<Sandbox {self.base_url}>" if self._running else "<Sandbox, not running>"


class _Running:
    """One run of the server: a thread, its event loop, its socket."""

    def __init__(self, app: App, gate: Gate, listener: socket.socket) -> None:
        import uvicorn

        self.port: int = listener.getsockname()[1]
        self._listener = listener
        self._gate = gate
        self._ready = threading.Event()
        self._failure: BaseException | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        config = uvicorn.Config(
            gate,
            loop="none",
            http="h11",
            ws="none",
            lifespan="off",
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            timeout_graceful_shutdown=1,
        )
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(
            target=self._run, args=(app,), name=f"beyondwords-sandbox-{self.port}", daemon=True
        )
        self._thread.start()
        self._ready.wait()
        if self._failure is not None:
            self.stop()
            raise self._failure

    def _run(self, app: App) -> None:
        try:
            asyncio.run(self._serve(app))
        except BaseException as error:
            self._failure = error
        finally:
            self._ready.set()

    async def _serve(self, app: App) -> None:
        from ._server import prepare

        self._loop = asyncio.get_running_loop()
        await prepare(app)
        # The socket listens already: requests sent before the loop accepts them wait in its backlog.
        self._ready.set()
        await self._server.serve(sockets=[self._listener])

    def stop(self) -> None:
        self._server.should_exit = True
        if self._loop is not None:
            # A server that failed has closed its loop already.
            with contextlib.suppress(RuntimeError):
                self._loop.call_soon_threadsafe(self._gate.closing.set)
        self._thread.join()
        self._listener.close()


def _bound_socket(port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if os.name == "posix":
            # A port used a moment ago can be taken again at once.
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((HOST, port))
        listener.listen()
    except BaseException:
        listener.close()
        raise
    return listener


def _check_items(items: Items) -> None:
    if items is None:
        return
    counts = items if isinstance(items, Mapping) else {"": items}
    for path, value in counts.items():
        name = f"items[{path!r}]" if path else "items"
        if isinstance(value, list | tuple):
            if not all(isinstance(item, Mapping) for item in value):
                raise TypeError(f"{name} must hold mappings")
        else:
            _check_count(name, value, 0)


def _check_count(name: str, value: object, least: int) -> None:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"{name} must be a whole number, not {value!r}")
    if value < least:
        raise ValueError(f"{name} must be at least {least}, not {value}")
