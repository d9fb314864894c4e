"""`make add-endpoint`: bring the vendor's pages into openapi.yaml and generate the client from it.

All of it happens beside the two, which stay exactly as they were if anything is amiss.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import re
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from tools import spec
from tools.changes import last_generation
from tools.changes.compare import chosen_format
from tools.failure import Failure, exit_code, some
from tools.generate.build import TARGET, generate
from tools.spec import SPEC_FILE
from tools.spec.layout import rewritten
from tools.spec.merge import OURS, THEIRS, Choice, entry_name, merge
from tools.spec.pages import check, fragments


def add(pages: list[Path], choice: Choice, spec_file: Path = SPEC_FILE, target: Path = TARGET) -> bool:
    """Join the pages to the document and generate the client; False when there was nothing new in them."""
    if not pages:
        raise Failure("name the vendor's page: make add-endpoint PAGE=path/to/page.md")
    for page in pages:
        if re.match(r"https?:/", str(page), re.IGNORECASE):
            # A path has lost one of the two slashes.
            address = str(page).replace(":/", "://", 1)
            raise Failure(f"{address} is an address, and pages are taken from files: save the page and name the file")
    text = spec.read_text(spec_file)
    document = spec.parse(text, str(spec_file))
    check(document, str(spec_file))
    merged = merge(document, [fragment for page in pages for fragment in fragments(page)], choice, spec_file.name)
    if merged.differences:
        for difference in merged.differences:
            print(f"{difference}\n")
        undecided = some([difference.name for difference in merged.differences])
        advice = "take a side with TAKE=theirs or TAKE=ours, or by name with TAKE='theirs NAME'"
        raise Failure(f"{undecided} would change, so nothing was brought in: {advice}")
    if merged.is_changed:
        _put_in_place(rewritten(text, merged.document, str(spec_file)), spec_file, target)
    for what, names in merged.told.items():
        for name in names:
            print(f"{what}: {name}")
    if not merged.is_changed:
        print("nothing new: openapi.yaml has it all, or keeps its own")
    return merged.is_changed


def _put_in_place(text: str, spec_file: Path, target: Path) -> None:
    with tempfile.TemporaryDirectory(dir=spec_file.parent, prefix=f".{spec_file.name}.") as folder:
        fresh = Path(folder) / spec_file.name
        fresh.write_bytes(text.encode("utf-8"))
        shutil.copymode(spec_file, fresh)
        generate(fresh, target, before=lambda: os.replace(fresh, spec_file))


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.add_endpoint", description=__doc__)
    parser.add_argument("--spec", type=Path, default=SPEC_FILE)
    parser.add_argument("--output", type=Path, default=TARGET)
    parser.add_argument("pages", nargs="*", type=Path, help="pages, bare fragments or whole documents")
    names = "where both differ; only for these names, such as schemas/errorModel or 'GET /speakers'"
    parser.add_argument("--theirs", nargs="*", metavar="NAME", help=f"take the page's {names}")
    parser.add_argument("--ours", nargs="*", metavar="NAME", help=f"keep our own {names}")
    chosen: Any = parser.parse_args(arguments)
    # Each side is for all where it is given no name.
    sides = [(side, names) for side, names in ((THEIRS, chosen.theirs), (OURS, chosen.ours)) if names is not None]
    named = {entry_name(name): side for side, names in sides for name in names}
    for_all = [side for side, names in sides if not names]
    if len(for_all) > 1:
        parser.error("one side only is for all")
    return exit_code(lambda: _add_and_tell(chosen, Choice(for_all[0] if for_all else None, named)))


def _add_and_tell(chosen: Any, choice: Choice) -> None:
    form = chosen_format()
    # A program that asks for JSON gets nothing else.
    with contextlib.redirect_stdout(sys.stderr) if form == "json" else contextlib.nullcontext():
        changed = add(chosen.pages, choice, chosen.spec, chosen.output)
    # Anything generated elsewhere has no committed generation before it.
    if (changed or form == "json") and chosen.output.resolve() == TARGET:
        last_generation.tell(TARGET, form)


if __name__ == "__main__":
    sys.exit(main())
