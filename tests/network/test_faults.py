"""What a server does, and what the user meets: one table of faults, and one of what is odd and does no harm."""

from __future__ import annotations

import asyncio
import contextlib
import gzip
import json
import re
import socket
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from beyondwords import BeyondWords, errors
from beyondwords._sync import deadline
from tests.fake_server import (
    CHUNKED,
    OK,
    FakeServer,
    Peer,
    Reply,
    drips,
    floods,
    hangs,
    page_bytes,
    responds,
    response_bytes,
    sends,
)
from tests.sides import KEY, Side, ends, error_of, ids, printed_by

ROWS, PAGE_SIZE, FAULTY = 25, 5, 10
PAGE = page_bytes(range(10, 15), total=25, offset=10)
HEAD = PAGE[: PAGE.index(b"\r\n\r\n") + 4]
BODY = PAGE[len(HEAD) :]
EARLY_HINTS = b"HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n"
DEPTH = 100_000


@dataclass(frozen=True)
class Fault:
    """What a server does in place of a page, and which error that is."""

    reply: Reply
    kind: type[errors.BeyondWordsError]
    retried: bool = False
    options: dict[str, Any] = field(default_factory=dict)
    said: str = ""
    megabytes: int = 40
    """Of memory, at most."""


def unreadable(body: bytes, **headers: Any) -> Fault:
    return Fault(responds(200, body, **headers), errors.ResponseDecodeError)


def broken(*pieces: bytes, then: str = "close") -> Fault:
    return Fault(sends(*pieces, then=then), errors.APIConnectionError, retried=True)


MEGABYTE = 1024 * 1024
LIMIT = {"max_response_bytes": 4 * MEGABYTE}


def large(reply: Reply, megabytes: int = 40) -> Fault:
    return Fault(reply, errors.ResponseDecodeError, False, LIMIT, f"max_response_bytes ({4 * MEGABYTE})", megabytes)


