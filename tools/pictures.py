"""Pictures of the command line for the site: real commands against a sandbox, on a terminal of so many columns."""

from __future__ import annotations

import contextlib
import io
import os
import pty
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.text import Text

from beyondwords.testing import Sandbox
from tools.failure import Failure, exit_code

COLUMNS = 84
PICTURES = {
    "help": ["beyondwords content --help"],
    "doctor": ["beyondwords doctor"],
    "publish": [
        "beyondwords content publish articles/ferry.html articles/harbour.html",
        "beyondwords content wait ferry",
        "beyondwords content download ferry ferry.mp3",
    ],
    "list": ["beyondwords voices list --language en_US"],
    "failure": ["beyondwords content show nowhere"],
}
# The guide tells the exit status of the one that fails.
STATUS = {"failure": 4}


def terminal(command: str, environment: dict[str, str], folder: Path) -> tuple[int, str]:
    """Run it on a terminal of its own, without progress: the exit status, and what was shown."""
    ours, its = pty.openpty()
    _, *arguments = shlex.split(command)
    words = [str(Path(sys.executable).with_name("beyondwords")), *arguments]
    # What it shows of progress goes to stderr, where that is a terminal.
    pipe = subprocess.PIPE
    with subprocess.Popen(words, env=environment, cwd=folder, stdin=its, stdout=its, stderr=pipe) as process:
        os.close(its)
        shown = b""
        # The other end is closed when the command ends.
        with contextlib.suppress(OSError):
            while piece := os.read(ours, 65536):
                shown += piece
        os.close(ours)
        shown += process.communicate()[1]
    return process.returncode, shown.decode().replace("\r\n", "\n")


def drawn(text: str) -> str:
    """An SVG of what a terminal showed. It loads nothing from elsewhere."""
    console = Console(record=True, file=io.StringIO(), width=COLUMNS, force_terminal=True, color_system="truecolor")
    console.print(Text.from_ansi(text), end="")
    svg = console.export_svg(title="beyondwords", unique_id="picture")
    return re.sub(r"\s*@font-face \{.*?\}", "", svg, flags=re.DOTALL)


def make(target: Path) -> None:
    """Write every picture into a folder."""
    target.mkdir(parents=True, exist_ok=True)
    with Sandbox(processing_time=0.2) as sandbox, tempfile.TemporaryDirectory() as folder:
        articles = Path(folder) / "articles"
        articles.mkdir()
        for name in ("ferry", "harbour"):
            (articles / f"{name}.html").write_text(f"<title>{name.title()} news</title><p>The {name} opens.</p>")
        environment = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
        environment |= {"BEYONDWORDS_API_KEY": sandbox.api_key, "BEYONDWORDS_BASE_URL": sandbox.base_url}
        environment |= {"BEYONDWORDS_PROJECT_ID": "1", "TERM": "xterm-256color", "PYTHONUTF8": "1"}
        environment["COLUMNS"] = str(COLUMNS)
        for name, commands in PICTURES.items():
            text, expected = "", STATUS.get(name, 0)
            sandbox.reset()
            for command in commands:
                status, shown = terminal(command, environment, Path(folder))
                if status != expected:
                    raise Failure(f"`{command}` ended with {status}, not {expected}: {shown.strip()}")
                text += f"\x1b[1m$ {command}\x1b[0m\n{shown}"
            if expected:
                text += f"\x1b[1m$ echo $?\x1b[0m\n{expected}\n"
            (target / f"{name}.svg").write_text(drawn(text), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(exit_code(lambda: make(Path(sys.argv[1]))))
