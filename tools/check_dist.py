"""`make build`: what was built is typed and enough by itself: the demo and a frozen program run from it alone."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from tools.failure import Failure, exit_code, one_line
from tools.spec import ROOT

TYPED = """
from importlib.resources import files
for package in ("beyondwords", "beyondwords_api"):
    files(package).joinpath("py.typed").read_bytes()
"""
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
    """Fail with one line for the first archive that does not do what its user needs."""
    archives = [*folder.glob("*.whl"), *folder.glob("*.tar.gz")]
    if [archive.suffix for archive in archives] != [".whl", ".gz"]:
        raise Failure(f"{folder} holds {len(archives)} archives, not one wheel and one sdist")
    for archive in archives:
        try_out(archive)


def try_out(archive: Path) -> None:
    """Install it into an empty environment: alone, where a wheel is frozen too, then with its extras for the demo."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(Path(folder) / "environment", with_pip=True)
        # Isolated.
        python = (Path(folder) / "environment" / "bin" / "python", "-I")
        _run(archive, folder, *python, "-m", "pip", "install", "-qq", archive.resolve())
        _run(archive, folder, *python, "-c", "import beyondwords; beyondwords.BeyondWords('a key').api")
        _run(archive, folder, *python, "-c", TYPED)
        if archive.suffix == ".whl":
            check_frozen(archive, folder, python)
        _run(archive, folder, *python, "-m", "pip", "install", "-qq", f"{archive.resolve()}[testing,cli]")
        # Nothing comes from the checkout but the demo's own file.
        _run(archive, folder, *python, ROOT / "tools" / "demo.py")
    print(f"{archive}: installs into an empty environment, and the demo runs there")


def check_frozen(wheel: Path, folder: str, python: tuple[Path, str]) -> None:
    """Make a program with PyInstaller in the environment of this Python, and let it call a server on this machine."""
    program = Path(folder) / "program.py"
    program.write_text(FROZEN)
    _run(wheel, folder, *python, "-m", "pip", "install", "-qq", "pyinstaller==6.*")
    _run(wheel, folder, *python, "-m", "PyInstaller", "--log-level", "ERROR", "--onedir", program)
    _run(wheel, folder, "dist/program/program")
    print(f"{wheel}: a program that PyInstaller made of it makes a call")


def _run(archive: Path, folder: str, *command: str | Path) -> None:
    """Elsewhere than in the checkout."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=300)
    if done.returncode != 0:
        what = one_line(" ".join(map(str, command)), 200)
        last = one_line((done.stderr.strip() or "no message").splitlines()[-1])
        raise Failure(f"{archive.name} in an empty environment: `{what}` failed: {last}")


if __name__ == "__main__":
    sys.exit(exit_code(lambda: check(Path(sys.argv[1]))))
