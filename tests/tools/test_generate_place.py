"""However a generation ends, the old client or the new one is whole in its place."""

from __future__ import annotations

import ctypes
import errno
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tools.conftest import ROOT, files
from tests.tools.documents import document, written
from tools.generate import build, place
from tools.generate.build import generate

Running = Callable[..., subprocess.Popen[str]]


@pytest.fixture(scope="module")
def spec_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("spec"), document())


@pytest.fixture(scope="module")
def fresh(spec_file: Path) -> Path:
    """A new client."""
    client = spec_file.with_name("client")
    generate(spec_file, client)
    return client


@pytest.fixture
def target(tmp_path: Path, fresh: Path) -> Path:
    """A client with one file more than a new one has."""
    target = tmp_path / "generated" / "things_api"
    shutil.copytree(fresh, target)
    (target / "old.py").write_text("")
    return target


@pytest.fixture
def running(target: Path, spec_file: Path) -> Running:
    """`running()` generates in a process of its own."""

    def start(*program: str, before: Callable[[], None] | None = None) -> subprocess.Popen[str]:
        options = ["--spec", str(spec_file), "--output", str(target)]
        command = [sys.executable, *(program or ("-m", "tools.generate")), *options]
        pipe = subprocess.PIPE
        return subprocess.Popen(command, cwd=ROOT, text=True, stdout=pipe, stderr=pipe, preexec_fn=before)

    return start


# A signal as soon as one step is done: no poll from outside hits such a moment for certain.
ENDED = """
import os, sys
from tools.generate import build
name, sent = sys.argv.pop(1), int(sys.argv.pop(1))
step = getattr(build, name)
setattr(build, name, lambda *arguments: (step(*arguments), os.kill(os.getpid(), sent)))
sys.exit(build.main())
"""


def test_a_run_that_is_ended_leaves_a_whole_client_and_nothing_for_the_next(
    target: Path, fresh: Path, running: Running
) -> None:
    old, new = files(target), files(fresh)
    for sent in (signal.SIGINT, signal.SIGTERM, signal.SIGKILL):
        for step, expected in (("run_generator", old), ("replace", new)):
            (target / "old.py").write_text("")
            with running("-c", ENDED, step, str(int(sent))) as process:
                _, errors = process.communicate()
            assert process.returncode != 0
            assert files(target) == expected
            assert "Traceback" not in errors
    (target / "old.py").write_text("")
    with running() as process:
        # There is a client at every moment.
        while process.poll() is None:
            assert target.exists()
    assert process.returncode == 0
    assert files(target) == new
    assert os.listdir(target.parent) == [target.name]


def test_a_file_that_cannot_be_written_is_one_line_and_the_old_client_stays(target: Path, running: Running) -> None:
    before = files(target)
    with running(before=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))) as process:
        _, errors = process.communicate()
    assert process.returncode == 1
    assert len(errors.splitlines()) == 1, errors
    assert errors.startswith(f"error: {target}")
    assert files(target) == before
    assert os.listdir(target.parent) == [target.name]


def test_a_full_disk_is_one_line_that_names_the_folder(
    target: Path, spec_file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: object) -> None:
        # As Python raises it from a write: without a name.
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    before = files(target)
    monkeypatch.setattr(build, "run_generator", full)
    assert build.main(["--spec", str(spec_file), "--output", str(target)]) == 1
    assert capsys.readouterr().err == f"error: {target}: No space left on device\n"
    assert files(target) == before


# As soon as Python looks for the tool: no moment comes earlier for certain.
INTERRUPTED = """
import os, signal, sys

class Interrupting:
    def find_spec(name, path=None, target=None):
        if name.startswith("tools."):
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Interrupting)
"""
TOOLS = [
    ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__main__")
    for file in sorted((ROOT / "tools").rglob("*.py"))
    if re.search(r"^ *sys\.exit\(", file.read_text(encoding="utf-8"), re.MULTILINE)
]


@pytest.mark.parametrize("tool", TOOLS)
def test_a_tool_that_is_interrupted_while_it_imports_says_so_in_one_line(tool: str, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(INTERRUPTED)
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-m", tool], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (130, "error: interrupted\n")


def _without_roots_rights() -> None:
    # Root may write into a read-only folder; a process without this capability may not.
    if os.geteuid() == 0:
        drop_for_ever, write_anywhere = 24, 1  # PR_CAPBSET_DROP, CAP_DAC_OVERRIDE
        ctypes.CDLL(None).prctl(drop_for_ever, write_anywhere)


@pytest.mark.parametrize("read_only", ["folder", "client"])
def test_a_read_only_folder_is_one_line_and_the_old_client_stays(
    target: Path, running: Running, read_only: str
) -> None:
    before = files(target)
    folder = target.parent if read_only == "folder" else target
    folder.chmod(0o555)
    with running(before=_without_roots_rights) as process:
        _, errors = process.communicate()
    folder.chmod(0o755)
    assert (process.returncode, len(errors.splitlines())) == (1, 1), errors
    assert errors.startswith(f"error: {target.parent}")
    assert "Permission denied" in errors
    assert files(target) == before
    assert os.listdir(target.parent) == [target.name]


def test_where_the_options_cannot_be_written_the_client_stays_too(
    tmp_path: Path, target: Path, running: Running
) -> None:
    folder = tmp_path / "options"
    folder.mkdir()
    config, content = folder / "c.yml", document()
    shutil.copy(build.CONFIG_FILE, config)
    content["paths"]["/things"]["get"]["parameters"] = [
        {"name": "x", "in": "query", "content": {"application/json": {"schema": {}}}}
    ]
    spec = written(tmp_path, content, "unsupported.json")
    before, options = files(target), config.read_bytes()
    command = [sys.executable, "-m", "tools.generate", "--config", str(config), "--spec", str(spec)]
    command += ["--output", str(target), "--accept", "all"]
    pipe = subprocess.PIPE
    folder.chmod(0o555)
    with subprocess.Popen(
        command, cwd=ROOT, text=True, stdout=pipe, stderr=pipe, preexec_fn=_without_roots_rights
    ) as process:
        _, errors = process.communicate()
    folder.chmod(0o755)
    assert process.returncode == 1
    assert errors.splitlines()[-1] == f"error: {folder / '.c.yml'}: Permission denied"
    assert (files(target), config.read_bytes(), os.listdir(folder)) == (before, options, ["c.yml"])


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
