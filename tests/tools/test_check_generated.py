"""`make check-generated` sees every way in which the committed client can be another than the document's."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.tools.conftest import PUBLISHED, ROOT, Run, files, the_error

# By file, an old text and the new one; without them it is removed.
DRIFTS: dict[str, tuple[dict[str, tuple[str, str] | None], str]] = {
    "by hand": (
        {
            "client/models/background_track.py": ("import", "# by hand\nimport"),
            "client/models/error.py": None,
            "client/models/extra.txt": ("", ""),
            "client/py.typed": None,
        },
        "models/background_track.py differs, models/error.py is missing, models/extra.txt is extra, and 1 more",
    ),
    "nothing there": ({"client": None}, "client: __init__.py is missing"),
    "document": (
        {"openapi.yaml": ("openapi:", "# A remark that changes no code.\nopenapi:")},
        "openapi.yaml differs (openapi.yaml is not the document that the client was generated from)",
    ),
    "options": ({"generator-config.yml": ("attributes: true", "attributes: false")}, ".py differs"),
    "template": ({"templates/types.py.jinja": ('"UNSET"', '"unset"')}, "client: types.py differs;"),
    "caches": ({"client/models/__pycache__/x.pyc": ("", "")}, ""),
}


@pytest.mark.parametrize("name", DRIFTS)
def test_each_drift_fails_with_one_line(tmp_path: Path, published_client: Path, run_tool: Run, name: str) -> None:
    shutil.copytree(published_client, tmp_path / "client")
    shutil.copy(PUBLISHED, tmp_path / "openapi.yaml")
    shutil.copy(ROOT / "generator-config.yml", tmp_path)
    shutil.copytree(ROOT / "generator-templates", tmp_path / "templates")
    changes, expected = DRIFTS[name]
    for file, change in changes.items():
        path = tmp_path / file
        if change is None:
            path.unlink() if path.is_file() else shutil.rmtree(path)
        elif change[0]:
            assert change[0] in path.read_text()
            path.write_text(path.read_text().replace(*change, 1))
        else:
            path.parent.mkdir(exist_ok=True)
            path.touch()
    before = files(tmp_path)
    places = ["--output", tmp_path / "client", "--spec", tmp_path / "openapi.yaml"]
    options = ["--config", tmp_path / "generator-config.yml", "--templates", tmp_path / "templates"]
    result = run_tool("check_generated", *places, *options)
    if expected:
        line = the_error(result)
        assert expected in line.replace(f"{os.path.relpath(tmp_path, ROOT)}/", "")
        assert line.endswith("; run `make generate`")
    assert (result.returncode, files(tmp_path)) == (int(bool(expected)), before)
