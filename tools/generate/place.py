"""Putting a whole folder in the place of another, so that whoever looks finds the old one or the new one."""

from __future__ import annotations

import ctypes
import fcntl
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_NOW = -2 if sys.platform == "darwin" else -100
"""AT_FDCWD: paths are meant from the current folder."""
_EXCHANGE = 2
"""RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS."""


@contextmanager
def beside(target: Path) -> Iterator[Path]:
    """A temporary folder beside the target; what a run that was killed has left there goes first.

    One run at a time: another one waits.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    prefix = f".{target.name}."
    lock = os.open(target.parent, os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for leftover in target.parent.glob(f"{prefix}*"):
            if (leftover / "old").exists() and not target.exists():
                (leftover / "old").rename(target)
            shutil.rmtree(leftover)
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=prefix) as folder:
            yield Path(folder)
    finally:
        os.close(lock)


def replace(target: Path, fresh: Path) -> None:
    """Put the fresh folder in the target's place; in one step where the system has one."""
    if not target.exists():
        fresh.rename(target)
    elif not _exchanged(target, fresh):
        old = fresh.with_name("old")
        target.rename(old)
        try:
            fresh.rename(target)
        except OSError:
            old.rename(target)
            raise


def _exchanged(one: Path, two: Path) -> bool:
    """Whether the two changed places; not every system and file system can do that."""
    name = "renameatx_np" if sys.platform == "darwin" else "renameat2"
    exchange = getattr(ctypes.CDLL(None), name, None)
    return exchange is not None and exchange(_NOW, os.fsencode(one), _NOW, os.fsencode(two), _EXCHANGE) == 0
