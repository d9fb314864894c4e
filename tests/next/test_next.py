"""What `make test-next` runs on the next Python beside tests of the wrapper that need no network and no event loop."""

from __future__ import annotations

import importlib
import pkgutil

import httpx
import pytest

import beyondwords
import beyondwords_api
from beyondwords import BeyondWords, RateLimitError
from tests.sides import Responses


@pytest.mark.parametrize("package", [beyondwords_api, beyondwords], ids=["generated", "wrapper"])
def test_every_module_is_imported(package: object) -> None:
    paths, name = package.__path__, package.__name__  # type: ignore[attr-defined]
    # The command line, the sandbox and pytest's plugin need extras.
    found = [each.name for each in pkgutil.walk_packages(paths, f"{name}.", onerror=lambda _: None)]
    wanted = [each for each in found if not each.startswith(("beyondwords.testing", "beyondwords.cli"))]
    assert len(wanted) > 10
    for each in wanted:
        importlib.import_module(each)


def test_a_read_is_sent_again_until_the_attempts_are_used_up() -> None:
    responses = Responses(*(httpx.Response(429, headers={"Retry-After": "0"}) for _ in range(3)))
    with BeyondWords("a-key", transport=httpx.MockTransport(responses)) as bw, pytest.raises(RateLimitError):
        bw.background_tracks.list().page()
    assert responses.keys == ["a-key"] * 3
