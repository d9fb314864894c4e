"""`make check-generated` sees every way in which the committed client can be another than the document's."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tools.conftest import PUBLISHED, ROOT, Run, files, the_error


@pytest.fixture
def scratch(tmp_path: Path, published_client: Path) -> Path:
    shutil.copytree(published_client, tmp_path / "client")
    shutil.copy(PUBLISHED, tmp_path / "openapi.yaml")
    shutil.copy(ROOT / "generator-config.yml", tmp_path)
    shutil.copytree(ROOT / "generator-templates", tmp_path / "templates")
    return tmp_path


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new, 1))


def change_files(folder: Path) -> None:
    edit(folder / "client" / "models" / "background_track.py", "import", "# by hand\nimport")
    (folder / "client" / "models" / "error.py").unlink()
    (folder / "client" / "models" / "extra.txt").touch()
    (folder / "client" / "py.typed").unlink()


def remove_all(folder: Path) -> None:
    shutil.rmtree(folder / "client")


def change_document(folder: Path) -> None:
    edit(folder / "openapi.yaml", "openapi:", "# A remark that changes no code.\nopenapi:")


def change_options(folder: Path) -> None:
    edit(folder / "generator-config.yml", "docstrings_on_attributes: true", "docstrings_on_attributes: false")


def change_template(folder: Path) -> None:
    edit(folder / "templates" / "types.py.jinja", '"UNSET"', '"unset"')


ONE_BY_ONE = "models/background_track.py differs, models/error.py is missing, models/extra.txt is extra and 1 more"
ANOTHER = "openapi.yaml differs (openapi.yaml is not the document that the client was generated from)"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (change_files, ONE_BY_ONE),
        (remove_all, "client: __init__.py is missing"),
        (change_document, ANOTHER),
        (change_options, ".py differs"),
        (change_template, "client: types.py differs;"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_each_drift_fails_with_one_line(
    scratch: Path, run_tool: Run, change: Callable[[Path], None], expected: str
) -> None:
    change(scratch)
    before = files(scratch)
    line = the_error(
        run_tool(
            *("check_generated", "--output", scratch / "client", "--spec", scratch / "openapi.yaml"),
            *("--config", scratch / "generator-config.yml", "--templates", scratch / "templates"),
        )
    )
    assert expected in line.replace(f"{os.path.relpath(scratch, ROOT)}/", "")
    assert line.endswith("; run `make generate`")
    assert files(scratch) == before


def test_what_is_in_step_passes_caches_or_not(scratch: Path, run_tool: Run) -> None:
    (scratch / "client" / "models" / "__pycache__").mkdir(exist_ok=True)
    (scratch / "client" / "models" / "__pycache__" / "x.pyc").write_bytes(b"")
    result = run_tool("check_generated", "--spec", scratch / "openapi.yaml", "--output", scratch / "client")
    assert result.returncode == 0, result.stderr
