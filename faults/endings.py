"""Ends that come early: cancellation, Ctrl-C, forks, event loops and programs that are over."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import threading
import time
from typing import Any

from beyondwords import AsyncBeyondWords, BeyondWords, ConfigurationError
from faults.cells import Cell, Wrong, check
from faults.scene import PREFETCHES, TOLERANCE, Scene
from tests.wrapper.faulty_servers import Peer
from tests.wrapper.list_server import Asked, ListServer, Reply, hold
from tests.wrapper.sides import KEY

_SYNC, _ASYNC = ("sync",), ("async",)
_PATIENCE = 20.0


def cells() -> list[Cell]:
    """All of this group."""
    group, nothing = "end", "nothing left, nothing said"
    return [
        Cell(
            group,
            "cancelled at each await of a walk",
            "CancelledError alone; going on gives every row once",
            _cancelled,
            _ASYNC,
        ),
        Cell(
            group,
            "cancelled by a timeout of the caller's",
            "TimeoutError alone; every row once",
            _caller_timeout,
            _ASYNC,
        ),
        Cell(group, "closed at each await of a walk", "ConfigurationError alone", _closed_anywhere, _ASYNC),
        Cell(group, "closed by another thread at any moment", "ConfigurationError alone", _closed_by_thread, _SYNC),
        Cell(group, "Ctrl-C at any moment of a walk", "KeyboardInterrupt alone", _interrupted, _SYNC),
        Cell(group, "Ctrl-C ends a program in a walk", "the program ends at once", _interrupted_program),
        Cell(group, "a walk that is left", nothing, _left),
        Cell(group, "a client that is forgotten", nothing, _forgotten, unclosed=True),
        Cell(group, "a fork with an open client", "every row once on both sides", _fork),
        Cell(group, "two event loops in a row", "every row once in each", _two_loops, _ASYNC, unclosed=True),
        Cell(group, "a walk over several event loops", "every row once", _walk_over_loops, _ASYNC, unclosed=True),
        Cell(group, "the program ends with an open client", nothing, _program_ends),
        Cell(group, "the program ends with pages in flight", nothing, _program_ends_in_flight),
        Cell(group, "32 walks at once, errors among them", "every row once in each", _many),
    ]


def _rows(tracks: list[Any]) -> list[Any]:
    return [track.id for track in tracks]


# asyncio


def _stepwise(scene: Scene, meddle: str) -> str:
    """A walk that something happens to after 0, 1, 2 ... steps of the event loop, until it is over before that."""
    most = 0
    for prefetch in PREFETCHES:
        server = scene.open(ListServer(12, default=4))
        server.slowness = 0.001
        steps, ended = 0, False
        while not ended:
            ended = scene.side.wait(_one_walk(server, prefetch, steps, meddle))
            _nothing_open(server, f"{steps} steps")
            # Every step at first, then ever larger ones: waiting for the network takes many.
            steps += 1 + steps // 40
            most = max(most, steps)
    return f"at {most} steps of the loop and fewer, 12 rows once"


async def _one_walk(server: ListServer, prefetch: int, steps: int, meddle: str) -> bool:
    rows: list[Any] = []
    bw = AsyncBeyondWords(KEY, base_url=server.base_url, max_attempts=1)
    iterator = aiter(bw.background_tracks.list(prefetch=prefetch))

    async def walk() -> None:
        async for track in iterator:
            rows.append(track.id)

    task = asyncio.ensure_future(walk())
    for _ in range(steps):
        await asyncio.sleep(0)
    ended = task.done()
    if meddle == "cancel":
        task.cancel()
    else:
        await bw.aclose()
    try:
        await asyncio.wait_for(asyncio.wait([task]), _PATIENCE)
        task.result()
    except asyncio.CancelledError:
        check(meddle == "cancel", f"CancelledError after {steps} steps, and nobody cancelled")
        await walk()
    except ConfigurationError as error:
        check(meddle == "close", f"ConfigurationError after {steps} steps: {error}")
        check(error.resume_offset is not None, "no resume_offset")
        check(rows == list(range(len(rows))), f"the rows are {rows}")
        rows = list(range(12))
    check(rows == list(range(12)), f"after {steps} steps the rows are {rows}")
    await bw.aclose()
    others = asyncio.all_tasks() - {asyncio.current_task()}
    # The one that runs this coroutine for the other side of the test is no leftover.
    check(len(others) == 0, f"tasks are left after {steps} steps: {others}")
    return ended


def _cancelled(scene: Scene) -> str:
    return _stepwise(scene, "cancel")


def _closed_anywhere(scene: Scene) -> str:
    return _stepwise(scene, "close")


def _caller_timeout(scene: Scene) -> str:
    async def walk(server: ListServer, prefetch: int) -> int:
        rows: list[Any] = []
        late = 0
        async with AsyncBeyondWords(KEY, base_url=server.base_url) as bw:
            iterator = aiter(bw.background_tracks.list(prefetch=prefetch))
            while True:
                try:
                    async with asyncio.timeout(0.015 + 0.001 * late):
                        rows.append((await anext(iterator)).id)
                except TimeoutError:
                    late += 1
                except StopAsyncIteration:
                    break
        scene.same(rows, range(30))
        return late

    late = 0
    for prefetch in PREFETCHES:
        server = scene.open(ListServer(30, default=5, slowness=0.02))
        late += scene.side.wait(walk(server, prefetch))
    check(late > 0, "nothing was late")
    return "30 rows once, after some timeouts"


def _two_loops(scene: Scene) -> str:
    server = scene.open(ListServer(25, default=5))
    bw = AsyncBeyondWords(KEY, base_url=server.base_url)

    async def walk(prefetch: int) -> list[Any]:
        return _rows([track async for track in bw.background_tracks.list(prefetch=prefetch)])

    for prefetch in (1, 3, 1, 3):
        scene.same(asyncio.run(walk(prefetch)), range(25))
    asyncio.run(bw.aclose())
    return "25 rows once, four times"


def _walk_over_loops(scene: Scene) -> str:
    for prefetch in PREFETCHES:
        server = scene.open(ListServer(25, default=5, slowness=0.01))
        bw = AsyncBeyondWords(KEY, base_url=server.base_url)
        iterator = aiter(bw.background_tracks.list(prefetch=prefetch))

        async def take(count: int) -> list[Any]:
            return _rows([await anext(iterator) for _ in range(count)])  # noqa: B023

        # Each loop ends while pages are in flight.
        rows = [row for count in (6, 6, 6, 7) for row in asyncio.run(take(count))]
        scene.same(rows, range(25))
        asyncio.run(bw.aclose())
    return "25 rows once, over four loops"


# Threads


def _closed_by_thread(scene: Scene) -> str:
    outcomes = {"whole": 0, "closed": 0}
    for turn in range(60):
        server = scene.open(ListServer(12, default=4, slowness=0.002))
        bw = BeyondWords(KEY, base_url=server.base_url, max_attempts=1)
        # Before, in and after the walk.
        closing = threading.Timer(0.0005 * turn, bw.close)
        closing.start()
        rows = []
        try:
            for track in bw.background_tracks.list(prefetch=3):
                rows.append(track.id)
            scene.same(rows, range(12))
            outcomes["whole"] += 1
        except ConfigurationError:
            scene.same(rows, range(len(rows)))
            outcomes["closed"] += 1
        closing.join()
        bw.close()
        _nothing_open(server, "closing")
    check(min(outcomes.values()) > 0, f"not every moment was met: {outcomes}")
    return "a whole walk or ConfigurationError, no connection left"


def _interrupted(scene: Scene) -> str:
    """The signal comes while a page is waited for. Between two lines of Python's own it may do harm to Python."""
    moments = range(1, 20)
    for moment in moments:
        server = scene.open(ListServer(100, default=4))
        for offset in range(0, 100, 4):
            server.replies[offset] = [_interrupting(server, moment)]
        bw = BeyondWords(KEY, base_url=server.base_url, max_attempts=1)
        iterator = iter(bw.background_tracks.list(prefetch=3))
        try:
            for _ in iterator:
                pass
        except KeyboardInterrupt:
            pass
        else:
            raise Wrong(f"no KeyboardInterrupt at request {moment}")
        check(_page_threads() == 0, f"{_page_threads()} threads go on after an interruption at request {moment}")
        bw.close()
        _nothing_open(server, f"an interruption at request {moment}")
    return f"KeyboardInterrupt at each of {len(moments)} moments, no thread and no connection left"


