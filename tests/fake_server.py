"""A server on a real loopback socket that does what a test tells it, down to the single byte."""

from __future__ import annotations

import contextlib
import json
import socket
import ssl
import struct
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from http.client import parse_headers
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit

# Nothing waits longer than this, whatever the client does.
PATIENCE = 10.0
THREADS = "fake server"
OK = b"HTTP/1.1 200 OK\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"


@dataclass(frozen=True)
class Request:
    """A request as it came over the wire."""

    method: str
    target: str
    headers: Mapping[str, str]
    """Names in lower case."""
    body: bytes

    def query(self, name: str) -> str | None:
        """The first value of a query parameter."""
        return parse_qs(urlsplit(self.target).query).get(name, [None])[0]

    @property
    def offset(self) -> int:
        """The row at which the page begins."""
        return int(self.query("pagination[offset]") or 0)


class Peer:
    """The client at the other end of a connection, and the request that it waits for."""

    request: Request

    def __init__(self, connection: socket.socket, stopped: threading.Event) -> None:
        self.socket = connection
        self.stopped = stopped
        self._file = connection.makefile("rb")

    def read_request(self) -> bool:
        """Read the next request; False when the client hung up."""
        first = self._file.readline().decode("latin-1").split(" ")
        if len(first) < 3:
            return False
        lines = parse_headers(self._file)
        headers = {name.lower(): ", ".join(lines.get_all(name, [])) for name in lines}
        body = self._file.read(int(headers.get("content-length", 0)))
        self.request = Request(first[0], first[1], headers, body)
        return True

    def send(self, data: bytes) -> None:
        self.socket.sendall(data)

    def hold(self) -> None:
        """Send nothing more; ends when the client hangs up."""
        self._file.read(1)
        self.close()

    def close(self) -> None:
        self._file.close()
        self.socket.close()

    def reset(self) -> None:
        """Break the connection instead of closing it in order."""
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close()


Reply = Callable[[Peer], None]


