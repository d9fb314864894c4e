"""`make build`: what was built holds both packages, their types and their data, and the demo runs from it alone."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import tempfile
import venv
import zipfile
from pathlib import Path

from tools.failure import Failure, exit_code, one_line
from tools.spec import ROOT

IN_WHEEL = (
    "beyondwords/__init__.py",
    "beyondwords/py.typed",
    "beyondwords_api/__init__.py",
    "beyondwords_api/py.typed",
    "beyondwords_api/openapi.yaml",
)
IN_SDIST = ("Makefile", "README.md", "LICENSE", "openapi.yaml", "generator-config.yml", "pyproject.toml")

FROZEN = """
import asyncio, threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from beyondwords import AsyncBeyondWords, BackgroundTrack, BeyondWords

class Rows(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b'[{"id": 7}]')

server = HTTPServer(("127.0.0.1", 0), Rows)
threading.Thread(target=server.serve_forever, daemon=True).start()
base_url = f"http://127.0.0.1:{server.server_port}/v1"

async def in_asyncio():
    async with AsyncBeyondWords("a key", base_url=base_url) as bw:
        return (await bw.background_tracks.list().page()).items

with BeyondWords("a key", base_url=base_url) as bw:
    assert bw.background_tracks.list().page().items == asyncio.run(in_asyncio()) == [BackgroundTrack(id=7)]
"""


def check(folder: Path) -> None:
    """Fail naming the first file that is not where its user looks for it."""
    wheel, sdist = _only(folder, "*.whl"), _only(folder, "*.tar.gz")
    with zipfile.ZipFile(wheel) as archive:
        _require(wheel, IN_WHEEL, set(archive.namelist()))
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
        _require(sdist, IN_SDIST, names)
    for built in (wheel, sdist):
        try_out(built)
        print(f"{built}: installs into an empty environment, and the demo runs there")
    check_frozen(wheel)
    print(f"{wheel}: a program that PyInstaller made of it makes a call")


def try_out(archive: Path) -> None:
    """Install it into an empty environment, alone and with its extras, and run the demo there."""
    with tempfile.TemporaryDirectory() as folder:
        python = _environment(Path(folder))
        _run(archive, folder, python, "-m", "pip", "install", "-qq", archive.resolve())
        _run(archive, folder, python, "-c", "import beyondwords; beyondwords.BeyondWords('a key').api")
        _run(archive, folder, python, "-m", "pip", "install", "-qq", f"{archive.resolve()}[testing,cli]")
        # Nothing comes from the checkout but the demo's own file.
        _run(archive, folder, python, ROOT / "tools" / "demo.py")


def check_frozen(wheel: Path) -> None:
    """Make a program with PyInstaller, in an empty environment, and let it call a server on this machine."""
    with tempfile.TemporaryDirectory() as folder:
        python = _environment(Path(folder))
        program = Path(folder) / "program.py"
        program.write_text(FROZEN)
        _run(wheel, folder, python, "-m", "pip", "install", "-qq", wheel.resolve(), "pyinstaller==6.*")
        _run(wheel, folder, python, "-m", "PyInstaller", "--log-level", "ERROR", "--onedir", program)
        done = subprocess.run(
            ["dist/program/program"], cwd=folder, capture_output=True, text=True, check=False, timeout=60
        )
        if done.returncode != 0:
            raise Failure(f"{wheel.name}: the program that PyInstaller made failed: {_last_line(done.stderr)}")


def _environment(folder: Path) -> Path:
    venv.create(folder / "environment", with_pip=True)
    return folder / "environment" / "bin" / "python"


def _run(archive: Path, folder: str, python: Path, *command: str | Path) -> None:
    """Isolated, and elsewhere than in the checkout."""
    done = subprocess.run([python, "-I", *command], cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        what = " ".join(map(str, command))
        raise Failure(f"{archive.name} in an empty environment: `python {what}` failed: {_last_line(done.stderr)}")


def _last_line(text: str) -> str:
    return one_line((text.strip() or "no message").splitlines()[-1])


def _only(folder: Path, pattern: str) -> Path:
    found = list(folder.glob(pattern))
    if len(found) != 1:
        raise Failure(f"{folder} holds {len(found)} files {pattern}, not one")
    return found[0]


def _require(archive: Path, wanted: tuple[str, ...], names: set[str]) -> None:
    missing = [name for name in wanted if name not in names]
    if missing:
        raise Failure(f"{archive} lacks {', '.join(missing)}: see [tool.hatch.build] in pyproject.toml")


if __name__ == "__main__":
    sys.exit(exit_code(lambda: check(Path(sys.argv[1]))))
