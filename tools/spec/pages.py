"""The OpenAPI fragments in what the vendor publishes: a documentation page, a bare fragment or a whole document."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt
from openapi_python_client.schema import OpenAPI
from pydantic import ValidationError

from tools import spec
from tools.failure import Failure, one_line
from tools.spec import METHODS, Json

_OPERATION = re.compile(rf"\w*\s+(?P<method>{'|'.join(METHODS)})\s+(?P<path>/\S*)", re.IGNORECASE)
# At the start of a line in YAML, at the start of the text in JSON.
_DOCUMENT = re.compile(r"""^(openapi|swagger|paths)\s*:|\A\s*\{\s*"(openapi|swagger|info|paths)"\s*:""", re.MULTILINE)


@dataclass(frozen=True)
class Fragment:
    """A part of an OpenAPI document, as published."""

    source: str
    """Where it stands, for example `list.md:13`."""
    data: Json


def fragments(file: Path) -> list[Fragment]:
    """Every fragment in the file; fails unless there is one, and each is whole."""
    text = spec.read_text(file)
    blocks = list(_blocks(text))
    if file.suffix.lower() in (".yaml", ".yml", ".json") or (not blocks and _DOCUMENT.search(text)):
        blocks = [_Block(1, "", text, closed=True)]
    else:
        blocks = [block for block in blocks if _OPERATION.match(block.info) or _DOCUMENT.search(block.text)]
    found = [fragment for block in blocks for fragment in _read(block, file)]
    if not found:
        raise Failure(f"{file} holds no OpenAPI fragment: " + ("no fence has one" if text.strip() else "it is empty"))
    return found


@dataclass(frozen=True)
class _Block:
    """What stands between two fences."""

    line: int
    """The line its text begins on."""
    info: str
    text: str
    closed: bool


def _blocks(text: str) -> Iterator[_Block]:
    """The fenced code blocks of a Markdown text; a tag of HTML hides none."""
    lines = text.split("\n")
    for token in MarkdownIt("zero").enable(["code", "fence"]).parse(text):
        if token.type == "fence" and token.map:
            start, end = token.map
            # A fence that is never closed ends with the page.
            last = lines[end - 1].strip()
            closed = end - start > 1 and last.startswith(token.markup) and not last.strip(token.markup[0])
            yield _Block(start + 2, token.info.strip(), token.content, closed)


def _read(block: _Block, file: Path) -> Iterator[Fragment]:
    if not block.closed:
        raise Failure(f"{file}:{block.line - 1}: the fence is never closed: the page is cut off")
    source = f"{file}:{block.line}"
    documents = spec.parse_all(block.text, str(file), block.line)
    for document in documents:
        check(document.data, source)
        yield Fragment(source, document.data)
    named = _OPERATION.match(block.info)
    if named:
        method, path = named["method"].lower(), named["path"]
        if not any(method in (document.data.get("paths") or {}).get(path, {}) for document in documents):
            raise Failure(f"{source}: the fence promises {method.upper()} {path}, but it is not there: a cut-off page?")


def check(data: Any, source: str) -> None:
    """Refuse what has not the form of an OpenAPI 3 document, as where a text was cut off."""
    if not isinstance(data, dict) or not data.keys() & {"paths", "components"}:
        raise Failure(f"{source} is no OpenAPI fragment: it has neither `paths` nor `components`")
    if not str(data.get("openapi", "3.")).startswith("3."):
        raise Failure(f"{source} is OpenAPI {data['openapi']}; only 3.0 and 3.1 can be brought in")
    # A fragment may go without these.
    if problem := form_problem({"openapi": "3.0.1", "info": {"title": "", "version": ""}, "paths": {}} | data):
        raise Failure(one_line(f"{source}: {problem}: is it cut off?"))
    for path in data.get("paths") or {}:
        if not path.startswith("/"):
            raise Failure(f"{source}: the path {path!r} does not start with a slash")


def form_problem(document: Json) -> str | None:
    """What has not the form of OpenAPI, and where."""
    try:
        OpenAPI.model_validate_json(json.dumps(document))
    except ValidationError as error:
        first = error.errors()[0]
        return f"{' > '.join(map(str, first['loc']))}: {first['msg']}"
    return None
