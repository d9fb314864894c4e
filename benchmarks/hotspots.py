"""Where the time of a page walk goes, as text: `python -m benchmarks --profile`."""

from __future__ import annotations

import cProfile
import platform
import pstats
import re
from collections import Counter
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks.clients import clients
from benchmarks.server import running_server
from benchmarks.walks import ROWS_A_PAGE, wrapper_walk
from tools.spec import ROOT

FILE = ROOT / "benchmarks" / "profile.txt"
_TRACKS = 100_000
_WARM_UP_WALKS = 1
_LINES = 30
_BUILT_IN = "~"
_OURS = re.compile(r".*/(?:wrapper|generated_client)/")
_INSTALLED = re.compile(r".*/site-packages/")
_STANDARD = re.compile(r".*/python3\.\d+/")
_ATTRS = re.compile(r"<attrs generated methods (\w+)")
_PACKAGES = frozenset({"beyondwords", "beyondwords_api", "httpx", "httpcore", "h11", "json", "attr", "benchmarks"})
_NETWORK = ("'_socket.socket'", "'select.", "built-in method select")

Function = tuple[str, int, str]
"""File, line and name, as the profiler knows it."""


def write(file: Path = FILE) -> None:
    """Profile a walk and write what it says."""
    with running_server() as server, clients(server.base_url(tracks=_TRACKS)) as made:
        for _ in range(_WARM_UP_WALKS):
            wrapper_walk(made, prefetch=False)
        profile = cProfile.Profile()
        profile.runcall(wrapper_walk, made, prefetch=False)
    file.write_text(described(pstats.Stats(profile)), encoding="utf-8")
    print(f"wrote {file.name}")


def described(stats: pstats.Stats) -> str:
    """The profile as text: by package, by own time, by time with callees."""
    entries: dict[Function, Any] = stats.stats  # type: ignore[attr-defined]
    own = sorted(entries.items(), key=lambda entry: -entry[1][2])
    whole = sorted(entries.items(), key=lambda entry: -entry[1][3])
    return "\n".join(
        [
            f"A walk over {_TRACKS} tracks, {ROWS_A_PAGE} a page, one page at a time, sync, loopback, under cProfile",
            f"(Python {platform.python_version()}, httpx {version('httpx')}). "
            "The profiler makes small functions look dearer than they are.",
            "Repeat with: python -m benchmarks --profile",
            "",
            "Own time by package, built-in functions counted where they are called",
            *_package_lines(entries),
            "",
            "The functions with the most own time",
            *_function_lines(own, column=2),
            "",
            "The functions with the most time, callees included",
            *_function_lines(whole, column=3),
            "",
        ]
    )


def _function_lines(entries: list[tuple[Function, Any]], *, column: int) -> list[str]:
    heading = f"{'calls':>9}  {'seconds':>8}  function"
    lines = [f"{entry[1]:>9}  {entry[column]:>8.3f}  {_place(function)}" for function, entry in entries[:_LINES]]
    return [heading, *lines]


def _package_lines(entries: dict[Function, Any]) -> list[str]:
    shares: Counter[str] = Counter()
    for function, (_, _, own, _, callers) in entries.items():
        if function[0] != _BUILT_IN or not callers or _is_network(function):
            shares[_package(function)] += own
        else:
            for caller, numbers in callers.items():
                shares[_package(caller)] += numbers[2]
    total = sum(shares.values())
    return [f"{seconds:>9.3f} s  {seconds / total:>5.1%}  {name}" for name, seconds in shares.most_common()]


def _is_network(function: Function) -> bool:
    return any(mark in function[2] for mark in _NETWORK)


def _package(function: Function) -> str:
    if _is_network(function):
        return "sockets"
    # attrs names the code it makes after the class it is for.
    if made_for := _ATTRS.match(function[0]):
        return f"{made_for[1]} (made by attrs)"
    top = _shown(function[0]).split("/")[0]
    return top if top in _PACKAGES else "Python itself"


def _place(function: Function) -> str:
    file, line, name = function
    return name if file == _BUILT_IN else f"{_shown(file)}:{line} {name}"


def _shown(file: str) -> str:
    """The file without the directories of this machine."""
    path = Path(file).as_posix()
    for prefix in (_OURS, _INSTALLED, _STANDARD):
        if prefix.match(path):
            return prefix.sub("", path)
    return path.removeprefix(f"{ROOT.as_posix()}/")
