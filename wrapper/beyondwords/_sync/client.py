# Derived from _async/client.py by `make sync-twins`: change that file, not this one.
"""The client."""

from __future__ import annotations

import os
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Any, NoReturn, Self, TypeVar, overload

from .._core.arguments import check_paging
from .._core.lifetime import Lifetime
from .._core.operations import LIMIT, OFFSET, operation_of
from .._core.options import DEFAULT_TIMEOUT, Options, changed_options
from .._core.origin import BASE_URL_VARIABLE, DEFAULT_BASE_URL, parse_base_url
from .._core.secret import ApiKey, key_source, redact_keys_in_use
from .._core.user_agent import user_agent_header
from .._http import BaseTransport, Timeout
from .._logs import guard_logs
from ..errors import ConfigurationError
from .call import call_detailed
from .io import Connections, Fetch
from .pager import Pager, Walk
from .session import Session

if TYPE_CHECKING:
    from beyondwords_api.types import Response

    from .._api import GeneratedApi
    from .._endpoints import Endpoint, SuccessEndpoint
    from .resources.background_tracks import BackgroundTracks

T = TypeVar("T")


class BeyondWords:
    """The BeyondWords API.

    One client is for the whole program: it keeps connections open and may be shared
    by any number of threads.

    A request that fails is tried again when that is safe: GET, HEAD, PUT and DELETE after connection
    failures, timeouts and the statuses 408, 429, 500, 502, 503, 504 and 520 to 524; POST and PATCH only when the
    server cannot have acted on it (no connection, 429), because generating audio costs money.
    The waits begin at a quarter to half a second and double; a `Retry-After` is kept to, or, where it goes beyond the
    deadline, raised at once.

    Args:
        api_key: The API key, or a function without arguments that is asked for it before every try (for keys
            that rotate). Default: the environment variable BEYONDWORDS_API_KEY.
        base_url: Where the API is; https, or http on this machine. Default: the environment variable
            BEYONDWORDS_BASE_URL, else `https://api.beyondwords.io/v1`.
        timeout: Seconds for each network step, or an `httpx.Timeout`. Default: 30, and 5 for connecting.
        max_attempts: How many times a request is tried at most. Default: 3.
        deadline: Seconds for a whole call, all tries and waits included. Default: 60.
        max_response_bytes: How large a decoded answer may be, in bytes. Default: 64 MiB.
        user_agent: Your application's name and version, put before ours in the User-Agent.
        transport: An httpx transport to send through, closed with the client; it belongs to one event loop.
            Without one, proxies and certificates come from the environment, as httpx does it.

    Raises:
        ConfigurationError: No usable key or base URL.
        TypeError: An argument of the wrong type.
        ValueError: An argument out of range.

    Example:
        >>> with BeyondWords() as bw:
        ...     for track in bw.background_tracks.list():
        ...         print(track.id, track.name)
    """

    def __init__(
        self,
        api_key: ApiKey | None = None,
        *,
        base_url: str | None = None,
        timeout: float | Timeout = DEFAULT_TIMEOUT,
        max_attempts: int = 3,
        deadline: float = 60.0,
        max_response_bytes: int = 64 * 1024 * 1024,
        user_agent: str | None = None,
        transport: BaseTransport | None = None,
    ) -> None:
        keys = key_source(api_key, os.environ)
        # A traceback shows the variables of its frames.
        del api_key
        if isinstance(keys, str):
            raise ConfigurationError(keys)
        named = "" if base_url is not None or BASE_URL_VARIABLE not in os.environ else f"{BASE_URL_VARIABLE}: "
        base = parse_base_url(
            base_url if base_url is not None else os.environ.get(BASE_URL_VARIABLE) or DEFAULT_BASE_URL
        )
        # It may hold a password, or the key by mistake.
        del base_url
        if isinstance(base, str):
            base = redact_keys_in_use(named + base)
            raise ConfigurationError(base)
        if transport is not None and not isinstance(transport, BaseTransport):
            raise TypeError(f"transport must be an httpx.{BaseTransport.__name__}, not {transport!r}")
        if None in (timeout, max_attempts, deadline, max_response_bytes):
            raise TypeError(
                "timeout, max_attempts, deadline and max_response_bytes cannot be None: nothing waits for ever"
            )
        self._options = changed_options(
            Options(),
            timeout=timeout,
            max_attempts=max_attempts,
            deadline=deadline,
            max_response_bytes=max_response_bytes,
        )
        self._base = base
        self._keys = keys
        self._user_agent = user_agent_header(user_agent)
        guard_logs()
        # Plain http is for this machine only, so it must not leave it through a proxy.
        self._connections = Connections(transport, use_proxies=base.scheme == "https")
        self._owns_connections = True
        self._lifetime = Lifetime()
        self._session = self._new_session(self._options)

    def _new_session(self, options: Options) -> Session:
        return Session(
            connections=self._connections,
            base_url=self._base,
            keys=self._keys,
            options=options,
            user_agent=self._user_agent,
            lifetime=self._lifetime,
        )

    @cached_property
    def _walk_session(self) -> Session:
        """For pages side by side: the walk waits out a 429 itself, for all its pages at once."""
        return self._new_session(self._options._replace(retry_rate_limits=False))

    def __repr__(self) -> str:
        # A traceback may show the variables of `__init__`, when there is no address yet.
        base = getattr(self, "_base", None)
        return f"<{type(self).__name__}{f' {base.url}' if base else ''}>"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a client holds connections and cannot be pickled or copied; use with_options() for a copy")

    @property
    def base_url(self) -> str:
        """Where the API is, without a slash at the end."""
        return self._base.url

    def with_options(
        self,
        *,
        timeout: float | Timeout | None = None,
        max_attempts: int | None = None,
        deadline: float | None = None,
        max_response_bytes: int | None = None,
        retry_writes: bool | None = None,
    ) -> Self:
        """A copy that behaves differently and shares the connections; what is not given stays as it is.

        Closing the copy leaves this client open. Closing this client closes its copies.

        Args:
            timeout: Seconds for each network step, or an `httpx.Timeout`.
            max_attempts: How many times a request is tried at most.
            deadline: Seconds for a whole call, all tries and waits included.
            max_response_bytes: How large a decoded answer may be, in bytes.
            retry_writes: Whether POST and PATCH are tried again like GET. Only for operations that may
                happen twice without harm. Default: False.

        Raises:
            TypeError: An argument of the wrong type.
            ValueError: An argument out of range.

        Example:
            >>> slow = bw.with_options(timeout=120, deadline=300)
        """
        options = changed_options(
            self._options,
            timeout=timeout,
            max_attempts=max_attempts,
            deadline=deadline,
            max_response_bytes=max_response_bytes,
            retry_writes=retry_writes,
        )
        copy = object.__new__(type(self))
        # What is made when first asked for (resources, the generated client) belongs to its client, so the copy makes
        # its own. Another thread may ask for it just now: hence dict(), which nobody can interrupt.
        for name, value in dict(self.__dict__).items():
            if not isinstance(getattr(type(self), name, None), cached_property):
                copy.__dict__[name] = value
        copy._options = options
        copy._owns_connections = False
        copy._lifetime = Lifetime(parent=self._lifetime)
        copy._session = copy._new_session(options)
        return copy

    def close(self) -> None:
        """Close the connections. Closing twice does no harm; a request afterwards is a `ConfigurationError`.

        Pages that are fetched side by side are cancelled.
        """
        for walk in self._lifetime.end():
            walk.close()
        if self._owns_connections:
            self._connections.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    @cached_property
    def background_tracks(self) -> BackgroundTracks:
        """Background tracks: music under the speech."""
        from .resources.background_tracks import BackgroundTracks

        return BackgroundTracks(self)

    @cached_property
    def api(self) -> GeneratedApi:
        """The generated client, configured: any generated function works with it, with key, tries and errors.

        Example:
            >>> from beyondwords_api.api.background_tracks import background_tracks_index
            >>> tracks = background_tracks_index.sync(client=bw.api)
        """
        from .._api import GeneratedApi

        return GeneratedApi(self._base.url, self._session)

    @overload
    def call(self, endpoint: Endpoint[T], **arguments: Any) -> T: ...

    @overload
    def call(self, endpoint: SuccessEndpoint[T], **arguments: Any) -> T: ...

    def call(self, endpoint: Any, **arguments: Any) -> Any:
        """Call any generated endpoint module, and give the decoded value of its success answer.

        Args:
            endpoint: A module below `beyondwords_api.api`.
            **arguments: Those of its generated function, under their generated names.

        Raises:
            TypeError: Not a generated module, or arguments that its function does not take.
            ValueError: An argument that cannot be sent.
            BeyondWordsError: Everything that fails after that.

        Example:
            >>> from beyondwords_api.api.background_tracks import background_tracks_index
            >>> tracks = bw.call(background_tracks_index, pagination_limit=10)
        """
        return call_detailed(self._session, endpoint, arguments).parsed

    @overload
    def call_detailed(self, endpoint: Endpoint[T], **arguments: Any) -> Response[T]: ...

    @overload
    def call_detailed(self, endpoint: SuccessEndpoint[T], **arguments: Any) -> Response[T]: ...

    def call_detailed(self, endpoint: Any, **arguments: Any) -> Any:
        """Like `call`, and give the generated `Response`: `status_code`, `headers`, `content` and `parsed`.

        Example:
            >>> response = bw.call_detailed(background_tracks_index, pagination_limit=10)
            >>> response.headers["X-Pagination-Total-Count"]
            '120'
        """
        return call_detailed(self._session, endpoint, arguments)

    @overload
    def paginate(
        self,
        endpoint: Endpoint[list[T]],
        *,
        limit: int | None = None,
        offset: int | None = None,
        max_items: int | None = None,
        prefetch: int = 1,
        **arguments: Any,
    ) -> Pager[T]: ...

    @overload
    def paginate(
        self,
        endpoint: SuccessEndpoint[list[T]],
        *,
        limit: int | None = None,
        offset: int | None = None,
        max_items: int | None = None,
        prefetch: int = 1,
        **arguments: Any,
    ) -> Pager[T]: ...

    def paginate(
        self,
        endpoint: Any,
        *,
        limit: int | None = None,
        offset: int | None = None,
        max_items: int | None = None,
        prefetch: int = 1,
        **arguments: Any,
    ) -> Any:
        """Walk any generated list endpoint, page by page.

        Args:
            endpoint: A module below `beyondwords_api.api` whose operation takes `pagination[limit]` and
                `pagination[offset]`.
            limit: Rows a page; the server may send fewer. Default: the server's.
            offset: Position of the first row in the whole list, in rows. Default: 0.
            max_items: Stop after this many rows. Default: all.
            prefetch: Pages fetched side by side, once the first has told the total. At most so many are held
                in memory. Default: 1, one after another.
            **arguments: The other arguments of its generated function, under their generated names.

        Raises:
            TypeError: Not a generated list endpoint, or an argument of the wrong type.
            ValueError: An argument out of range.

        Example:
            >>> from beyondwords_api.api.background_tracks import background_tracks_index
            >>> for track in bw.paginate(background_tracks_index, filter_name="piano"):
            ...     print(track.id, track.name)
        """
        check_paging(limit=limit, offset=offset, max_items=max_items, prefetch=prefetch)
        operation = operation_of(endpoint)
        operation.check_list()
        operation.check_arguments(arguments, endpoint)
        limit_name, offset_name = operation.query[LIMIT], operation.query[OFFSET]

        def fetch_with(session: Session) -> Fetch[Any]:
            def fetch(at: int | None, rows: int | None) -> Response[Any]:
                paging = {} if rows is None else {limit_name: rows}
                if at is not None:
                    paging[offset_name] = at
                return call_detailed(session, endpoint, {**arguments, **paging})

            return fetch

        return Pager(
            Walk(
                fetch=fetch_with(self._session),
                fetch_in_walk=fetch_with(self._session if prefetch == 1 else self._walk_session),
                path=operation.path,
                limit=limit,
                offset=offset,
                max_items=max_items,
                prefetch=prefetch,
                deadline=self._options.deadline,
                lifetime=self._lifetime,
            )
        )
