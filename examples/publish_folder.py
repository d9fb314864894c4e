"""Publish a folder of HTML articles: each file once, however often this runs.

    export BEYONDWORDS_API_KEY=... BEYONDWORDS_PROJECT_ID=...
    python examples/publish_folder.py articles/

A file's path in the folder is its `source_id`, so a second run updates what the first one created, and a run that was
broken off is simply started again. With `--wait` it also waits until the audio of each article is there.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from html import unescape
from pathlib import Path

from beyondwords import BeyondWords, BeyondWordsError
from beyondwords_api.models import NewContent

HEADING = re.compile(r"<h1[^>]*>(.*?)</h1>", re.IGNORECASE | re.DOTALL)
TAG = re.compile(r"<[^>]*>")


def article(path: Path, folder: Path) -> NewContent:
    """The first heading is the title, and is not read out twice."""
    html = path.read_text(encoding="utf-8")
    heading = HEADING.search(html)
    title = unescape(TAG.sub("", heading[1])).strip() if heading else path.stem
    return NewContent(title=title, body=HEADING.sub("", html, count=1), source_id=path.relative_to(folder).as_posix())


def publish_folder(bw: BeyondWords, folder: Path, *, wait: bool = False, poll: float = 3) -> int:
    """Publish every `*.html` below a folder; gives the number of those that failed."""
    articles = [article(path, folder) for path in sorted(folder.rglob("*.html"))]
    failed = 0
    for result in bw.content.publish_many(articles):
        print(f"{result.action}: {result.item.source_id}" + (f": {result.error}" if result.error else ""))
        if result.content is None:
            failed += 1
        elif wait:
            try:
                bw.content.wait(str(result.item.source_id), poll=poll)
            except BeyondWordsError as error:
                failed += 1
                print(f"no audio: {error}")
    return failed


def main(argv: Sequence[str] | None = None) -> int:
    """Run from the command line; the exit status is 1 where an article failed."""
    parser = argparse.ArgumentParser(description="Publish every *.html below a folder.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--wait", action="store_true", help="wait for the audio of each article")
    arguments = parser.parse_args(argv)
    if not arguments.folder.is_dir():
        parser.error(f"{arguments.folder} is no folder")
    try:
        with BeyondWords() as bw:
            return 1 if publish_folder(bw, arguments.folder, wait=arguments.wait) else 0
    except (BeyondWordsError, OSError, UnicodeDecodeError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
