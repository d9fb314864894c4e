"""What every command has in common: its options, the client, errors as exit codes."""

from __future__ import annotations

import errno
import getpass
import logging
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Literal, NamedTuple, NoReturn

import typer

from .. import (
    APIConnectionError,
    APIStatusError,
    AuthenticationError,
    BeyondWords,
    BeyondWordsError,
    ConfigurationError,
    InternalServerError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
)
from .._settings import API_KEY_VARIABLE

Format = Literal["table", "json", "ndjson", "csv"]

EXIT_CODES = (
    "Exit status: 0 done, 1 another failure, 2 wrong usage, 3 the key, 4 not found, 5 rate limit, 6 the server, "
    "7 the network, 130 interrupted."
)
USAGE, KEY, NOT_FOUND, RATE_LIMIT, SERVER, NETWORK, INTERRUPTED = 2, 3, 4, 5, 6, 7, 130
_CODES: tuple[tuple[type[BeyondWordsError] | tuple[type[BeyondWordsError], ...], int], ...] = (
    ((AuthenticationError, PermissionDeniedError), KEY),
    (NotFoundError, NOT_FOUND),
    (RateLimitError, RATE_LIMIT),
    (InternalServerError, SERVER),
    (APIConnectionError, NETWORK),
    (ConfigurationError, USAGE),
)
# The library's advice, in the words of the command line.
_ADVICE = (
    ("BEYONDWORDS_API_KEY or api_key=", "BEYONDWORDS_API_KEY or --api-key-file"),
    ("set BEYONDWORDS_API_KEY or pass api_key=", "set BEYONDWORDS_API_KEY or give --api-key-file"),
    ("pass project_id=, to the method or to the client, or set", "give --project-id or set"),
    ("check base_url", "check --base-url or BEYONDWORDS_BASE_URL"),
    ("base_url ", "--base-url "),
    ("the API key (api_key)", "the API key"),
    (", or strip() it if it was read from a file", "; a key file holds the key alone, on one line"),
    ("see wait()", "see `beyondwords content wait`"),
)


class Options(NamedTuple):
    """The options of every command."""

    output: Format | None = None
    columns: str | None = None
    project_id: str | None = None
    base_url: str | None = None
    api_key_file: Path | None = None
    quiet: bool = False
    verbose: bool = False
    debug: bool = False


COMMON: dict[str, tuple[Any, Any]] = {
    "output": (
        Format | None,
        typer.Option(
            None, "--output", "-o", help="Default: table on a terminal, ndjson (a JSON object a line) elsewhere."
        ),
    ),
    "columns": (
        str | None,
        typer.Option(None, "--columns", help="Only these properties, such as id,name,project.name."),
    ),
    "project_id": (str | None, typer.Option(None, "--project-id", help="Default: BEYONDWORDS_PROJECT_ID.")),
    "base_url": (str | None, typer.Option(None, "--base-url", help="Default: BEYONDWORDS_BASE_URL, else the API.")),
    "api_key_file": (
        Path | None,
        typer.Option(
            None, "--api-key-file", help="A file with the API key. Default: BEYONDWORDS_API_KEY, else a question."
        ),
    ),
    "quiet": (bool, typer.Option(False, "--quiet", "-q", help="No progress and no remarks.")),
    "verbose": (bool, typer.Option(False, "--verbose", "-v", help="Tell each attempt, retry and wait as it happens.")),
    "debug": (bool, typer.Option(False, "--debug", help="Show a traceback where something fails.")),
}
"""Name to type and option."""


def guarded(work: Callable[[], None], *, debug: bool = False) -> None:
    """Do something; what fails is one line on stderr and an exit status.

    Raises:
        typer.Exit: With the status.
    """
    try:
        work()
        sys.stdout.flush()
    except KeyboardInterrupt:
        _end(INTERRUPTED)
    except typer.Exit:
        raise
    except BrokenPipeError:
        # The reader of our output (`| head`) has seen enough.
        _end(0)
    except BeyondWordsError as error:
        if debug:
            raise
        say(f"{in_our_words(str(error))}{_way_on(error)}")
        _end(exit_code(error))
    except (TypeError, ValueError, OSError) as error:
        if debug:
            raise
        say(_reason(error))
        _end(1 if isinstance(error, OSError) else USAGE)
    except Exception as error:
        if debug:
            raise
        say(f"a fault of this program, which --debug shows: {type(error).__name__}: {error}")
        _end(1)


