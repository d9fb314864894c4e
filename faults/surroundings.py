"""What lies between client and server: TLS, proxies, names."""

from __future__ import annotations

import contextlib
import os
import socket
import ssl
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

import trustme

from beyondwords import APIConnectionError, APITimeoutError
from faults.cells import Cell, check
from faults.misbehaviour import sends
from faults.scene import PREFETCHES, Scene
from tests.wrapper.list_server import ListServer, hold

_PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY")


def cells() -> list[Cell]:
    """All of this group."""
    tls, proxy, name = "TLS", "proxy", "name"
    once, hopeless = "every row once", "APIConnectionError that says why, not tried again"
    return [
        Cell(tls, "as it should be", once, _trusted),
        Cell(tls, "a wrong name", hopeless, _untrusted("elsewhere.test", days=1, said="not valid for '127.0.0.1'")),
        Cell(tls, "an expired certificate", hopeless, _untrusted("127.0.0.1", days=-1, said="certificate has expired")),
        Cell(tls, "an unknown authority", hopeless, _unknown_authority),
        Cell(tls, "a server that speaks plain HTTP", "APIConnectionError, tried again", _plain),
        Cell(tls, "a handshake that stalls", "APITimeoutError within the deadline", _stalled_handshake),
        Cell(tls, "broken in the middle", "APIConnectionError, then the rest", _broken),
        Cell(tls, "closed with pages in flight", "nothing left, nothing said", _closed_in_flight),
        Cell(proxy, "from the environment", "every row once, the key unseen", _through_proxy),
        Cell(proxy, "that is not there", "APIConnectionError", _proxy_gone),
        Cell(proxy, "that refuses", "APIConnectionError", _proxy_refuses),
        Cell(proxy, "and plain http on this machine", "not asked", _proxy_not_for_loopback),
        Cell(name, "unknown", "APIConnectionError, tried again", _unknown_name),
        Cell(name, "unknown for a moment", once, _name_comes_back),
        Cell(
            name, "that nobody can look up in time", "within the deadline (sync: when the system gives up)", _slow_name
        ),
        Cell(name, "of several addresses, the first dead", once, _several_addresses),
    ]


@contextlib.contextmanager
def _environment(**variables: str | None) -> Iterator[None]:
    with patch.dict(os.environ):
        for name, value in variables.items():
            os.environ.pop(name, None)
            os.environ.pop(name.lower(), None)
            if value is not None:
                os.environ[name] = value
        yield


class _Authority:
    """A certificate authority that the client trusts, made for one cell."""

    def __init__(self) -> None:
        self._authority = trustme.CA()

    def context(self, name: str, days: float = 1) -> ssl.SSLContext:
        """What a server needs for a certificate in this name that ends in so many days."""
        end = datetime.now(UTC) + timedelta(days=days)
        made = self._authority.issue_cert(name, not_after=end.replace(tzinfo=None))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        made.configure_cert(context)
        return context

    @contextlib.contextmanager
    def trusted(self) -> Iterator[None]:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "authority.pem"
            self._authority.cert_pem.write_to_path(str(file))
            with _environment(SSL_CERT_FILE=str(file), **dict.fromkeys(_PROXIES)):
                yield


def _tls_server(scene: Scene, context: ssl.SSLContext) -> ListServer:
    server: ListServer = scene.open(ListServer(25, default=5, tls=context))
    return server


def _walks(scene: Scene, base_url: str) -> str:
    client = scene.client(base_url)
    for prefetch in PREFETCHES:
        scene.same(scene.rest(client.background_tracks.list(prefetch=prefetch)), range(25))
    return "25 rows once"


def _fails(scene: Scene, base_url: str, said: str, *, attempts: int, kind: Any = APIConnectionError) -> str:
    client = scene.client(base_url, max_attempts=2)
    for prefetch in PREFETCHES:
        pager = client.background_tracks.list(prefetch=prefetch)
        error = scene.error(lambda: scene.rest(pager), kind)  # noqa: B023
        check(said.lower() in str(error).lower(), str(error))
        check(error.attempts == attempts, f"{error.attempts} attempts")
    return f"{type(error).__name__}: ... {said}"


