"""The pytest plugin, as a project of somebody else's meets it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from beyondwords import BeyondWords

MARKERS = ["netwrk=True", "items=5", "True", "network='yes'"]
TESTS = """
import asyncio
import gc
import os

import pytest

from beyondwords import APIConnectionError, AsyncBeyondWords, BeyondWords

OPTIONS = {"base_url": "https://nowhere.invalid/v1", "max_attempts": 1}
LOOP = asyncio.new_event_loop()


def call():
    with BeyondWords("key-for-tests-51", **OPTIONS) as bw:
        bw.background_tracks.list().page()


def fail_to_connect():
    with pytest.raises(APIConnectionError):
        call()


@pytest.fixture
def swept():
    yield
    fail_to_connect()


def test_the_environment_names_it(beyondwords_sandbox, beyondwords_client):
    beyondwords_sandbox.background_tracks.add(name="Piano")
    with BeyondWords() as bw:
        assert bw.projects.get().id == 1
        assert bw.background_tracks.list().total() == beyondwords_client.background_tracks.list().total() == 3


def test_async(beyondwords_async_client):
    async def total():
        return await beyondwords_async_client.background_tracks.list().total()

    assert asyncio.run(total()) == asyncio.run(total()) == 2
    asyncio.set_event_loop(LOOP)
    assert LOOP.run_until_complete(total()) == 2


def test_nothing_of_it_stays():
    assert asyncio.get_event_loop() is LOOP
    asyncio.set_event_loop(None)
    LOOP.close()
    gc.collect()
    assert "BEYONDWORDS_BASE_URL" not in os.environ


def test_real():
    call()


def test_real_async():
    asyncio.run(AsyncBeyondWords("key-for-tests-51", **OPTIONS).background_tracks.list().total())


def test_real_proxy(monkeypatch, beyondwords_sandbox):
    monkeypatch.setenv("HTTPS_PROXY", beyondwords_sandbox.base_url.removesuffix("/v1"))
    call()


@pytest.mark.beyondwords(network=True)
def test_allowed_until_its_fixtures_end(swept):
    fail_to_connect()
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
    assert "3 failed, 4 passed, 4 errors" in told
    for name in ("test_real", "test_real_async", "test_real_proxy"):
        assert f"FAILED test_service.py::{name} - RuntimeError: a BeyondWords client" in told
    assert "not this machine" in told
    for marker in MARKERS:
        # One that would do nothing.
        assert f"@pytest.mark.beyondwords takes network= and waits=, each True or False, not {marker}" in told


def test_the_guard_can_be_taken_away_for_all_tests() -> None:
    # As pyproject.toml does; what refuses here are our own tests.
    with BeyondWords("key-for-tests-51") as bw, pytest.raises(RuntimeError, match="tests reach loopback only"):
        bw.background_tracks.list().page()
