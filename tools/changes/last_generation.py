"""What changed since the last committed generation, for callers and the wrapper: told after `make generate`."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tools.changes import Change, revisions
from tools.changes.compare import Format, as_json, render, report
from tools.changes.wrapper_needs import needs
from tools.failure import Failure
from tools.spec import ROOT, SpecError

PACKAGE = Path("generated_client") / "beyondwords_api"
WRAPPER = Path("wrapper") / "beyondwords"


def tell(package: Path, form: Format, root: Path = ROOT) -> None:
    """Print what changed for callers, then what the wrapper needs.

    Raises:
        Failure: The wrapper or the command line would break. The client is generated all the same.
    """
    changes: list[Change] | None = None
    since, problem, old = "", "", None
    with tempfile.TemporaryDirectory() as folder:
        try:
            commit = revisions.extract("HEAD", Path(folder), root)
            since = f"HEAD ({commit[:10]})"
            old = client_of(Path(folder), since)
            changes = report(old, package)
        except (Failure, SpecError) as failure:
            # Where it cannot be known, silence could be taken for "nothing changed".
            problem = str(failure)
        needed = needs(root / WRAPPER, package, old)
    if form == "json":
        print(as_json(changes, since or None, **({"problem": problem} if problem else {}), wrapper=needed))
    else:
        if changes:
            print(f"What changes for callers since {since}, for CHANGELOG.md:\n")
        print(f"What changes for callers is not known: {problem}." if changes is None else render(changes, form, since))
        if needed:
            print("\nWhat the wrapper needs (wrapper/beyondwords):\n")
            print("\n".join(f"- {line}." for line in needed))
    if needed:
        many = "1 place" if len(needed) == 1 else f"{len(needed)} places"
        raise Failure(f"the client is generated, but the wrapper would break in {many}: change it as told")


def client_of(project: Path, name: str) -> Path:
    """The generated package of a project."""
    package = project / PACKAGE
    if not (package / "openapi.yaml").is_file():
        raise Failure(f"{name} holds no generated client: nothing to compare with")
    return package