def _trusted(scene: Scene) -> str:
    authority = _Authority()
    with authority.trusted():
        return _walks(scene, _tls_server(scene, authority.context("127.0.0.1")).base_url)


def _untrusted(name: str, *, days: float, said: str) -> Callable[[Scene], str]:
    def run(scene: Scene) -> str:
        authority = _Authority()
        with authority.trusted():
            server = _tls_server(scene, authority.context(name, days))
            what = _fails(scene, server.base_url, said, attempts=1)
            check(server.asked == [], "a request was sent")
            return what

    return run


def _unknown_authority(scene: Scene) -> str:
    with _Authority().trusted():
        server = _tls_server(scene, _Authority().context("127.0.0.1"))
        return _fails(scene, server.base_url, "unable to get local issuer certificate", attempts=1)


def _plain(scene: Scene) -> str:
    with _Authority().trusted():
        # It answers whatever comes, at once and without TLS.
        server = scene.open(_Tunnel(None))
        return _fails(scene, server.url.replace("http:", "https:") + "/v1", "cannot connect", attempts=2)


def _stalled_handshake(scene: Scene) -> str:
    with _Authority().trusted(), socket.create_server(("127.0.0.1", 0)) as listener:
        client = scene.client(f"https://127.0.0.1:{listener.getsockname()[1]}/v1", deadline=0.6, timeout=5.0)
        for prefetch in PREFETCHES:
            pager = client.background_tracks.list(prefetch=prefetch)
            error = scene.error(lambda: scene.rest(pager), APITimeoutError, within=0.6)  # noqa: B023
        scene.close(client)
    return f"{type(error).__name__} within the deadline"


