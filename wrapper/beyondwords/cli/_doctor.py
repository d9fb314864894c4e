"""Whether everything is set up, in plain words."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import typer

from .. import APIConnectionError, BeyondWords, BeyondWordsError
from .._environment import environment_proxy, ssl_context
from .._settings import API_KEY_VARIABLE, BASE_URL_VARIABLE
from ._run import KEY, Options, client_of, exit_code, in_our_words

_MOST_SECONDS_OFF = 300


def doctor(options: Options) -> None:
    """Check key, base URL, proxy, certificates, connection and clock.

    Raises:
        typer.Exit: With the status of the first thing that is wrong.
    """
    code = 0
    for name, check in _checks(options):
        try:
            print(f"ok    {name}: {check()}")
        except BeyondWordsError as error:
            print(f"wrong {name}: {in_our_words(str(error))}")
            code = code or exit_code(error)
        except OSError as error:
            print(f"wrong {name}: {error}")
            code = code or KEY
        if code:
            break
    raise typer.Exit(code)


def _checks(options: Options) -> Iterator[tuple[str, Callable[[], str]]]:
    clients: list[BeyondWords] = []

    def key() -> str:
        clients.append(client_of(options))
        source = str(options.api_key_file) if options.api_key_file else API_KEY_VARIABLE
        return f"there is one, from {source if options.api_key_file or os.environ.get(source) else 'the terminal'}"

    yield "API key", key
    (client,) = clients
    with client:
        yield "base URL", lambda: f"{client.base_url}{_origin_of_url(options)}"
        yield "proxy", lambda: _proxy(client)
        yield "certificates", lambda: f"{len(ssl_context().get_ca_certs())} authorities are trusted"
        yield "connection", lambda: _connection(client)
        yield "clock", lambda: _clock(client)


def _origin_of_url(options: Options) -> str:
    if options.base_url:
        return ", from --base-url"
    return f", from {BASE_URL_VARIABLE}" if os.environ.get(BASE_URL_VARIABLE) else ", the default"


def _proxy(client: BeyondWords) -> str:
    import httpx

    proxy = environment_proxy(httpx.URL(client.base_url))
    return "none" if proxy is None else f"{proxy.url.scheme}://{proxy.url.host}:{proxy.url.port}"


def _connection(client: BeyondWords) -> str:
    total = client.with_options(max_attempts=1).projects.list().total()
    return "the key is accepted" + (f"; {total} projects" if total is not None else "")


def _clock(client: BeyondWords) -> str:
    from beyondwords_api.api.projects import projects_index

    sent = client.call_detailed(projects_index, pagination_limit=1).headers.get("date")
    if not sent:
        return "the server does not tell the time"
    seconds = (datetime.now(UTC) - parsedate_to_datetime(sent)).total_seconds()
    if abs(seconds) > _MOST_SECONDS_OFF:
        raise APIConnectionError(
            f"this machine's clock is {abs(seconds):.0f} s {'ahead of' if seconds > 0 else 'behind'} the server's, "
            "and certificates may be refused; set it"
        )
    return f"within {max(1, round(abs(seconds)))} s of the server's"