def _interrupting(server: ListServer, moment: int) -> Reply:
    main = threading.main_thread().ident
    assert main is not None

    def reply(peer: Peer, asked: Asked) -> None:
        interrupts = server.asked.index(asked) + 1 == moment
        time.sleep(0.02)
        if interrupts:
            signal.pthread_kill(main, signal.SIGINT)
            time.sleep(0.02)
        server.rows(peer, asked)

    return reply


def _page_threads() -> int:
    return sum(thread.name == "beyondwords page" for thread in threading.enumerate())


def _nothing_open(server: ListServer, after: str) -> None:
    check(server.wait_until(lambda: server.connections == 0), f"connections stay open after {after}")


def _many(scene: Scene) -> str:
    server = scene.open(ListServer(60, default=5, slowness=0.002))
    for offset in range(0, 60, 5):
        server.replies[offset] = [lambda peer, asked: peer.reset()] * 3
    client = scene.client(server.base_url, max_attempts=1, deadline=10.0, timeout=10.0)

    if scene.name == "sync":
        found: list[list[Any]] = []

        def walk() -> None:
            iterator, rows = iter(client.background_tracks.list(prefetch=3)), list[Any]()
            while True:
                try:
                    rows.append(next(iterator).id)
                except StopIteration:
                    break
                except ConfigurationError:
                    raise
                except Exception:
                    continue
            found.append(rows)

        threads = [threading.Thread(target=walk) for _ in range(32)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    else:

        async def walk_async() -> list[Any]:
            iterator, rows = aiter(client.background_tracks.list(prefetch=3)), list[Any]()
            while True:
                try:
                    rows.append((await anext(iterator)).id)
                except StopAsyncIteration:
                    return rows
                except Exception:
                    continue

        async def all_walks() -> list[list[Any]]:
            return await asyncio.gather(*(walk_async() for _ in range(32)))

        found = scene.side.wait(all_walks())
    for rows in found:
        scene.same(rows, range(60))
    check(len(found) == 32, f"{len(found)} walks ended")
    return "60 rows once, 32 times"


# Whole programs

_WALK = {
    "sync": """
from beyondwords import BeyondWords
bw = BeyondWords(key, base_url=sys.argv[1], max_attempts=1)
iterator = iter(bw.background_tracks.list(prefetch=3))
for _ in range(6):
    next(iterator)
""",
    "async": """
import asyncio
from beyondwords import AsyncBeyondWords
bw = AsyncBeyondWords(key, base_url=sys.argv[1], max_attempts=1)
iterator = aiter(bw.background_tracks.list(prefetch=3))
async def main():
    for _ in range(6):
        await anext(iterator)
    await rest()
async def rest():
    pass
""",
}


def _program(scene: Scene, end: str) -> list[str]:
    code = f"import os, sys\nkey = {KEY!r}\n{_WALK[scene.name]}\n{end}"
    return [sys.executable, "-c", code, scene.open(_holding()).base_url]


def _holding() -> ListServer:
    """The third page never comes."""
    server = ListServer(25, default=5)
    for offset in (10, 15):
        server.replies[offset] = [hold]
    return server


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, timeout=_PATIENCE)


