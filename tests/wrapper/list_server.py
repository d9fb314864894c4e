"""A list on real loopback sockets: it counts the requests that are under way at once, and can be held up."""

from __future__ import annotations

import contextlib
import json
import socket
import ssl
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self
from urllib.parse import parse_qs, urlsplit

from tests.wrapper.faulty_servers import Peer, Received, raw_answer

# No request is held up longer than this, whatever the client does.
PATIENCE = 10.0


@dataclass
class Asked:
    """A request for a page."""

    offset: int
    limit: int
    headers: Mapping[str, str]
    """Names in lower case."""


Reply = Callable[[Peer, Asked], None]


@dataclass
class ListServer:
    """So many rows, with ids from 0 upward counted as positions.

    What `replies` has for an offset is used up first, one reply a request.
    """

    count: int
    default: int = 10
    most: int = 100
    tell_total: bool = True
    slowness: float = 0.0
    """Seconds that every answer takes."""
    tls: ssl.SSLContext | None = None
    replies: dict[int, list[Reply]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        self.asked: list[Asked] = []
        self.connections = 0
        """Those that are open now."""
        self.under_way = 0
        """Requests that are not answered yet, and whose client still waits."""
        self.most_at_once = 0
        self.answered: list[int] = []
        """The offsets that were answered with rows, in that order."""
        self._stopped = threading.Event()
        self._changed = threading.Condition()
        self._open: set[socket.socket] = set()

    @property
    def base_url(self) -> str:
        host, port = self._listener.getsockname()
        return f"{'https' if self.tls else 'http'}://{host}:{port}/v1"

    @property
    def offsets(self) -> list[int]:
        """What was asked for, in the order of arrival."""
        return [asked.offset for asked in self.asked]

    @property
    def repeated(self) -> dict[int, int]:
        """The offsets that were asked for more than once, and how often."""
        return {offset: times for offset, times in Counter(self.offsets).items() if times > 1}

    def wait_until(self, condition: Callable[[], bool], patience: float = PATIENCE) -> bool:
        """Wait until something that this server counts is so; whether it came to that."""
        with self._changed:
            return self._changed.wait_for(condition, patience)

    def __enter__(self) -> Self:
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=256)
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stopped.set()
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        with self._changed:
            for connection in self._open:
                with contextlib.suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = self._listener.accept()
                # Longer than anybody waits for its end.
                connection.settimeout(3 * PATIENCE)
                threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, raw: socket.socket) -> None:
        connection = raw
        if self.tls is not None:
            # The handshake comes with the first read.
            connection = self.tls.wrap_socket(raw, server_side=True, do_handshake_on_connect=False)
        with self._changed:
            self._open.add(connection)
            self.connections += 1
            self._changed.notify_all()
        with contextlib.suppress(OSError, ValueError), connection:
            peer = Peer(connection, self._stopped)
            while connection.fileno() >= 0 and (request := peer.read_request()) is not None:
                self._answer(peer, asked_for(request, self.default))
        with self._changed:
            self._open.discard(connection)
            self.connections -= 1
            self._changed.notify_all()

    def _answer(self, peer: Peer, asked: Asked) -> None:
        with self._changed:
            self.asked.append(asked)
            self.under_way += 1
            self.most_at_once = max(self.most_at_once, self.under_way)
            replies = self.replies.get(asked.offset)
            reply = replies.pop(0) if replies else self.rows
            self._changed.notify_all()
        try:
            time.sleep(self.slowness)
            reply(peer, asked)
        finally:
            with self._changed:
                self.under_way -= 1
                self._changed.notify_all()

    def rows(self, peer: Peer, asked: Asked) -> None:
        """The page as it should be."""
        self.some_rows(min(asked.limit, self.most))(peer, asked)

    def some_rows(self, most: int) -> Reply:
        """A page of at most so many rows."""

        def reply(peer: Peer, asked: Asked) -> None:
            rows = range(asked.offset, min(asked.offset + most, self.count))
            with self._changed:
                self.answered.append(asked.offset)
                self._changed.notify_all()
            peer.send(page_bytes(rows, total=self.count if self.tell_total else None, offset=asked.offset))

        return reply

    def after(self, condition: Callable[[], bool]) -> Reply:
        """The page as it should be, once that is so."""

        def reply(peer: Peer, asked: Asked) -> None:
            self.wait_until(condition)
            self.rows(peer, asked)

        return reply


def hold(peer: Peer, asked: Asked) -> None:
    """No answer; it ends when the client hangs up."""
    peer.socket.recv(1)
    peer.socket.close()


def refuse(status: int, **headers: str) -> Reply:
    """An error answer; the headers are given with underscores."""
    lines = {name.replace("_", "-").encode(): value.encode() for name, value in headers.items()}

    def reply(peer: Peer, asked: Asked) -> None:
        peer.send(raw_answer(status, b'{"message": "no"}', headers=lines))

    return reply


def page_bytes(rows: range, *, total: int | None = None, offset: int | None = None) -> bytes:
    """A whole answer with tracks of these ids."""
    body = json.dumps([{"id": row, "name": f"track {row}"} for row in rows]).encode()
    numbers = {b"X-Pagination-Total-Count": total, b"X-Pagination-OffSet": offset}
    headers = {name: b"%d" % number for name, number in numbers.items() if number is not None}
    return raw_answer(200, body, headers=headers)


def asked_for(request: Received, default: int) -> Asked:
    query = parse_qs(urlsplit(request.target).query)
    offset = query.get("pagination[offset]", ["0"])[0]
    limit = query.get("pagination[limit]", [str(default)])[0]
    return Asked(int(offset), int(limit), request.headers)
