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
from tools.failure import Failure, exit_code
from tools.generate.build import CONFIG_FILE, TARGET, TEMPLATES, generate
from tools.spec import SPEC_FILE
from tools.spec.layout import rewritten
from tools.spec.merge import OURS, THEIRS, Choice, Difference, Merged, entry_name, merge
from tools.spec.pages import check, fragments

_SHOWN = 3


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
    check(document.data, str(spec_file))
    found = [fragment for page in pages for fragment in fragments(page)]
    merged = merge(document.data, found, choice, spec_file.name)
    if merged.differences:
        for difference in merged.differences:
            print(f"{difference}\n")
        raise _undecided(merged.differences)
    if not merged.added and not merged.taken:
        return _told(merged)
    _put_in_place(rewritten(text, document, merged.document, str(spec_file)), spec_file, target)
    return _told(merged)


def _undecided(differences: list[Difference]) -> Failure:
    names = [difference.name for difference in differences]
    shown = ", ".join(names[:_SHOWN]) + (f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else "")
    advice = "take a side with TAKE=theirs or TAKE=ours, or by name with TAKE='theirs NAME'"
    return Failure(f"{shown} would change, so nothing was brought in: {advice}")


def _put_in_place(text: str, spec_file: Path, target: Path) -> None:
    with tempfile.TemporaryDirectory(dir=spec_file.parent, prefix=f".{spec_file.name}.") as folder:
        fresh = Path(folder) / spec_file.name
        fresh.write_bytes(text.encode("utf-8"))
        shutil.copymode(spec_file, fresh)
        generate(fresh, target, CONFIG_FILE, TEMPLATES)
        try:
            os.replace(fresh, spec_file)
        except OSError as error:
            generate(spec_file, target, CONFIG_FILE, TEMPLATES)
            raise Failure(f"{spec_file} cannot be replaced: {error.strerror}") from None


def _told(merged: Merged) -> bool:
    for what, names in (
        ("added", merged.added),
        ("taken over", merged.taken),
        ("kept as it was", merged.kept),
        ("left out, for it is neither a path nor a component", merged.left_out),
    ):
        for name in names:
            print(f"{what}: {name}")
    changed = bool(merged.added or merged.taken)
    if not changed:
        print("nothing new: openapi.yaml has it all, or keeps its own")
    return changed


def _choice(theirs: list[str] | None, ours: list[str] | None) -> Choice:
    sides = [(THEIRS, theirs), (OURS, ours)]
    for_all = [side for side, names in sides if names == []]
    named = [(entry_name(name), side) for side, names in sides for name in names or ()]
    if len(for_all) > 1 or len(dict(named)) < len(set(named)):
        raise Failure("one side only: --theirs or --ours, for all or for each name")
    return Choice(for_all[0] if for_all else None, dict(named))


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.add_endpoint", description=__doc__)
    parser.add_argument("--spec", type=Path, default=SPEC_FILE)
    parser.add_argument("--output", type=Path, default=TARGET)
    parser.add_argument("pages", nargs="*", type=Path, help="pages, bare fragments or whole documents")
    names = "where both differ; only for these names, such as schemas/errorModel or 'GET /speakers'"
    parser.add_argument("--theirs", nargs="*", metavar="NAME", help=f"take the page's {names}")
    parser.add_argument("--ours", nargs="*", metavar="NAME", help=f"keep our own {names}")
    chosen: Any = parser.parse_args(arguments)
    return exit_code(lambda: _add_and_tell(chosen))


def _add_and_tell(chosen: Any) -> None:
    form = chosen_format()
    # A program that asks for JSON gets nothing else.
    with contextlib.redirect_stdout(sys.stderr) if form == "json" else contextlib.nullcontext():
        changed = add(chosen.pages, _choice(chosen.theirs, chosen.ours), chosen.spec, chosen.output)
    # Anything generated elsewhere has no committed generation before it.
    if (changed or form == "json") and chosen.output.resolve() == TARGET:
        last_generation.tell(TARGET, form)


if __name__ == "__main__":
    sys.exit(main())
