"""What a server may do instead of sending a page."""

from __future__ import annotations

from beyondwords import BeyondWordsError
from faults.cells import Cell
from faults.scene import Scene, walk_around
from tests.wrapper.faulty_servers import Peer, raw_answer
from tests.wrapper.list_server import Asked, Reply


def sends(*pieces: bytes, then: str = "nothing") -> Reply:
    """These bytes; then the connection stays open, or is closed, reset or held without a word."""

    def reply(peer: Peer, asked: Asked) -> None:
        for piece in pieces:
            peer.send(piece)
        if then == "close":
            peer.socket.close()
        elif then == "reset":
            peer.reset()
        elif then == "hold":
            peer.socket.recv(1)
            peer.socket.close()

    return reply


def drips(first: bytes, rest: bytes) -> Reply:
    """One byte after the other, never so slow that a single step takes too long."""

    def reply(peer: Peer, asked: Asked) -> None:
        peer.send(first)
        peer.drip(rest, pause=0.05)

    return reply


def floods(first: bytes, piece: bytes, times: int | None = None) -> Reply:
    """The same bytes again and again, so many times or until the client hangs up."""

    def reply(peer: Peer, asked: Asked) -> None:
        peer.send(first)
        if times is None:
            peer.flood(piece)
        for _ in range(times or 0):
            peer.send(piece)

    return reply


def answers(body: bytes, **headers: str) -> Reply:
    """A 200 with this body; underscores in the headers' names are dashes."""
    lines = {name.replace("_", "-").encode(): value.encode() for name, value in headers.items()}
    return sends(raw_answer(200, body, headers=lines))


def walk_cell(
    group: str,
    name: str,
    fault: Reply,
    kind: type[BeyondWordsError],
    *,
    again: bool | None = False,
    within: float = 2.0,
    **options: float,
) -> Cell:
    """The cell of a walk with that fault in the middle; see `walk_around`."""
    tries = {True: ", tried again", False: ", not tried again", None: ", within the deadline"}[again]

    def run(scene: Scene) -> str:
        return walk_around(scene, fault, kind, tried_again=again, within=within, **options)

    return Cell(group, name, f"{kind.__name__} at that page{tries}", run)
