"""`make sync-twins`: the wrapper's sync modules, derived from its async ones by a list of substitutions."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "wrapper" / "beyondwords"
BY_HAND = ("deadline.py", "runtime.py")
HEADER = "# Derived from _async/{name} by `make sync-twins`: change that file, not this one.\n"

RULES = [
    (re.compile(pattern), replacement)
    for pattern, replacement in [
        (r"The BeyondWords API, for asyncio\.", "The BeyondWords API."),
        (r'The client for asyncio\. Its[^"]*', "The client for threads, derived by `make sync-twins`."),
        (r"by any number of tasks, also in several event loops one after another", "by any number of threads"),
        (
            r"(?<=closed with the client; )it belongs to one event loop\.",
            "its network steps end by `timeout` alone.",
        ),
        (r"for one task at a time", "for one thread at a time"),
        (r"\basync (?=def\b|with\b|for\b)", ""),
        # `(await f(x)).parsed` needs no brackets without the await.
        (r"(?<![\w)\]])\(await ([\w.]+(?:\([^()]*(?:\([^()]*\)[^()]*)*\))?)\)", r"\1"),
        (r"\bawait ", ""),
        (r"\bStopAsyncIteration\b", "StopIteration"),
        (r"\bAsync(?=[A-Z])", ""),
        (r"\b(get|set)_async_httpx_client\b", r"\1_httpx_client"),
        (r"\bhandle_async_request\b", "handle_request"),
        (r"\b_async\b", "_sync"),
        (r"\basyncio(?=\b|_detailed\b)", "sync"),
        (r"\ba(close|iter|next|read|iter_bytes)\b", r"\1"),
        (r"\b__a(enter|exit|iter|next)__\b", r"__\1__"),
    ]
]
LEFT_OVER = re.compile(r"async|await", re.IGNORECASE)


def derive(source: str, name: str) -> str:
    """The sync twin of an async module, formatted.

    Raises:
        ValueError: A word of asyncio would be left, or it is not Python; names the line.
    """
    body = source
    for pattern, replacement in RULES:
        body = pattern.sub(replacement, body)
    for number, line in enumerate(body.splitlines(), 1):
        if found := LEFT_OVER.search(line):
            raise ValueError(f"_async/{name}:{number}: {found[0]!r} would be left in the sync twin: {line.strip()}")
    text = HEADER.format(name=name) + body
    for command in (["check", "--fix-only", "-q"], ["format", "-q"]):
        where = str(PACKAGE / "_sync" / name)
        ruff = [str(Path(sys.executable).with_name("ruff")), *command, "--stdin-filename", where, "-"]
        done = subprocess.run(ruff, input=text, capture_output=True, text=True, check=False, cwd=ROOT)
        if done.returncode != 0:
            raise ValueError(f"_async/{name}: {' '.join(done.stderr.split())}")
        text = done.stdout
    return text


def main(package: Path = PACKAGE, *, check: bool = False) -> str | None:
    """Write the twins, or say which are not what their sources give."""
    sources = {file.relative_to(package / "_async"): file for file in sorted((package / "_async").rglob("*.py"))}
    try:
        wanted = {
            package / "_sync" / name: derive(file.read_text("utf-8"), name.as_posix())
            for name, file in sources.items()
            if name.as_posix() not in BY_HAND
        }
    except ValueError as error:
        return f"error: {error}"
    present = set((package / "_sync").rglob("*.py")) - {package / "_sync" / name for name in BY_HAND}
    stale = [file for file, text in wanted.items() if file not in present or file.read_text("utf-8") != text]
    orphans = sorted(present - wanted.keys())
    if check and (stale or orphans):
        names = ", ".join(file.relative_to(package).as_posix() for file in stale + orphans)
        return f"error: not what their async sources give: {names}; run `make sync-twins`"
    if not check:
        for file in orphans:
            file.unlink()
        for file in stale:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(wanted[file], "utf-8")
    return None


if __name__ == "__main__":
    sys.exit(main(check="--check" in sys.argv))
