"""Many clients and many copies: nothing costs more the more there are, and what is not used any more goes."""

from __future__ import annotations

import gc
import sys
import time
import weakref
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from beyondwords import InternalServerError
from tests.sides import Side

PAGE = "no " * 20_000


def fails(request: httpx.Request) -> httpx.Response:
    """An error page that shows the key at its end."""
    return httpx.Response(500, json={"message": "it broke", "page": f"{PAGE} {request.headers['X-Api-Key']}"})


def steps(action: Callable[[], Any]) -> int:
    """How much work it is: calls of functions, Python's own too."""
    count = 0

    def note(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        action()
    finally:
        sys.setprofile(before)
    return count


def seconds(action: Callable[[], Any]) -> float:
    """The time it takes at best: what one function does at one go, such as a search, is not seen in the calls."""
    costs = []
    for _ in range(5):
        started = time.process_time()
        action()
        costs.append(time.process_time() - started)
    return min(costs)


def an_error(side: Side, client: Any) -> None:
    with pytest.raises(InternalServerError) as caught:
        side.wait(client.background_tracks.list().page())
    assert "it broke" in str(caught.value)
    assert "key-of-client" not in f"{caught.value!r} {caught.value.body}"


def test_nothing_costs_more_the_more_clients_are_alive(side: Side) -> None:
    def client(number: int, handler: Any = fails) -> Any:
        return side.client(handler, api_key=f"key-of-client-{number:04}")

    measured = client(0)
    good = client(1, lambda _: httpx.Response(200, json=[]))
    actions: dict[str, Callable[[], Any]] = {
        "an error": lambda: an_error(side, measured),
        "a call": lambda: side.page(good),
        "a new client": lambda: client(2),
        "a copy": lambda: measured.with_options(timeout=3),
    }
    for action in actions.values():
        action()
    alone = {what: (steps(action), seconds(action)) for what, action in actions.items()}
    for one in [client(number) for number in range(10, 1010)][:50]:
        an_error(side, one)
    for what, action in actions.items():
        assert steps(action) < 1.5 * alone[what][0] + 100, what
        assert seconds(action) < 5 * alone[what][1] + 0.02, what


def test_with_options_may_be_nested_two_thousand_deep(side: Side) -> None:
    first = side.client(fails, api_key="key-of-client-0000")
    early = copy = first.with_options(timeout=3)
    early_reference = weakref.ref(early)
    an_error(side, copy)
    alone = steps(lambda: an_error(side, copy))
    for number in range(2000):
        copy = copy.with_options(timeout=1 + number % 7)
    an_error(side, copy)
    assert steps(lambda: an_error(side, copy)) < 1.5 * alone + 100
    del early
    gc.collect()
    assert early_reference() is None, "copies that nobody holds are freed"
    side.close(first)
    with pytest.raises(Exception, match="closed"):
        an_error(side, copy)
