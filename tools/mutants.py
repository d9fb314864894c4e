"""Mutation testing: breaks the code in many small ways, one at a time, and tells which breaks no test notices.

mutmut takes the path of a file for the name of its module, except below `src/`; ours lie below `wrapper/` and
`generated_client/`. So it works in a folder of its own, where `src/` links to both packages. What it mutates there
comes before the editable install on `sys.path`, so the tests get the mutants.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path

from tools.mutant_trials import KILLED, NO_TESTS, SURVIVED, TIMEOUT
from tools.spec import ROOT

WORK = ROOT / ".mutants"
LINKS = {
    "src/beyondwords": "wrapper/beyondwords",
    "src/beyondwords_api": "generated_client/beyondwords_api",
    "tests": "tests",
    "tools": "tools",
    "openapi.yaml": "openapi.yaml",
    "generator-config.yml": "generator-config.yml",
}
OUTCOMES = {KILLED: "killed", TIMEOUT: "timeout", SURVIVED: "survived", NO_TESTS: "no tests"}
COLUMNS = ("mutants", "killed", "timeout", "survived", "no tests", "other")
# mutmut makes all mutants before it tries the one that is named, and sees that the tests pass without any.
FIRST = {
    "wrapper": "beyondwords._core.timestamps.x_parse_timestamp__mutmut_1",
    "generated": "beyondwords_api.models.error.xǁErrorǁto_dict__mutmut_1",
}


def prepare(subject: str) -> Path:
    """A folder in which mutmut works on the wrapper or on the generated client."""
    folder = WORK / subject
    (folder / "src").mkdir(parents=True, exist_ok=True)
    for link, target in LINKS.items():
        place = folder / link
        if not place.is_symlink():
            place.symlink_to(os.path.relpath(ROOT / target, place.parent))
    settings = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    # mutmut reads one table only.
    settings = settings.replace(f"[tool.mutmut-{subject}]", "[tool.mutmut]")
    (folder / "pyproject.toml").write_text(settings, encoding="utf-8")
    return folder


def main(arguments: list[str]) -> int:
    """Mutate `wrapper` or `generated`; further arguments are patterns of mutants to try (again).

    Without patterns, only mutants are tried that no test has noticed in a run before, or that are new.
    """
    subject, *patterns = arguments
    folder = prepare(subject)
    mutmut = Path(sys.executable).with_name("mutmut")
    prepared = subprocess.run([mutmut, "run", "--max-children", "1", FIRST[subject]], cwd=folder, check=False)
    if prepared.returncode:
        return prepared.returncode
    # Before the editable install, so that the tests get the mutants.
    environment = {**os.environ, "PYTHONPATH": "src", "MUTANT_PATTERNS": " ".join(patterns)}
    selection = tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["mutmut"]
    chosen = selection["pytest_add_cli_args_test_selection"]
    options = ["--rootdir=.", "-q", "-s", "-p", "no:cacheprovider", "-p", "tools.mutant_trials"]
    tried = subprocess.run(
        [sys.executable, "-m", "pytest", *options, *chosen], cwd=folder / "mutants", env=environment, check=False
    )
    if tried.returncode:
        return tried.returncode
    print_figures(folder)
    return 0


def print_figures(folder: Path) -> None:
    """One line per module: how many mutants, and what became of them."""
    total: Counter[str] = Counter()
    print(f"\n{'':42}" + "".join(f"{column:>10}" for column in COLUMNS))
    for path in sorted((folder / "mutants" / "src").rglob("*.meta")):
        codes = json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"].values()
        if codes:
            counts = Counter(OUTCOMES.get(code, "other") for code in codes)
            total += counts
            _print_row(str(path.relative_to(folder / "mutants" / "src")).removesuffix(".meta"), counts)
    _print_row("all", total)


def _print_row(name: str, counts: Counter[str]) -> None:
    figures = [counts.total(), *(counts[outcome] for outcome in COLUMNS[1:])]
    print(f"{name:42}" + "".join(f"{figure:>10}" for figure in figures))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
