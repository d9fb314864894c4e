"""The two clients behind one face, so that a test is written once and runs for both."""

from __future__ import annotations

import asyncio
import inspect
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import httpx

from beyondwords import AsyncBeyondWords, BeyondWords

T = TypeVar("T")

Handler = Callable[[httpx.Request], httpx.Response]

KEY = "key-for-tests-51"


class Side(ABC):
    """One of the clients, with what a test does to it. Opened clients are closed by the fixture."""

    name: str
    client_class: type[Any]
    request_function: str
    """Names the generated function of this side that gives the whole response."""

    def __init__(self) -> None:
        self._opened: list[Any] = []

    def client(self, handler: Handler | None = None, **options: Any) -> Any:
        """A client on an answering function, or on the network; one try a request unless a test says otherwise."""
        transport = {} if handler is None else {"transport": httpx.MockTransport(handler)}
        made = self.client_class(**{"api_key": KEY, "max_attempts": 1, **transport, **options})
        self._opened.append(made)
        return made

    def close_clients(self) -> None:
        while self._opened:
            self.close(self._opened.pop())

    def tidy(self) -> None:
        self.close_clients()

    @abstractmethod
    def wait(self, result: Any) -> Any:
        """The value of a call, which on the async side is awaited."""

    @abstractmethod
    def close(self, client: Any) -> None: ...

    @abstractmethod
    def iterate(self, pager: Any) -> Any:
        """What the `for` statement of this side makes of it."""

    @abstractmethod
    def next(self, iterator: Any) -> Any: ...

    @property
    @abstractmethod
    def stop(self) -> type[Exception]:
        """What an iterator raises at its end."""

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

    def request(self, client: Any, method: str, url: str, **arguments: Any) -> httpx.Response:
        """A request as a generated function makes it."""
        api = client.api
        getter = api.get_async_httpx_client if self.name == "async" else api.get_httpx_client
        response: httpx.Response = self.wait(getter().request(method=method, url=url, **arguments))
        return response


class SyncSide(Side):
    name = "sync"
    client_class = BeyondWords
    request_function = "sync_detailed"
    stop = StopIteration

    def wait(self, result: Any) -> Any:
        assert not inspect.isawaitable(result)
        return result

    def close(self, client: Any) -> None:
        client.close()

    def iterate(self, pager: Any) -> Any:
        return iter(pager)

    def next(self, iterator: Any) -> Any:
        return next(iterator)


class AsyncSide(Side):
    name = "async"
    client_class = AsyncBeyondWords
    request_function = "asyncio_detailed"
    stop = StopAsyncIteration

    def __init__(self) -> None:
        super().__init__()
        self._runner = asyncio.Runner()

    def wait(self, result: Any) -> Any:
        async def awaited() -> Any:
            return await result

        return self._runner.run(awaited())

    def close(self, client: Any) -> None:
        self.wait(client.aclose())

    def iterate(self, pager: Any) -> Any:
        return aiter(pager)

    def next(self, iterator: Any) -> Any:
        return self.wait(anext(iterator))

    def tidy(self) -> None:
        super().tidy()
        self._runner.close()


class Answers:
    """Answers requests one after another as told, and remembers them. An exception in the list is raised."""

    def __init__(self, *answers: httpx.Response | Exception) -> None:
        self._answers = list(answers)
        self.requests: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(as_sent(request))
        assert self._answers, f"a request too many: {request.url}"
        answer = self._answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    @property
    def asked(self) -> list[tuple[str | None, str | None]]:
        """Offset and limit of each request, as they were on the wire."""
        return [asked_page(request) for request in self.requests]


def as_sent(request: httpx.Request) -> httpx.Request:
    """The request as it is now: the client takes the key off again when the request is done."""
    copy = object.__new__(httpx.Request)
    copy.__dict__.update(request.__dict__)
    return copy


def asked_page(request: httpx.Request) -> tuple[str | None, str | None]:
    parameters = request.url.params
    return parameters.get("pagination[offset]"), parameters.get("pagination[limit]")


class Rows:
    """A list of so many rows as a server pages it, with ids from 0 upward counted as positions."""

    def __init__(self, count: int, *, default: int = 10, most: int = 100, headers: bool = True) -> None:
        self.count = count
        self.requests: list[httpx.Request] = []
        self._default = default
        self._most = most
        self._headers = headers

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(as_sent(request))
        asked_offset, asked_limit = asked_page(request)
        offset, limit = int(asked_offset or 0), int(asked_limit or self._default)
        rows = range(offset, min(offset + min(limit, self._most), self.count))
        return page(rows, offset=offset, limit=limit, total=self.count) if self._headers else page(rows)

    @property
    def asked(self) -> list[tuple[str | None, str | None]]:
        """Offset and limit of each request, as they were on the wire."""
        return [asked_page(request) for request in self.requests]


def page(rows: Iterable[int], **numbers: object) -> httpx.Response:
    """An answer with tracks of these ids, and pagination headers for what is given."""
    names = {"offset": "X-Pagination-OffSet", "limit": "X-Pagination-Limit", "total": "X-Pagination-Total-Count"}
    return httpx.Response(
        200,
        json=[{"id": row, "name": f"track {row}"} for row in rows],
        headers={names[name]: str(number) for name, number in numbers.items()},
    )


def ids(tracks: Iterable[Any]) -> list[int]:
    return [track.id for track in tracks]
