"""The way of one call below the generated code: origin guard, key, tries, deadline, typed errors."""

from __future__ import annotations

import random
import time
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from .._core.advice import CLIENT_CLOSED
from .._core.answer import Answer, complete
from .._core.answers import is_defined_success, is_success
from .._core.arguments import check_path
from .._core.frames import place, without_frames
from .._core.lifetime import Lifetime
from .._core.options import Options
from .._core.origin import BaseUrl, origin_text
from .._core.retry import retry_delay
from .._core.secret import KeySource, Secret
from .._core.text import one_line
from .._core.tries import BodyRefused, TransportFault, Try, Unsuccessful, failed, refused, unreadable
from .._http import URL, AsyncBaseTransport, AsyncClient, Headers, HTTPError, Request, Response
from .._logs import log_attempt, log_retry
from .._sockets import has_more
from ..errors import APITimeoutError, BeyondWordsError, ConfigurationError
from .io import AsyncConnections, ask_key, deadline_scope, hang_up, sleep, slice_body

_KEY_HEADER = b"X-Api-Key"
# What httpx reads without further packages.
_ENCODINGS = frozenset({"gzip", "deflate"})
# One piece of this unfolds to at most 4 MiB.
_COMPRESSED_PIECE = 4 * 1024
# Enough for any message; the rest of an error's body is not worth the wait.
_ERROR_BODY_LIMIT = 64 * 1024

_UNUSED = AsyncBaseTransport()


