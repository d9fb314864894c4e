"""`make check-generated` sees every way in which the committed client can be another than the document's."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tools.conftest import PUBLISHED, ROOT, Run, files, the_error

Check = Callable[[Path], subprocess.CompletedProcess[str]]


@pytest.fixture
def scratch(tmp_path: Path, published_client: Path) -> Path:
    shutil.copytree(published_client, tmp_path / "client")
    shutil.copy(PUBLISHED, tmp_path / "openapi.yaml")
    shutil.copy(ROOT / "generator-config.yml", tmp_path)
    shutil.copytree(ROOT / "generator-templates", tmp_path / "templates")
    return tmp_path


@pytest.fixture
def check(run_tool: Run) -> Check:
    def run(folder: Path) -> subprocess.CompletedProcess[str]:
        return run_tool(
            *("check_generated", "--output", folder / "client", "--spec", folder / "openapi.yaml"),
            *("--config", folder / "generator-config.yml", "--templates", folder / "templates"),
        )

    return run


def edit(folder: Path) -> None:
    with (folder / "client" / "models" / "background_track.py").open("a") as file:
        file.write("# by hand\n")


def remove(folder: Path) -> None:
    (folder / "client" / "models" / "error.py").unlink()


def remove_all(folder: Path) -> None:
    shutil.rmtree(folder / "client")


def add(folder: Path) -> None:
    (folder / "client" / "models" / "extra.txt").write_text("")


def change_document(folder: Path) -> None:
    file = folder / "openapi.yaml"
    file.write_text(file.read_text().replace("The background track name", "The name"))


def comment_document(folder: Path) -> None:
    with (folder / "openapi.yaml").open("a") as file:
        file.write("# a remark that changes no code\n")


def change_options(folder: Path) -> None:
    file = folder / "generator-config.yml"
    file.write_text(file.read_text().replace("docstrings_on_attributes: true", "docstrings_on_attributes: false"))


def change_template(folder: Path) -> None:
    file = folder / "templates" / "types.py.jinja"
    file.write_text(file.read_text().replace('"UNSET"', '"unset"'))


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (edit, "models/background_track.py differs"),
        (remove, "models/error.py is missing"),
        (remove_all, "__init__.py is missing"),
        (add, "models/extra.txt is extra"),
        (change_document, "is not the document that the client was generated from"),
        (comment_document, "openapi.yaml differs"),
        (change_options, ".py differs"),
        (change_template, "types.py differs"),
    ],
)
def test_each_drift_fails_with_one_line(
    scratch: Path, check: Check, change: Callable[[Path], None], expected: str
) -> None:
    change(scratch)
    before = files(scratch)
    line = the_error(check(scratch))
    assert expected in line
    assert "run `make generate`" in line
    assert files(scratch) == before


def test_what_is_in_step_passes_caches_or_not(scratch: Path, run_tool: Run) -> None:
    (scratch / "client" / "models" / "__pycache__").mkdir(exist_ok=True)
    (scratch / "client" / "models" / "__pycache__" / "x.pyc").write_bytes(b"")
    result = run_tool("check_generated", "--spec", scratch / "openapi.yaml", "--output", scratch / "client")
    assert result.returncode == 0, result.stderr
