"""What a user does first, with no network; `make test-next` runs it on the next Python."""

from __future__ import annotations

import importlib
import pkgutil

import httpx
import pytest

import beyondwords
import beyondwords_api
from beyondwords import BeyondWords, NotFoundError, RateLimitError, ResponseDecodeError
from beyondwords_api.api.background_tracks import background_tracks_index
from tests.sides import Responses, Rows, ids


def client(handler: Responses | Rows, max_attempts: int = 1) -> BeyondWords:
    transport = httpx.MockTransport(handler)
    return BeyondWords("a-key", transport=transport, max_attempts=max_attempts)


@pytest.mark.parametrize("package", [beyondwords_api, beyondwords], ids=["generated", "wrapper"])
def test_every_module_is_imported(package: object) -> None:
    paths, name = package.__path__, package.__name__  # type: ignore[attr-defined]
    # The command line, the sandbox and pytest's plugin need extras.
    found = [each.name for each in pkgutil.walk_packages(paths, f"{name}.", onerror=lambda _: None)]
    wanted = [each for each in found if not each.startswith(("beyondwords.testing", "beyondwords.cli"))]
    assert len(wanted) > 10
    for each in wanted:
        importlib.import_module(each)


def test_a_list_goes_from_page_to_page_and_every_page_sends_the_key() -> None:
    rows = Rows(25, page_size=10)
    with client(rows) as bw:
        assert ids(bw.background_tracks.list(limit=10)) == list(range(25))
    assert rows.keys == ["a-key"] * len(rows.asked)
    assert [offset for offset, _ in rows.asked][1:] == ["10", "20"]


def test_a_generated_function_is_called_by_name_and_decodes() -> None:
    with client(Rows(2)) as bw:
        assert [track.name for track in bw.call(background_tracks_index)] == ["track 0", "track 1"]


def test_a_value_that_does_not_decode_reads_as_absent_and_comes_back() -> None:
    row = {"id": 7, "media": "not an object"}
    with client(Responses(httpx.Response(200, json=[row]))) as bw:
        (track,) = bw.background_tracks.list().page().items
    assert not track.media
    assert track.to_dict() == row


def test_errors_say_what_happened_and_a_response_that_cannot_be_read_says_where() -> None:
    answers = Responses(
        httpx.Response(404, json={"message": "no such track"}), httpx.Response(200, json=[{"id": 1}, "no object"])
    )
    with client(answers) as bw:
        with pytest.raises(NotFoundError, match="no such track"):
            bw.background_tracks.list().page()
        with pytest.raises(ResponseDecodeError) as caught:
            bw.background_tracks.list().page()
    assert caught.value.location == "$[1]"


def test_a_read_is_sent_again_until_the_attempts_are_used_up() -> None:
    busy = [httpx.Response(429, headers={"Retry-After": "0"}) for _ in range(3)]
    answers = Responses(*busy)
    with client(answers, max_attempts=3) as bw, pytest.raises(RateLimitError):
        bw.background_tracks.list().page()
    assert len(answers.requests) == len(busy)


def test_a_model_and_the_public_names_are_there() -> None:
    assert all(getattr(beyondwords, name) is not None for name in beyondwords.__all__)
    track = beyondwords.BackgroundTrack.from_dict({"id": 1, "created": "2023-01-01 00:00:00 UTC"})
    assert beyondwords.parse_timestamp(str(track.created)).year == 2023
