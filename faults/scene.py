"""Where a cell plays: its servers, its client, and what it may expect of them."""

from __future__ import annotations

import pickle
import time
import traceback
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from typing import Any, TypeVar

from beyondwords import BeyondWordsError
from faults.cells import Wrong, check
from faults.leftovers import Before, everything_logged, tasks_left
from tests.wrapper.list_server import ListServer, Reply
from tests.wrapper.sides import KEY, AsyncSide, Side, SyncSide

T = TypeVar("T")

SIDES: dict[str, type[Side]] = {"sync": SyncSide, "async": AsyncSide}
# Beyond a deadline, on a machine that does other things too.
TOLERANCE = 1.5
PREFETCHES = (1, 3)
_ROWS = 25
_ROWS_A_PAGE = 5
_FAULTY = 10


class Scene:
    """One cell, on one side."""

    def __init__(self, side: str) -> None:
        self.side = SIDES[side]()
        self.name = side
        self.printed: list[str] = []
        """What the product said in ways other than the log."""
        self._stack = ExitStack()

    def open(self, server: Any) -> Any:
        """A server, until the end of the cell."""
        return self._stack.enter_context(server)

    def client(self, base_url: str, **options: Any) -> Any:
        """A client; two seconds for a call unless the cell says otherwise."""
        made = self.side.client(base_url=base_url, **{"deadline": 2.0, "timeout": 1.0, **options})
        self.printed.append(repr(made))
        return made

    def close(self, client: Any) -> None:
        """Close a client, which must not take long."""
        started = time.monotonic()
        self.side.close(client)
        check(time.monotonic() - started < TOLERANCE, "closing took too long")

    def end(self) -> list[str]:
        """Close everything; says what of the event loop's is left then."""
        self.side.close_clients()
        left = [] if self.name == "sync" else self.side.wait(tasks_left())
        self.side.tidy()
        self._stack.close()
        return left

    def page(self, client: Any, **arguments: Any) -> list[Any]:
        """The ids of one page."""
        return [track.id for track in self.side.wait(client.background_tracks.list(**arguments).page()).items]

    def take(self, iterator: Any, count: int) -> list[Any]:
        return [track.id for track in self.side.take(iterator, count)]

    def rest(self, iterable: Any) -> list[Any]:
        return [track.id for track in self.side.all(iterable)]

    def error(self, action: Callable[[], Any], *kinds: type[BeyondWordsError], within: float = 2.0) -> Any:
        """The error of an action: of one of these kinds exactly, within these seconds."""
        started = time.monotonic()
        try:
            came = action()
        except Exception as error:
            found = error
        else:
            raise Wrong(f"no error, but {came!r}")
        took = time.monotonic() - started
        self.printed += _printed(found)
        if type(found) not in kinds:
            raise Wrong(f"{type(found).__name__}: {found}") from found
        check(took <= within + TOLERANCE, f"{type(found).__name__} came after {took:.1f} s, not within {within:g} s")
        check("\n" not in str(found), f"the message has several lines: {found}")
        return found

    def same(self, rows: Iterable[Any], expected: Iterable[Any]) -> None:
        """Every row once, in order."""
        rows, expected = list(rows), list(expected)
        check(rows == expected, f"the rows are {_short(rows)}, not {_short(expected)}")


def play(side: str, run: Callable[[Scene], str]) -> tuple[bool, str]:
    """Run a cell on one side: whether it holds, and what happened."""
    # What is loaded or started once for a whole process is nobody's leftover.
    SIDES[side]().tidy()
    before = Before()
    with everything_logged() as log:
        scene = Scene(side)
        try:
            holds, happened = True, run(scene)
        except Wrong as wrong:
            holds, happened = False, str(wrong)
        except BaseException as error:
            place = traceback.extract_tb(error.__traceback__)[-1]
            holds, happened = False, f"{type(error).__name__} came out: {error} ({place.filename}:{place.lineno})"
        finally:
            left = scene.end()
    if left := [*left, *before.left()]:
        holds, happened = False, f"{happened}; left behind: {', '.join(left)}"
    if any(KEY in text for text in [*log, *scene.printed]):
        holds, happened = False, f"{happened}; the key was printed"
    return holds, happened


def walk_around(
    scene: Scene,
    fault: Reply,
    *kinds: type[BeyondWordsError],
    tried_again: bool | None = False,
    within: float = 2.0,
    **options: Any,
) -> str:
    """A walk whose third page is faulty: the error comes there, twice, and then the rest; no row lost or doubled.

    Args:
        scene: Where.
        fault: What the server does instead of answering with that page.
        kinds: The errors that may come.
        tried_again: Whether another try is made where one is allowed; None where no time is left for one.
        within: Seconds for each error.
        options: Of the client.
    """
    for prefetch in PREFETCHES:
        server = scene.open(ListServer(_ROWS, default=_ROWS_A_PAGE))
        client = scene.client(server.base_url, **options)
        server.replies[_FAULTY] = [fault, fault]
        iterator = scene.side.iterate(client.background_tracks.list(prefetch=prefetch))
        rows = scene.take(iterator, _FAULTY)
        for _ in range(2):
            error = scene.error(lambda: scene.side.next(iterator), *kinds, within=within)  # noqa: B023
            check(error.resume_offset == _FAULTY, f"resume_offset is {error.resume_offset}")
        scene.same(rows + scene.rest(iterator), range(_ROWS))
        if tried_again is not None:
            _check_tries(scene, server, fault, prefetch, tried_again, options)
        scene.close(client)
    what = {True: "; with two tries no error", False: "; not tried again", None: ""}[tried_again]
    return f"{type(error).__name__} at that page, then the rest, {_ROWS} rows once{what}"


def _check_tries(
    scene: Scene, server: ListServer, fault: Reply, prefetch: int, tried_again: bool, options: dict[str, Any]
) -> None:
    client = scene.client(server.base_url, **{**options, "max_attempts": 2, "deadline": 5.0})
    server.replies[_FAULTY] = [fault]
    server.asked.clear()
    iterator = scene.side.iterate(client.background_tracks.list(prefetch=prefetch))
    rows = scene.take(iterator, _FAULTY)
    if not tried_again:
        scene.error(lambda: scene.side.next(iterator), BeyondWordsError, *_all_errors())
        check(server.offsets.count(_FAULTY) == 1, "it was tried again")
    scene.same(rows + scene.rest(iterator), range(_ROWS))
    check(server.offsets.count(_FAULTY) == 2, f"the page was asked for {server.offsets.count(_FAULTY)} times")


def _all_errors() -> set[type[BeyondWordsError]]:
    found, new = set[type[BeyondWordsError]](), [BeyondWordsError]
    while new:
        kind = new.pop()
        found.add(kind)
        new += kind.__subclasses__()
    return found


def _printed(error: BaseException) -> list[str]:
    shown = traceback.TracebackException.from_exception(error, capture_locals=True)
    return [str(error), repr(error), repr(pickle.dumps(error)), repr(vars(error)), "".join(shown.format())]


def _short(rows: list[Any]) -> str:
    return repr(rows) if len(rows) <= 30 else f"{rows[:15]!r} ... {rows[-5:]!r} ({len(rows)})"
