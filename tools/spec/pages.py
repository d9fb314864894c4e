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
    is_page = file.suffix.lower() not in (".yaml", ".yml", ".json")
    blocks = list(_blocks(text, file)) if is_page else []
    if not is_page or (not blocks and _DOCUMENT.search(text)):
        blocks = [(1, "", text)]
    found = []
    for line, info, content in blocks:
        named = _OPERATION.match(info)
        if is_page and not named and not _DOCUMENT.search(content):
            continue
        source = f"{file}:{line}"
        documents = spec.parse_all(content, str(file), line)
        for data in documents:
            check(data, source)
        found += [Fragment(source, data) for data in documents]
        method, path = (named["method"].lower(), named["path"]) if named else ("", "")
        if named and not any(method in (data.get("paths") or {}).get(path, {}) for data in documents):
            raise Failure(f"{source}: the fence promises {method.upper()} {path}, but it is not there: a cut-off page?")
    if not found:
        raise Failure(f"{file} holds no OpenAPI fragment: " + ("no fence has one" if text.strip() else "it is empty"))
    return found


def _blocks(text: str, file: Path) -> Iterator[tuple[int, str, str]]:
    """The fenced code blocks of a Markdown text, each with the line its text begins on; a tag of HTML hides none."""
    lines = text.split("\n")
    for token in MarkdownIt("zero").enable(["code", "fence"]).parse(text):
        if token.type == "fence" and token.map:
            start, end = token.map
            # A fence that is never closed ends with the page.
            last = lines[end - 1].strip()
            if end - start < 2 or not last.startswith(token.markup) or last.strip(token.markup[0]):
                raise Failure(f"{file}:{start + 1}: the fence is never closed: the page is cut off")
            yield start + 2, token.info.strip(), token.content


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
