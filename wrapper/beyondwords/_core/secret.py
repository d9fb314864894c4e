"""The API key: accepted once, shown never."""

from __future__ import annotations

import re
import weakref
from collections import deque
from collections.abc import Callable, Mapping
from typing import Any

from .advice import API_KEY_VARIABLE, KEY_LOCATION

REDACTED = "[API key]"

ApiKey = str | Callable[[], Any]

# Escaping one escaping in another multiplies them; bounded, so that a search takes linear time.
_BACKSLASHES = r"\\{0,8}"

# A shorter key is one of somebody's tests ("test", "key"), and part of many words.
_WORD_LENGTH = 8
# Keys that rotate stay known for a while: late answers and servers name the one before.
_REMEMBERED = 8

# Every key in use, so that a log record of another library can be searched for it.
_in_use: weakref.WeakSet[Secret] = weakref.WeakSet()


class Secret:
    """An API key that does not print itself, and takes itself out of other text."""

    __slots__ = ("__weakref__", "_pattern", "_value")

    def __init__(self, value: str) -> None:
        self._value = value
        self._pattern: re.Pattern[str] | None = None
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
        # Made when first needed: most clients never see an error.
        if self._pattern is None:
            self._pattern = _pattern(self._value)
        return self._pattern.sub(REDACTED, text)


def redact_keys_in_use(text: str) -> str:
    """The text without any key that a client of this process uses at present."""
    for secret in list(_in_use):
        text = secret.redact(text)
    return text


def _pattern(value: str) -> re.Pattern[str]:
    """Finds the key as it is and in any escaping: of Python, JSON, HTML or a URL, also one inside another."""
    # The key itself, and what is left of it where another character set was expected.
    readings = {value, value.encode().decode("latin-1"), value.encode("latin-1").decode("utf-8", "replace")}
    spellings = "|".join(_any_spelling(reading) for reading in sorted(readings))
    if len(value) < _WORD_LENGTH:
        spellings = rf"(?<![0-9A-Za-z])(?:{spellings})(?![0-9A-Za-z])"
    # What is redacted already stays as it is. Names of hosts and of encodings are shown in lower case.
    return re.compile(f"{re.escape(REDACTED)}|{spellings}", re.IGNORECASE)


def _any_spelling(text: str) -> str:
    parts = [_character(character) for character in text]
    # Where space is folded, the first of several stays.
    folded = [
        f"(?:{part})?" if character == before == " " else part
        for part, character, before in zip(parts[1:], text[1:], text, strict=False)
    ]
    return _BACKSLASHES.join([parts[0], *folded])


def _character(character: str) -> str:
    # Needed for errors only, and a list of two thousand names.
    from html.entities import codepoint2name

    code = ord(character)
    utf8 = [f"{byte:02x}" for byte in character.encode()]
    escaped = [f"x{code:02x}", f"u{code:04x}", f"&#0*{code};", f"&#x0*{code:x};", "".join(f"%{byte}" for byte in utf8)]
    if code in codepoint2name:
        escaped.append(f"&{codepoint2name[code]};")
    if len(utf8) > 1:
        escaped.append(_BACKSLASHES.join(f"x{byte}" for byte in utf8))
    if character == " ":
        escaped.append(r"\+")
    return f"(?:{re.escape(character)}|{'|'.join(escaped)})"


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

    __slots__ = ("_ask", "_last", "_recent")

    def __init__(self, api_key: ApiKey | None) -> None:
        self._ask = api_key if callable(api_key) else None
        self._last = Secret(api_key) if isinstance(api_key, str) else None
        self._recent: deque[Secret] = deque(maxlen=_REMEMBERED)

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
        # One secret per key, however often it is asked for; threads may ask side by side.
        secret = self._last
        if secret is None or not secret.matches(value):
            secret = self._last = Secret(str(value))
            self._recent.append(secret)
        return secret


def _function_name(function: object) -> str:
    return getattr(function, "__name__", type(function).__name__) + "()"


def key_source(api_key: ApiKey | None, environment: Mapping[str, str]) -> KeySource | str:
    """The source for what the caller gave, else for the environment; or what is wrong with it."""
    if callable(api_key):
        return KeySource(api_key)
    found = environment.get(API_KEY_VARIABLE) if api_key is None else api_key
    return key_problem(found) or KeySource(found)
