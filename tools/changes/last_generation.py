"""What changed for callers since the last committed generation: told after each `make generate`."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from tools.changes import revisions
from tools.changes.compare import Change, Format, render, report
from tools.failure import Failure
from tools.spec import ROOT, SpecError

PACKAGE = Path("generated_client") / "beyondwords_api"


def tell(package: Path, form: Format, root: Path = ROOT) -> None:
    """Print what changed; where that cannot be known, print why and go on, for the client itself is done."""
    try:
        commit = revisions.commit_of("HEAD", root)
        changes = changes_since(commit, package, root)
    except (Failure, SpecError) as failure:
        # Without a word, silence could be taken for "nothing changed".
        print(_untold(str(failure), form))
        return
    since = f"HEAD ({commit[:10]})"
    if changes and form == "text":
        print(f"What changes for callers since {since}, for CHANGELOG.md:\n")
    print(render(changes, form, since))


def changes_since(commit: str, package: Path, root: Path = ROOT) -> list[Change]:
    """What changed from the client committed there to this one."""
    with tempfile.TemporaryDirectory() as folder:
        revisions.extract(commit, Path(folder), root)
        committed = Path(folder) / PACKAGE
        if not (committed / "openapi.yaml").is_file():
            raise Failure(f"the commit {commit[:10]} holds no generated client")
        return report(committed, package)


def _untold(reason: str, form: Format) -> str:
    if form == "json":
        return json.dumps({"since": None, "breaking": None, "changes": [], "problem": reason}, indent=2)
    return f"What changes for callers is not known: {reason}."
