"""`make generate` as a command: what it leaves behind, and how it fails."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tools.conftest import PUBLISHED, ROOT, Run, files, the_error
from tools import spec
from tools.failure import Failure
from tools.generate.build import check_pins, generate, read_options
from tools.generate.modules import endpoints


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "clients" / "things_api"


def test_the_client_is_whole_and_depends_on_nothing_but_the_document(published_client: Path, target: Path) -> None:
    # Not on what was there before, nor on the environment.
    shutil.copytree(published_client, target)
    (target / "models" / "added.py").write_text("")
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


def test_a_folder_that_is_no_client_is_not_replaced(run_tool: Run, target: Path) -> None:
    target.mkdir(parents=True)
    (target / "diary.txt").write_text("mine")
    assert "will not be replaced" in the_error(run_tool("generate", "--spec", PUBLISHED, "--output", target))
    assert (target / "diary.txt").read_text() == "mine"


def test_another_version_than_the_pinned_one_is_refused(
    tmp_path: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    check_pins(ROOT / "pyproject.toml")
    for name in ("openapi-python-client", "ruff"):
        (tmp_path / "pyproject.toml").write_text(text.replace(f'"{name}==', f'"{name}==99.'), encoding="utf-8")
        with pytest.raises(Failure, match=rf"pins {name}==99\..* is installed: run `make setup`"):
            check_pins(tmp_path / "pyproject.toml")
    monkeypatch.setattr("tools.generate.build.distributions", list)
    with pytest.raises(Failure, match=r"pyproject\.toml pins .*, but nothing is installed"):
        generate(spec.SPEC_FILE, target)
    assert not target.exists()


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
