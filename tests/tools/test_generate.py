"""`make generate`: however it ends, the old client or the new one is whole in its place."""

from __future__ import annotations

import ctypes
import errno
import multiprocessing
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from tests.tools.conftest import PUBLISHED, ROOT, Run, files, the_error
from tests.tools.documents import document, operation, parameter, written
from tools.failure import Failure
from tools.generate import build, place
from tools.generate.build import check_pins, generate, read_options
from tools.generate.modules import endpoints

# Processes of their own, which need not import everything anew.
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload([__name__])
Start = Callable[..., BaseProcess]


@pytest.fixture
def target(tmp_path: Path, published_client: Path) -> Path:
    """A client with one file more than a new one has."""
    target = tmp_path / "generated" / "things_api"
    shutil.copytree(published_client, target)
    (target / "old.py").write_text("")
    return target


@pytest.fixture
def start(target: Path, tmp_path: Path) -> Start:
    """`start(before)` generates in a process of its own, after `before()`; what it says is in `tmp_path/errors`."""

    def run(before: Callable[[], object] = int, spec: Path = PUBLISHED, *more: str) -> BaseProcess:
        arguments = ["--spec", str(spec), "--output", str(target), *more]
        process = PROCESSES.Process(target=_generate, args=(before, arguments, tmp_path / "errors"))
        process.start()
        return process

    return run


def _generate(before: Callable[[], object], arguments: list[str], errors: Path) -> None:
    sys.stderr = errors.open("w", buffering=1)
    before()
    sys.exit(build.main(arguments))


def _end_after(name: str, sent: int) -> None:
    # A signal as soon as one step is done: no poll from outside hits such a moment for certain.
    step = getattr(build, name)

    def ended(*arguments: object) -> None:
        step(*arguments)
        os.kill(os.getpid(), sent)

    pytest.MonkeyPatch().setattr(build, name, ended)


def test_a_run_that_is_ended_leaves_a_whole_client_and_nothing_for_the_next(
    target: Path, published_client: Path, start: Start, tmp_path: Path
) -> None:
    old, new = files(target), files(published_client)
    # SIGTERM ends Python as SIGKILL does.
    for sent in (signal.SIGINT, signal.SIGKILL):
        for step, expected in (("run_generator", old), ("replace", new)):
            (target / "old.py").write_text("")
            process = start(partial(_end_after, step, sent))
            process.join()
            assert process.exitcode == (130 if sent == signal.SIGINT else -sent)
            assert files(target) == expected
            assert "Traceback" not in (tmp_path / "errors").read_text()
    (target / "old.py").write_text("")
    process = start()
    # There is a client at every moment.
    while process.is_alive():
        assert target.exists()
    assert process.exitcode == 0
    assert files(target) == new
    assert os.listdir(target.parent) == [target.name]


def _small_files() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))


def _full_disk() -> None:
    def full(*_: object) -> None:
        # As Python raises it from a write: without a name.
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    pytest.MonkeyPatch().setattr(build, "run_generator", full)


