"""`make sync-twins`: the wrapper's sync modules, derived from its async ones.

Every I/O module is written once, for asyncio. Its twin comes from exact rules on tokens: `async` and `await`
go, and the names below change, in code as in docstrings and comments; so do the names of resource classes, which
lose their "Async". Any other name that still says "async" or "await" fails the derivation: nothing is guessed.
"""

from __future__ import annotations

import argparse
import io
import keyword
import re
import subprocess
import sys
import token
import tokenize
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tools.failure import Failure, exit_code, one_line
from tools.spec import ROOT

PACKAGE = ROOT / "wrapper" / "beyondwords"

NAMES = {
    # Ours.
    "AsyncBeyondWords": "BeyondWords",
    "AsyncConnections": "Connections",
    "AsyncGeneratedApi": "GeneratedApi",
    "AsyncPager": "Pager",
    "AsyncPending": "Pending",
    "AsyncWindow": "Window",
    "AsyncPageIterator": "PageIterator",
    "AsyncResource": "Resource",
    "AsyncItemIterator": "ItemIterator",
    "AsyncSession": "Session",
    "_async": "_sync",
    # httpx.
    "AsyncBaseTransport": "BaseTransport",
    "AsyncByteStream": "SyncByteStream",
    "AsyncClient": "Client",
    "AsyncHTTPTransport": "HTTPTransport",
    "aclose": "close",
    "aiter_bytes": "iter_bytes",
    "aiter_lines": "iter_lines",
    "aiter_raw": "iter_raw",
    "aiter_text": "iter_text",
    "aread": "read",
    "handle_async_request": "handle_request",
    # The generated client.
    "asyncio": "sync",
    "asyncio_detailed": "sync_detailed",
    "get_async_httpx_client": "get_httpx_client",
    "set_async_httpx_client": "set_httpx_client",
    # Python.
    "AsyncGenerator": "Generator",
    "AsyncIterable": "Iterable",
    "AsyncIterator": "Iterator",
    "AsyncContextManager": "ContextManager",
    "AbstractAsyncContextManager": "AbstractContextManager",
    "StopAsyncIteration": "StopIteration",
    "__aenter__": "__enter__",
    "__aexit__": "__exit__",
    "__aiter__": "__iter__",
    "__anext__": "__next__",
    "aiter": "iter",
    "anext": "next",
    "asynccontextmanager": "contextmanager",
}

# Only in docstrings, comments and strings, tried from the first on.
PHRASES = {
    "The BeyondWords API, for asyncio.": "The BeyondWords API.",
    "by any number of tasks, also in several event loops one after another": "by any number of threads",
    "for one task at a time": "for one thread at a time",
    "asyncio tasks": "threads",
    "between tasks": "between threads",
    "an async": "a",
    "An async": "A",
}

# Written twice because they really differ.
HAND_WRITTEN = frozenset({"__init__.py", "io.py"})

HEADER = "# Derived from _async/{name} by `make sync-twins`: change that file, not this one.\n"

_WORD = re.compile(r"\w+")
_RESOURCE = re.compile(r"^class Async(\w+)\b", re.MULTILINE)
_KEYWORD = re.compile(r"\basync[ ]+(?=def\b|with\b|for\b)|\bawait[ ]+(?=[\w(])")
_LEFT_OVER = re.compile(r"\w*(?:async|await)\w*", re.IGNORECASE)
_TEXT_START = getattr(token, "FSTRING_START", None)
_TEXT_END = getattr(token, "FSTRING_END", None)


@dataclass(frozen=True)
class _Edit:
    start: int
    end: int
    text: str


def derive(source: str, name: str, names: Mapping[str, str] = NAMES) -> str:
    """The sync twin of a module's source, unformatted; `name` is for messages, `names` are those that change."""
    twin = _apply(source, _edits(source, name, names))
    for number, line in enumerate(twin.splitlines(), 1):
        found = _LEFT_OVER.search(line)
        if found:
            raise Failure(
                f"{name}:{number}: {found[0]!r} would be left in the sync twin: add it to the tables in "
                "tools/sync_twins.py or say it in other words"
            )
    return twin


def _edits(source: str, name: str, names: Mapping[str, str]) -> Iterator[_Edit]:
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))

    def offset(position: tuple[int, int]) -> int:
        return starts[position[0] - 1] + position[1]

    try:
        tokens = list(tokenize.generate_tokens(io.StringIO(source).readline))
    except (tokenize.TokenError, SyntaxError) as error:
        raise Failure(f"{name} is not Python: {one_line(str(error))}") from None
    depth = 0
    opened = 0
    needless = _needless_parentheses(tokens)
    for index, part in enumerate(tokens):
        start, end = offset(part.start), offset(part.end)
        # Newer Pythons split an f-string into tokens; it is taken as one text here, as older ones give it.
        if part.type == _TEXT_START:
            opened = start if depth == 0 else opened
            depth += 1
        elif part.type == _TEXT_END:
            depth -= 1
            if depth == 0:
                yield _Edit(opened, end, _in_text(source[opened:end], names))
        elif depth:
            continue
        elif index in needless:
            yield _Edit(start, end, "")
        elif part.type in (token.STRING, token.COMMENT):
            yield _Edit(start, end, _in_text(part.string, names))
        elif part.type == token.NAME and _is_keyword(part.string, tokens[index + 1].string):
            yield _Edit(start, offset(tokens[index + 1].start), "")
        elif part.type == token.NAME and part.string in names:
            yield _Edit(start, end, names[part.string])


