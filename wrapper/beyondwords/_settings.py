"""What callers give: checks, limits and defaults, and the key that nobody sees."""

from __future__ import annotations

import ipaddress
import math
import os
from collections.abc import Awaitable, Callable
from typing import Any, NamedTuple, NoReturn
from urllib.parse import quote

import httpx

from ._text import short_repr
from ._version import __version__
from .errors import WHERE_KEYS_ARE, ConfigurationError

API_KEY_VARIABLE = "BEYONDWORDS_API_KEY"
BASE_URL_VARIABLE = "BEYONDWORDS_BASE_URL"
PROJECT_ID_VARIABLE = "BEYONDWORDS_PROJECT_ID"
DEFAULT_BASE_URL = "https://api.beyondwords.io/v1"
ACCEPT_HEADERS = {"Accept": "application/json", "Accept-Encoding": "gzip, deflate"}
DEFAULT_TIMEOUT = httpx.Timeout(30.0, connect=5.0)
# About thirty years: Python's waiting functions overflow not far above.
_MAX_SECONDS = 1e9

# As many connections as httpx opens by default: more requests side by side would only wait for one.
MAX_CONCURRENT_REQUESTS = 100

ApiKey = str | Callable[[], str] | Callable[[], Awaitable[str]]


class Settings(NamedTuple):
    """How a client behaves: what `with_options()` can change."""

    timeout: httpx.Timeout
    max_attempts: int
    deadline: float
    max_response_bytes: int
    retry_writes: bool = False


def check_count(name: str, value: object, least: int = 1) -> int:
    """A whole number of at least `least`."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"{name} must be a whole number, not {short_repr(value)}")
    if value < least:
        raise ValueError(f"{name} must be at least {least}, not {short_repr(value)}")
    return value


def check_seconds(name: str, value: object) -> float:
    """A positive, finite number of seconds."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(f"{name} must be a number of seconds, not {short_repr(value)}")
    if not 0 < value <= _MAX_SECONDS:
        raise ValueError(f"{name} must be more than 0 seconds and at most {_MAX_SECONDS:g}, not {short_repr(value)}")
    return float(value)


def _check_timeout(name: str, value: object) -> httpx.Timeout:
    if not isinstance(value, httpx.Timeout):
        seconds = check_seconds(name, value)
        return httpx.Timeout(seconds, connect=min(seconds, 5.0))
    for step, limit in value.as_dict().items():
        if limit is None or not (math.isfinite(limit) and limit >= 0):
            raise ValueError(f"{name}: {step} must be 0 or more seconds, not {limit!r}; nothing waits for ever")
    return value


