"""Where the API is, and whether a URL still belongs to it."""

from __future__ import annotations

import ipaddress
from typing import NamedTuple
from urllib.parse import urlsplit

from .._http import URL, InvalidURL

DEFAULT_BASE_URL = "https://api.beyondwords.io/v1"
BASE_URL_VARIABLE = "BEYONDWORDS_BASE_URL"
_DEFAULT_PORTS = {"http": 80, "https": 443}


class BaseUrl(NamedTuple):
    """The API's address, checked: https, or http on this machine only."""

    url: str
    """Without a slash at the end."""
    scheme: str
    host: str
    port: int
    path: str
    """For example `/v1`; empty at the root."""

    @property
    def origin(self) -> str:
        """For example `https://api.beyondwords.io`."""
        return origin_text(self.scheme, self.host, self.port)

    def is_origin_of(self, scheme: str, host: str, port: int | None) -> bool:
        """Whether a request to there may carry the key."""
        return (scheme, host, port or _DEFAULT_PORTS.get(scheme)) == (self.scheme, self.host, self.port)

    def below(self, path: str) -> str:
        """A request's path as the documentation writes it: `/v1/ads` is `/ads`."""
        return path.removeprefix(self.path) if path.startswith(f"{self.path}/") else path


def origin_text(scheme: str, host: str, port: int | None) -> str:
    """`https://api.beyondwords.io`, with the port where it is not the scheme's own."""
    shown = f"[{host}]" if ":" in host else host
    return f"{scheme}://{shown}" + (f":{port}" if port and port != _DEFAULT_PORTS.get(scheme) else "")


def parse_base_url(text: object) -> BaseUrl | str:
    """The base URL, or one line that says what is wrong with it."""
    if not isinstance(text, str):
        return f"base_url is a {type(text).__name__}, not a string"
    try:
        parts = urlsplit(text.strip())
        port = parts.port
        host = (parts.hostname or "").encode("idna").decode() if not _is_ipv6(parts.hostname) else parts.hostname
    except (ValueError, UnicodeError) as error:
        return f"base_url is not a URL: {error}"
    if parts.username is not None or parts.password is not None:
        return "base_url must not contain a user name or password"
    if parts.scheme not in _DEFAULT_PORTS or not host:
        return f"base_url must be an absolute https URL such as {DEFAULT_BASE_URL}, not {text!r}"
    if parts.query or parts.fragment:
        return f"base_url must not have a query or a fragment: {text!r}"
    if parts.scheme == "http" and not is_loopback(host):
        return f"base_url must be https, or the key could be read on the way: {text!r} (http is allowed for localhost)"
    path = parts.path.rstrip("/")
    shown = f"[{host}]" if ":" in host else host
    url = f"{parts.scheme}://{shown}{f':{port}' if port else ''}{path}"
    try:
        # Two readings of one URL are a way around every check made on one of them.
        understood = URL(url).raw_host.decode("ascii") == host and port != 0
    except InvalidURL as error:
        return f"base_url is not a URL: {error}"
    if not understood:
        return f"base_url is not a URL that can be called: {text!r}"
    return BaseUrl(url, parts.scheme, host, port or _DEFAULT_PORTS[parts.scheme], path)


def _is_ipv6(host: str | None) -> bool:
    return host is not None and ":" in host


def is_loopback(host: str) -> bool:
    """Whether a host name can only mean this machine."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