def _quiet(done: subprocess.CompletedProcess[str], scene: Scene) -> str:
    scene.printed += [done.stdout, done.stderr]
    if (done.returncode, done.stderr) != (0, ""):
        raise Wrong(f"exit code {done.returncode}, {done.stderr.strip()[-300:]!r}")
    return "exit code 0, nothing on stderr"


def _program_ends(scene: Scene) -> str:
    ends = {
        "sync": "bw.background_tracks.list().page()",
        "async": "asyncio.run(bw.background_tracks.list().page())",
    }
    command = _program(scene, ends[scene.name])
    command[2] = command[2].replace("for _ in range(6):", "for _ in range(0):")
    return _quiet(_run(command), scene)


def _program_ends_in_flight(scene: Scene) -> str:
    command = _program(scene, "pass" if scene.name == "sync" else "asyncio.run(main())")
    started = time.monotonic()
    what = _quiet(_run(command), scene)
    check(time.monotonic() - started < 5, "the end was waited for")
    return what


def _interrupted_program(scene: Scene) -> str:
    ends = {
        "sync": "with bw:\n    print('walking', flush=True)\n    list(iterator)",
        "async": """
async def rest():
    async with bw:
        print('walking', flush=True)
        async for _ in iterator:
            pass
asyncio.run(main())
""",
    }
    command = _program(scene, ends[scene.name])
    command[1:1] = ["-W", "always::ResourceWarning"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        started = time.monotonic()
        try:
            _, errors = process.communicate(timeout=_PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            raise Wrong("it did not end") from None
    scene.printed.append(errors)
    check(time.monotonic() - started < TOLERANCE, f"it ended after {time.monotonic() - started:.1f} s")
    check(errors.rstrip().endswith("KeyboardInterrupt"), errors[-300:])
    check("Warning" not in errors, errors[-300:])
    return "KeyboardInterrupt, at once, no warning"


def _left(scene: Scene) -> str:
    server = scene.open(_holding())
    client = scene.client(server.base_url)
    scene.take(scene.side.iterate(client.background_tracks.list(prefetch=3)), 6)
    if scene.name == "async":
        scene.side.wait(asyncio.sleep(0.1))
    check(server.wait_until(lambda: server.under_way == 2), "the pages were not asked for")
    scene.close(client)
    _nothing_open(server, "closing")
    return "closed at once, nothing left"


def _forgotten(scene: Scene) -> str:
    server = scene.open(ListServer(25, default=5))
    kind: Any = BeyondWords if scene.name == "sync" else AsyncBeyondWords
    client = kind(KEY, base_url=server.base_url)
    scene.take(scene.side.iterate(client.background_tracks.list(prefetch=3)), 6)
    if scene.name == "async":
        scene.side.wait(asyncio.sleep(0.1))
    check(server.wait_until(lambda: server.answered[2:] and server.under_way == 0), "pages do not finish")
    time.sleep(0.1)
    del client
    return "nothing left"


def _fork(scene: Scene) -> str:
    ends = {
        "sync": "",
        "async": (
            "async def six():\n    return [(await anext(iterator)).id for _ in range(6)]\n"
            "async def rest():\n    return [track.id async for track in iterator]\n"
        ),
    }
    walks = {
        "sync": ("[next(iterator).id for _ in range(6)]", "[track.id for track in iterator]"),
        "async": ("asyncio.run(six())", "asyncio.run(rest())"),
    }
    first, rest = walks[scene.name]
    head = _WALK[scene.name].partition("for _ in" if scene.name == "sync" else "async def main")[0]
    code = f"""
import os, sys
key = {KEY!r}
{head}
{ends[scene.name]}
first = {first}
read, write = os.pipe()
child = os.fork()
rows = first + {rest}
good = rows == list(range(25))
if child == 0:
    os.write(write, str(good).encode())
    os._exit(0)
os.waitpid(child, 0)
print(os.read(read, 1000).decode(), good)
"""
    server = scene.open(ListServer(25, default=5, slowness=0.02))
    done = _run([sys.executable, "-c", code, server.base_url])
    check(done.stdout == "True True\n", f"{done.stdout!r}, {done.stderr[-300:]!r}")
    check(done.stderr == "", done.stderr[-300:])
    return "25 rows once in each process"


assert os.name == "posix", "forks, signals and /proc are part of the matrix"
