"""What type checkers make of the public face: mypy and pyright, on code as a caller writes it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]

USE = """
from datetime import datetime
from typing import assert_type

import httpx
import success_only_endpoint

import beyondwords as b
from beyondwords import AsyncBeyondWords, BackgroundTrack, BeyondWords, Page
from beyondwords_api.api.background_tracks import background_tracks_index
from beyondwords_api.models import Error
from beyondwords_api.types import Response


def clients() -> None:
    BeyondWords("key", base_url="x", timeout=3, max_attempts=1, deadline=2.5, max_response_bytes=1, user_agent="a")
    BeyondWords(lambda: "key", timeout=httpx.Timeout(3), transport=httpx.HTTPTransport())
    AsyncBeyondWords("key", transport=httpx.AsyncHTTPTransport())
    assert_type(BeyondWords().with_options(timeout=3, retry_writes=True), BeyondWords)
    assert_type(AsyncBeyondWords().with_options(deadline=3), AsyncBeyondWords)


def sync(bw: BeyondWords) -> None:
    with bw as entered:
        assert_type(entered, BeyondWords)
    pager = bw.background_tracks.list(limit=1, offset=2, name="a", custom=True, scopes=["a"], max_items=3)
    bw.background_tracks.list(scopes={"a": "b", "c": 1})
    assert_type(pager, b.Pager[BackgroundTrack])
    assert_type(iter(pager), b.ItemIterator[BackgroundTrack])
    assert_type(pager.pages(), b.PageIterator[BackgroundTrack])
    assert_type(pager.pages().resume_offset, int)
    page = pager.page()
    assert_type(page, Page[BackgroundTrack])
    assert_type(page.items, list[BackgroundTrack])
    assert_type((page.offset, page.limit, page.total), tuple[int | None, int | None, int | None])
    assert_type((page.has_next, page.next_offset), tuple[bool | None, int | None])
    assert_type(page.applied_filter, str | None)
    for track in pager:
        assert_type(track, BackgroundTrack)
    assert_type(next(pager.pages()), Page[BackgroundTrack])
    assert_type(bw.call(background_tracks_index), list[BackgroundTrack])
    assert_type(bw.call_detailed(background_tracks_index), Response[list[BackgroundTrack]])
    assert_type(bw.paginate(background_tracks_index, limit=3, filter_name="a"), b.Pager[BackgroundTrack])
    assert_type(background_tracks_index.sync(client=bw.api), Error | list[BackgroundTrack] | None)
    assert_type(bw.call(success_only_endpoint), list[int])
    assert_type(bw.call_detailed(success_only_endpoint), Response[list[int]])
    assert_type(bw.paginate(success_only_endpoint), b.Pager[int])


async def asynchronous(bw: AsyncBeyondWords) -> None:
    async with bw as entered:
        assert_type(entered, AsyncBeyondWords)
    pager = bw.background_tracks.list()
    assert_type(pager, b.AsyncPager[BackgroundTrack])
    assert_type(aiter(pager), b.AsyncItemIterator[BackgroundTrack])
    assert_type(pager.pages(), b.AsyncPageIterator[BackgroundTrack])
    assert_type(await pager.page(), Page[BackgroundTrack])
    async for track in pager:
        assert_type(track, BackgroundTrack)
    assert_type(await anext(pager.pages()), Page[BackgroundTrack])
    assert_type(await bw.call(background_tracks_index), list[BackgroundTrack])
    assert_type(await bw.call_detailed(background_tracks_index), Response[list[BackgroundTrack]])
    assert_type(bw.paginate(background_tracks_index), b.AsyncPager[BackgroundTrack])
    assert_type(await background_tracks_index.asyncio(client=bw.api), Error | list[BackgroundTrack] | None)


def models(track: BackgroundTrack) -> None:
    assert_type(track.id, int | b.Unset)
    assert_type(track.name or "", str)
    if track.media:
        assert_type(track.media, b.BackgroundTrackMedia)
    if track.name is not b.UNSET and track.created:
        assert_type(b.parse_timestamp(track.created), datetime)


def errors(error: b.APIStatusError, limited: b.RateLimitError, base: b.BeyondWordsError) -> None:
    assert_type((error.status_code, error.request_id), tuple[int, str | None])
    assert_type(error.errors, tuple[b.FieldError, ...])
    assert_type((limited.retry_after, base.resume_offset), tuple[float | None, int | None])
"""

# As a generated module whose operation declares no error.
SUCCESS_ONLY = """
from beyondwords_api.client import AuthenticatedClient
from beyondwords_api.types import Response


def sync_detailed(*, client: AuthenticatedClient) -> Response[list[int]]:
    raise NotImplementedError


async def asyncio_detailed(*, client: AuthenticatedClient) -> Response[list[int]]:
    raise NotImplementedError
"""

# Each line is a mistake that a checker must find.
MISTAKES = """
bw.background_tracks.list(limit="10")
bw.background_tracks.list(scopes=7)
bw.background_tracks.list(custom="yes")
bw.background_tracks.list(colour="red")
bw.background_tracks.list(10)
bw.background_tracks.list().page().total + 1
bw.with_options(api_key="k")
bw.call("background_tracks")
bw.paginate(background_tracks_index, limit="10")
BeyondWords(transport=httpx.AsyncHTTPTransport())
AsyncBeyondWords(transport=httpx.HTTPTransport())
BeyondWords(timeout="3")
next(iter(bw.background_tracks.list())).nme
parse_timestamp(track.created)
""".strip().splitlines()

MISTAKEN = """
import httpx
from beyondwords import AsyncBeyondWords, BackgroundTrack, BeyondWords, parse_timestamp
from beyondwords_api.api.background_tracks import background_tracks_index

def mistakes(bw: BeyondWords, track: BackgroundTrack) -> None:
    {}
"""

CHECKERS = {
    "mypy": ["-m", "mypy", "--strict", "--no-error-summary", "--cache-dir", str(ROOT / ".mypy_cache" / "callers")],
    "pyright": ["-m", "pyright", "--pythonpath", sys.executable],
}


@pytest.mark.parametrize("checker", CHECKERS)
def test_types_are_inferred_and_mistakes_are_found(checker: str, tmp_path: Path) -> None:
    """In a folder beside no settings of ours: as a caller has it."""
    (tmp_path / "use.py").write_text(USE)
    (tmp_path / "success_only_endpoint.py").write_text(SUCCESS_ONLY)
    mistaken = MISTAKEN.format("\n    ".join(MISTAKES))
    (tmp_path / "mistaken.py").write_text(mistaken)
    command = [sys.executable, *CHECKERS[checker], "use.py", "success_only_endpoint.py", "mistaken.py"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=300)
    assert not done.stderr.strip(), done.stderr
    found = [line for line in done.stdout.splitlines() if " error: " in line]
    assert [line for line in found if "mistaken.py" not in line] == []
    numbers = {int(line.rpartition("mistaken.py")[2].split(":")[1]) for line in found}
    lines = enumerate(mistaken.splitlines(), 1)
    assert [line.strip() for number, line in lines if number in numbers] == MISTAKES
