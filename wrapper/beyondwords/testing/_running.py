"""One run of the server: a thread, its event loop, its socket."""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
import threading
from typing import Any

from ._failing import App
from ._gate import Gate
from ._world import World

HOST = "127.0.0.1"
# How often the clock is looked at while nobody asks for anything.
_TICK = 0.05


class Running:
    """The server, from the first request to the last."""

    def __init__(
        self, app: App, gate: Gate, world: World, listener: socket.socket, connections: dict[Any, Any]
    ) -> None:
        import uvicorn
        from uvicorn.protocols.http.h11_impl import H11Protocol

        class Protocol(H11Protocol):
            """Knows its connection, so that a test can have it closed."""

            def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
                connections[transport.get_extra_info("peername")] = transport
                super().connection_made(transport)

            def connection_lost(self, exc: Exception | None) -> None:
                connections.pop(self.client, None)
                super().connection_lost(exc)

        self.world = world
        self.port: int = listener.getsockname()[1]
        self._listener = listener
        self._gate = gate
        self._ready = threading.Event()
        self._failure: BaseException | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        config = uvicorn.Config(
            gate,
            loop="none",
            http=Protocol,
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
        ticking = asyncio.create_task(self._tick())
        await self._server.serve(sockets=[self._listener])
        ticking.cancel()
        self.world.outbox.stop()

    async def _tick(self) -> None:
        """Let what is due happen, and its webhooks be sent, also while nobody asks for anything."""
        while True:
            self.world.move()
            self.world.outbox.flush()
            await asyncio.sleep(_TICK)

    def stop(self) -> None:
        """Serve what is under way, then nothing more."""
        self._server.should_exit = True
        if self._loop is not None:
            # A server that failed has closed its loop already.
            with contextlib.suppress(RuntimeError):
                self._loop.call_soon_threadsafe(self._gate.closing.set)
        self._thread.join()
        self._listener.close()


def bound_socket(port: int) -> socket.socket:
    """A socket that listens on loopback; port 0 is a free one."""
    # With the protocol, because asyncio sends small pieces at once only where it is named; else each response on a
    # connection that is kept waits 40 ms for the other side.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
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
