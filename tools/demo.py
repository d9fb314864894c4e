"""A publisher's day against the local sandbox, or (`--live`, read-only) what the real API has."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.rule import Rule

from beyondwords import BeyondWords, BeyondWordsError
from beyondwords._settings import DEFAULT_BASE_URL
from beyondwords_api.models import Content, NewContent

ROWS_PER_PAGE = 10
SOURCE_ID = "cms-1"
TEXT = "<p>The ferry to the islands sails again from Monday, twice a day, in all weathers but the worst.</p>"
NEXT = """\
  make sandbox       the same server until Ctrl-C, for code of your own
  make endpoints     every operation of the API, and how to call it
  make demo LIVE=1   your own account, read-only; needs BEYONDWORDS_API_KEY"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the demo; the exit status is 0, or 1 with one line on stderr that says what failed."""
    parser = argparse.ArgumentParser(prog="python -m tools.demo", description=__doc__)
    parser.add_argument("--live", action="store_true", help="read from the real API with BEYONDWORDS_API_KEY")
    live = parser.parse_args(argv).live
    try:
        (_from_real_api if live else _from_sandbox)(Console(highlight=False, markup=False, emoji=False))
    except BeyondWordsError as error:
        print(f"demo: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


def _from_sandbox(output: Console) -> None:
    from beyondwords.testing import Sandbox

    with Sandbox(processing_time=1) as sandbox, tempfile.TemporaryDirectory() as folder:
        output.print(f"A publisher's day, against the sandbox at {sandbox.base_url}")
        with BeyondWords(api_key=sandbox.api_key, base_url=sandbox.base_url, project_id=1) as bw:
            _show_account(output, bw)
            _publish(output, bw)
            _wait(output, bw)
            _play(output, bw)
            _download(output, bw, Path(folder))
            _delete(output, bw)
    output.print(f"\nThe sandbox is stopped. Worth trying next:\n\n{NEXT}")


def _step(output: Console, title: str) -> None:
    output.print()
    output.print(Rule(title, align="left", style="dim"))


def _show_account(output: Console, bw: BeyondWords) -> None:
    _step(output, "projects and voices")
    for project in bw.projects.list():
        output.print(f"project {project.id}: {project.name}, {project.language}")
    for voice in bw.voices.list(language="en_US"):
        output.print(f"voice {voice.id}: {voice.name}, {voice.language}")


def _publish(output: Console, bw: BeyondWords) -> None:
    _step(output, "publish an article, and again after it was edited")
    for title in ("Ferry returns", "Ferry returns on Monday"):
        content, action = bw.content.publish(NewContent(title=title, body=TEXT, source_id=SOURCE_ID))
        output.print(f"{action}: {content.title!r}, source id {content.source_id}, {content.status}")


def _wait(output: Console, bw: BeyondWords) -> None:
    _step(output, "wait for its audio")
    started = time.perf_counter()
    seen: list[str] = []
    # On a terminal one line that changes; elsewhere only what it came to.
    with output.status("asking for its status ...") as line:

        def show(item: Content) -> None:
            seconds = time.perf_counter() - started
            line.update(f"{item.status} for {seconds:.1f} s")
            if str(item.status) not in seen:
                seen.append(str(item.status))
                output.print(f"{seconds:4.1f} s  {item.status}")

        bw.content.wait(SOURCE_ID, poll=0.1, progress=show)


def _play(output: Console, bw: BeyondWords) -> None:
    _step(output, "what a player on the page gets, without a key")
    for item in bw.players.by_source_id(SOURCE_ID).content or []:
        output.print(f"{item.title!r}, id {item.id}")
        for audio in item.audio or []:
            output.print(f"{(audio.duration or 0) / 1000:.1f} s of {audio.content_type}")


def _download(output: Console, bw: BeyondWords, folder: Path) -> None:
    _step(output, "download the MP3")
    saved = bw.content.download_audio(SOURCE_ID, folder / "ferry.mp3")
    output.print(f"{saved.name}, {saved.stat().st_size:,} bytes of silence; the real API reads it out")


def _delete(output: Console, bw: BeyondWords) -> None:
    _step(output, "delete it")
    bw.content.delete(SOURCE_ID)
    output.print(f"deleted; find({SOURCE_ID!r}) gives {bw.content.find(SOURCE_ID)}")


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
            for track in page:
                output.print(f"{track.id!s:>6}  {track.name}", overflow="ellipsis", no_wrap=True)
        rows, total = rows + len(page.items), page.total
    seconds = time.perf_counter() - started
    said = "no total" if total is None else f"a total of {total}"
    output.print(Rule(style="dim"))
    output.print(f"{rows} tracks on {pages} pages in {seconds:.2f} s; the server's headers name {said}.")


if __name__ == "__main__":
    sys.exit(main())
