"""The same tests on specs with what later versions of the published one may bring."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.contract.subject import IS_PUBLISHED
from tools.spec import ROOT

HERE = Path(__file__).parent
SPECS = sorted((HERE / "specs").glob("*.yaml"))
# What is about a document and its client.
TESTS = [str(HERE / f"test_{name}.py") for name in ("operations", "models", "shared_types", "spec")]


@pytest.mark.skipif(not IS_PUBLISHED, reason="is running already")
@pytest.mark.parametrize("spec_file", SPECS, ids=lambda file: file.stem)
def test_contract_tests_hold_for_another_spec(spec_file: Path, tmp_path: Path) -> None:
    package = tmp_path / "beyondwords_api"
    generate = ["-m", "tools.generate", "--spec", str(spec_file), "--output", str(package)]
    _run(generate, {})
    under_test = {"CONTRACT_SPEC": str(spec_file), "CONTRACT_GENERATED": str(tmp_path)}
    told = _run(["-m", "pytest", "-q", "-rs", "--tb=short", "-p", "no:cacheprovider", *TESTS], under_test)
    # Where no value can be made up, the schema and the cause are told.
    unjudged = "GET /either response 200: no value for"
    assert (unjudged in told and "fits none of the alternatives, or several" in told) == (spec_file.stem == "odd")


def _run(arguments: list[str], environment: dict[str, str]) -> str:
    result = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout[-6000:] + result.stderr[-2000:]
    return result.stdout
