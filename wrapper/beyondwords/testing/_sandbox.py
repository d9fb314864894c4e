"""A real server of the API on a loopback port, in a thread of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

from ._checks import check_count, check_seconds, nearest
from ._clock import Clock
from ._content import OUTCOMES
from ._document import base_path, load, secret_names
from ._failing import Failures
from ._gate import Gate, RecordedRequests
from ._names import Names
from ._on_demand import FailuresOnDemand
from ._outbox import Delivery
from ._resources import Items, Limits
from ._rows import Rows
from ._running import HOST, Running, bound_socket
from ._world import World

KEPT_REQUESTS = 1000


class _NotRunning(RuntimeError, AttributeError):
    """An attribute that a sandbox has as long as it runs, so that `hasattr()` is False before and after."""

    def __init__(self) -> None:
        super().__init__("the sandbox is not running: use it in a `with` block, or call start()")


class Sandbox(FailuresOnDemand):
    """A local server of the BeyondWords API, made from the OpenAPI document this client was made from.

    It refuses whatever the document does not allow: unknown query parameters, values of the wrong
    type, a wrong key. What is created, updated or deleted is shown and listed so afterwards; lists are
    really paged and filtered, and a filter that means nothing for the rows of a list is named in the header
    `X-Sandbox-Not-Applied` and in a WARNING of the logger `beyondwords.testing`. Operations that are none of these
    are answered from their documented example (or a small value their schema allows).

    It starts with a project of id 1, some voices, languages and background tracks. Content is `queued`, then
    `processing`, then `processed`; its audio (silence) can be downloaded, and webhooks are sent to URLs of
    this machine.

    ```python
    with Sandbox(items=120) as sandbox:
        with BeyondWords(api_key=sandbox.api_key, base_url=sandbox.base_url) as bw:
            tracks = list(bw.background_tracks.list(name="track 1"))
        assert sandbox.requests[0].path == "/v1/background_tracks"
    ```

    Works in sync and async tests alike; one sandbox can serve a whole test session. Tests change it as it runs:
    `sandbox.background_tracks.add(name="Piano")`, `sandbox.content.fill(1000)`, `sandbox.fail_next(503)`,
    `sandbox.latency = 0.1`. Stopped and started again, it has the same port and the same rows.

    Args:
        items: How many items every list holds, made from the documented examples with ids and names
            counted up; by default the examples alone. A mapping sets it per path of the document, with
            a number or with the items themselves:
            `{"/background_tracks": [{"id": 1, "name": "Piano"}]}`. A list that declares no paging is
            changed by a mapping only.
        default_limit: Rows per page where a request names no limit. The API's real default is not
            documented.
        max_limit: The most rows per page; a larger limit is answered with fewer rows, not refused. The
            API's real maximum is not documented.
        latency: Seconds each request waits before it is answered.
        processing_time: Seconds from `queued` to `processed`.
        manual_clock: Whether the sandbox's clock stands until `advance()` moves it.
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
        processing_time: float = 0.3,
        manual_clock: bool = False,
        api_key: str = "sandbox-key",
        port: int = 0,
        spec: Mapping[str, Any] | Path | str | None = None,
    ) -> None:
        _check_items(items)
        check_count("default_limit", default_limit, 1)
        check_count("max_limit", max_limit, 1)
        self.requests = RecordedRequests(maxlen=KEPT_REQUESTS)
        self._document = load(spec)
        self._items = items
        self._limits = Limits(min(default_limit, max_limit), max_limit)
        self._manual_clock = manual_clock
        self._port = port
        self._names = Names(self._document)
        self._failures = Failures(self._names, self._limits)
        self._world: World | None = None
        self._running: Running | None = None
        self._first = {"api_key": api_key, "latency": latency, "processing_time": processing_time}
        for name, value in self._first.items():
            setattr(self, name, value)

    requests: RecordedRequests
    """The newest 1000 requests, oldest first, recorded on arrival; `clear()` forgets them."""
    api_key: str
    """The key requests must carry."""
    latency: float
    """Seconds each request waits before it is answered."""
    processing_time: float
    """Seconds from `queued` to `processed`."""

    def __setattr__(self, name: str, value: Any) -> None:
        if name in ("latency", "processing_time"):
            check_seconds(name, value)
        elif name == "api_key" and not isinstance(value, str):
            raise TypeError(f"api_key must be a str, not {value!r}")
        elif name == "api_key" and not value.strip():
            raise ValueError("api_key must not be empty")
        elif not name.startswith("_") and name not in Sandbox.__annotations__:
            raise AttributeError(f"a sandbox has no setting {name!r}{nearest(name, Sandbox.__annotations__)}")
        super().__setattr__(name, value)
        if name == "processing_time" and self._world is not None:
            self._world.content.seconds = float(value)

    def __getattr__(self, name: str) -> Rows:
        """The rows of a list, by the last word of its path: `sandbox.background_tracks`, `sandbox.content`."""
        # Asked of the dictionary, because `_running` itself may be what is missing.
        if self.__dict__.get("_running") is None:
            raise _NotRunning
        if name.startswith("_"):
            raise AttributeError(name)
        paths = self._lists(name)
        if len(paths) != 1:
            near = nearest(name, {path.rpartition("/")[2] for path in self._lists()})
            several = f"; several lists are called so, see list_at(): {', '.join(paths)}" if paths else near
            raise AttributeError(f"a sandbox has no {name!r}{several}")
        return self.list_at(paths[0])

    def list_at(self, path: str, **parents: str | int) -> Rows:
        """The rows of the list at a path of the document.

        Args:
            path: For example `/projects/{project_id}/content`.
            **parents: The values in the path. Default: 1, as in the project of id 1.

        Raises:
            ValueError: There is no such list, or its path no such parameter.
        """
        if path not in self._lists():
            raise ValueError(f"no list at {path!r}{nearest(path, self._lists())}")
        names = [part[1:-1] for part in path.split("/") if part.startswith("{")]
        for name in parents:
            if name not in names:
                raise ValueError(f"the path {path!r} has no {name!r}{nearest(name, names)}")
        return Rows(self._there, path, {name: str(parents.get(name, 1)) for name in names})

    def _lists(self, name: str | None = None) -> list[str]:
        paths = [*self._there.resources.kinds]
        return [path for path in paths if name in (None, path.rpartition("/")[2])]

    @property
    def base_url(self) -> str:
        """For example `http://127.0.0.1:54321/v1`; only while the sandbox runs."""
        if self._running is None:
            raise _NotRunning
        return f"http://{HOST}:{self._running.port}{base_path(self._document)}"

    def start(self) -> None:
        """Serve until `stop()`. `with` does both. Once more, it serves the same rows at the same port."""
        if self._running is not None:
            raise RuntimeError("the sandbox is already running")
        from ._server import build, judge  # connexion takes its time to import

        listener = bound_socket(self._port)
        try:
            self._port = listener.getsockname()[1]
            world = self._world = self._world or World(
                self._document,
                items=self._items,
                limits=self._limits,
                fits=judge(self._document),
                clock=Clock(runs=not self._manual_clock),
                origin=f"http://{HOST}:{self._port}",
                processing_time=self.processing_time,
            )
            app = build(self._document, world, lambda: self.api_key)
        except BaseException:
            listener.close()
            raise
        connections: dict[Any, Any] = {}
        gate = Gate(
            app,
            requests=self.requests,
            secrets=secret_names(self._document),
            names=self._names,
            latency=lambda: self.latency,
            failures=self._failures,
            connections=connections,
            file=world.file,
        )
        self._running = Running(app, gate, world, listener, connections)

    def stop(self) -> None:
        """Stop serving and leave nothing behind; harmless when not running."""
        running, self._running = self._running, None
        if running is not None:
            running.stop()

    @property
    def deliveries(self) -> Sequence[Delivery]:
        """The newest 1000 webhook events, oldest first, each with what became of it."""
        return tuple(self._there.outbox.deliveries)

    def advance(self, seconds: float) -> None:
        """Move the clock on; content whose time has come is processed.

        ```python
        with Sandbox(processing_time=60, manual_clock=True) as sandbox:
            ...  # create content: it is queued
            sandbox.advance(30)  # it is processing
            sandbox.advance(30)  # it is processed
        ```
        """
        check_seconds("seconds", seconds)
        self._there.move(seconds)

    def end_content_as(self, status: str, *, source_id: str | None = None) -> None:
        """Say how content ends: `processed`, `error` or `skipped`; of all of it, or of one `source_id`."""
        if status not in OUTCOMES:
            raise ValueError(f"status must be one of {', '.join(OUTCOMES)}, not {status!r}")
        self._there.content.outcomes[source_id] = status

    def reset(self) -> None:
        """Start again: rows and settings as they were, no failures to come, requests and deliveries forgotten."""
        self._there.reset()
        self._failures.clear()
        self.requests.clear()
        for name, value in self._first.items():
            setattr(self, name, value)

    @property
    def _there(self) -> World:
        if self._running is None:
            raise _NotRunning
        return self._running.world

    def __enter__(self) -> Sandbox:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def __repr__(self) -> str:
        return f"<Sandbox {self.base_url}>" if self._running else "<Sandbox, not running>"


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
            check_count(name, value, 0)