def _is_keyword(word: str, following: str) -> bool:
    return word == "await" or (word == "async" and following in ("def", "with", "for"))


def _needless_parentheses(tokens: list[tokenize.TokenInfo]) -> set[int]:
    """Where `(await call()).name` would leave parentheses around a mere call."""
    found: set[int] = set()
    for index in range(1, len(tokens) - 1):
        before, opening, following = (part.string for part in tokens[index - 1 : index + 2])
        is_call = tokens[index - 1].type == token.NAME and not keyword.iskeyword(before)
        if opening == "(" and following == "await" and not is_call and before not in (")", "]"):
            closing = _closing(tokens, index)
            if closing is not None:
                found |= {index, closing}
    return found


def _closing(tokens: list[tokenize.TokenInfo], opening: int) -> int | None:
    """The parenthesis that closes, if between the two stands one name with its attributes, calls and items."""
    depth = 0
    for index in range(opening, len(tokens)):
        part = tokens[index]
        if part.string in ("(", "[", "{") and part.type == token.OP:
            depth += 1
        elif part.string in (")", "]", "}") and part.type == token.OP:
            depth -= 1
            if depth == 0:
                return index
        elif depth == 1 and part.string != "." and (part.type != token.NAME or _is_operator(part.string)):
            return None
    return None


def _is_operator(word: str) -> bool:
    return keyword.iskeyword(word) and word != "await"


def _in_text(text: str, names: Mapping[str, str]) -> str:
    for phrase, instead in PHRASES.items():
        text = re.sub(rf"(?<!\w){re.escape(phrase)}(?!\w)", instead, text)
    text = _KEYWORD.sub("", text)
    return _WORD.sub(lambda word: names.get(word[0], word[0]), text)


def _apply(source: str, edits: Iterator[_Edit]) -> str:
    parts = []
    position = 0
    for edit in edits:
        parts += [source[position : edit.start], edit.text]
        position = edit.end
    return "".join([*parts, source[position:]])


def _resource_names(package: Path) -> dict[str, str]:
    """`AsyncVoices` to `Voices`, for every class in `_async/resources`."""
    texts = [file.read_text(encoding="utf-8") for file in (package / "_async" / "resources").glob("*.py")]
    return {f"Async{name}": name for text in texts for name in _RESOURCE.findall(text)}


def twins(package: Path) -> dict[Path, str]:
    """Where each twin belongs, and what it holds."""
    source_folder = package / "_async"
    names = {**NAMES, **_resource_names(package)}
    result = {}
    for file in sorted(source_folder.rglob("*.py")):
        relative = file.relative_to(source_folder)
        if relative.as_posix() not in HAND_WRITTEN:
            target = package / "_sync" / relative
            body = derive(file.read_text(encoding="utf-8"), _shown(file), names)
            result[target] = formatted(HEADER.format(name=relative.as_posix()) + body, target)
    return result


def formatted(source: str, target: Path) -> str:
    """The source as `make format` leaves it: renamed imports sort differently, shorter lines join."""
    for command in (["check", "--fix-only", "--quiet"], ["format", "--quiet"]):
        result = subprocess.run(
            [Path(sys.executable).parent / "ruff", *command, "--no-cache", "--stdin-filename", target, "-"],
            input=source.encode(),
            capture_output=True,
            cwd=ROOT,
            check=False,
        )
        if result.returncode:
            raise Failure(f"ruff cannot format {_shown(target)}: {one_line(result.stderr.decode())}")
        source = result.stdout.decode()
    return source


def differences(package: Path) -> list[str]:
    """One line for each twin that is not what the derivation gives."""
    expected = twins(package)
    present = {
        file
        for file in (package / "_sync").rglob("*.py")
        if file.relative_to(package / "_sync").as_posix() not in HAND_WRITTEN
    }
    found = [(file, "has no source in _async") for file in present - expected.keys()]
    for file, text in expected.items():
        if file not in present:
            found.append((file, "is missing"))
        elif file.read_bytes() != text.encode():
            found.append((file, "is not what its source in _async gives"))
    return [f"{_shown(file)} {what}: run `make sync-twins`" for file, what in sorted(found)]


def write(package: Path) -> None:
    """Bring the twins up to date; all are derived before the first is written."""
    expected = twins(package)
    for file in (package / "_sync").rglob("*.py"):
        if file not in expected and file.relative_to(package / "_sync").as_posix() not in HAND_WRITTEN:
            file.unlink()
    for file, text in expected.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        if not file.exists() or file.read_bytes() != text.encode():
            file.write_bytes(text.encode())


def check(package: Path) -> None:
    """Fail with one line for each twin that is stale, missing or extra."""
    found = differences(package)
    if found:
        raise Failure("\nerror: ".join(found))


def _shown(file: Path) -> str:
    return file.relative_to(ROOT).as_posix() if file.is_relative_to(ROOT) else str(file)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.sync_twins", description="Derive the sync twins.")
    parser.add_argument("--check", action="store_true", help="change nothing, fail if a twin is stale")
    parser.add_argument("--package", type=Path, default=PACKAGE, help="the folder with _async and _sync")
    chosen: Any = parser.parse_args(arguments)
    action = check if chosen.check else write
    return exit_code(lambda: action(chosen.package))


if __name__ == "__main__":
    sys.exit(main())
