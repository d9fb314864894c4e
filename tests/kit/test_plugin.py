"""The pytest plugin, as a project of somebody else's meets it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from beyondwords import BeyondWords

NOWHERE = "https://nowhere.invalid/v1"
MARKERS = ["netwrk=True", "items=5", "True", "network='yes'"]
TESTS = """
import asyncio
import gc
import os

import pytest

from beyondwords import APIConnectionError, AsyncBeyondWords, BeyondWords

OPTIONS = {"base_url": "https://nowhere.invalid/v1", "max_attempts": 1}


def call():
    with BeyondWords("key-for-tests-51", **OPTIONS) as bw:
        bw.background_tracks.list().page()


@pytest.fixture(scope="module")
def loop():
    return asyncio.new_event_loop()


@pytest.fixture
def swept():
    yield
    with pytest.raises(APIConnectionError):
        call()


def test_state_is_kept_within_a_test(beyondwords_sandbox, beyondwords_client):
    beyondwords_sandbox.background_tracks.add(name="Piano")
    assert beyondwords_client.background_tracks.list(name="Piano").total() == 1


def test_and_new_in_the_next_where_the_environment_names_it(beyondwords_sandbox):
    with BeyondWords() as bw:
        assert bw.background_tracks.list(name="Piano").total() == 0
        assert bw.projects.get().id == 1


def test_async(beyondwords_async_client):
    async def total():
        return await beyondwords_async_client.background_tracks.list().total()

    assert asyncio.run(total()) == 2
    assert asyncio.run(total()) == 2


def test_async_in_a_loop_that_is_set(beyondwords_async_client, loop):
    asyncio.set_event_loop(loop)
    assert loop.run_until_complete(beyondwords_async_client.background_tracks.list().total()) == 2


def test_nothing_of_it_stays(loop):
    assert asyncio.get_event_loop() is loop
    asyncio.set_event_loop(None)
    loop.close()
    gc.collect()
    assert "BEYONDWORDS_BASE_URL" not in os.environ


def test_real():
    call()


def test_real_async():
    async def main():
        async with AsyncBeyondWords("key-for-tests-51", **OPTIONS) as bw:
            await bw.background_tracks.list().page()

    asyncio.run(main())


def test_real_proxy(monkeypatch, beyondwords_sandbox):
    monkeypatch.setenv("HTTPS_PROXY", beyondwords_sandbox.base_url.removesuffix("/v1"))
    call()


@pytest.mark.beyondwords(network=True)
def test_allowed():
    call()


@pytest.mark.beyondwords(network=True)
def test_allowed_until_its_fixtures_end(swept):
    pass
"""


def test_fixtures_and_guard_are_there_without_an_import(tmp_path: Path) -> None:
    marked = [f"@pytest.mark.beyondwords({marker})\ndef test_{number}(): pass" for number, marker in enumerate(MARKERS)]
    (tmp_path / "test_service.py").write_text("\n\n".join([TESTS, *marked]))
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-W",
        "error",
        "-n",
        "1",
        "--rootdir",
        str(tmp_path),
        str(tmp_path),
    ]
    told = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False, timeout=120).stdout
    assert "4 failed, 6 passed, 4 errors" in told
    for name in ("test_real", "test_real_async", "test_real_proxy"):
        assert f"FAILED test_service.py::{name} - RuntimeError: a BeyondWords client" in told
    assert "FAILED test_service.py::test_allowed - beyondwords.errors.APIConnectionError" in told
    assert "not this machine" in told
    for marker in MARKERS:
        line = f"@pytest.mark.beyondwords takes network= and waits=, each True or False, not {marker}"
        assert line in told, "a marker that would do nothing is refused with the right words"


def test_the_guard_can_be_taken_away_for_all_tests() -> None:
    # As pyproject.toml does: it is our own guard that refuses here.
    with (
        BeyondWords("key-for-tests-51", base_url=NOWHERE) as bw,
        pytest.raises(RuntimeError, match="reach loopback only"),
    ):
        bw.background_tracks.list().page()
