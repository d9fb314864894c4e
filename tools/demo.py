"""List the background tracks page by page, from the local sandbox or (`--live`, read-only) the real API."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence

from rich.console import Console
from rich.rule import Rule

from beyondwords import BeyondWords, BeyondWordsError
from beyondwords._settings import DEFAULT_BASE_URL
from beyondwords.cli import console, count_text, failed, tracks_table

TRACKS = 24
ROWS_PER_PAGE = 10


def main(argv: Sequence[str] | None = None) -> int:
    """Run the demo; the exit status is 0, or 1 with one line on stderr that says what failed."""
    parser = argparse.ArgumentParser(prog="python -m tools.demo", description=__doc__)
    parser.add_argument("--live", action="store_true", help="read from the real API with BEYONDWORDS_API_KEY")
    live = parser.parse_args(argv).live
    try:
        (_from_real_api if live else _from_sandbox)(console())
    except BeyondWordsError as error:
        return failed(str(error))
    except KeyboardInterrupt:
        return 130
    return 0


def _from_sandbox(output: Console) -> None:
    from beyondwords.testing import Sandbox

    output.print(f"Starting the sandbox, a local server made from openapi.yaml, with {TRACKS} tracks.")
    with Sandbox(items=TRACKS) as sandbox:
        output.print(f"Listing them over HTTP from {sandbox.base_url}, {ROWS_PER_PAGE} rows a page.\n")
        with BeyondWords(api_key=sandbox.api_key, base_url=sandbox.base_url) as bw:
            _show_pages(output, bw)
    output.print("The sandbox is stopped. `make demo LIVE=1` reads from the real API instead.")


def _from_real_api(output: Console) -> None:
    with BeyondWords() as bw:
        there = "the real API" if bw.base_url == DEFAULT_BASE_URL else f"{bw.base_url} (BEYONDWORDS_BASE_URL)"
        output.print(f"Live: listing background tracks from {there} with your key. This only reads.\n")
        _show_pages(output, bw)


def _show_pages(output: Console, bw: BeyondWords) -> None:
    started = time.perf_counter()
    pages = rows = 0
    total: int | None = None
    for page in bw.background_tracks.list(limit=ROWS_PER_PAGE).pages():
        if page.items:
            pages += 1
            of_total = "" if page.total is None else f" of {page.total}"
            first, last = rows + 1, rows + len(page.items)
            output.print(Rule(f"page {pages}: rows {first} to {last}{of_total}", align="left", style="dim"))
            output.print(tracks_table(page.items, show_header=pages == 1))
        rows, total = rows + len(page.items), page.total
    seconds = time.perf_counter() - started
    said = "no total" if total is None else f"a total of {total}"
    output.print(Rule(style="dim"))
    output.print(f"{count_text(rows, None)} on {pages} pages in {seconds:.2f} s; the server's headers name {said}.")


if __name__ == "__main__":
    sys.exit(main())
