"""How a tool fails: one line on stderr, exit code 1, no traceback."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tools.spec import SpecError


class Failure(Exception):
    """The tool cannot do its work; the message is one line that says what is wrong and what to do."""


def exit_code(action: Callable[[], int | None], failed: int = 1) -> int:
    """Run the action; what it returned (None is 0), or `failed` when it failed in a way its user can mend."""
    status = 0
    try:
        status = action() or 0
        sys.stdout.flush()
    except BrokenPipeError:
        # `make endpoints | head` has read enough. The interpreter would try the pipe once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (Failure, SpecError) as failure:
        print(f"error: {failure}", file=sys.stderr)
        return failed
    except KeyboardInterrupt:
        print("error: interrupted", file=sys.stderr)
        return 130
    except OSError as error:
        # A full disk, a read-only folder.
        text = f"{error.filename}: {error.strerror}" if error.filename and error.strerror else str(error)
        print(f"error: {one_line(text)}", file=sys.stderr)
        return failed
    return status


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """An error names what was written; that of a full disk does not by itself."""
    try:
        yield
    except OSError as error:
        if error.filename is None:
            error.filename = str(path)
        raise


def some(names: Sequence[str], shown: int = 3, between: str = ", ") -> str:
    """The first few, and how many more there are."""
    more = [f"and {len(names) - shown} more"] if len(names) > shown else []
    return between.join([*names[:shown], *more])


def one_line(text: str, limit: int = 400) -> str:
    """The text with its whitespace collapsed, clipped to `limit` characters."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 3] + "..."
