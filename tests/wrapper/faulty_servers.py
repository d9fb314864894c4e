"""Servers on real loopback sockets that misbehave as told: each connection runs a script of raw bytes."""

from __future__ import annotations

import contextlib
import socket
import struct
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Self

# No script outlives this, whatever the client does.
_SOCKET_SECONDS = 10.0


@dataclass(frozen=True)
class Received:
    """A request as it came over the wire."""

    method: str
    target: str
    headers: Mapping[str, str]
    """Names in lower case."""
    body: bytes


class Peer:
    """The client at the other end of one connection."""

    def __init__(self, connection: socket.socket, stopped: threading.Event) -> None:
        self.socket = connection
        self._stopped = stopped
        self._buffer = b""

    def read_request(self) -> Received | None:
        """The next request, None when the client hung up."""
        while b"\r\n\r\n" not in self._buffer:
            if not self._more():
                return None
        head, _, self._buffer = self._buffer.partition(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        pairs = (line.partition(":") for line in lines)
        headers: dict[str, str] = {}
        for name, _, value in pairs:
            before = headers.get(name.lower())
            headers[name.lower()] = value.strip() if before is None else f"{before}, {value.strip()}"
        length = int(headers.get("content-length", 0))
        while len(self._buffer) < length and self._more():
            pass
        body, self._buffer = self._buffer[:length], self._buffer[length:]
        method, target, _ = first.split(" ")
        return Received(method, target, headers, body)

    def _more(self) -> bool:
        data = self.socket.recv(65536)
        self._buffer += data
        return bool(data)

    def send(self, data: bytes) -> None:
        self.socket.sendall(data)

    def drip(self, data: bytes, *, pause: float = 0.02) -> None:
        """One byte at a time, until the server stops."""
        for position in range(len(data)):
            if self._stopped.wait(pause):
                return
            self.send(data[position : position + 1])

    def flood(self, data: bytes) -> None:
        """The same again and again, as fast as the client reads, until the client or the server stops."""
        while not self._stopped.is_set():
            self.send(data)

    def hold(self) -> None:
        """Say nothing more until the server stops."""
        self._stopped.wait(_SOCKET_SECONDS)

    def reset(self) -> None:
        """Break the connection with an RST instead of closing it in order."""
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.socket.close()


Script = Callable[[Peer], None]


class FaultyServer:
    """Answers the first request with the first script, the second with the second; the last one repeats.

    A script that returns leaves the connection open for the next request, unless it closed it.
    """

    def __init__(self, *scripts: Script) -> None:
        self._scripts = scripts
        self._stopped = threading.Event()
        self._lock = threading.Lock()
        self._open: list[socket.socket] = []
        self.requests: list[Received] = []
        """Every request that came in whole."""
        self.connections = 0
        """How many connections were made, also those without a request."""
        self.arrived = threading.Event()
        """Set with the first request."""

    @property
    def address(self) -> str:
        """Host and port."""
        host, port = self._listener.getsockname()
        return f"{host}:{port}"

    @property
    def base_url(self) -> str:
        return f"http://{self.address}/v1"

    def __enter__(self) -> Self:
        self._listener = socket.create_server(("127.0.0.1", 0))
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stopped.set()
        # A blocked accept() does not notice that its socket is closed.
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        with self._lock:
            for connection in self._open:
                connection.close()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = self._listener.accept()
                connection.settimeout(_SOCKET_SECONDS)
                with self._lock:
                    self._open.append(connection)
                    self.connections += 1
                threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        # A client that hangs up is what many of these tests are about.
        with contextlib.suppress(OSError, ValueError), connection:
            peer = Peer(connection, self._stopped)
            while connection.fileno() >= 0:
                request = peer.read_request()
                if request is None:
                    return
                with self._lock:
                    script = self._scripts[min(len(self.requests), len(self._scripts) - 1)]
                    self.requests.append(request)
                self.arrived.set()
                script(peer)


def raw_answer(
    status: int = 200,
    body: bytes = b"[]",
    *,
    reason: bytes = b"Whatever",
    headers: Mapping[bytes, bytes] | None = None,
) -> bytes:
    """An answer as bytes; without a Content-Length among the headers it gets the right one."""
    lines = {b"Content-Length": b"%d" % len(body), **(headers or {})}
    head = b"".join(b"%b: %b\r\n" % line for line in lines.items())
    return b"HTTP/1.1 %d %b\r\n%b\r\n%b" % (status, reason, head, body)


def answers(
    status: int = 200,
    body: bytes = b"[]",
    *,
    reason: bytes = b"Whatever",
    headers: Mapping[bytes, bytes] | None = None,
) -> Script:
    """A script that sends this answer."""
    return sends(raw_answer(status, body, reason=reason, headers=headers))


def sends(data: bytes, *, then_close: bool = False) -> Script:
    """A script that sends these bytes, and closes the connection if told to."""

    def script(peer: Peer) -> None:
        peer.send(data)
        if then_close:
            peer.socket.close()

    return script


def resets(peer: Peer) -> None:
    """A script that breaks the connection."""
    peer.reset()


def hangs(peer: Peer) -> None:
    """A script that never answers."""
    peer.hold()


def hangs_up(peer: Peer) -> None:
    """A script that closes the connection without an answer."""
    peer.socket.close()


@contextlib.contextmanager
def refusing() -> Iterator[str]:
    """A base URL on this machine where nothing listens."""
    with socket.socket() as held:
        # Bound and not listening: nobody else can take the port meanwhile.
        held.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{held.getsockname()[1]}/v1"
