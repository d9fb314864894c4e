"""What `make build` says of archives that would disappoint who installs them."""

from __future__ import annotations

import importlib.util
import venv
import zipfile
from pathlib import Path

import pytest

from tools.check_dist import check, try_out
from tools.failure import Failure

METADATA = "Metadata-Version: 2.1\nName: beyondwords\nVersion: 0.0.1\n"


def wheel(folder: Path, code: str) -> Path:
    """A wheel that holds one module."""
    file = folder / "beyondwords-0.0.1-py3-none-any.whl"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("beyondwords/__init__.py", code)
        archive.writestr("beyondwords-0.0.1.dist-info/METADATA", METADATA)
        archive.writestr(
            "beyondwords-0.0.1.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        archive.writestr("beyondwords-0.0.1.dist-info/RECORD", "")
    return file


def test_a_wheel_that_lacks_the_typing_marker_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Failure, match=r"failed: FileNotFoundError: .*py\.typed"):
        try_out(wheel(tmp_path, "class BeyondWords:\n    api = None\n    def __init__(self, key): pass\n"))


def test_a_folder_without_archives_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Failure, match="holds 0 files"):
        check(tmp_path)


def with_our_pip(folder: Path, with_pip: bool) -> None:
    """Like `venv.create`, which takes seconds to install pip, and that is not what these tests are about."""
    ours = importlib.util.find_spec("pip")
    venv.EnvBuilder(with_pip=with_pip and ours is None).create(folder)
    if ours is not None and ours.origin is not None:
        (site_packages,) = folder.glob("lib/python*/site-packages")
        (site_packages / "pip").symlink_to(Path(ours.origin).parent)


def test_a_wheel_that_cannot_be_imported_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tools.check_dist.venv.create", with_our_pip)
    with pytest.raises(Failure, match=r"import beyondwords.* failed: ModuleNotFoundError: No module named 'lost'"):
        try_out(wheel(tmp_path, "import lost"))
