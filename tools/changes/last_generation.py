"""What changed since a git revision for callers and the wrapper, which is told after `make generate`."""

from __future__ import annotations

import io
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.changes import Change
from tools.changes.compare import Format, render, report
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
    since, problem = "", ""
    try:
        with project_at("HEAD", root) as (before, commit):
            since = f"HEAD ({commit[:10]})"
            old = client_of(before, since)
            changes = report(old, package)
            needed = needs(root / WRAPPER, package, old)
    except (Failure, SpecError) as failure:
        # Where it cannot be known, silence could be taken for "nothing changed".
        problem = str(failure)
        needed = needs(root / WRAPPER, package)
    if form == "json":
        print(render(changes, form, since, problem, wrapper=needed))
    else:
        if changes:
            print(f"What changes for callers since {since}, for CHANGELOG.md:\n")
        print(render(changes, form, since, problem))
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


@contextmanager
def project_at(revision: str, root: Path = ROOT) -> Iterator[tuple[Path, str]]:
    """A folder with the project as it was at a git revision, and the full hash of the commit."""

    def git(problem: str, *arguments: str) -> bytes:
        try:
            done = subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=False)
        except FileNotFoundError:
            raise Failure("git is not installed") from None
        if done.returncode != 0:
            raise Failure(problem)
        return done.stdout

    git(f"{root} is not a git checkout", "rev-parse", "--git-dir")
    unknown = f"git knows no revision {revision!r}; fetch it, or name another one"
    found = git(unknown, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    commit = found.decode().strip()
    content = git(f"git archive {commit} failed", "archive", "--format=zip", commit)
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            archive.extractall(folder)
        yield Path(folder), commit