class AsyncSession(AsyncClient):
    """The httpx client that generated functions get.

    It builds requests as httpx does, and sends each through the shared connections with everything this
    package promises. So every generated function has it, also those that nobody has wrapped.
    """

    def __init__(
        self,
        *,
        connections: AsyncConnections,
        base_url: BaseUrl,
        keys: KeySource,
        options: Options,
        user_agent: str,
        lifetime: Lifetime,
    ) -> None:
        super().__init__(
            base_url=base_url.url,
            timeout=options.timeout,
            headers={"User-Agent": user_agent, "Accept": "application/json", "Accept-Encoding": "gzip, deflate"},
            # Nothing is sent from here: the connections do that, with their proxies and certificates.
            transport=_UNUSED,
            trust_env=False,
        )
        self._connections = connections
        self._base = base_url
        self._keys = keys
        self._options = options
        self._lifetime = lifetime

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._base.url}>"

    def build_request(self, method: str, url: URL | str, **rest: Any) -> Request:
        """A request as httpx builds it.

        Raises:
            ValueError: A path parameter is empty, `.` or `..`, which would lead to another resource.
        """
        check_path(str(url))
        return super().build_request(method, url, **rest)

    async def aclose(self) -> None:
        """Refuse further requests; the connections stay open for others."""
        self._lifetime.end()

    async def send(
        self, request: Request, *, stream: bool = False, auth: Any = None, follow_redirects: Any = None
    ) -> Response:
        """Send with tries, and answer only with a success, complete in memory.

        Redirects are never followed, whatever is asked for: custom headers survive them in httpx.

        Raises:
            BeyondWordsError: Everything else.
        """
        await request.aread()
        options = self._options
        deadline = time.monotonic() + options.deadline
        attempt = 0
        while True:
            # Anew for every try: somebody may have closed the client during the wait.
            self._check(request)
            attempt += 1
            result = await self._try(request, attempt, deadline)
            if isinstance(result, Response):
                return result
            delay = retry_delay(
                policy=options.retry_policy,
                method=request.method,
                attempt=attempt,
                outcome=result.outcome,
                retry_after=result.retry_after,
                remaining=deadline - time.monotonic(),
                jitter=random.random(),
            )
            if delay is None:
                raise result.error
            self._check(request)
            log_retry(self._path(request), request.method, result, attempt, delay)
            await sleep(delay)

    def _check(self, request: Request) -> None:
        if self._lifetime.ended:
            raise ConfigurationError(CLIENT_CLOSED)
        url = request.url
        # As it goes on the wire: `host` shows an international name decoded.
        host = url.raw_host.decode("ascii")
        if not self._base.is_origin_of(url.scheme, host, url.port):
            target = origin_text(url.scheme, host, url.port)
            raise ConfigurationError(f"the API key is for {self._base.origin}, so a request to {target} is not sent")

    def _path(self, request: Request) -> str:
        path = self._base.below(request.url.path)
        # Decoded, it may hold line breaks.
        return path if path.isprintable() else one_line(path)

    async def _try(self, request: Request, attempt: int, deadline: float) -> Answer | Unsuccessful:
        secret = await self._key(request, attempt, deadline)
        started = time.monotonic()
        remaining = max(deadline - started, 0.001)
        headers, extensions = request.headers, request.extensions
        request.headers = _with_key(headers, secret)
        request.extensions = {**extensions, "timeout": _bounded(extensions.get("timeout"), remaining)}
        response: Response | None = None
        content = b""
        caught: BaseException | None = None
        try:
            async with deadline_scope(remaining), self._connections.slot():
                response = await self._connections.transport(request.url).handle_async_request(request)
                try:
                    content = await self._read(response, deadline)
                finally:
                    await response.aclose()
                    # Nobody else closes it when its pool was closed meanwhile.
                    if self._connections.closed or has_more(response):
                        await hang_up(response)
        # A host name of a proxy that cannot be encoded is a UnicodeError.
        except (HTTPError, OSError, UnicodeError, BodyRefused) as error:
            caught = error
        except (BeyondWordsError, AssertionError):
            # An assertion is somebody's test, within a transport made for it.
            raise
        except Exception as error:
            # Only a transport of the caller's raises anything else.
            caught = TransportFault(f"{type(error).__name__}: {error} ({place(error)})")
        except BaseException as interruption:
            caught = without_frames(interruption)
        finally:
            request.headers, request.extensions = headers, extensions
            if response is None:
                self._connections.tidy(request.url)
        # Out here, and not in the handler: there an error would hold on to frames that hold the key.
        if caught is not None and not isinstance(caught, Exception):
            # Its repr shows the server's reason phrase, and tracebacks may show variables.
            del response
            raise caught
        if caught is not None and self._connections.closed:
            raise ConfigurationError(CLIENT_CLOSED)
        path = self._path(request)
        result: Answer | Unsuccessful
        if response is not None and caught is None and is_defined_success(response.status_code):
            result = complete(response, content, request, path=path, attempt=attempt, secret=secret)
        else:
            this = self._this_try(request, attempt, secret)
            result = _judged(this, response, content, caught, deadline_passed=time.monotonic() >= deadline)
        log_attempt(path, request.method, result, attempt, (time.monotonic() - started) * 1000)
        return result

    async def _key(self, request: Request, attempt: int, deadline: float) -> Secret:
        """The key for one try. A function of the caller's that gives it has no more time than the call."""
        if self._keys.function is None:
            return self._keys.fixed
        secret: Secret | None = None
        with suppress(TimeoutError):
            async with deadline_scope(deadline - time.monotonic()):
                secret = await ask_key(self._keys)
        if secret is not None and time.monotonic() < deadline:
            return secret
        path, limits = self._path(request), self._options
        raise APITimeoutError(
            f"{request.method} {path}: the api_key function took longer than the deadline of {limits.deadline:g} s "
            f"(attempt {attempt} of {limits.max_attempts})",
            method=request.method,
            path=path,
            attempts=attempt,
        )

    def _this_try(self, request: Request, attempt: int, secret: Secret) -> Try:
        return Try(
            method=request.method,
            url=str(request.url),
            path=self._path(request),
            origin=self._base.origin,
            attempt=attempt,
            max_attempts=self._options.max_attempts,
            deadline=self._options.deadline,
            secret=secret,
        )

    async def _read(self, response: Response, deadline: float) -> bytes:
        """The decoded body, up to the allowed size. A broken body of an error does not hide its status."""
        success = is_success(response.status_code)
        encoding = response.headers.get("content-encoding", "").strip().lower()
        if encoding in _ENCODINGS:
            slice_body(response, _COMPRESSED_PIECE)
        elif encoding not in ("", "identity"):
            if success:
                raise BodyRefused(f"its Content-Encoding {encoding!r} was not asked for")
            return b""
        limit = self._options.max_response_bytes if success else _ERROR_BODY_LIMIT
        # One buffer: a list of many small pieces takes many times their size.
        content = bytearray()
        try:
            async for chunk in response.aiter_bytes():
                content += chunk
                if len(content) > limit:
                    break
                if time.monotonic() > deadline:
                    raise TimeoutError
        except (HTTPError, OSError):
            if success:
                raise
        if success and len(content) > limit:
            raise BodyRefused(f"its body is larger than max_response_bytes ({limit})")
        return bytes(content)


def _judged(
    this: Try, response: Response | None, content: bytes, caught: Exception | None, *, deadline_passed: bool
) -> Unsuccessful:
    if response is None:
        assert caught is not None
        return failed(this, caught, status=None, deadline_passed=deadline_passed)
    status = response.status_code
    if not is_success(status):
        return refused(this, status, response.headers, content)
    if caught is not None:
        return failed(this, caught, status=status, deadline_passed=deadline_passed)
    return unreadable(this, status, "HTTP defines no such status")


def _with_key(headers: Headers, secret: Secret) -> Headers:
    others = [(name, value) for name, value in headers.raw if name.lower() != _KEY_HEADER.lower()]
    return Headers([*others, (_KEY_HEADER, secret.header_value())])


def _bounded(timeout: Mapping[str, float | None] | None, remaining: float) -> dict[str, float]:
    """Each step's seconds, cut to what is left of the call."""
    given = timeout or {}
    limits = {step: given.get(step) for step in ("connect", "read", "write", "pool")}
    return {step: remaining if seconds is None else min(seconds, remaining) for step, seconds in limits.items()}