class FakeServer:
    """Replies to requests as scripted, or with the pages of a list of tracks.

    Args:
        script: What the first requests get, one after another; without `rows`, the last one repeats.
        rows: How many tracks the list has, with ids from 0 upward; what comes after the script.
        page_size: Rows a page where no limit is asked for.
        tls: Speak https.
    """

    def __init__(
        self,
        *script: Reply,
        rows: int | None = None,
        page_size: int = 10,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self.rows = rows
        self.page_size = page_size
        self.most = 100
        """Rows a page, whatever limit is asked for."""
        self.tell_total = True
        """Whether the pages have a total."""
        self.latency = 0.0
        """Seconds before each reply."""
        self.at: dict[int, list[Reply]] = defaultdict(list)
        """What requests for a page at an offset get first."""
        self.requests: list[Request] = []
        self.answered: list[int] = []
        """The offsets of the pages that were sent, in that order."""
        self.connections_made = 0
        self.in_flight = 0
        """Requests without a complete response whose client still waits."""
        self.most_in_flight = 0
        self._script = list(script)
        self._tls = tls
        self._stopped = threading.Event()
        self._changed = threading.Condition()
        self._open: set[socket.socket] = set()

    @property
    def connections_open(self) -> int:
        return len(self._open)

    @property
    def offsets(self) -> list[int]:
        """The offset of each request, in the order of arrival."""
        return [request.offset for request in self.requests]

    def wait_until(self, condition: Callable[[], bool], patience: float = PATIENCE) -> bool:
        """Wait until something that this server counts is so; whether it came to that."""
        with self._changed:
            return self._changed.wait_for(condition, patience)

    def __enter__(self) -> Self:
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=256)
        self.port: int = self._listener.getsockname()[1]
        self.origin = f"{'https' if self._tls else 'http'}://127.0.0.1:{self.port}"
        self.base_url = f"{self.origin}/v1"
        threading.Thread(target=self._accept, name=THREADS, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopped.set()
        # A blocked accept() does not notice that its socket is closed.
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self.hang_up()

    def hang_up(self) -> None:
        """End every connection, whoever waits for something."""
        with self._changed:
            for connection in self._open:
                with contextlib.suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = self._listener.accept()
                connection.settimeout(3 * PATIENCE)
                threading.Thread(target=self._serve, args=(connection,), name=THREADS, daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        if self._tls is not None:
            # The handshake comes with the first read.
            connection = self._tls.wrap_socket(connection, server_side=True, do_handshake_on_connect=False)
        with self._changed:
            self._open.add(connection)
            self.connections_made += 1
        # A client that hangs up is what many of these tests are about.
        with contextlib.suppress(OSError, ValueError), contextlib.closing(Peer(connection, self._stopped)) as peer:
            while connection.fileno() >= 0 and peer.read_request():
                self._reply(peer)
        with self._changed:
            self._open.discard(connection)
            self._changed.notify_all()

    def _reply(self, peer: Peer) -> None:
        with self._changed:
            self.requests.append(peer.request)
            self.in_flight += 1
            self.most_in_flight = max(self.most_in_flight, self.in_flight)
            reply = self._next(peer.request)
            self._changed.notify_all()
        try:
            time.sleep(self.latency)
            reply(peer)
        finally:
            with self._changed:
                self.in_flight -= 1
                self._changed.notify_all()

    def _next(self, request: Request) -> Reply:
        for replies in (self.at[request.offset], self._script):
            if replies:
                return replies[0] if self.rows is None and len(replies) == 1 else replies.pop(0)
        return self.page

    def page(self, peer: Peer) -> None:
        """The page as it should be."""
        offset, rows = peer.request.offset, self.rows or 0
        limit = min(int(peer.request.query("pagination[limit]") or self.page_size), self.most)
        with self._changed:
            self.answered.append(offset)
            self._changed.notify_all()
        total = rows if self.tell_total else None
        peer.send(page_bytes(range(offset, min(offset + limit, rows)), total=total, offset=offset))

    def after(self, condition: Callable[[], bool]) -> Reply:
        """The page as it should be, once that is so."""

        def reply(peer: Peer) -> None:
            # It may be about something else than this server, which wakes nobody.
            limit = time.monotonic() + PATIENCE
            while not condition() and time.monotonic() < limit:
                time.sleep(0.01)
            self.page(peer)

        return reply


# Replies


def sends(*pieces: bytes, then: str = "nothing") -> Reply:
    """These bytes; then the connection stays open, or `then` is close, reset or hold."""

    def reply(peer: Peer) -> None:
        for piece in pieces:
            peer.send(piece)
        if then != "nothing":
            getattr(peer, then)()

    return reply


def responds(status: int = 200, body: bytes = b"[]", *, reason: bytes = b"Whatever", **headers: str | bytes) -> Reply:
    """A response; underscores in the names of headers are dashes."""
    return sends(response_bytes(status, body, reason=reason, **headers))


def response_bytes(
    status: int = 200, body: bytes = b"[]", *, reason: bytes = b"Whatever", **headers: str | bytes
) -> bytes:
    """A response as bytes; without a Content-Length among the headers it gets the right one."""
    lines: dict[str, str | bytes] = {"Content_Length": str(len(body)), **headers}
    head = b"".join(
        b"%b: %b\r\n" % (name.replace("_", "-").encode(), value.encode() if isinstance(value, str) else value)
        for name, value in lines.items()
    )
    return b"HTTP/1.1 %d %b\r\n%b\r\n%b" % (status, reason, head, body)


def page_bytes(rows: range, *, total: int | None = None, offset: int | None = None) -> bytes:
    """A page with tracks of these ids."""
    body = json.dumps([{"id": row, "name": f"track {row}"} for row in rows]).encode()
    headers: dict[str, Any] = {"X_Pagination_Total_Count": total, "X_Pagination_OffSet": offset}
    told: dict[str, Any] = {name: str(value) for name, value in headers.items() if value is not None}
    return response_bytes(200, body, **told)


def drips(first: bytes, rest: bytes) -> Reply:
    """The rest comes one byte after the other, never so slowly that a single step takes too long."""

    def reply(peer: Peer) -> None:
        peer.send(first)
        for byte in rest:
            if peer.stopped.wait(0.02):
                return
            peer.send(bytes([byte]))

    return reply


def floods(first: bytes, piece: bytes) -> Reply:
    """The same piece again and again, until the client hangs up."""

    def reply(peer: Peer) -> None:
        peer.send(first)
        while not peer.stopped.is_set():
            peer.send(piece)

    return reply


resets, closes, hangs = sends(then="reset"), sends(then="close"), sends(then="hold")


@contextlib.contextmanager
def refusing() -> Iterator[str]:
    """A base URL on this machine where nothing listens."""
    with socket.socket() as held:
        # Bound and not listening: nobody else can take the port meanwhile.
        held.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{held.getsockname()[1]}/v1"