def status_of(app: Callable[[], object]) -> int:
    """Run the whole program, its help and its versions too, and give its exit status."""
    status, stdout = 0, sys.stdout

    def run() -> None:
        nonlocal status
        try:
            app()
        except SystemExit as ended:
            status = ended.code if isinstance(ended.code, int) else 0
        if sys.stdout is not stdout:
            # Click puts another one in place where the reader has left.
            sys.stdout = stdout
            raise BrokenPipeError

    try:
        guarded(run, debug="--debug" in sys.argv)
    except typer.Exit as ended:
        return ended.exit_code
    return status


def _end(code: int) -> NoReturn:
    # What is still in the buffer has nowhere to go, and Python would complain of it at its end.
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise typer.Exit(code)


def _reason(error: Exception) -> str:
    if isinstance(error, OSError) and error.errno is not None:
        what = error.filename or ("the output" if error.errno in (errno.ENOSPC, errno.EIO) else "")
        return f"{what}: {os.strerror(error.errno)}" if what else os.strerror(error.errno)
    return str(error)


def say(text: str) -> None:
    """One line on stderr."""
    print(f"beyondwords: {text}", file=sys.stderr)


def confirm(what: str, yes: bool) -> None:
    """Ask on the terminal before something is deleted, unless `--yes` is given; no answer means no.

    Raises:
        ValueError: There is nobody to ask.
        typer.Exit: The answer is no.
    """
    if yes:
        return
    if not _can_ask():
        raise ValueError("there is no terminal to ask on: --yes deletes without a question")
    print(f"{what}? [y/N]: ", end="", file=sys.stderr, flush=True)
    answer = sys.stdin.readline()
    if not answer:
        # Ctrl-D leaves the question's line open.
        print(file=sys.stderr)
    if answer.strip().lower() not in ("y", "yes"):
        say("nothing was deleted")
        raise typer.Exit(1)


def _can_ask() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()


def in_our_words(text: str) -> str:
    """An error's line, with advice that fits the command line."""
    for library, here in _ADVICE:
        text = text.replace(library, here)
    return text


def _way_on(error: BeyondWordsError) -> str:
    return f" Continue with --offset {error.resume_offset}." if error.resume_offset else ""


def exit_code(error: BeyondWordsError) -> int:
    """The status that an error ends with."""
    if isinstance(error, ConfigurationError) and "API key" in str(error):
        return KEY
    if isinstance(error, APIStatusError) and error.status_code == 408:
        return NETWORK
    return next((code for kinds, code in _CODES if isinstance(error, kinds)), 1)


def client_of(options: Options) -> BeyondWords:
    """The client that the options and the environment describe.

    Raises:
        ConfigurationError: There is no key, or something else cannot be used.
        OSError: The file with the key cannot be read.
    """
    if options.verbose:
        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(logging.Formatter("beyondwords: %(message)s"))
        logging.getLogger("beyondwords").addHandler(handler)
        logging.getLogger("beyondwords").setLevel(logging.DEBUG)
    return BeyondWords(key_of(options), base_url=options.base_url, project_id=options.project_id)


def key_of(options: Options) -> str | None:
    """The key that the options name or a question gives; None where the environment has it, or nothing.

    Raises:
        ConfigurationError: It cannot be read, or nothing was typed.
    """
    if options.api_key_file is not None:
        try:
            return options.api_key_file.read_text("utf-8").strip()
        except (OSError, UnicodeError) as error:
            # Not its name: somebody may have given the key itself.
            reason = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else "not text"
        raise ConfigurationError(f"the API key cannot be read from the file of --api-key-file: {reason}")
    if os.environ.get(API_KEY_VARIABLE) or not _can_ask():
        return None
    with suppress(EOFError):
        return getpass.getpass("API key (it is not shown): ", stream=sys.stderr).strip()
    # The question's line is still open.
    print(file=sys.stderr)
    raise ConfigurationError("no API key was given")
