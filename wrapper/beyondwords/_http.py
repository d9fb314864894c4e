"""The one place where httpx's names come into the wrapper.

A successor of httpx exists; when the generated code moves to it, this file moves with it.
"""

from httpx import (
    URL,
    AsyncBaseTransport,
    AsyncByteStream,
    AsyncClient,
    BaseTransport,
    Client,
    ConnectError,
    ConnectTimeout,
    DecodingError,
    Headers,
    HTTPError,
    InvalidURL,
    LocalProtocolError,
    PoolTimeout,
    ProxyError,
    Request,
    Response,
    SyncByteStream,
    Timeout,
    TimeoutException,
    UnsupportedProtocol,
    create_ssl_context,
)

__all__ = [
    "URL",
    "AsyncBaseTransport",
    "AsyncByteStream",
    "AsyncClient",
    "BaseTransport",
    "Client",
    "ConnectError",
    "ConnectTimeout",
    "DecodingError",
    "HTTPError",
    "Headers",
    "InvalidURL",
    "LocalProtocolError",
    "PoolTimeout",
    "ProxyError",
    "Request",
    "Response",
    "SyncByteStream",
    "Timeout",
    "TimeoutException",
    "UnsupportedProtocol",
    "create_ssl_context",
]
