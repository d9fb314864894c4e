"""The command line: `beyondwords background-tracks --name piano`; tables need `beyondwords[cli]`."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from io import TextIOWrapper
from typing import TYPE_CHECKING, Any, TextIO

from ._version import __version__

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from beyondwords import BackgroundTrack

_NO_KEY_OPTION = (
    "The API key is read from the environment variable BEYONDWORDS_API_KEY. There is no option for it: "
    "other users of a machine can see the options of every process."
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status.

    0 means done, 1 failed (one line on stderr says why), 2 wrong usage (as SystemExit), 130 interrupted.
    """
    arguments = _parser().parse_args(argv)
    from beyondwords import BeyondWordsError

    try:
        return _background_tracks(arguments)
    except BeyondWordsError as error:
        return failed(f"{error}{_way_on(error.resume_offset, arguments.offset)}")
    except ImportError as error:
        if error.name is None or not error.name.startswith("rich"):
            raise
        return failed("tables need rich: pip install 'beyondwords[cli]' (--json works without)")
    except BrokenPipeError:
        # The reader of our output (`| head`) has seen enough; nothing may be written at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130


def failed(message: str) -> int:
    """Say in one line on stderr what went wrong; the exit status for it is 1."""
    print(f"beyondwords: {message}", file=sys.stderr)
    return 1


def _way_on(resume_offset: int | None, asked: int) -> str:
    """After some pages were shown, where to continue."""
    if resume_offset is None or resume_offset <= asked:
        return ""
    return f" Continue with --offset {resume_offset}."


def _background_tracks(arguments: argparse.Namespace) -> int:
    from beyondwords import BeyondWords

    with BeyondWords(base_url=arguments.base_url) as bw:
        pager = bw.background_tracks.list(
            limit=arguments.limit,
            offset=arguments.offset,
            name=arguments.name,
            custom=arguments.custom,
            scopes=arguments.scopes,
            max_items=arguments.max_items,
        )
        if arguments.json:
            print_json_lines(pager)
        else:
            _print_table(pager.pages())
    return 0


def print_json_lines(tracks: Iterable[BackgroundTrack]) -> None:
    """One JSON object a line, as soon as it is there."""
    escape = not _is_utf8(sys.stdout)
    for track in tracks:
        print(json.dumps(track.to_dict(), ensure_ascii=escape), flush=True)


def _is_utf8(stream: TextIO) -> bool:
    return (stream.encoding or "").lower().replace("-", "") == "utf8"


def _print_table(pages: Iterable[Any]) -> None:
    output = console()
    shown, total = 0, None
    for page in pages:
        if page.items:
            output.print(tracks_table(page.items, show_header=shown == 0))
        shown, total = shown + len(page.items), page.total
    output.print(f"\n{count_text(shown, total)}" if shown else "No background tracks.")


def count_text(shown: int, total: int | None) -> str:
    """`25 tracks`, or `25 of 120 tracks` where the server counts more than were shown."""
    counted = f"{shown} of {total}" if total is not None and total > shown else str(shown)
    return f"{counted} {'track' if counted == '1' else 'tracks'}"


def console() -> Console:
    """Where tables go: stdout, in colour on a terminal only."""
    from rich.console import Console

    if isinstance(sys.stdout, TextIOWrapper):
        # A terminal that lacks a letter shows a question mark instead of ending the program.
        sys.stdout.reconfigure(errors="replace")
    return Console(highlight=False, markup=False, emoji=False)


def tracks_table(tracks: Iterable[BackgroundTrack], *, show_header: bool = True) -> Table:
    """Background tracks as a table whose columns stay aligned from page to page."""
    from rich.table import Table
    from rich.text import Text

    table = Table(
        box=None,
        expand=True,
        show_header=show_header,
        header_style="bold",
        pad_edge=False,
        padding=(0, 2, 0, 0),
    )
    table.add_column("ID", width=8, justify="right", overflow="fold", style="cyan")
    table.add_column("NAME", ratio=1, overflow="fold")
    table.add_column("VOLUME", width=6, justify="right")
    table.add_column("PROJECT", width=14, overflow="fold")
    table.add_column("CREATED", width=23, overflow="fold", style="dim")
    for track in tracks:
        table.add_row(*(Text(cell) for cell in track_cells(track)))
    return table


def track_cells(track: BackgroundTrack) -> tuple[str, str, str, str, str]:
    """The texts of one row; what the server did not send stays empty."""
    volume = _text(track.volume)
    return (
        _text(track.id),
        _text(track.name),
        f"{volume} %" if volume else "",
        _text(track.project.name) if track.project else "",
        _text(track.created),
    )


def _text(value: object) -> str:
    """Printable text: a name must not be able to move the cursor."""
    from beyondwords_api.types import Unset

    if value is None or isinstance(value, Unset):
        return ""
    return "".join(letter if letter.isprintable() else " " for letter in str(value))


def _at_least(least: int) -> Callable[[str], int]:
    def whole_number(text: str) -> int:
        try:
            number = int(text)
        except ValueError:
            raise argparse.ArgumentTypeError(f"{text!r} is not a whole number") from None
        if number < least:
            raise argparse.ArgumentTypeError(f"must be at least {least}, not {number}")
        return number

    return whole_number


def _names(text: str) -> list[str]:
    names = [name.strip() for name in text.split(",") if name.strip()]
    if not names:
        raise argparse.ArgumentTypeError("names nothing")
    return names


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="beyondwords", description="Read from the BeyondWords API.", epilog=_NO_KEY_OPTION
    )
    parser.add_argument("--version", action="version", version=f"beyondwords {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    tracks = commands.add_parser(
        "background-tracks",
        help="list background tracks",
        description="List the background tracks available to your organization.",
        epilog=_NO_KEY_OPTION,
    )
    tracks.add_argument("--limit", type=_at_least(1), metavar="ROWS", help="rows per page (default: the server's)")
    tracks.add_argument("--offset", type=_at_least(0), default=0, metavar="ROWS", help="rows to skip (default: 0)")
    tracks.add_argument("--max-items", type=_at_least(0), metavar="ROWS", help="stop after this many")
    tracks.add_argument("--name", metavar="TEXT", help="only tracks whose name contains TEXT")
    tracks.add_argument("--custom", action=argparse.BooleanOptionalAction, help="only custom tracks, or only others")
    tracks.add_argument("--scopes", type=_names, metavar="A,B", help="only tracks in these scopes")
    tracks.add_argument("--json", action="store_true", help="one JSON object a line instead of a table")
    tracks.add_argument(
        "--base-url", metavar="URL", help="another server (default: BEYONDWORDS_BASE_URL, else the API)"
    )
    return parser