def gzip_bomb() -> bytes:
    """200 MB of spaces in some 200 KB, without an end."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    first, again = (packer.compress(b" " * MEGABYTE) + packer.flush(zlib.Z_FULL_FLUSH) for _ in range(2))
    return first + again * 199


FAULTS = {
    # Bodies
    "empty": unreadable(b""),
    "invalid JSON": unreadable(b'[{"id": 1,}]'),
    "two JSONs": unreadable(BODY * 2),
    "HTML": unreadable(b"<!doctype html><title>Maintenance</title>", Content_Type="text/html"),
    "lists in lists": unreadable(b"[" * DEPTH + b"]" * DEPTH),
    "objects in objects": unreadable(b'[{"media":' * DEPTH + b"1" + b"}]" * DEPTH),
    "a number of 5,000 digits": unreadable(b'[{"id": ' + b"9" * 5_000 + b"}]"),
    "not the charset it says": unreadable(b'[{"name": "caf\xe9"}]', Content_Type="application/json; charset=utf-8"),
    "bytes of nonsense": unreadable(bytes(range(256)) * 4),
    "gzip twice": unreadable(gzip.compress(gzip.compress(BODY)), Content_Encoding="gzip, gzip"),
    "gzip that is none": unreadable(BODY, Content_Encoding="gzip"),
    "gzip that is broken": unreadable(gzip.compress(BODY)[:-20] + b"x" * 12, Content_Encoding="gzip"),
    # Connections: nothing that a client could make sense of
    "reset before the headers": broken(then="reset"),
    "reset in the headers": broken(HEAD[:40], then="reset"),
    "reset in the body": broken(PAGE[:-20], then="reset"),
    "closed without a response": broken(),
    "closed in the headers": broken(HEAD[:40]),
    "truncated body": broken(PAGE[:-20]),
    "truncated chunk": broken(CHUNKED, b'9\r\n[{"id'),
    "no last chunk": broken(CHUNKED, b"2\r\n[]\r\n"),
    "a chunk of nonsense": broken(CHUNKED, b"zz\r\nnonsense\r\n"),
    "not HTTP": broken(b"SSH-2.0-OpenSSH_9.6\r\n\r\n"),
    "TLS": broken(b"\x16\x03\x01\x02\x00\x01\x00\x01"),
    "HTTP/2 without being asked": broken(b"\x00\x00\x12\x04\x00\x00\x00\x00\x00"),
    "an interim status and no more": broken(EARLY_HINTS),
    "a status line of nonsense": broken(b"HTTP/1.1 OK 200\r\n\r\n"),
    "a status of five digits": broken(b"HTTP/1.1 20000 OK\r\n\r\n"),
    "a header of nonsense": broken(OK, b"X Y\x00: z\r\n\r\n"),
    "Content-Length of nonsense": broken(OK, b"Content-Length: many\r\n\r\n[]"),
    "contradictory Content-Length": broken(OK, b"Content-Length: 2\r\nContent-Length: 9\r\n\r\n[]"),
    "headers without end": Fault(floods(OK, b"X: y\r\n" * 500), errors.APIConnectionError, retried=True),
    # Large bodies take bounded memory
    "100 MB": large(sends(OK + b"Content-Length: %d\r\n\r\n" % (100 * MEGABYTE), *[b" " * MEGABYTE] * 100)),
    "without end": large(floods(CHUNKED, b"10000\r\n" + b" " * 0x10000 + b"\r\n")),
    "a gzip bomb": large(responds(200, gzip_bomb(), Content_Encoding="gzip"), megabytes=190),
    "a gzip bomb as an error": Fault(
        responds(403, gzip_bomb(), Content_Encoding="gzip"), errors.PermissionDeniedError, megabytes=190
    ),
    # And other errors
    "a step takes too long": Fault(sends(HEAD, then="hold"), errors.APITimeoutError, True, {"timeout": 0.2}),
    "never ends": Fault(drips(HEAD, BODY), errors.APITimeoutError, False, {"deadline": 0.3, "timeout": 30.0}),
    "refused": Fault(responds(403), errors.PermissionDeniedError),
    "redirected": Fault(responds(307, b"", Location="/v1/x"), errors.APIStatusError),
    "busy": Fault(responds(503, Retry_After="0.01"), errors.InternalServerError, retried=True),
}


@contextlib.contextmanager
def takes_at_most(megabytes: int) -> Iterator[None]:
    """The most memory that this process ever had does not grow by more, where the system tells it."""
    status = Path("/proc/self/status")

    def peak() -> int:
        lines = status.read_text().splitlines() if status.exists() else []
        return next((int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM")), 0)

    before = peak()
    yield
    assert peak() - before < megabytes


def read_around(side: Side, fault: Fault) -> None:
    """A list whose third page is faulty: the error comes there, again and again, and then the rest."""
    with FakeServer(rows=ROWS, page_size=PAGE_SIZE) as server:
        server.at[FAULTY] = [fault.reply] * 9
        client = side.client(base_url=server.base_url, **{"deadline": 5.0, "timeout": 5.0, **fault.options})
        # It fails ahead first, then when its turn comes.
        iterator = side.iterate(client.background_tracks.list(prefetch=3))
        rows = ids(side.take(iterator, FAULTY))
        for _ in range(2):
            error = error_of(side, iterator, fault.kind)
            assert error.resume_offset == iterator.resume_offset == FAULTY
            assert fault.said in str(error)
        server.at.clear()
        assert rows + ids(side.all(iterator)) == list(range(ROWS))
        with ends():
            side.close(client)


def assert_sent(side: Side, method: str, fault: Fault, times: int, *, kept: bool = False) -> None:
    """How often a request is sent whose first response is faulty, where two attempts are allowed."""
    with FakeServer(*[responds()] * kept, fault.reply, responds(200, b'[{"id": 1}]')) as server:
        client = side.client(base_url=server.base_url, max_attempts=2, **fault.options)
        if kept:
            # What follows goes out on the same connection.
            side.page(client)
        with pytest.raises(errors.BeyondWordsError) if times == 1 else contextlib.nullcontext():
            side.page(client) if method == "GET" else side.request(client, method, "/x", json={})
        assert [request.method for request in server.requests] == ["GET"] * kept + [method] * times


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_one_error_and_the_list_goes_on_after_it(side: Side, waits: list[float], name: str) -> None:
    fault = FAULTS[name]
    with takes_at_most(fault.megabytes):
        read_around(side, fault)
        assert_sent(side, "GET", fault, 2 if fault.retried else 1)
    if fault.retried:
        # It may have arrived, so it is not sent twice.
        assert_sent(side, "POST", fault, 1)
        assert_sent(side, "POST", fault, 1, kept=True)


@pytest.mark.parametrize(("what", "prefetch"), [("rows", 1), ("rows", 3), ("pages", 1)])
def test_errors_on_every_page_lose_and_double_nothing(side: Side, what: str, prefetch: int) -> None:
    faults = [responds(500), sends(b"junk", then="close"), responds(200, b"{}"), responds(429), sends(then="reset")]
    with FakeServer(rows=ROWS, page_size=PAGE_SIZE) as server:
        server.at.update({number * PAGE_SIZE: [fault] for number, fault in enumerate(faults)})
        pager = side.client(base_url=server.base_url).background_tracks.list(prefetch=prefetch)
        iterator = side.iterate(pager if what == "rows" else pager.pages())
        rows: list[int] = []
        for _ in range(100):
            with contextlib.suppress(errors.BeyondWordsError, side.stop):
                found = side.next(iterator)
                rows += ids([found] if what == "rows" else found)
            assert iterator.resume_offset == len(rows)
        assert rows == list(range(ROWS))


# Odd, and harmless


def odd(
    *lines: str,
    size: Callable[[int, int], int] = lambda offset, limit: limit,
    encode: Callable[[str], bytes] = str.encode,
    before: bytes = b"",
    then: str = "nothing",
    **headers: Any,
) -> Reply:
    """A list of 25 rows.

    Args:
        lines: Headers of pagination, for one page after another.
        size: How many rows come, by offset and limit.
        encode: How the body is written.
        before: What comes before each response.
        then: What comes after each response.
        headers: Of each response.
    """

    def reply(peer: Peer) -> None:
        offset, limit = peer.request.offset, int(peer.request.query("pagination[limit]") or PAGE_SIZE)
        rows = [{"id": row, "name": f"café {row}"} for row in range(offset, min(offset + size(offset, limit), ROWS))]
        body = encode(json.dumps(rows, ensure_ascii=False))
        said = lines[offset // PAGE_SIZE % len(lines)].format(offset=offset) if lines else ""
        pagination = b"".join(b"X-Pagination-%b\r\n" % line.encode() for line in said.split("; ") if line)
        first, _, rest = response_bytes(200, body, **headers).partition(b"\r\n")
        sends(before + first + b"\r\n" + pagination + rest, then=then)(peer)

    return reply


HARMLESS = {
    # Whatever the headers say, the rows alone tell the truth.
    "only a total": odd("Total-Count: 25"),
    "repeated, contradictory": odd("Total-Count: 5; Total-Count: 25"),
    "not numbers": odd("Total-Count: many; OffSet: first; Limit: all"),
    "empty": odd("Total-Count: ; OffSet: ; Limit: "),
    "negative": odd("Total-Count: -25; OffSet: -5; Limit: -1"),
    "thousands of digits": odd("Total-Count: {0}; OffSet: {0}; Limit: {0}".replace("{0}", "9" * 4000)),
    "digits of other scripts": odd("Total-Count: \N{ARABIC-INDIC DIGIT FIVE}"),
    "a total below the rows": odd("Total-Count: 3"),
    "a total of zero": odd("Total-Count: 0"),
    "a limit of nonsense": odd("Total-Count: 25; Limit: 1000000"),
    "in upper case": odd("TOTAL-COUNT: 25; OFFSET: {offset}"),
    # Bodies
    "an unknown charset": odd(Content_Type="application/json; charset=klingon"),
    "a Content-Type of HTML": odd(Content_Type="text/html"),
    "UTF-16": odd(encode=lambda body: body.encode("utf-16"), Content_Type="application/json; charset=utf-16"),
    "a byte order mark": odd(encode=lambda body: body.encode("utf-8-sig")),
    "much white space": odd(encode=lambda body: b" " * 10_000 + body.encode() + b"\n" * 10_000),
    "nulls": odd(encode=lambda body: body.replace("}", ', "media": null, "name": null}').encode()),
    "half a surrogate": odd(encode=lambda body: body.replace("café", "\\ud800").encode()),
    "gzip": odd(encode=lambda body: gzip.compress(body.encode()), Content_Encoding="gzip"),
    # An encoding that httpx ignores is ignored; of several, those that it knows are undone.
    **{
        f"Content-Encoding {name!r}": odd(Content_Encoding=name)
        for name in ("UTF-8", "utf8", "none", "binary", "aws-chunked", "identity", "", "x, y")
    },
    "gzip and UTF-8": odd(encode=lambda body: gzip.compress(body.encode()), Content_Encoding="utf-8, gzip"),
    "deflate": odd(encode=lambda body: zlib.compress(body.encode()), Content_Encoding="deflate"),
    # Connections
    "interim responses": odd(before=EARLY_HINTS * 3),
    "closed after each response": odd(then="close"),
    # Sizes of pages, where the headers say nothing, all, or something now and then
    **{
        f"{size} a page, {said}": odd(*lines, size=rows)
        for (size, rows), (said, lines) in product(
            {
                "as many as asked for": lambda offset, limit: limit,
                "at most four": lambda offset, limit: min(limit, 4),
                "one": lambda offset, limit: 1,
                "sometimes two": lambda offset, limit: 2 if offset >= limit else limit,
                "always seven": lambda offset, limit: 7,
            }.items(),
            {
                "no headers": [],
                "repeated headers": ["Total-Count: 25; OffSet: {offset}; Total-Count: 25; OffSet: {offset}"],
                "a total now and then": ["", "Total-Count: 25"],
            }.items(),
        )
    },
}


@pytest.mark.parametrize("name", HARMLESS)
def test_what_is_odd_and_does_no_harm(side: Side, waits: list[float], name: str) -> None:
    with FakeServer(HARMLESS[name]) as server:
        # The next request may be on its way before a close is seen: that takes a second attempt.
        client = side.client(base_url=server.base_url, max_attempts=2)
        for limit, prefetch in product((None, 3, 100) if "a page" in name else (None,), (1, 3)):
            rows = ids(side.all(client.background_tracks.list(limit=limit, prefetch=prefetch)))
            assert rows == list(range(ROWS)), f"{limit=}, {prefetch=}"


# The deadline


def _gzip_head() -> bytes:
    packed = zlib.compressobj(wbits=31)
    return OK + b"Content-Encoding: gzip\r\n\r\n" + packed.compress(b"") + packed.flush(zlib.Z_SYNC_FLUSH)


# A block of a gzip stream that unfolds to nothing.
EMPTY_BLOCK = b"\x00\x00\x00\xff\xff"
# No single step takes long, or none would be given up.
ENDLESS: dict[str, Reply] = {
    "headers never come": sends(then="hold"),
    "headers stall": sends(HEAD[:40], then="hold"),
    "body never comes": sends(HEAD, then="hold"),
    "body stalls": sends(PAGE[:-20], then="hold"),
    "headers drip": drips(b"", HEAD * 5),
    "body drips": drips(HEAD, BODY),
    "chunks drip": drips(CHUNKED, b"1\r\n[\r\n" * 20),
    "gzip of nothing drips": drips(_gzip_head(), EMPTY_BLOCK * 200),
    "gzip of nothing floods": floods(_gzip_head(), EMPTY_BLOCK * 1000),
    "interim responses without end": floods(b"", EARLY_HINTS * 50),
}


@pytest.mark.parametrize("name", ENDLESS)
def test_the_deadline_ends_whatever_the_server_does(side: Side, name: str) -> None:
    with FakeServer(ENDLESS[name]) as server:
        client = side.client(base_url=server.base_url, deadline=0.25, timeout=30, max_attempts=3)
        error = error_of(side, side.iterate(client.background_tracks.list()), errors.APITimeoutError)
    assert "within the deadline of 0.25 s" in str(error)
    assert error.may_have_arrived


def test_without_the_private_names_the_deadline_still_ends_a_body(monkeypatch: pytest.MonkeyPatch) -> None:
    bound = deadline.limit_by_deadline
    monkeypatch.setattr(deadline, "limit_by_deadline", lambda _, closed: bound(object(), closed))  # type: ignore[arg-type]
    with FakeServer(drips(CHUNKED, b"1\r\n \r\n" * 2000)) as server, ends():
        client = BeyondWords(KEY, base_url=server.base_url, timeout=5, deadline=0.4, max_attempts=1)
        with client, pytest.raises(errors.APITimeoutError, match="within the deadline"):
            client.background_tracks.list().page()


NOT_FOUND = b"HTTP/1.1 404 Not Found\r\n"


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (drips(NOT_FOUND + b"Content-Length: 9999\r\n\r\n", b"x" * 9999), ""),
        (
            sends(NOT_FOUND, CHUNKED[len(OK) :], b'1c\r\n{"message": "no such track"}\r\n', then="close"),
            ": no such track",
        ),
        (sends(NOT_FOUND, b'Content-Length: 99\r\n\r\n{"message": "no such track"}', then="hold"), ": no such track"),
    ],
    ids=["slow", "cut off", "held at the end"],
)
def test_the_body_of_an_error_does_not_hide_it(side: Side, reply: Reply, said: str) -> None:
    with (
        FakeServer(reply) as server,
        ends(),
        pytest.raises(errors.APIStatusError, match=f"404 GET /background_tracks{said}"),
    ):
        side.page(side.client(base_url=server.base_url, deadline=0.3, timeout=30))


@contextlib.contextmanager
def deaf(addresses: list[str]) -> Iterator[int]:
    """The port at which these addresses let a connecting client wait."""
    port = 0
    with contextlib.ExitStack() as held:
        for address in addresses:
            listener = held.enter_context(socket.socket())
            listener.bind((address, port))
            port = listener.getsockname()[1]
            listener.listen(0)
            # Nobody accepts them, so no further one is let in.
            for _ in range(3):
                waiting = held.enter_context(socket.socket())
                waiting.setblocking(False)
                waiting.connect_ex((address, port))
        yield port


@pytest.mark.parametrize("addresses", [1, 20])
def test_a_deadline_that_passes_while_connecting_is_known_not_to_have_arrived(
    side: Side, monkeypatch: pytest.MonkeyPatch, addresses: int
) -> None:
    """All addresses of a name share it."""
    resolve, names = socket.getaddrinfo, [f"127.0.0.{number}" for number in range(2, 2 + addresses)]

    def resolved(host: Any, *arguments: Any, **named: Any) -> Any:
        if host not in ("localhost", b"localhost"):
            return resolve(host, *arguments, **named)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (name, port)) for name in names]

    with deaf(names) as port:
        monkeypatch.setattr(socket, "getaddrinfo", resolved)
        client = side.client(base_url=f"http://localhost:{port}", deadline=1, timeout=30, max_attempts=3)
        with ends(3), pytest.raises(errors.APITimeoutError) as caught:
            side.request(client, "DELETE", "/x")
        assert caught.value.may_have_arrived is False


def test_the_deadline_holds_while_a_body_is_sent(side: Side) -> None:
    stopped = threading.Event()

    def reads_slowly() -> None:
        connection, _ = listener.accept()
        with connection:
            while not stopped.wait(0.0005) and connection.recv(65536):
                pass

    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 8192)
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        reader = threading.Thread(target=reads_slowly)
        reader.start()
        client = side.client(base_url=f"http://127.0.0.1:{listener.getsockname()[1]}", deadline=0.3, timeout=30)
        with ends(3), pytest.raises(errors.APITimeoutError):
            side.request(client, "PUT", "/x", content=b"x" * 60_000_000)
        stopped.set()
        reader.join()


def test_the_deadline_holds_for_the_function_that_gives_the_key(side: Side) -> None:
    def slow() -> str:
        time.sleep(0.3)
        return KEY

    def asks_another() -> str:
        other.background_tracks.list().page()
        return KEY

    longer = r"api_key function took longer than the deadline of 0\.2 s"
    functions: list[tuple[Any, str]] = [(slow, longer)]
    if side.name == "async":
        functions.append((lambda: asyncio.sleep(30, KEY), longer))
    else:
        functions.append((asks_another, "no response from .* in time"))
    with (
        FakeServer(responds()) as server,
        FakeServer(hangs) as vault,
        BeyondWords(KEY, base_url=vault.base_url, deadline=20, max_attempts=1) as other,
    ):
        for api_key, said in functions:
            client = side.client(base_url=server.base_url, api_key=api_key, deadline=0.2)
            with ends(), pytest.raises(errors.APITimeoutError, match=said):
                side.request(client, "POST", "/x", json={})
        assert server.requests == []


# Values that are not as declared

WARNINGS = """
import asyncio, logging, sys
from beyondwords import AsyncBeyondWords, BeyondWords

logging.basicConfig(format="%(levelname)s %(message)s", stream=sys.stdout)

async def main():
    async with AsyncBeyondWords("key", base_url=sys.argv[1]) as bw:
        await bw.background_tracks.list().page()

with BeyondWords("key", base_url=sys.argv[1]) as bw:
    bw.background_tracks.list().page()
    bw.with_options(timeout=5).background_tracks.list().page()
asyncio.run(main())
asyncio.run(main())
"""


def test_one_warning_names_operation_and_property() -> None:
    rows = [{"id": 1, "project": None}, *[{"project": 5, "media": "soon"}] * 3, {"media": None}]
    with FakeServer(responds(200, json.dumps(rows).encode())) as server:
        one, other = sorted(printed_by(WARNINGS, server.base_url).splitlines())
    assert re.match(r"WARNING .*GET /background_tracks.*media", one)
    assert re.match(r"WARNING .*GET /background_tracks.*project", other)
