"""What tests may give as numbers, errors and names."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def check_seconds(name: str, value: object) -> None:
    """Refuse what is no number of seconds, 0 or more."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(f"{name} must be a number of seconds, not {value!r}")
    if not 0 <= value < float("inf"):
        raise ValueError(f"{name} must be a number of seconds, 0 or more, not {value!r}")


def check_count(name: str, value: object, least: int) -> None:
    """Refuse what is no whole number of at least so many."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"{name} must be a whole number, not {value!r}")
    if value < least:
        raise ValueError(f"{name} must be at least {least}, not {value}")


def check_status(status: object) -> None:
    """Refuse what is no status of a failure."""
    check_count("status", status, 300)
    if isinstance(status, int) and status > 599:
        raise ValueError(f"status must be at most 599, not {status}")


def check_pair(error: object) -> tuple[str, str]:
    """A field error: its location and its message."""
    match error:
        case (str(location), str(message)):
            return location, message
    raise TypeError(
        f"errors must be pairs of location and message, such as [('title', 'is too long')]; among them is {error!r}"
    )


def nearest(name: str, known: Iterable[str]) -> str:
    """The end of a message about an unknown name: the known one that is near, or all."""
    near = get_close_matches(name, known := sorted(known), n=1)
    return f"; did you mean {near[0]!r}?" if near else f"; there is {', '.join(known)}"
