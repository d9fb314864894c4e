"""The project as it was at a git revision, as files."""

from __future__ import annotations

import io
import subprocess
import zipfile
from pathlib import Path

from tools.failure import Failure, one_line
from tools.spec import ROOT


class NoCheckout(Failure):
    """The project is no git checkout, or git is not installed."""


def commit_of(revision: str, root: Path = ROOT) -> str:
    """The full hash of the commit that a revision names."""
    if _git(root, "rev-parse", "--git-dir").returncode != 0:
        raise NoCheckout(f"{root} is not a git checkout")
    # git would take a leading dash for an option.
    found = _git(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}") if revision[:1] != "-" else None
    if found is None or found.returncode != 0:
        raise Failure(f"git knows no revision {revision!r}; fetch it, or name another one")
    return found.stdout.decode().strip()


def extract(commit: str, folder: Path, root: Path = ROOT) -> None:
    """Write the project as it was at the commit into the folder."""
    result = _git(root, "archive", "--format=zip", commit)
    if result.returncode != 0:
        raise Failure(f"git archive {commit[:10]}: {one_line(result.stderr.decode(errors='replace'))}")
    with zipfile.ZipFile(io.BytesIO(result.stdout)) as archive:
        archive.extractall(folder)


def _git(root: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=False)
    except FileNotFoundError:
        raise NoCheckout("git is not installed") from None
