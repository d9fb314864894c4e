"""The project as it was at a git revision, as files."""

from __future__ import annotations

import io
import subprocess
import zipfile
from pathlib import Path

from tools.failure import Failure, one_line
from tools.spec import ROOT


def extract(revision: str, folder: Path, root: Path = ROOT) -> str:
    """Write the project as it was at a git revision into the folder; gives the full hash of the commit."""
    if _git(root, "rev-parse", "--git-dir").returncode != 0:
        raise Failure(f"{root} is not a git checkout")
    # git would take a leading dash for an option.
    found = _git(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}") if revision[:1] != "-" else None
    if found is None or found.returncode != 0:
        raise Failure(f"git knows no revision {revision!r}; fetch it, or name another one")
    commit = found.stdout.decode().strip()
    result = _git(root, "archive", "--format=zip", commit)
    if result.returncode != 0:
        raise Failure(f"git archive {commit[:10]}: {one_line(result.stderr.decode(errors='replace'))}")
    with zipfile.ZipFile(io.BytesIO(result.stdout)) as archive:
        archive.extractall(folder)
    return commit


def _git(root: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=False)
    except FileNotFoundError:
        raise Failure("git is not installed") from None
