"""Every status, redirects to elsewhere, and rate limits in all their spellings."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from beyondwords import (
    APIConnectionError,
    APIStatusError,
    APITimeoutError,
    AuthenticationError,
    BadRequestError,
    BeyondWordsError,
    ConflictError,
    InternalServerError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    ResponseDecodeError,
    UnprocessableEntityError,
)
from faults.cells import Cell, check
from faults.misbehaviour import sends
from faults.scene import PREFETCHES, TOLERANCE, Scene
from tests.wrapper.faulty_servers import Peer, raw_answer
from tests.wrapper.list_server import Asked, ListServer, Reply, refuse

_OWN_CLASS: dict[int, type[BeyondWordsError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}
_TRIED_AGAIN = {408, 429, 500, 502, 503, 504, *range(520, 525)}
_REDIRECTS = (301, 302, 303, 307, 308)
_DAY = 86400
# HTTP allows these no body: what follows would be taken for the next answer.
_BODILESS = {204, 304}


def cells() -> list[Cell]:
    """All of this group."""
    status, limit = "status", "429"
    return [
        Cell(
            status, "every one from 200 to 599, and beyond", "its own error; the key is echoed, not told", _every_status
        ),
        Cell(status, "every one from 200 to 599, without a body", "its own error", _every_status_bare),
        Cell(status, "every one from 100 to 199", "APIConnectionError or APIStatusError", _every_interim),
        Cell(status, "which are tried again", "408, 429, 500, 502-504, 520-524", _tried_again),
        *(
            Cell(status, f"{code} to another origin", "APIStatusError; nothing is sent there", _redirect(code))
            for code in _REDIRECTS
        ),
        Cell(limit, "Retry-After in seconds", "waited for, every row once", _waits(lambda: "1", 1.0)),
        Cell(limit, "Retry-After as a date", "waited for, every row once", _waits(lambda: _date(2), 0.9)),
        Cell(limit, "Retry-After in the past", "a short wait, every row once", _waits(lambda: _date(-60), 0.0)),
        Cell(limit, "Retry-After of zero", "a short wait, every row once", _waits(lambda: "0", 0.0)),
        Cell(limit, "Retry-After of nonsense", "a short wait, every row once", _waits(lambda: "soon", 0.0)),
        Cell(limit, "Retry-After of minus one", "a short wait, every row once", _waits(lambda: "-1", 0.0)),
        Cell(limit, "no Retry-After", "a short wait, every row once", _waits(lambda: None, 0.0)),
        Cell(limit, "Retry-After of a day", "RateLimitError at once, then the rest", _a_day),
        Cell(limit, "on every page, again and again", "every row once", _again_and_again),
        Cell(limit, "for ever", "RateLimitError within the deadline", _for_ever),
        Cell(limit, "and then silence", "an error within the deadline", _silence),
    ]


def _echoes(status: int, body: bool = True) -> Reply:
    """An answer that shows the key wherever it can."""

    def reply(peer: Peer, asked: Asked) -> None:
        key = asked.headers["x-api-key"].encode()
        said = b'{"code": "%b", "message": "key %b", "errors": [{"location": "%b", "message": "%b"}]}' % ((key,) * 4)
        headers = {b"X-Request-Id": key, b"Location": b"https://elsewhere.test/?key=" + key}
        peer.send(raw_answer(status, said if body else b"", reason=b"Key " + key, headers=headers if body else {}))

    return reply


def _expected(status: int) -> type[BeyondWordsError]:
    if status < 300:
        return ResponseDecodeError
    return _OWN_CLASS.get(status, InternalServerError if status >= 500 else APIStatusError)


def _every_status(scene: Scene, body: bool = True) -> str:
    server = scene.open(ListServer(25))
    client = scene.client(server.base_url)
    statuses = [*range(200, 600), 600, 700, 999]
    for status in statuses:
        server.replies[0] = [_echoes(status, body and status not in _BODILESS)]
        error = scene.error(lambda: scene.page(client), _expected(status))
        check(error.status_code == status, f"{status} became {error.status_code}")
    scene.same(scene.page(client), range(10))
    return f"{len(statuses)} statuses, each its own error"


def _every_status_bare(scene: Scene) -> str:
    return _every_status(scene, body=False)


def _every_interim(scene: Scene) -> str:
    server = scene.open(ListServer(25))
    client = scene.client(server.base_url)
    for status in range(100, 200):
        server.replies[0] = [sends(b"HTTP/1.1 %d Whatever\r\n\r\n" % status, then="close")]
        scene.error(lambda: scene.page(client), APIConnectionError, APIStatusError)
    scene.same(scene.page(client), range(10))
    return "100 statuses, each an error"


def _tried_again(scene: Scene) -> str:
    again = set()
    server = scene.open(ListServer(25))
    for status in range(300, 600):
        if status in _BODILESS:
            continue
        server.asked.clear()
        server.replies[0] = [refuse(status, Retry_After="0.001")]
        client = scene.client(server.base_url, max_attempts=2)
        try:
            scene.page(client)
        except APIStatusError as error:
            check(len(server.asked) == error.attempts == 1, f"{len(server.asked)} requests after a {status}")
        else:
            check(len(server.asked) == 2, f"{len(server.asked)} requests after a {status}")
            again.add(status)
        scene.close(client)
    check(again == _TRIED_AGAIN, f"tried again: {sorted(again)}")
    return f"{len(again)} statuses, no others"


def _redirect(status: int) -> Callable[[Scene], str]:
    def run(scene: Scene) -> str:
        elsewhere = scene.open(ListServer(25, default=5))
        for prefetch in PREFETCHES:
            server = scene.open(ListServer(25, default=5))
            target = elsewhere.base_url.replace("127.0.0.1", "localhost") + "/background_tracks"
            server.replies[10] = [refuse(status, Location=target)]
            iterator = scene.side.iterate(scene.client(server.base_url).background_tracks.list(prefetch=prefetch))
            rows = scene.take(iterator, 10)
            error = scene.error(lambda: scene.side.next(iterator), APIStatusError)  # noqa: B023
            check("redirected to http://localhost:" in str(error), str(error))
            scene.same(rows + scene.rest(iterator), range(25))
        check(elsewhere.asked == [], "the target was asked")
        return "APIStatusError that names the origin, then the rest, 25 rows once"

    return run


def _date(seconds: float) -> str:
    return format_datetime(datetime.now(UTC) + timedelta(seconds=seconds), usegmt=True)


def _limited(retry_after: str | None) -> Reply:
    return refuse(429) if retry_after is None else refuse(429, Retry_After=retry_after)


def _waits(retry_after: Callable[[], str | None], least: float) -> Callable[[Scene], str]:
    def run(scene: Scene) -> str:
        for prefetch in PREFETCHES:
            server = scene.open(ListServer(25, default=5))
            # A date is made when the page is asked for.
            server.replies[10] = [lambda peer, asked: _limited(retry_after())(peer, asked)]
            client = scene.client(server.base_url, max_attempts=2, deadline=6.0)
            started = time.monotonic()
            scene.same(scene.rest(client.background_tracks.list(prefetch=prefetch)), range(25))
            took = time.monotonic() - started
            check(least <= took <= least + 2 + TOLERANCE, f"it took {took:.2f} s")
        return "waited for, 25 rows once"

    return run


def _a_day(scene: Scene) -> str:
    for prefetch in PREFETCHES:
        server = scene.open(ListServer(25, default=5))
        server.replies[10] = [_limited(str(_DAY)), _limited(_date(_DAY))]
        client = scene.client(server.base_url, max_attempts=3)
        iterator = scene.side.iterate(client.background_tracks.list(prefetch=prefetch))
        rows = scene.take(iterator, 10)
        for _ in range(2):
            error = scene.error(lambda: scene.side.next(iterator), RateLimitError, within=0.0)  # noqa: B023
            check(_DAY - 5 <= (error.retry_after or 0) <= _DAY, f"retry_after is {error.retry_after}")
            check(error.resume_offset == 10, f"resume_offset is {error.resume_offset}")
        scene.same(rows + scene.rest(iterator), range(25))
    return "RateLimitError at once, then the rest, 25 rows once"


def _again_and_again(scene: Scene) -> str:
    for prefetch in PREFETCHES:
        server = scene.open(ListServer(25, default=5))
        for offset in range(0, 25, 5):
            server.replies[offset] = [_limited("0.05"), _limited("0.05")]
        client = scene.client(server.base_url, max_attempts=3)
        scene.same(scene.rest(client.background_tracks.list(prefetch=prefetch)), range(25))
    return "25 rows once"


def _for_ever(scene: Scene) -> str:
    for prefetch in PREFETCHES:
        server = scene.open(ListServer(25, default=5))
        for offset in range(10, 25, 5):
            server.replies[offset] = [_limited("0.1")] * 500
        client = scene.client(server.base_url, max_attempts=100, deadline=0.7)
        iterator = scene.side.iterate(client.background_tracks.list(prefetch=prefetch))
        rows = scene.take(iterator, 10)
        error = scene.error(lambda: scene.side.next(iterator), RateLimitError, within=0.7)  # noqa: B023
        check(error.resume_offset == 10, f"resume_offset is {error.resume_offset}")
        server.replies.clear()
        # The pages that were refused beside it may still be told.
        scene.same(rows + _patiently(scene, iterator), range(25))
    return "RateLimitError, then the rest, 25 rows once"


def _patiently(scene: Scene, iterator: object) -> list[object]:
    """All that follows, errors set aside."""
    rows: list[object] = []
    for _ in range(100):
        try:
            return rows + scene.rest(iterator)
        except RateLimitError:
            continue
    return rows


def _silence(scene: Scene) -> str:
    for prefetch in PREFETCHES:
        server = scene.open(ListServer(25, default=5))
        server.replies[10] = [_limited("0.4"), sends(then="hold")]
        client = scene.client(server.base_url, max_attempts=2, deadline=0.8, timeout=5.0)
        iterator = scene.side.iterate(client.background_tracks.list(prefetch=prefetch))
        rows = scene.take(iterator, 10)
        error = scene.error(lambda: scene.side.next(iterator), APITimeoutError, within=0.8)  # noqa: B023
        check(error.resume_offset == 10, f"resume_offset is {error.resume_offset}")
        scene.same(rows + scene.rest(iterator), range(25))
    return f"{type(error).__name__}, then the rest, 25 rows once"
