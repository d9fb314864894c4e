"""Whether everything is set up, in plain words."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cached_property
from typing import Any

import httpx
import typer

from .. import BeyondWords, BeyondWordsError, NotFoundError
from .._environment import environment_proxy, ssl_context
from .._settings import (
    API_KEY_VARIABLE,
    BASE_URL_VARIABLE,
    PROJECT_ID_VARIABLE,
    HiddenKey,
    check_api_key,
    check_base_url,
)
from ._run import NETWORK, NOT_FOUND, USAGE, Options, exit_code, in_our_words, key_of

_MOST_SECONDS_OFF = 300


def doctor(options: Options) -> None:
    """Check each thing, also after one that is wrong, as far as it can be checked without that.

    Raises:
        typer.Exit: With the status of the first thing that is wrong.
    """
    with ExitStack() as resources:
        codes = [*_problems(_Setup(options, resources))]
    raise typer.Exit(codes[0] if codes else 0)


def _problems(setup: _Setup) -> Iterator[int]:
    """The exit status of each thing that is wrong, told as it is found."""
    passed: set[str] = set()
    for name, needed, check in _CHECKS:
        if lacking := [each for each in needed if each not in passed]:
            print(f"-     {name}: not checked, it needs: {', '.join(lacking)}")
            continue
        try:
            print(f"ok    {name}: {check(setup)}")
            passed.add(name)
        except _Remark as remark:
            print(f"note  {name}: {remark}")
        except _Wrong as wrong:
            print(f"wrong {name}: {wrong}")
            yield wrong.code
        except BeyondWordsError as error:
            print(f"wrong {name}: {in_our_words(str(error))}")
            yield exit_code(error)
        except ValueError as error:
            print(f"wrong {name}: {error}")
            yield USAGE


class _Remark(Exception):
    """Nothing is wrong, but somebody may want to know."""


class _Wrong(Exception):
    """What is wrong, and the exit status that says so."""

    def __init__(self, text: str, code: int) -> None:
        super().__init__(text)
        self.code = code


class _Setup:
    """What the options and the environment say."""

    def __init__(self, options: Options, resources: ExitStack) -> None:
        self.options, self._resources = options, resources

    @cached_property
    def key(self) -> HiddenKey:
        key = key_of(self.options)
        return HiddenKey(os.environ.get(API_KEY_VARIABLE) if key is None else key)

    @cached_property
    def base_url(self) -> httpx.URL:
        return check_base_url(self.options.base_url)

    @cached_property
    def client(self) -> BeyondWords:
        key: Any = self.key.value
        made = BeyondWords(key, base_url=str(self.base_url), project_id=self.options.project_id)
        return self._resources.enter_context(made)


def _key(setup: _Setup) -> str:
    file = setup.options.api_key_file
    check_api_key(setup.key, "api_key" if file else API_KEY_VARIABLE)
    return f"there is one, from {file or (API_KEY_VARIABLE if os.environ.get(API_KEY_VARIABLE) else 'the terminal')}"


def _base_url(setup: _Setup) -> str:
    if setup.options.base_url is not None:
        return f"{setup.base_url}, from --base-url"
    source = f"from {BASE_URL_VARIABLE}" if os.environ.get(BASE_URL_VARIABLE) else "the default"
    return f"{setup.base_url}, {source}"


def _proxy(setup: _Setup) -> str:
    proxy = environment_proxy(setup.base_url)
    return "none" if proxy is None else f"{proxy.url.scheme}://{proxy.url.host}:{proxy.url.port}"


def _certificates(setup: _Setup) -> str:
    return f"{len(ssl_context().get_ca_certs())} authorities are trusted"


def _connection(setup: _Setup) -> str:
    total = setup.client.with_options(max_attempts=1).projects.list().total()
    return "the key is accepted" + (f"; {total} projects" if total is not None else "")


def _project(setup: _Setup) -> str:
    project_id = setup.client.project_id
    if project_id is None:
        raise _Remark(f"none is set; {PROJECT_ID_VARIABLE} saves --project-id")
    source = PROJECT_ID_VARIABLE if setup.options.project_id is None else "--project-id"
    try:
        return f"{project_id}, {setup.client.projects.get().name}, from {source}"
    except NotFoundError:
        raise _Wrong(f"there is no project {project_id!r} for this key; check {source}", NOT_FOUND) from None


def _clock(setup: _Setup) -> str:
    from beyondwords_api.api.projects import projects_index

    sent = setup.client.call_detailed(projects_index, pagination_limit=1).headers.get("date")
    if not sent:
        return "the server does not tell the time"
    seconds = (datetime.now(UTC) - parsedate_to_datetime(sent)).total_seconds()
    if abs(seconds) > _MOST_SECONDS_OFF:
        where = "ahead of" if seconds > 0 else "behind"
        problem = f"this machine's clock is {abs(seconds):.0f} s {where} the server's, and certificates may be refused"
        raise _Wrong(f"{problem}; set it", NETWORK)
    return f"within {max(1, round(abs(seconds)))} s of the server's"


# Each with the checks without which it cannot be made.
_CHECKS: tuple[tuple[str, tuple[str, ...], Callable[[_Setup], str]], ...] = (
    ("API key", (), _key),
    ("base URL", (), _base_url),
    ("proxy", ("base URL",), _proxy),
    ("certificates", (), _certificates),
    ("connection", ("API key", "base URL", "proxy", "certificates"), _connection),
    ("project", ("connection",), _project),
    ("clock", ("connection",), _clock),
)