def _check_flag(name: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError(f"{name} must be True or False, not {short_repr(value)}")
    return value


_CHECKS: dict[str, Callable[[str, object], Any]] = {
    "timeout": _check_timeout,
    "max_attempts": check_count,
    "deadline": check_seconds,
    "max_response_bytes": check_count,
    "retry_writes": _check_flag,
}


def check_settings(**values: object) -> dict[str, Any]:
    """Values for `Settings`; a TypeError or ValueError names the one that cannot be."""
    return {name: _CHECKS[name](name, value) for name, value in values.items()}


def check_project_id(project_id: object) -> str | int | None:
    """The project that is given, or that of the environment."""
    if project_id is None:
        return os.environ.get(PROJECT_ID_VARIABLE, "").strip() or None
    if isinstance(project_id, bool) or not isinstance(project_id, str | int):
        raise TypeError(f"project_id must be a string or a whole number, not {short_repr(project_id)}")
    if not str(project_id).strip():
        raise ValueError(f"project_id must not be {project_id!r}; leave it out where each method is told its project")
    return project_id


def check_base_url(given: object) -> httpx.URL:
    """The base URL that is given, or that of the environment: https, or http on this machine, since the key goes there.

    Raises ConfigurationError.
    """
    name = BASE_URL_VARIABLE if given is None else "base_url"
    text = os.environ.get(BASE_URL_VARIABLE, "").strip() or DEFAULT_BASE_URL if given is None else given
    if not isinstance(text, str):
        raise ConfigurationError(f"{name} is of type {type(text).__name__}, not a string")
    # First, because the other messages show parts of the text, and a password must be in none of them.
    if "@" in text:
        raise ConfigurationError(f"{name} must not contain a user name or password")
    try:
        url = httpx.URL(text.strip().rstrip("/"))
        is_complete = url.scheme in ("http", "https") and has_usable_host(url)
    except (httpx.InvalidURL, ValueError) as error:
        raise ConfigurationError(f"{name} is not a URL: {error}") from None
    if not is_complete:
        raise ConfigurationError(
            f"{name} must be an absolute https URL such as {DEFAULT_BASE_URL}, not {short_repr(text)}"
        )
    if url.query or url.fragment or text.strip().endswith(("?", "#")):
        raise ConfigurationError(f"{name} must not have a query or a fragment: {short_repr(text)}")
    if url.scheme == "http" and not is_loopback(url.host):
        raise ConfigurationError(
            f"{name} must be https, or the key could be read on the way: {short_repr(text)} "
            "(http is allowed for localhost)"
        )
    return url


def has_usable_host(url: httpx.URL) -> bool:
    """Whether a URL has a host and a port that can be connected to."""
    host, port = url.host, url.port
    # httpx reads `http://[` as the host `%5b`; a percent sign in an IPv6 address names an interface.
    is_host = bool(host) and " " not in host and ("%" not in host or ":" in host)
    return is_host and (port is None or 0 < port < 65536)


def is_loopback(host: str) -> bool:
    """Whether a host name can only mean this machine."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def origin_of(url: httpx.URL) -> str:
    """`https://api.beyondwords.io`, with the port where it is not the scheme's own."""
    return f"{url.scheme}://{url.netloc.decode('ascii')}"


class HiddenKey:
    """The API key, or the function that gives it, out of sight of `repr()`, `vars()` and debuggers' variable lists."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value

    def redacted(self, text: str) -> str:
        """The text without the key, should the server have sent it back."""
        # Shorter ones are made up for a test ("test", "key"), and part of many words.
        if isinstance(self.value, str) and len(self.value) >= 8:
            for spelling in (self.value, quote(self.value), quote(self.value, safe="")):
                text = text.replace(spelling, "[API key]")
        return text

    def __repr__(self) -> str:
        return "[API key]"

    def __reduce__(self) -> NoReturn:
        raise TypeError("what holds the API key cannot be pickled or copied whole")


def check_api_key(api_key: HiddenKey, source: str) -> None:
    """Refuse what no header can carry with a ConfigurationError, which does not show it."""
    # Not raised in `_key_problem`: a traceback may show the variables of its frames, and there one is the key.
    if problem := _key_problem(api_key.value, source):
        raise ConfigurationError(problem)


def _key_problem(key: object, source: str) -> str:
    is_missing = key is None and source == API_KEY_VARIABLE
    if is_missing or (isinstance(key, str) and not key.strip()):
        problem = "no API key" if is_missing else f"the API key ({source}) is empty"
        return f"{problem}: set {API_KEY_VARIABLE} or pass api_key=; you find the key {WHERE_KEYS_ARE}"
    if not isinstance(key, str):
        return f"the API key ({source}) is of type {type(key).__name__}, not a string"
    if _fits_header(key):
        return ""
    return (
        f"the API key ({source}) has a space or line break around it, or a character that a header cannot carry: "
        "copy it again, or strip() it if it was read from a file"
    )


def user_agent_header(application: object) -> str:
    """`myapp/1.0 beyondwords-python/0.1.0`."""
    ours = f"beyondwords-python/{__version__}"
    if application is None:
        return ours
    if not isinstance(application, str):
        raise TypeError(f"user_agent must be a string, not {short_repr(application)}")
    if not application or not _fits_header(application):
        raise ValueError(f"user_agent must be printable ASCII without spaces around it, not {short_repr(application)}")
    return f"{application} {ours}"


def _fits_header(text: str) -> bool:
    return text.isascii() and text.isprintable() and text == text.strip()
