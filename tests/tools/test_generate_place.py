"""However a generation ends, the old client or the new one is whole in its place."""

from __future__ import annotations

import ctypes
import os
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tools.conftest import PUBLISHED, ROOT, files
from tools.generate import place

COMMAND = [sys.executable, "-m", "tools.generate", "--spec", str(PUBLISHED), "--output"]


@pytest.fixture
def target(tmp_path: Path, published_client: Path) -> Path:
    """A client with one file more than a new one has."""
    target = tmp_path / "generated" / "beyondwords_api"
    shutil.copytree(published_client, target)
    (target / "old.py").write_text("")
    return target


def running(target: Path, before: Callable[[], None] | None = None) -> subprocess.Popen[str]:
    pipe = subprocess.PIPE
    return subprocess.Popen([*COMMAND, target], cwd=ROOT, text=True, stdout=pipe, stderr=pipe, preexec_fn=before)


def built(target: Path, name: str) -> bool:
    return any(target.parent.glob(f".{target.name}.*/new/{name}"))


@pytest.mark.parametrize("last", ["client.py", "openapi.yaml"])
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_run_that_is_ended_leaves_a_whole_client_and_nothing_for_the_next(
    target: Path, published_client: Path, last: str, sent: signal.Signals
) -> None:
    old, new = files(target), files(published_client)
    with running(target) as process:
        while process.poll() is None and not built(target, last):
            assert (target / "client.py").exists()
        process.send_signal(sent)
        _, errors = process.communicate()
    assert files(target) in (old, new)
    assert "Traceback" not in errors
    subprocess.run([*COMMAND, target], cwd=ROOT, check=True)
    assert files(target) == new
    assert os.listdir(target.parent) == [target.name]


def test_there_is_a_client_at_every_moment(target: Path, published_client: Path) -> None:
    missing = 0
    with running(target) as process:
        while process.poll() is None:
            missing += not target.exists()
    assert process.returncode == 0
    assert missing == 0
    assert files(target) == files(published_client)


def test_a_file_that_cannot_be_written_is_one_line_and_the_old_client_stays(target: Path) -> None:
    before = files(target)
    with running(target, lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))) as process:
        _, errors = process.communicate()
    assert process.returncode == 1
    assert len(errors.splitlines()) == 1, errors
    assert errors.startswith("error: ")
    assert files(target) == before
    assert os.listdir(target.parent) == [target.name]


def _without_roots_rights() -> None:
    # Root may write into a read-only folder; a process without this capability may not.
    if os.geteuid() == 0:
        drop_for_ever, write_anywhere = 24, 1  # PR_CAPBSET_DROP, CAP_DAC_OVERRIDE
        ctypes.CDLL(None).prctl(drop_for_ever, write_anywhere)


@pytest.mark.parametrize("read_only", ["folder", "client"])
def test_a_read_only_folder_is_one_line_and_the_old_client_stays(target: Path, read_only: str) -> None:
    before = files(target)
    folder = target.parent if read_only == "folder" else target
    folder.chmod(0o555)
    with running(target, _without_roots_rights) as process:
        _, errors = process.communicate()
    folder.chmod(0o755)
    assert (process.returncode, len(errors.splitlines())) == (1, 1), errors
    assert errors.startswith(f"error: {target.parent}")
    assert "Permission denied" in errors
    assert files(target) == before
    assert os.listdir(target.parent) == [target.name]


def test_a_system_that_exchanges_nothing_gets_two_renames_and_the_next_run_ends_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(place, "_exchanged", lambda one, two: False)
    target = tmp_path / "client"
    target.mkdir()
    (target / "old.py").write_text("")
    with pytest.raises(FileNotFoundError):
        place.replace(target, tmp_path / "nothing-there")
    assert files(target) == {"old.py": b""}
    # Killed between the two.
    (tmp_path / ".client.x").mkdir()
    target.rename(tmp_path / ".client.x" / "old")
    with place.beside(target):
        assert files(target) == {"old.py": b""}
    assert os.listdir(tmp_path) == ["client"]
