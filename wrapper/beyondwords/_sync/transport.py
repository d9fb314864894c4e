# Derived from _async/transport.py by `make sync-twins`: change that file, not this one.
"""The way of one request below the generated code: key, attempts, deadline, typed errors."""

from __future__ import annotations

import random
import time
from collections.abc import Mapping
from copy import copy

import httpx

from .._failures import (
    ATTEMPT_EXTENSION,
    WITHOUT_KEY_EXTENSION,
    Attempt,
    connection_error,
    decode_error,
    status_error,
)
from .._logs import log_attempt, log_retry
from .._retries import retry_delay
from .._settings import HiddenKey, Settings, check_api_key, origin_of
from .._text import one_line
from ..errors import APITimeoutError, BeyondWordsError, ConfigurationError
from . import runtime

_CLOSED = "the client is closed: make a new one, or keep it open as long as it is used"
# Enough for any message; the rest of an error's body is not worth the wait.
_ERROR_BODY_LIMIT = 64 * 1024
# They describe the body as it was sent, compressed and in chunks; the response that is returned has it decoded.
_WIRE_HEADERS = frozenset({b"content-encoding", b"content-length", b"transfer-encoding"})
_COMPRESSIONS = frozenset({"gzip", "deflate", "br", "zstd"})


class RetryTransport(runtime.TransportMixin, httpx.BaseTransport):
    """Sends through another transport, with everything this package promises.

    It stands under the generated functions, so every one of them has it, also those without a method in the wrapper.
    """

    def __init__(
        self, transport: httpx.BaseTransport, *, base_url: httpx.URL, api_key: HiddenKey, settings: Settings
    ) -> None:
        self._inner = transport
        self._base_url = base_url
        self._origin = origin_of(base_url)
        self.api_key = api_key
        self.settings = settings
        # The one that was not made by `with_settings()`: when it is closed, so are all copies.
        self._first = self
        self._closed = False

    def with_settings(self, settings: Settings) -> RetryTransport:
        """One that behaves differently and shares the connections."""
        changed = copy(self)
        changed.settings = settings
        return changed

    @property
    def is_closed(self) -> bool:
        """Whether nothing may be sent any more."""
        return self._closed or self._first._closed

    def shut_down(self) -> None:
        """Refuse further requests, and close the connections where this is no copy.

        Not `close()`: the generated client's copies of itself call that when they are closed, and share all this.
        """
        if not self._closed:
            self._closed = True
            if self._first is self:
                self._inner.close()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send until it succeeds or must not be sent again; only a success is returned, complete in memory.

        Raises:
            BeyondWordsError: Everything else.
        """
        if (target := origin_of(request.url)) != self._origin:
            raise ConfigurationError(f"the API key is for {self._origin}, so a request to {target} is not sent")
        if self.is_closed:
            raise ConfigurationError(_CLOSED)
        request.read()
        ends_at = time.monotonic() + self.settings.deadline
        number = 0
        while True:
            number += 1
            attempt = self._next_attempt(request, number, ends_at)
            started = time.monotonic()
            outcome = runtime.shielded(self._exchange(request, attempt, ends_at))
            log_attempt(attempt, outcome, (time.monotonic() - started) * 1000)
            if isinstance(outcome, httpx.Response):
                return outcome
            remaining = ends_at - time.monotonic()
            delay = retry_delay(self.settings, request.method, outcome, remaining=remaining, jitter=random.random())
            if delay is None:
                raise outcome
            log_retry(attempt, outcome, delay)
            runtime.sleep(delay)
            if self.is_closed:
                raise outcome

    def _next_attempt(self, request: httpx.Request, number: int, ends_at: float) -> Attempt:
        path = one_line(request.url.path.removeprefix(self._base_url.path.rstrip("/")))
        attempt = Attempt(request.method, path, self._origin, number, self.settings, self.api_key)
        if request.extensions.get(WITHOUT_KEY_EXTENSION) or not callable(self.api_key.value):
            return attempt
        return attempt._replace(api_key=self._asked_for_key(attempt, ends_at))

    def _asked_for_key(self, attempt: Attempt, ends_at: float) -> HiddenKey:
        # The caller's function is in no variable here: its repr may show a key (functools.partial).
        key = HiddenKey(None)
        # What the function raises is not touched; it has no more time than the call.
        try:
            with runtime.fail_after(ends_at - time.monotonic()):
                key = HiddenKey(runtime.value_of(attempt.api_key))
        except TimeoutError:
            if time.monotonic() < ends_at:
                raise
        if time.monotonic() >= ends_at:
            problem = f"the api_key function took longer than the deadline of {self.settings.deadline:g} s"
            raise attempt.error(APITimeoutError, problem, may_have_arrived=attempt.number > 1)
        check_api_key(key, "from the api_key function")
        return key

    def _exchange(self, request: httpx.Request, attempt: Attempt, ends_at: float) -> httpx.Response | BeyondWordsError:
        remaining = ends_at - time.monotonic()
        timeout = _limited(request.extensions.get("timeout"), remaining)
        sent = _with_key(request, attempt.api_key, timeout)
        response: httpx.Response | None = None
        content = bytearray()
        try:
            with runtime.fail_after(remaining), runtime.request_limit(self._inner, timeout["pool"]):
                # Somebody may have closed it while this waited, for the key or for other requests.
                if self.is_closed:
                    return ConfigurationError(_CLOSED)
                response = self._inner.handle_request(sent)
                try:
                    return self._receive(response, content, request, attempt, ends_at)
                finally:
                    response.close()
        except (httpx.HTTPError, httpx.StreamError, httpx.InvalidURL, OSError, UnicodeError) as cause:
            # A broken body does not hide the status of an error, and what came of it may say enough.
            if response is not None and not response.is_success:
                return status_error(attempt, response, bytes(content))
            if response is not None and isinstance(cause, httpx.DecodingError):
                return decode_error(attempt, response, str(cause))
            # Returned rather than raised here, where it would hold the frames of the HTTP library, and so the key.
            deadline_passed = time.monotonic() >= ends_at
            return connection_error(attempt, cause, deadline_passed=deadline_passed, is_closed=self.is_closed)

    def _receive(
        self, response: httpx.Response, content: bytearray, request: httpx.Request, attempt: Attempt, ends_at: float
    ) -> httpx.Response | BeyondWordsError:
        limit = self.settings.max_response_bytes if response.is_success else _ERROR_BODY_LIMIT
        # A few bytes that were compressed several times over can fill the memory.
        encodings = response.headers.get("content-encoding", "").lower().split(",")
        if sum(encoding.strip() in _COMPRESSIONS for encoding in encodings) > 1:
            raise httpx.DecodingError("its body is compressed more than once")
        for chunk in response.iter_bytes():
            content += chunk
            if len(content) > limit:
                break
            if time.monotonic() > ends_at:
                # Caught in `_exchange`, like any other failure of the network.
                raise TimeoutError
        if not response.is_success:
            return status_error(attempt, response, bytes(content[:limit]))
        if len(content) > limit:
            return decode_error(attempt, response, f"its body is larger than max_response_bytes ({limit})")
        return _in_memory(response, bytes(content), request, attempt)


def _in_memory(response: httpx.Response, content: bytes, request: httpx.Request, attempt: Attempt) -> httpx.Response:
    """The response with its body in memory, free of the connection it came from."""
    headers = [pair for pair in response.headers.raw if pair[0].lower() not in _WIRE_HEADERS]
    # Not the reason phrase, which is the server's and which httpx logs.
    extensions = {"http_version": response.extensions.get("http_version", b"HTTP/1.1"), ATTEMPT_EXTENSION: attempt}
    stream = httpx.ByteStream(content)
    return httpx.Response(response.status_code, headers=headers, stream=stream, request=request, extensions=extensions)


def _with_key(request: httpx.Request, api_key: HiddenKey, timeout: Mapping[str, float]) -> httpx.Request:
    """The request as it is sent. The caller's own, which hooks and errors may show, never holds the key."""
    headers = [pair for pair in request.headers.raw if pair[0].lower() != b"x-api-key"]
    if not request.extensions.get(WITHOUT_KEY_EXTENSION):
        headers.append((b"X-Api-Key", str(api_key.value).encode("ascii")))
    extensions = {**request.extensions, "timeout": timeout}
    return httpx.Request(request.method, request.url, headers=headers, stream=request.stream, extensions=extensions)


def _limited(timeout: Mapping[str, float | None] | None, remaining: float) -> dict[str, float]:
    """Each step's seconds, cut to what is left of the call."""
    given = timeout or {}
    # Connecting times out a moment before the deadline: the error is that of connecting then, so nothing has arrived.
    connecting = remaining - min(remaining / 10, 0.1)
    most = {"connect": connecting, "pool": connecting, "read": remaining, "write": remaining}
    limits = {step: limit if (own := given.get(step)) is None else min(own, limit) for step, limit in most.items()}
    return {step: max(limit, 0.001) for step, limit in limits.items()}
