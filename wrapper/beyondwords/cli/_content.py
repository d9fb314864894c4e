"""The commands of content that are more than one request."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from pathlib import Path
from typing import Any

import typer

from .. import BeyondWords
from ._derive import YES, Derived, Results, model_of, question, read_text
from ._progress import progress
from ._run import NOT_FOUND, Options, confirm, say

_FILE_NAMES = typer.Argument(
    ..., help="HTML or text files, whose names are their source ids, or JSON files with the properties of NewContent."
)
PUBLISH = [
    Derived("files", list[Path], _FILE_NAMES, None, list),
    Derived("source_id", str | None, typer.Option(None, "--source-id", help="Your id, of one file."), None, str),
    Derived("title", str | None, typer.Option(None, "--title", help="The title, of one file."), None, str),
    Derived("concurrency", int, typer.Option(4, "--concurrency", help="How many are sent at once."), None, int),
]
WAIT = [
    Derived("content_id", str, typer.Argument(..., help="Its id, or your source id."), None, str),
    Derived("timeout", float, typer.Option(300, "--timeout", help="Seconds to wait at most."), None, float),
    Derived("poll", float, typer.Option(3, "--poll", help="Seconds between two requests at first."), None, float),
]
DOWNLOAD = [
    Derived("content_id", str, typer.Argument(..., help="Its id, or your source id."), None, str),
    Derived("path", Path | None, typer.Argument(None, help="Where to save it. Default: <id>.mp3 here."), None, Path),
    Derived("variant", str, typer.Option("article", "--variant", help="article or summary."), None, str),
]
DELETE = [Derived("content_ids", list[str], typer.Argument(..., help="Ids, or your source ids."), None, list), YES]

_FAILED = frozenset({"failed", "not tried"})
_WHY = {"missing": "there is no such item", "not tried": "not tried"}


def _options(values: Mapping[str, Any]) -> Options:
    return Options(quiet=bool(values.get("quiet")))


def publish(bw: BeyondWords, values: Mapping[str, Any]) -> Any:
    """Send articles, or send them again: those whose source id is there are updated."""
    files: list[Path] = values["files"]
    if len(files) > 1 and (values["source_id"] or values["title"]):
        raise ValueError("--source-id and --title are for one file")
    items = [_article(file, values["source_id"], values["title"]) for file in files]
    with progress(_options(values)) as bar:
        task = bar.add_task("published", total=len(items), note="")
        results = bw.content.publish_many(
            items, concurrency=values["concurrency"], progress=lambda result: bar.advance(task)
        )
    failed = [result for result in results if result.action in _FAILED]
    for result in failed:
        say(f"{result.item.source_id}: {result.error or _WHY[result.action]}")
    if len(results) == 1 and failed and failed[0].error:
        raise failed[0].error
    rows = [
        {"source_id": result.item.source_id, "action": result.action, "id": getattr(result.content, "id", None)}
        for result in results
    ]
    return Results(rows, status=1 if failed else 0)


def _article(file: Path, source_id: str | None, title: str | None) -> Any:
    from beyondwords_api.models import NewContent

    if file.suffix.lower() == ".json" or str(file) == "-":
        item = model_of([NewContent], file)
    else:
        text = read_text(file)
        heading = re.search(r"<(h1|title)\b[^>]{0,200}>([^<]{1,500})<", text, re.IGNORECASE)
        item = NewContent(title=unescape(heading[2]).strip() if heading else file.stem, body=text)
    item.source_id = source_id or item.source_id or file.stem
    item.title = title or item.title
    return item


def wait(bw: BeyondWords, values: Mapping[str, Any]) -> Any:
    """Wait until an item is processed, and show it."""
    with progress(_options(values)) as bar:
        task = bar.add_task("waiting", total=None, note="")
        return bw.content.wait(
            values["content_id"],
            timeout=values["timeout"],
            poll=values["poll"],
            progress=lambda item: bar.update(task, note=str(item.status)),
        )


def download(bw: BeyondWords, values: Mapping[str, Any]) -> Any:
    """Save the MP3 of an item."""
    content_id = values["content_id"]
    path = values["path"] or Path(f"{re.sub(r'[^-.A-Za-z0-9_]', '_', content_id)}.mp3")
    with progress(_options(values)) as bar:
        bar.add_task("downloading", total=None, note=str(path))
        saved = bw.content.download_audio(content_id, path, variant=values["variant"])
    return {"path": str(saved), "bytes": saved.stat().st_size}


def delete(bw: BeyondWords, values: Mapping[str, Any]) -> Any:
    """Delete items and their audio."""
    content_ids = values["content_ids"]
    confirm(question(str(delete.__doc__), content_ids), values["yes"])
    if len(content_ids) == 1:
        return bw.content.delete(content_ids[0])
    results = bw.content.delete_many(content_ids)
    for result in results:
        if result.action != "deleted":
            say(f"{result.content_id}: {result.error or _WHY[result.action]}")
    rows = [{"id": result.content_id, "action": result.action} for result in results]
    actions = {result.action for result in results}
    return Results(rows, status=1 if actions & _FAILED else NOT_FOUND if "missing" in actions else 0)


def upload(bw: BeyondWords, values: Mapping[str, Any]) -> Any:
    """Upload a file, and show what the API says of it."""
    return bw.uploads.create(values["file"]).parsed


UPLOAD = [Derived("file", Path, typer.Argument(..., help="The file."), None, Path)]
