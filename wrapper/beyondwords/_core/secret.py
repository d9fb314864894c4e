"""The API key: accepted once, shown never."""

from __future__ import annotations

import json
import weakref
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import quote

from .advice import API_KEY_VARIABLE, KEY_LOCATION

REDACTED = "[API key]"

ApiKey = str | Callable[[], Any]

# Every key in use, so that a log record of another library can be searched for it.
_in_use: weakref.WeakSet[Secret] = weakref.WeakSet()


class Secret:
    """An API key that does not print itself, and takes itself out of other text."""

    __slots__ = ("__weakref__", "_spellings", "_value")

    def __init__(self, value: str) -> None:
        self._value = value
        self._spellings = _spellings(value)
        _in_use.add(self)

    def __repr__(self) -> str:
        return REDACTED

    def __reduce__(self) -> str:
        raise TypeError("an API key is not pickled")

    def header_value(self) -> bytes:
        """The key as it goes on the wire."""
        return self._value.encode("latin-1")

    def matches(self, value: object) -> bool:
        """Whether this is the secret of that key."""
        return value == self._value

    def redact(self, text: str) -> str:
        """The text with every spelling of the key taken out."""
        for spelling in self._spellings:
            text = text.replace(spelling, REDACTED)
        return text


def redact_keys_in_use(text: str) -> str:
    """The text without any key that a client of this process uses at present."""
    for secret in list(_in_use):
        text = secret.redact(text)
    return text


def _spellings(value: str) -> tuple[str, ...]:
    """How the key looks plain, in a repr of text or bytes, in JSON and in a URL; the longest first."""
    shown = {
        value,
        repr(value)[1:-1],
        repr(value.encode("latin-1"))[2:-1],
        json.dumps(value)[1:-1],
        json.dumps(value, ensure_ascii=False)[1:-1],
        quote(value),
        quote(value, safe=""),
    }
    return tuple(sorted(shown, key=len, reverse=True))


def key_problem(value: object) -> str | None:
    """Why this cannot be an API key, in words that do not contain it; None if it can."""
    if value is None:
        return f"no API key: set {API_KEY_VARIABLE} or pass api_key=; you find the key {KEY_LOCATION}"
    if not isinstance(value, str):
        return f"the API key is {_article(type(value).__name__)}, not a string"
    if not value.strip():
        return f"the API key is empty: set {API_KEY_VARIABLE} or pass api_key=; you find the key {KEY_LOCATION}"
    if "\n" in value or "\r" in value:
        return "the API key contains a line break, which a header cannot carry: strip() it if it was read from a file"
    if not value.isprintable():
        return "the API key contains a control or invisible character, which a header cannot carry: copy it again"
    if value != value.strip():
        return "the API key begins or ends with a space, which a header cannot carry: strip() it"
    if any(ord(character) > 0xFF for character in value):
        return "the API key contains a character outside Latin-1, which a header cannot carry: copy it again"
    return None


def _article(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiouAEIOU' else 'a'} {noun}"


class KeySource:
    """Where the key comes from: one string, or a function that is asked anew for every request."""

    __slots__ = ("_ask", "_last")

    def __init__(self, api_key: ApiKey | None) -> None:
        self._ask = api_key if callable(api_key) else None
        self._last = Secret(api_key) if isinstance(api_key, str) else None

    def __repr__(self) -> str:
        return "KeySource(function)" if self._ask else f"KeySource({REDACTED})"

    @property
    def function(self) -> Callable[[], Any] | None:
        """The caller's function, or None when the key is fixed."""
        return self._ask

    @property
    def fixed(self) -> Secret:
        """The key given at construction (only where there is no function)."""
        assert self._last is not None
        return self._last

    def secret_of(self, value: object) -> Secret | str:
        """The secret for what the function answered, or what is wrong with the answer."""
        if problem := key_problem(value):
            return f"api_key={_function_name(self._ask)}: {problem}"
        # One secret per key, however often it is asked for.
        if self._last is None or not self._last.matches(value):
            self._last = Secret(str(value))
        return self._last


def _function_name(function: object) -> str:
    return getattr(function, "__name__", type(function).__name__) + "()"


def key_source(api_key: ApiKey | None, environment: Mapping[str, str]) -> KeySource | str:
    """The source for what the caller gave, else for the environment; or what is wrong with it."""
    if callable(api_key):
        return KeySource(api_key)
    found = environment.get(API_KEY_VARIABLE) if api_key is None else api_key
    return key_problem(found) or KeySource(found)
