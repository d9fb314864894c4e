"""How much is measured: everything in some minutes, or a first look in one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Effort:
    """The sizes of all benchmarks."""

    call_rounds: int = 60
    calls_a_round: int = 20
    client_rounds: int = 200
    process_rounds: int = 11
    many_operations: int = 600
    walk_tracks: int = 10_000
    slow_walk_rounds: int = 2
    quick_walk_rounds: int = 11
    stream_tracks: int = 1_000_000
    stream_rounds: int = 1
    threads: int = 64
    calls_a_thread: int = 40
    tasks: int = 1000
    calls_a_task: int = 1
    sharing_rounds: int = 3


FULL = Effort()
QUICK = Effort(
    call_rounds=30,
    calls_a_round=10,
    process_rounds=3,
    many_operations=60,
    slow_walk_rounds=1,
    walk_tracks=5_000,
    quick_walk_rounds=5,
    stream_tracks=100_000,
    calls_a_thread=10,
    tasks=300,
    sharing_rounds=2,
)
