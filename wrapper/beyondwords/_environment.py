"""The proxy and the certificates that the environment names."""

from __future__ import annotations

import os
import ssl
from contextlib import suppress
from importlib.util import find_spec
from urllib.request import getproxies, proxy_bypass

import httpx

from ._settings import has_usable_host, is_loopback, origin_of
from .errors import ConfigurationError

_contexts: dict[tuple[object, ...], ssl.SSLContext] = {}


def ssl_context() -> ssl.SSLContext:
    """The context that httpx makes from the environment: one for all clients, as long as its files do not change.

    Loading the certificates takes longer than many a call. There is no lock, since a fork could leave it locked for
    ever; two threads that come at once load them twice.

    Raises:
        ConfigurationError: The environment names files that cannot be used.
    """
    key_log = os.environ.get("SSLKEYLOGFILE")
    # Where both are set, httpx looks at the first only.
    name = next(filter(os.environ.get, ("SSL_CERT_FILE", "SSL_CERT_DIR")), "")
    try:
        files = (key_log, *_fingerprints(name))
        context = _contexts.get(files) or httpx.create_ssl_context()
    except (OSError, ValueError) as error:
        names = " or ".join(filter(None, (name, key_log and "SSLKEYLOGFILE"))) or "the certificates"
        raise ConfigurationError(f"{names} cannot be used: {error}") from error
    # Only the newest, so that a file that is often replaced does not fill the memory.
    _contexts.clear()
    _contexts[files] = context
    return context


def _fingerprints(name: str) -> list[tuple[object, ...]]:
    """What changes when the files or folders that a variable names are replaced."""
    value = os.environ.get(name)
    if not value:
        return []
    paths = value.split(os.pathsep) if name == "SSL_CERT_DIR" else [value]
    # Of several folders, OpenSSL passes over those that are not there.
    found = [(path, os.stat(path)) for path in filter(os.path.exists, paths)] or [(value, os.stat(value))]
    return [(path, file.st_mtime_ns, file.st_size, file.st_ino) for path, file in found]


def environment_proxy(url: httpx.URL) -> httpx.Proxy | None:
    """`HTTPS_PROXY` (for http: `HTTP_PROXY`) or `ALL_PROXY`, unless `NO_PROXY` excepts the host of the URL.

    Plain http to this machine must not leave it through a proxy; to others, it is audio that is downloaded.

    Raises:
        ConfigurationError: The variable is no URL of a proxy. The message does not show it: it may hold a password.
    """
    proxies = getproxies()
    # NO_PROXY may also list origins such as `https://host:8443`, as httpx has it.
    excepted = [entry.strip() for entry in proxies.get("no", "").split(",")]
    scheme = url.scheme if proxies.get(url.scheme) else "all"
    text = proxies.get(scheme)
    is_plain_loopback = url.scheme == "http" and is_loopback(url.host)
    if not text or is_plain_loopback or origin_of(url) in excepted:
        return None
    if proxy_bypass(url.netloc.decode("ascii")):
        return None
    name = f"{scheme.upper()}_PROXY"
    problem = (
        f"{name} is not the URL of a proxy such as http://user:password@proxy.example:3128; "
        "in user and password, write / as %2F, # as %23, ? as %3F and @ as %40"
    )
    with suppress(httpx.InvalidURL, ValueError):
        address = httpx.URL(text if "://" in text else f"http://{text}")
        # An unescaped `/`, `?` or `#` in a password ends the address there, and leaves the `@` behind.
        if has_usable_host(address) and "@" not in f"{address.path}{address.query!r}{address.fragment}":
            proxy = httpx.Proxy(address)
            if not address.scheme.startswith("socks") or find_spec("socksio"):
                return proxy
            problem = f"{name} names a SOCKS proxy, which needs another package: pip install 'httpx[socks]'"
    raise ConfigurationError(problem)
