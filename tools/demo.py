"""A publisher's day against the local sandbox, or (`--live`, read-only) what the real API has."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from beyondwords import BeyondWords, BeyondWordsError
from beyondwords._settings import DEFAULT_BASE_URL
from beyondwords_api.models import Content, NewContent

ROWS_PER_PAGE = 10
SOURCE_ID = "cms-1"
TEXT = "<p>The ferry to the islands sails again from Monday, twice a day, in all weathers but the worst.</p>"
NEXT = """
The sandbox is stopped. Worth trying next:

  make sandbox       the same server until Ctrl-C, for code of your own
  make endpoints     every operation of the API, and how to call it
  make demo LIVE=1   your own account, read-only; needs BEYONDWORDS_API_KEY"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the demo; the exit status is 0, or 1 with one line on stderr that says what failed."""
    parser = argparse.ArgumentParser(prog="python -m tools.demo", description=__doc__)
    parser.add_argument("--live", action="store_true", help="read from the real API with BEYONDWORDS_API_KEY")
    live = parser.parse_args(argv).live
    try:
        (_from_real_api if live else _from_sandbox)()
    except BeyondWordsError as error:
        print(f"demo: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


def _from_sandbox() -> None:
    from beyondwords.testing import Sandbox

    with Sandbox(processing_time=1) as sandbox, tempfile.TemporaryDirectory() as folder:
        print(f"A publisher's day, against the sandbox at {sandbox.base_url}")
        with BeyondWords(api_key=sandbox.api_key, base_url=sandbox.base_url, project_id=1) as bw:
            _tell_a_day(bw, Path(folder))
    print(NEXT)


def _tell_a_day(bw: BeyondWords, folder: Path) -> None:
    _step("projects and voices")
    for project in bw.projects.list():
        print(f"project {project.id}: {project.name}, {project.language}")
    for voice in bw.voices.list(language="en_US"):
        print(f"voice {voice.id}: {voice.name}, {voice.language}")

    _step("publish an article, and again after it was edited")
    for title in ("Ferry returns", "Ferry returns on Monday"):
        content, action = bw.content.publish(NewContent(title=title, body=TEXT, source_id=SOURCE_ID))
        print(f"{action}: {content.title!r}, source id {content.source_id}, {content.status}")

    _step("wait for its audio")
    started = time.perf_counter()
    seen: list[str] = []

    def show(item: Content) -> None:
        if str(item.status) not in seen:
            seen.append(str(item.status))
            print(f"{time.perf_counter() - started:4.1f} s  {item.status}", flush=True)

    bw.content.wait(SOURCE_ID, poll=0.1, progress=show)

    _step("what a player on the page gets, without a key")
    for item in bw.players.by_source_id(SOURCE_ID).content or []:
        print(f"{item.title!r}, id {item.id}")
        for audio in item.audio or []:
            print(f"{(audio.duration or 0) / 1000:.1f} s of {audio.content_type}")

    _step("download the MP3")
    saved = bw.content.download_audio(SOURCE_ID, folder / "ferry.mp3")
    print(f"{saved.name}, {saved.stat().st_size:,} bytes of silence; the real API reads it out")

    _step("delete it")
    bw.content.delete(SOURCE_ID)
    print(f"deleted; find({SOURCE_ID!r}) gives {bw.content.find(SOURCE_ID)}")


def _step(title: str) -> None:
    print(f"\n--- {title}")


def _from_real_api() -> None:
    with BeyondWords() as bw:
        there = "the real API" if bw.base_url == DEFAULT_BASE_URL else f"{bw.base_url} (BEYONDWORDS_BASE_URL)"
        print(f"Live: listing background tracks from {there} with your key. This only reads.")
        pages = rows = 0
        for page in bw.background_tracks.list(limit=ROWS_PER_PAGE).pages():
            pages, rows = pages + 1, rows + len(page.items)
            _step(f"page {pages}, of {'an unknown number of' if page.total is None else page.total} tracks")
            for track in page:
                print(f"{track.id!s:>6}  {track.name}")
        print(f"\n{rows} tracks on {pages} pages.")


if __name__ == "__main__":
    sys.exit(main())
