"""Export all content of a project to a CSV file; a run that was broken off goes on where it stood.

    export BEYONDWORDS_API_KEY=... BEYONDWORDS_PROJECT_ID=...
    python examples/export_content.py content.csv

Until it is whole, the table is in `content.csv.part`, and beside it `content.csv.state` says how far it is good. Items
that are added or deleted meanwhile shift the others, so export again if the table must be exact.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from beyondwords import BeyondWords, BeyondWordsError, or_none
from beyondwords_api.models import Content

COLUMNS = ("id", "source_id", "title", "status", "published", "created", "updated", "mp3_url", "mp3_seconds")


def row(item: Content) -> list[object]:
    """One line of the table; what is absent is an empty cell."""
    mp3 = next((audio for audio in item.audio or [] if audio.content_type == "audio/mpeg"), None)
    media = (or_none(mp3.url), mp3.duration / 1000 if mp3.duration else None) if mp3 else (None, None)
    return [or_none(getattr(item, name)) for name in COLUMNS[:7]] + list(media)


def export(bw: BeyondWords, target: Path, *, rows_per_page: int = 100) -> int:
    """Write the table, page by page; gives the number of its rows."""
    part, state = (target.with_name(f"{target.name}.{kind}") for kind in ("part", "state"))
    done = json.loads(state.read_text()) if state.exists() and part.exists() else {"rows": 0, "bytes": 0}
    # Line ends as they are written, so that sizes are right; utf-8-sig would help Excel, and nobody else.
    with part.open("a", newline="", encoding="utf-8") as file:
        # What came after the last whole page.
        file.truncate(done["bytes"])
        table = csv.writer(file)
        if not done["bytes"]:
            table.writerow(COLUMNS)
        for page in bw.content.list(limit=rows_per_page, offset=done["rows"]).pages():
            table.writerows(row(item) for item in page.items)
            file.flush()
            done = {"rows": done["rows"] + len(page.items), "bytes": part.stat().st_size}
            _replace(state, json.dumps(done))
            print(f"{done['rows']} rows", file=sys.stderr)
    part.replace(target)
    state.unlink(missing_ok=True)
    return int(done["rows"])


def _replace(path: Path, text: str) -> None:
    """Write it whole or not at all."""
    beside = path.with_name(f"{path.name}.new")
    beside.write_text(text)
    beside.replace(path)


def main(argv: Sequence[str] | None = None) -> int:
    """Run from the command line; after a failure, run it again."""
    parser = argparse.ArgumentParser(description="Export all content of a project to a CSV file.")
    parser.add_argument("target", type=Path)
    arguments = parser.parse_args(argv)
    try:
        with BeyondWords() as bw:
            print(f"{export(bw, arguments.target)} items in {arguments.target}")
    except (BeyondWordsError, OSError) as error:
        print(f"error: {error}\nRun it again to go on where it stood.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
