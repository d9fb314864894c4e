"""The pytest plugin, as a project of somebody else's meets it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

TESTS = """
import asyncio
import gc
import os

import pytest

from beyondwords import APIConnectionError, AsyncBeyondWords, BeyondWords


@pytest.fixture(scope="module")
def loop():
    return asyncio.new_event_loop()


@pytest.fixture
def swept():
    yield
    with BeyondWords("key-for-tests-51", base_url="https://nowhere.invalid/v1", max_attempts=1) as bw:
        with pytest.raises(APIConnectionError):
            bw.background_tracks.list().page()


def test_state_is_kept_within_a_test(beyondwords_sandbox, beyondwords_client):
    beyondwords_sandbox.background_tracks.add(name="Piano")
    assert beyondwords_client.background_tracks.list(name="Piano").total() == 1


def test_and_new_in_the_next(beyondwords_sandbox, beyondwords_client):
    assert beyondwords_client.background_tracks.list(name="Piano").total() == 0


def test_the_environment_names_it(beyondwords_sandbox):
    with BeyondWords() as bw:
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
    with BeyondWords("key-for-tests-51", max_attempts=1) as bw:
        bw.background_tracks.list().page()


def test_real_async():
    async def main():
        async with AsyncBeyondWords("key-for-tests-51", max_attempts=1) as bw:
            await bw.background_tracks.list().page()

    asyncio.run(main())


def test_real_proxy(monkeypatch, beyondwords_sandbox):
    monkeypatch.setenv("HTTPS_PROXY", beyondwords_sandbox.base_url.removesuffix("/v1"))
    with BeyondWords("key-for-tests-51", base_url="https://nowhere.invalid/v1", max_attempts=1) as bw:
        bw.background_tracks.list().page()


@pytest.mark.beyondwords(network=True)
def test_allowed():
    with BeyondWords("key-for-tests-51", base_url="https://nowhere.invalid/v1", max_attempts=1) as bw:
        bw.background_tracks.list().page()


@pytest.mark.beyondwords(network=True)
def test_allowed_until_its_fixtures_end(swept):
    pass
"""


def run(folder: Path, *arguments: str) -> str:
    (folder / "test_service.py").write_text(TESTS)
    command = [sys.executable, "-m", "pytest", "-q", "-W", "error", "--rootdir", str(folder), *arguments, str(folder)]
    return subprocess.run(command, capture_output=True, text=True, cwd=folder, check=False, timeout=120).stdout


def test_fixtures_and_guard_are_there_without_an_import(tmp_path: Path) -> None:
    told = run(tmp_path, "-n", "1")
    assert "4 failed, 7 passed" in told
    for name in ("test_real", "test_real_async", "test_real_proxy"):
        assert f"FAILED test_service.py::{name} - RuntimeError: a BeyondWords client" in told
    assert "FAILED test_service.py::test_allowed - beyondwords.errors.APIConnectionError" in told
    assert "not this machine" in told


def test_a_marker_that_would_do_nothing_is_refused_with_the_right_words(tmp_path: Path) -> None:
    markers = ["netwrk=True", "items=5", "True", "network='yes'"]
    tests = [
        f"@pytest.mark.beyondwords({marker})\ndef test_{number}(): pass\n" for number, marker in enumerate(markers)
    ]
    (tmp_path / "test_markers.py").write_text("import pytest\n" + "\n".join(tests))
    told = run(tmp_path, "-k", "test_markers")
    assert "4 errors" in told
    for marker in markers:
        line = f"@pytest.mark.beyondwords takes network= and waits=, each True or False, not {marker}"
        assert line in told


def test_the_guard_can_be_taken_away_for_all_tests(tmp_path: Path) -> None:
    (tmp_path / "pytest.ini").write_text("[pytest]\nbeyondwords_network = true\n")
    told = run(tmp_path, "-k", "not real")
    assert "1 failed, 7 passed" in told
    assert "RuntimeError" not in told
