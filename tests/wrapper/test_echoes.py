"""An answer may name a key that is no longer the present one: it is taken out all the same."""

from __future__ import annotations

import asyncio
import gc
import weakref

import httpx
import pytest

from beyondwords import AsyncBeyondWords, BeyondWords, BeyondWordsError, NotFoundError, ResponseDecodeError
from beyondwords._core.secret import KeySource, Secret
from tests.wrapper.sides import Answers, Side


def test_a_late_echo_of_a_rotated_key_is_not_in_the_error() -> None:
    keys = iter(["FIRST-KEY-0123456789", "SECOND-KEY-0123456789"])
    second_is_done = asyncio.Event()

    async def handler(request: httpx.Request) -> httpx.Response:
        if request.headers["x-api-key"].startswith("FIRST"):
            await second_is_done.wait()
        return httpx.Response(200, json={"echo": request.headers["x-api-key"]})

    async def main() -> None:
        async with AsyncBeyondWords(lambda: next(keys), transport=httpx.MockTransport(handler)) as bw:
            first = asyncio.create_task(bw.background_tracks.list().page())
            await asyncio.sleep(0)
            with pytest.raises(ResponseDecodeError):
                await bw.background_tracks.list().page()
            second_is_done.set()
            with pytest.raises(ResponseDecodeError) as caught:
                await first
            assert "FIRST-KEY" not in f"{caught.value} {caught.value.__dict__}"
            assert "echo" in caught.value.body

    asyncio.run(main())


def test_the_key_before_is_not_in_a_message_about_it() -> None:
    keys = iter(["OLD-KEY-0123456789", "NEW-KEY-0123456789"])
    transport = httpx.MockTransport(lambda _: httpx.Response(404, json={"message": "OLD-KEY-0123456789 was replaced"}))
    with BeyondWords(lambda: next(keys), transport=transport) as bw:
        for _ in range(2):
            with pytest.raises(NotFoundError) as caught:
                bw.background_tracks.list().page()
            assert "OLD-KEY" not in str(caught.value) + caught.value.body


@pytest.mark.parametrize("key", ["key", "k", "test"])
def test_a_short_key_does_not_garble_other_words(key: str) -> None:
    transport = httpx.MockTransport(lambda _: httpx.Response(404, json={"message": f"background tested; {key}, keyed"}))
    with BeyondWords(key, transport=transport) as bw, pytest.raises(BeyondWordsError) as caught:
        bw.background_tracks.list().page()
    assert "background tested; [API key], keyed" in str(caught.value)


def test_a_key_of_eight_characters_is_found_also_within_a_word() -> None:
    transport = httpx.MockTransport(lambda _: httpx.Response(404, json={"message": "no xA1b2C3d4x"}))
    with BeyondWords("A1b2C3d4", transport=transport) as bw, pytest.raises(BeyondWordsError) as caught:
        bw.background_tracks.list().page()
    assert "no x[API key]x" in str(caught.value)


@pytest.mark.parametrize(
    ("key", "echo"),
    [
        ("a key of mine", "a+key+of+mine"),
        ("clé-of-mine", r"cl\xc3\xa9-of-mine"),
        ("clé-of-mine", r"cl\xe9-of-mine"),
        # Taken for Latin-1 on its way, and written as UTF-8 again.
        ("clé-of-mine", r"cl\xc3\x83\xc2\xa9-of-mine"),
    ],
)
def test_a_key_is_found_in_other_spellings(key: str, echo: str) -> None:
    assert Secret(key).redact(f"<{echo}>") == "<[API key]>"


def test_what_is_no_key_stays() -> None:
    assert Secret("akeyofmine").redact("a+key+of+mine") == "a+key+of+mine"


def test_a_key_that_stays_is_one_secret_and_of_those_that_rotate_a_few_are_remembered() -> None:
    source = KeySource(lambda: "never asked")
    first = source.secret_of("key-number-one")
    assert source.secret_of("key-number-one") is first
    forgotten = weakref.ref(first)
    del first
    for number in range(9):
        source.secret_of(f"key-number-{number}-of-nine")
    gc.collect()
    assert forgotten() is None


@pytest.mark.usefixtures("no_waits")
def test_request_id_and_attempts_of_an_answer_that_is_not_as_declared(side: Side) -> None:
    odd = httpx.Response(200, json={}, headers={"X-Request-Id": "r-7"})
    client = side.client(Answers(httpx.Response(503), odd), max_attempts=3)
    with pytest.raises(ResponseDecodeError, match="r-7") as caught:
        side.wait(client.background_tracks.list().page())
    assert (caught.value.attempts, caught.value.request_id) == (2, "r-7")