def _broken(scene: Scene) -> str:
    authority = _Authority()
    with authority.trusted():
        server = _tls_server(scene, authority.context("127.0.0.1"))
        client = scene.client(server.base_url)
        for prefetch in PREFETCHES:
            server.replies[10] = [sends(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n[", then="reset")]
            iterator = scene.side.iterate(client.background_tracks.list(prefetch=prefetch))
            rows = scene.take(iterator, 10)
            scene.error(lambda: scene.side.next(iterator), APIConnectionError)  # noqa: B023
            scene.same(rows + scene.rest(iterator), range(25))
    return "APIConnectionError, then the rest, 25 rows once"


def _closed_in_flight(scene: Scene) -> str:
    authority = _Authority()
    with authority.trusted():
        server = _tls_server(scene, authority.context("127.0.0.1"))
        client = scene.client(server.base_url, max_attempts=3)
        for offset in (10, 15):
            server.replies[offset] = [hold]
        iterator = scene.side.iterate(client.background_tracks.list(prefetch=3))
        scene.take(iterator, 6)
        if scene.name == "async":
            import asyncio

            scene.side.wait(asyncio.sleep(0.1))
        check(server.wait_until(lambda: server.under_way == 2), "the pages were not asked for")
        scene.close(client)
        check(server.wait_until(lambda: server.connections == 0), "connections stay open")
        check(len(server.asked) == 4, "a page was asked for again")
    return "closed at once, nothing left"


class _Tunnel:
    """A proxy that connects to one place, whatever it is asked for, and remembers what it sees."""

    def __init__(self, address: tuple[str, int] | None) -> None:
        self._address = address
        self.seen = b""

    def __enter__(self) -> _Tunnel:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._open: list[socket.socket] = []
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for connection in self._open:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
            connection.close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = self._listener.accept()
                self._open.append(connection)
                threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        with contextlib.suppress(OSError):
            head = client.recv(65536)
            self.seen += head
            if self._address is None:
                client.sendall(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n")
                client.close()
                return
            server = socket.create_connection(self._address)
            self._open.append(server)
            client.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
            threading.Thread(target=self._pass, args=(server, client), daemon=True).start()
            self._pass(client, server)

    def _pass(self, here: socket.socket, there: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := here.recv(65536):
                self.seen += data
                there.sendall(data)
        for end in (here, there):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)


def _port(server: ListServer) -> int:
    return int(server.base_url.rpartition(":")[2].partition("/")[0])


def _through_proxy(scene: Scene) -> str:
    authority = _Authority()
    with authority.trusted():
        server = _tls_server(scene, authority.context("api.beyondwords.test"))
        tunnel = scene.open(_Tunnel(("127.0.0.1", _port(server))))
        with _environment(HTTPS_PROXY=tunnel.url):
            what = _walks(scene, "https://api.beyondwords.test/v1")
        check(b"CONNECT api.beyondwords.test:443" in tunnel.seen, "the proxy was not asked")
        check(b"key-for-tests" not in tunnel.seen, "the proxy saw the key")
    return what


def _proxy_gone(scene: Scene) -> str:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        with (
            _environment(**dict.fromkeys(_PROXIES)),
            _environment(HTTPS_PROXY=f"http://127.0.0.1:{held.getsockname()[1]}"),
        ):
            return _fails(scene, "https://api.beyondwords.test/v1", "cannot connect", attempts=2)


def _proxy_refuses(scene: Scene) -> str:
    tunnel = scene.open(_Tunnel(None))
    with _environment(**dict.fromkeys(_PROXIES)), _environment(HTTPS_PROXY=tunnel.url):
        return _fails(scene, "https://api.beyondwords.test/v1", "the proxy in front of", attempts=2)


def _proxy_not_for_loopback(scene: Scene) -> str:
    tunnel = scene.open(_Tunnel(None))
    server = scene.open(ListServer(25, default=5))
    with _environment(**dict.fromkeys(_PROXIES)), _environment(HTTP_PROXY=tunnel.url, ALL_PROXY=tunnel.url):
        what = _walks(scene, server.base_url)
    check(tunnel.seen == b"", "the proxy was asked")
    return what


@contextlib.contextmanager
def _resolver(look_up: Callable[[str, int], list[str]]) -> Iterator[None]:
    """Names are looked up by this function instead of the system."""

    def getaddrinfo(host: Any, port: Any, *rest: Any, **more: Any) -> list[Any]:
        name = host.decode() if isinstance(host, bytes) else str(host)
        number = int(port or 0)
        addresses = [name] if name.replace(".", "").isdigit() else look_up(name, number)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, number)) for address in addresses]

    with _environment(**dict.fromkeys(_PROXIES)), patch("socket.getaddrinfo", getaddrinfo):
        yield


def _no_such_name(name: str, port: int) -> list[str]:
    raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")


def _unknown_name(scene: Scene) -> str:
    with _resolver(_no_such_name):
        return _fails(scene, "https://api.beyondwords.test/v1", "Name or service not known", attempts=2)


def _named_server(scene: Scene, authority: _Authority) -> tuple[ListServer, str]:
    server = _tls_server(scene, authority.context("api.beyondwords.test"))
    return server, f"https://api.beyondwords.test:{_port(server)}/v1"


def _name_comes_back(scene: Scene) -> str:
    authority = _Authority()
    asked = []

    def look_up(name: str, port: int) -> list[str]:
        asked.append(name)
        if len(asked) <= 2:
            return _no_such_name(name, port)
        return ["127.0.0.1"]

    with authority.trusted(), _resolver(look_up):
        _, base_url = _named_server(scene, authority)
        client = scene.client(base_url, max_attempts=3, deadline=5.0)
        scene.same(scene.rest(client.background_tracks.list()), range(25))
    return "25 rows once"


def _several_addresses(scene: Scene) -> str:
    authority = _Authority()
    with authority.trusted(), _resolver(lambda name, port: ["127.0.0.99", "127.0.0.1"]):
        _, base_url = _named_server(scene, authority)
        return _walks(scene, base_url)


def _slow_name(scene: Scene) -> str:
    """Nothing breaks off a look-up of the system; asyncio does it in a thread, and does not wait for it."""
    seconds = 2.0

    def look_up(name: str, port: int) -> list[str]:
        time.sleep(seconds)
        return _no_such_name(name, port)

    within = seconds if scene.name == "sync" else 0.5
    with _resolver(look_up):
        client = scene.client("https://api.beyondwords.test/v1", deadline=0.5)
        for prefetch in PREFETCHES:
            pager = client.background_tracks.list(prefetch=prefetch)
            error = scene.error(lambda: scene.rest(pager), APITimeoutError, within=within)  # noqa: B023
        time.sleep(seconds)
    return f"{type(error).__name__}{' when the system gave up' if scene.name == 'sync' else ' within the deadline'}"
