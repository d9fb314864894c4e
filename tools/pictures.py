"""Pictures of the command line for the site: real commands against a sandbox, on a terminal of so many columns."""

from __future__ import annotations

import io
import os
import pty
import re
import shlex
import struct
import subprocess
import sys
import tempfile
import termios
from fcntl import ioctl
from pathlib import Path

from rich.console import Console
from rich.text import Text

from beyondwords.testing import Sandbox
from tools.failure import Failure, exit_code

COLUMNS = 84
# Each command with the exit status that the guide tells.
PICTURES = {
    "help": [("beyondwords content --help", 0)],
    "doctor": [("beyondwords doctor", 0)],
    "publish": [
        ("beyondwords content publish articles/ferry.html articles/harbour.html", 0),
        ("beyondwords content wait ferry", 0),
        ("beyondwords content download ferry ferry.mp3", 0),
    ],
    "list": [("beyondwords voices list --language en_US", 0)],
    "failure": [("beyondwords content show nowhere", 4), ("echo $?", 0)],
}


def terminal(command: str, environment: dict[str, str], folder: Path) -> tuple[int, str]:
    """Run it on a terminal of its own: the exit status, and what was shown."""
    ours, its = pty.openpty()
    ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", 50, COLUMNS, 0, 0))
    _, *arguments = shlex.split(command)
    words = [str(Path(sys.executable).with_name("beyondwords")), *arguments]
    with subprocess.Popen(words, env=environment, cwd=folder, stdin=its, stdout=its, stderr=its) as process:
        os.close(its)
        shown = b""
        try:
            while piece := os.read(ours, 65536):
                shown += piece
        except OSError:  # the other end is closed
            pass
        os.close(ours)
    return process.returncode, shown.decode()


def drawn(text: str) -> str:
    """An SVG of what a terminal showed. It loads nothing from elsewhere."""
    console = Console(record=True, file=io.StringIO(), width=COLUMNS, force_terminal=True, color_system="truecolor")
    console.print(Text.from_ansi(text), end="")
    svg = console.export_svg(title="beyondwords", unique_id="picture")
    return re.sub(r"\s*@font-face \{.*?\}", "", svg, flags=re.DOTALL)


def settled(shown: str) -> str:
    """The lines as they stand in the end: progress is written over, and wiped away when the work is done."""
    lines, row = [""], 0
    for part in re.split(r"(\r?\n|\r|\x1b\[\d*A|\x1b\[2?K|\x1b\[\?25[lh])", shown):
        if part.endswith("\n"):
            row += 1
            lines += [""] * (row == len(lines))
        elif re.fullmatch(r"\x1b\[\d*A", part):
            row = max(0, row - int(part[2:-1] or 1))
        elif part.endswith("K") and part.startswith("\x1b["):
            lines[row] = ""
        elif part != "\r" and not part.startswith("\x1b[?25"):
            lines[row] += part
    return "\n".join(lines)


def make(target: Path) -> None:
    """Write every picture into a folder."""
    target.mkdir(parents=True, exist_ok=True)
    for name, commands in PICTURES.items():
        with Sandbox(processing_time=0.2) as sandbox, tempfile.TemporaryDirectory() as folder:
            (target / f"{name}.svg").write_text(drawn(_session(commands, sandbox, Path(folder))), encoding="utf-8")


def _session(commands: list[tuple[str, int]], sandbox: Sandbox, folder: Path) -> str:
    articles = folder / "articles"
    articles.mkdir()
    for name in ("ferry", "harbour"):
        (articles / f"{name}.html").write_text(f"<title>{name.title()} news</title><p>The {name} opens.</p>")
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    access = {"BEYONDWORDS_API_KEY": sandbox.api_key, "BEYONDWORDS_BASE_URL": sandbox.base_url}
    environment = {**kept, **access, "BEYONDWORDS_PROJECT_ID": "1", "TERM": "xterm-256color", "PYTHONUTF8": "1"}
    text, last = "", 0
    for command, expected in commands:
        text += f"\x1b[1m$ {command}\x1b[0m\n"
        if command == "echo $?":
            text += f"{last}\n"
            continue
        last, shown = terminal(command, environment, folder)
        if last != expected:
            raise Failure(f"`{command}` ended with {last}, not {expected}: {shown.strip()}")
        text += settled(shown)
    return text


def main() -> None:
    """Write the pictures into the folder that is given."""
    if len(sys.argv) != 2:
        raise Failure("usage: python -m tools.pictures FOLDER")
    make(Path(sys.argv[1]))


if __name__ == "__main__":
    sys.exit(exit_code(main))
