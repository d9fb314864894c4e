"""Exceptions that pass through, freed of the frames they came from."""

from __future__ import annotations

from pathlib import PurePath
from typing import TypeVar

E = TypeVar("E", bound=BaseException)


def without_frames(error: E) -> E:
    """The same exception without the way it came: deep frames of the HTTP library hold the request's headers,
    and some traceback printers show every frame's variables."""
    link: BaseException | None = error
    while link is not None:
        link.__traceback__ = None
        link = link.__context__
    return error


def place(error: BaseException) -> str:
    """Where an exception was raised, for example `transports.py:12`: what is left to show when its frames are not."""
    frame = error.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    return f"{PurePath(frame.tb_frame.f_code.co_filename).name}:{frame.tb_lineno}" if frame is not None else "nowhere"
