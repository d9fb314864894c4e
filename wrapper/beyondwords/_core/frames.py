"""Exceptions that pass through, freed of the frames they came from."""

from __future__ import annotations

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
