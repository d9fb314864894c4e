"""What `make build` says of archives that would disappoint who installs them."""

from __future__ import annotations

import importlib.util
import venv
import zipfile
from pathlib import Path

import pytest

from tools.check_dist import check, try_out
from tools.failure import Failure

INFO = {
    "METADATA": "Metadata-Version: 2.1\nName: beyondwords\nVersion: 0.0.1\n",
    "WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    "RECORD": "",
}


def with_our_pip(folder: Path, with_pip: bool) -> None:
    """Like `venv.create`, which takes seconds to install pip, and that is not what these tests are about."""
    ours = importlib.util.find_spec("pip")
    venv.EnvBuilder(with_pip=with_pip and ours is None).create(folder)
    if ours is not None and ours.origin is not None:
        (site_packages,) = folder.glob("lib/python*/site-packages")
        (site_packages / "pip").symlink_to(Path(ours.origin).parent)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("import lost", r"import beyondwords.* failed: ModuleNotFoundError: No module named 'lost'"),
        (
            "class BeyondWords:\n    api = None\n    def __init__(self, key): pass\n",
            r"failed: FileNotFoundError: .*py\.typed",
        ),
    ],
    ids=["it cannot be imported", "it lacks the typing marker"],
)
def test_a_wheel_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str, expected: str) -> None:
    monkeypatch.setattr("tools.check_dist.venv.create", with_our_pip)
    wheel = tmp_path / "beyondwords-0.0.1-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("beyondwords/__init__.py", code)
        for name, text in INFO.items():
            archive.writestr(f"beyondwords-0.0.1.dist-info/{name}", text)
    with pytest.raises(Failure, match=expected):
        try_out(wheel)


def test_a_folder_without_archives_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Failure, match="holds 0 archives"):
        check(tmp_path)
