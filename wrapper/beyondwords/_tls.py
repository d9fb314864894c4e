"""One SSL context for all clients of a process: loading the certificates takes longer than many a call."""

from __future__ import annotations

import os
import ssl
import threading

from ._http import create_ssl_context
from .errors import ConfigurationError

_lock = threading.Lock()
_contexts: dict[tuple[str | None, str | None], ssl.SSLContext] = {}


def shared_ssl_context() -> ssl.SSLContext:
    """The context that httpx makes from the environment, made once per setting of the environment.

    Raises:
        ConfigurationError: The environment names certificates that cannot be read.
    """
    problem = None
    key = (os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR"))
    with _lock:
        try:
            if key not in _contexts:
                if key[0]:
                    # httpx 0.27 passes over a file that is not there.
                    os.stat(key[0])
                _contexts[key] = create_ssl_context()
            return _contexts[key]
        except OSError as error:
            problem = str(error)
    raise ConfigurationError(f"the certificates that SSL_CERT_FILE or SSL_CERT_DIR names cannot be read: {problem}")
