"""How a client behaves, checked where it is given."""

from __future__ import annotations

from typing import Any, NamedTuple

from .._http import Timeout
from .retry import Policy

# Thirty years; the operating system refuses a little more.
_LONGEST = 1e9
DEFAULT_TIMEOUT = 30.0
DEFAULT_CONNECT_TIMEOUT = 5.0


class Options(NamedTuple):
    """What `with_options()` can change."""

    timeout: Timeout = Timeout(DEFAULT_TIMEOUT, connect=DEFAULT_CONNECT_TIMEOUT)
    """Seconds per network step."""
    max_attempts: int = 3
    deadline: float = 60.0
    """Seconds for a whole call, tries and waits included."""
    max_response_bytes: int = 64 * 1024 * 1024
    """Size of a decoded body."""
    retry_writes: bool = False
    retry_rate_limits: bool = True

    @property
    def retry_policy(self) -> Policy:
        """The part that the retry decision needs."""
        return Policy(self.max_attempts, self.retry_writes, self.retry_rate_limits)


def check_timeout(value: object) -> Timeout:
    """A timeout from seconds or an `httpx.Timeout`; no step may wait for ever."""
    if isinstance(value, Timeout):
        if None in value.as_dict().values():
            raise ValueError("timeout: every step (connect, read, write, pool) needs seconds, None would wait for ever")
        return value
    seconds = check_seconds("timeout", value)
    return Timeout(seconds, connect=min(seconds, DEFAULT_CONNECT_TIMEOUT))


def check_seconds(name: str, value: object) -> float:
    """A positive, finite number of seconds."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(f"{name} must be a number of seconds, not {value!r}")
    if not (0 < value <= _LONGEST):
        raise ValueError(f"{name} must be more than 0 seconds and at most {_LONGEST:g}, not {value!r}")
    return float(value)


def check_count(name: str, value: object, *, least: int) -> int:
    """A whole number of at least `least`."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"{name} must be a whole number, not {value!r}")
    if value < least:
        raise ValueError(f"{name} must be at least {least}, not {value!r}")
    return value


def check_flag(name: str, value: object) -> bool:
    """True or False, and nothing that merely looks like it."""
    if not isinstance(value, bool):
        raise TypeError(f"{name} must be True or False, not {value!r}")
    return value


def changed_options(
    options: Options,
    *,
    timeout: float | Timeout | None = None,
    max_attempts: int | None = None,
    deadline: float | None = None,
    max_response_bytes: int | None = None,
    retry_writes: bool | None = None,
) -> Options:
    """The options with what is given replaced.

    Raises:
        TypeError: A value of the wrong type.
        ValueError: A value out of range.
    """
    changes: dict[str, Any] = {}
    if timeout is not None:
        changes["timeout"] = check_timeout(timeout)
    if max_attempts is not None:
        changes["max_attempts"] = check_count("max_attempts", max_attempts, least=1)
    if deadline is not None:
        changes["deadline"] = check_seconds("deadline", deadline)
    if max_response_bytes is not None:
        changes["max_response_bytes"] = check_count("max_response_bytes", max_response_bytes, least=1)
    if retry_writes is not None:
        changes["retry_writes"] = check_flag("retry_writes", retry_writes)
    return options._replace(**changes)