def _read_only(folder: Path) -> None:
    folder.chmod(0o555)
    # Root may write into a read-only folder; a process without CAP_DAC_OVERRIDE may not.
    header, data = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
    system = ctypes.CDLL(None)
    system.capget(header, data)
    data[0] &= ~2
    system.capset(header, data)


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        (_small_files, "error: {target}.* File too large"),
        (_full_disk, "error: {target}: No space left on device"),
        ("generated", "error: {folder}.*: Permission denied"),
        ("generated/things_api", "error: {folder}.*: Permission denied"),
        # The options, which are written before the client is replaced.
        ("options", r"error: .*/\.c\.yml: Permission denied"),
    ],
)
def test_what_cannot_be_written_is_one_line_and_the_old_client_stays(
    target: Path, start: Start, tmp_path: Path, before: Callable[[], object] | str, expected: str
) -> None:
    content, options = (
        document({"/things": {"get": operation("a", [parameter("x", schema=None)])}}),
        tmp_path / "options",
    )
    options.mkdir()
    shutil.copy(build.CONFIG_FILE, options / "c.yml")
    old, old_options = files(target), files(options)
    # A name is that of a folder that is read-only.
    change = partial(_read_only, tmp_path / before) if isinstance(before, str) else before
    process = start(change, written(tmp_path, content), "--config", str(options / "c.yml"), "--accept", "all")
    process.join()
    for folder in (target.parent, target, options):
        folder.chmod(0o755)
    line = (tmp_path / "errors").read_text().splitlines()
    assert process.exitcode == 1
    assert len(line) == 1, line
    assert re.match(expected.format(target=target, folder=target.parent), line[0])
    assert (files(target), files(options), os.listdir(target.parent)) == (old, old_options, [target.name])


# As soon as Python looks for the tool: no moment comes earlier for certain.
INTERRUPTED = """
import os, signal, sys

class Interrupting:
    def find_spec(name, path=None, target=None):
        if name.startswith("tools."):
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Interrupting)
"""


def test_a_tool_that_is_interrupted_while_it_imports_says_so_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(INTERRUPTED)
    command = [sys.executable, "-m", "tools.generate"]
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (130, "error: interrupted\n")


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


# --- what a generation needs and gives


def test_the_client_is_whole_and_depends_on_nothing_but_the_document(published_client: Path, target: Path) -> None:
    # Not on what was there before, nor on the environment.
    (target / "client.py").write_text("")
    odd = {"PYTHONHASHSEED": "2", "LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Tokyo", "PATH": "/usr/bin:/bin"}
    command = [sys.executable, "-m", "tools.generate", "--spec", str(PUBLISHED), "--output", str(target)]
    done = subprocess.run(command, cwd=ROOT, env=os.environ | odd, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    made = files(target)
    assert made == files(published_client)
    assert (made["openapi.yaml"], made["py.typed"]) == (PUBLISHED.read_bytes(), b"")
    assert made.keys() >= {"models/background_track.py", "models/error.py"}
    (entry,) = endpoints(target)
    assert (entry.key, entry.shape) == ("background_tracks.background_tracks_index", ("GET", "/background_tracks"))
    assert entry.sent["query"]["pagination[limit]"] == "pagination_limit"


def test_a_folder_that_is_no_client_is_not_replaced(run_tool: Run, tmp_path: Path) -> None:
    (tmp_path / "diary.txt").write_text("mine")
    assert "will not be replaced" in the_error(run_tool("generate", "--spec", PUBLISHED, "--output", tmp_path))
    assert os.listdir(tmp_path) == ["diary.txt"]


def test_another_version_than_the_pinned_one_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    check_pins(ROOT / "pyproject.toml")
    for name in ("openapi-python-client", "ruff"):
        (tmp_path / "pyproject.toml").write_text(text.replace(f'"{name}==', f'"{name}==99.'), encoding="utf-8")
        with pytest.raises(Failure, match=rf"pins {name}==99\..* is installed: run `make setup`"):
            check_pins(tmp_path / "pyproject.toml")
    monkeypatch.setattr("tools.generate.build.distributions", list)
    with pytest.raises(Failure, match=r"pyproject\.toml pins .*, but nothing is installed"):
        generate(PUBLISHED, tmp_path / "client")
    assert os.listdir(tmp_path) == ["pyproject.toml"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [("class_overides: {}", "no option class_overides"), ("[]", "no options"), ("post_hooks: 1", "post_hooks")],
)
def test_a_mistake_in_the_options_is_named(tmp_path: Path, content: str, expected: str) -> None:
    file = tmp_path / "config.yml"
    file.write_text(content)
    with pytest.raises(Failure, match=expected) as caught:
        read_options(file)
    assert "\n" not in str(caught.value)
