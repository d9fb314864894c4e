# Derived from _async/client.py by `make sync-twins`: change that file, not this one.
"""The client."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, NoReturn, Self, TypeVar, cast

import httpx

from .._endpoints import Endpoint, decoded, request_parts, signature_of
from .._environment import environment_proxy
from .._pages import Paging, check_paging
from .._settings import (
    ACCEPT_HEADERS,
    API_KEY_VARIABLE,
    DEFAULT_TIMEOUT,
    ApiKey,
    HiddenKey,
    Settings,
    check_api_key,
    check_base_url,
    check_project_id,
    check_settings,
    user_agent_header,
)
from ..errors import ConfigurationError
from .pager import Pager
from .resources import Resources
from .runtime import DefaultTransport
from .transport import RetryTransport

if TYPE_CHECKING:
    from beyondwords_api import AuthenticatedClient
    from beyondwords_api.types import Response

T = TypeVar("T")


class BeyondWords(Resources):
    """The BeyondWords API.

    One client is for the whole program: it keeps connections open and may be shared
    by any number of threads.

    A request that fails is sent again when that is safe: GET, HEAD, PUT and DELETE after connection
    failures, timeouts and the statuses 408, 429, 500, 502, 503, 504 and 520 to 524; POST and PATCH only when the
    server cannot have acted on them (no connection, 429), because generating audio costs money.
    The waits begin at a quarter to half a second and double; a `Retry-After` is kept to, or, where it goes beyond the
    deadline, raised at once.

    Args:
        api_key: The API key, or a function without arguments that is asked for it before every attempt (for keys
            that rotate); what it raises comes out of the call as it is. Default: the environment variable
            BEYONDWORDS_API_KEY.
        base_url: Where the API is; https, or http on this machine. Default: the environment variable
            BEYONDWORDS_BASE_URL, else `https://api.beyondwords.io/v1`.
        timeout: Seconds for each network step, or an `httpx.Timeout`. Default: 30, and 5 for connecting.
        max_attempts: How many times a request is sent at most. Default: 3.
        deadline: Seconds for a whole call, all attempts and waits included. Default: 60.
        max_response_bytes: How large the decoded body of a response may be, in bytes. Default: 64 MiB.
        user_agent: Your application's name and version, put before ours in the User-Agent.
        transport: An httpx transport to send through, closed with the client; its network steps end by `timeout` alone.
            `deadline` cannot end a blocking read inside it, only `timeout` can. Without one, proxies and certificates
            come from the environment, as httpx does it.
        project_id: The project that methods are about where they are given none. Default: the environment variable
            BEYONDWORDS_PROJECT_ID.

    Raises:
        ConfigurationError: No usable key or base URL, or an environment that cannot be used.
        TypeError: An argument of the wrong type.
        ValueError: An argument out of range.

    Examples:
        >>> with BeyondWords() as bw:
        ...     for track in bw.background_tracks.list():
        ...         print(track.id, track.name)
    """

    def __init__(
        self,
        api_key: ApiKey | None = None,
        *,
        base_url: str | None = None,
        timeout: float | httpx.Timeout = DEFAULT_TIMEOUT,
        max_attempts: int = 3,
        deadline: float = 60.0,
        max_response_bytes: int = 64 * 1024 * 1024,
        user_agent: str | None = None,
        transport: httpx.BaseTransport | None = None,
        project_id: str | int | None = None,
    ) -> None:
        key_from = API_KEY_VARIABLE if api_key is None else "api_key"
        hidden = HiddenKey(os.environ.get(API_KEY_VARIABLE) if api_key is None else api_key)
        # A traceback may show the variables of its frames.
        del api_key
        if not callable(hidden.value):
            check_api_key(hidden, key_from)
        self._base_url = check_base_url(base_url)
        if transport is not None and not isinstance(transport, httpx.BaseTransport):
            raise TypeError(f"transport must be an httpx.{httpx.BaseTransport.__name__}, not {transport!r}")
        values = check_settings(
            timeout=timeout, max_attempts=max_attempts, deadline=deadline, max_response_bytes=max_response_bytes
        )
        self._headers = {"User-Agent": user_agent_header(user_agent), **ACCEPT_HEADERS}
        self.project_id: str | int | None = check_project_id(project_id)
        """The project that methods are about where they are given none."""
        if transport is None:
            transport = DefaultTransport(environment_proxy(self._base_url))
        self._send_through(
            RetryTransport(transport, base_url=self._base_url, api_key=hidden, settings=Settings(**values))
        )

    def _send_through(self, transport: RetryTransport, event_hooks: Mapping[str, Any] | None = None) -> None:
        self._transport = transport
        self._http = httpx.Client(
            base_url=self._base_url,
            headers=self._headers,
            timeout=transport.settings.timeout,
            transport=transport,
            trust_env=False,
            event_hooks=event_hooks,
        )

    def __repr__(self) -> str:
        # A traceback may show it before `__init__` has set the address.
        return f"<{type(self).__name__}{f' {self._base_url}' if hasattr(self, '_base_url') else ''}>"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a client holds connections and cannot be pickled or copied; use with_options() for a copy")

    @property
    def base_url(self) -> str:
        """Where the API is, without a slash at the end."""
        return str(self._base_url)

    @property
    def _settings(self) -> Settings:
        return self._transport.settings

    def with_options(
        self,
        *,
        timeout: float | httpx.Timeout | None = None,
        max_attempts: int | None = None,
        deadline: float | None = None,
        max_response_bytes: int | None = None,
        retry_writes: bool | None = None,
    ) -> Self:
        """A copy that behaves differently and shares the connections; what is not given stays as it is.

        Closing the copy leaves this client open. Closing the client that was made first closes all copies.

        Args:
            timeout: Seconds for each network step, or an `httpx.Timeout`.
            max_attempts: How many times a request is sent at most.
            deadline: Seconds for a whole call, all attempts and waits included.
            max_response_bytes: How large the decoded body of a response may be, in bytes.
            retry_writes: Whether POST and PATCH are sent again like GET. Only for operations that may
                happen twice without harm. Default: False.

        Raises:
            TypeError: An argument of the wrong type.
            ValueError: An argument out of range.

        Examples:
            >>> slow = bw.with_options(timeout=120, deadline=300)
        """
        options = {
            "timeout": timeout,
            "max_attempts": max_attempts,
            "deadline": deadline,
            "max_response_bytes": max_response_bytes,
            "retry_writes": retry_writes,
        }
        changes = {name: value for name, value in options.items() if value is not None}
        return self._copy(self._settings._replace(**check_settings(**changes)))

    def _copy(self, settings: Settings) -> Self:
        copy = object.__new__(type(self))
        # What is made when first asked for (resources, the generated client) belongs to its client. Another thread may
        # add one just now, so the loop goes over a copy: dict() makes it in one step.
        for name, value in dict(self.__dict__).items():
            if not isinstance(getattr(type(self), name, None), cached_property):
                copy.__dict__[name] = value
        copy._send_through(self._transport.with_settings(settings), self._http.event_hooks)
        return copy

    def close(self) -> None:
        """Close the connections. Closing twice does no harm; a request afterwards is a `ConfigurationError`.

        A call that waits before its next attempt sends nothing more, and ends when that wait is over.
        """
        self._transport.shut_down()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    @cached_property
    def api(self) -> AuthenticatedClient:
        """The generated client, configured: any generated function works with it, with key, retries and errors.

        So do the copies that it makes of itself (`with_timeout()`, `with_headers()`), and event hooks that are set on
        its httpx client.

        Examples:
            >>> from beyondwords_api.api.background_tracks import background_tracks_index
            >>> tracks = background_tracks_index.sync(client=bw.api)
        """
        from beyondwords_api import AuthenticatedClient

        # The transport adds the key to every attempt; the token that the generated client would show stays empty.
        client = AuthenticatedClient(
            base_url=self.base_url,
            token="",
            prefix="",
            auth_header_name="X-Api-Key",
            headers=self._headers,
            timeout=self._settings.timeout,
            raise_on_unexpected_status=True,
            httpx_args={"transport": self._transport, "trust_env": False},
        )
        return client.set_httpx_client(self._http)

    def call(self, endpoint: Endpoint[T], **arguments: Any) -> T:
        """Call any generated endpoint module, and give the decoded value of its success response.

        Args:
            endpoint: A module below `beyondwords_api.api`.
            **arguments: Those of its generated function, under their generated names; None leaves one out.

        Raises:
            TypeError: Not a generated module, or arguments that its function does not take.
            ValueError: An argument that cannot be sent.
            BeyondWordsError: Everything that fails after that.

        Examples:
            >>> from beyondwords_api.api.background_tracks import background_tracks_index
            >>> tracks = bw.call(background_tracks_index, pagination_limit=10)
        """
        return cast("T", self.call_detailed(endpoint, **arguments).parsed)

    def call_detailed(self, endpoint: Endpoint[T], **arguments: Any) -> Response[T]:
        """Like `call`, and give the generated `Response`: `status_code`, `headers`, `content` and `parsed`.

        Examples:
            >>> response = bw.call_detailed(background_tracks_index, pagination_limit=10)
            >>> response.headers["X-Pagination-Total-Count"]
            '120'
        """
        return decoded(endpoint, self.api, self._http.send(self._request(endpoint, arguments)))

    def _request(self, endpoint: Endpoint[Any], arguments: Mapping[str, Any]) -> httpx.Request:
        """The request, still without the key. Raises what is wrong with the arguments."""
        if self._http.is_closed:
            raise ConfigurationError("the httpx client of `api` was closed, and this client with it")
        parts = request_parts(endpoint, arguments)
        try:
            # In one piece, because httpx would parse it three times: the path, with the base URL, and with the query.
            query = str(httpx.QueryParams(parts.pop("params", None)))
            parts["url"] = f"{self._base_url}{parts['url']}?{query}".removesuffix("?")
            return self._http.build_request(**parts)
        except (httpx.InvalidURL, TypeError, ValueError) as error:
            raise ValueError(f"the arguments cannot be sent: {error}") from None

    def paginate(
        self,
        endpoint: Endpoint[list[T]],
        *,
        limit: int | None = None,
        offset: int | None = None,
        max_items: int | None = None,
        prefetch: int = 1,
        **arguments: Any,
    ) -> Pager[T]:
        """Any generated list endpoint, page by page.

        Args:
            endpoint: A module below `beyondwords_api.api` whose operation takes `pagination[limit]` and
                `pagination[offset]`.
            limit: Rows a page; the server may send fewer. Default: the server's.
            offset: Position of the first row in the whole list, in rows. Default: 0.
            max_items: Stop after this many rows. Default: all.
            prefetch: Pages fetched side by side, at most 100, once the first has told the total. Default: 1.
            **arguments: The other arguments of its generated function, under their generated names.

        Raises:
            TypeError, ValueError: Not a generated list endpoint, or an argument of the wrong type or out of range.

        Examples:
            >>> from beyondwords_api.api.background_tracks import background_tracks_index
            >>> for track in bw.paginate(background_tracks_index, filter_name="piano"):
            ...     print(track.id, track.name)
        """
        check_paging(limit, offset, max_items, prefetch)
        for name in ("limit", "offset"):
            if f"pagination_{name}" in arguments:
                raise TypeError(f"use {name}= instead of pagination_{name}=")
        # The whole request, so that wrong arguments are refused here, not when the first row is asked for.
        path = request_parts(endpoint, arguments)["url"]
        if not {"pagination_limit", "pagination_offset"} <= signature_of(endpoint.sync_detailed).types.keys():
            raise TypeError(f"{path} is not paginated; use call()")
        paging = Paging(limit=limit, offset=offset, max_items=max_items, prefetch=prefetch)
        return Pager(self, endpoint, path, arguments, **paging)
