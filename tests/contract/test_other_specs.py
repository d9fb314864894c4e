"""The same tests on specs with what later versions of the published one may bring."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.contract.subject import IS_PUBLISHED
from tools.generate import build
from tools.spec import ROOT

HERE = Path(__file__).parent
# What is about a document and its client.
TESTS = [str(HERE / f"test_{name}.py") for name in ("operations", "models", "shared_types", "spec")]


@pytest.mark.skipif(not IS_PUBLISHED, reason="is running already")
@pytest.mark.parametrize("name", ["shop", "modern"])
def test_contract_tests_hold_for_another_spec(name: str, tmp_path: Path) -> None:
    spec = str(HERE / "specs" / f"{name}.yaml")
    assert build.main(["--spec", spec, "--output", str(tmp_path / "beyondwords_api")]) == 0
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-rs", "--tb=short", "-p", "no:cacheprovider", *TESTS],
        cwd=ROOT,
        env={**os.environ, "CONTRACT_SPEC": spec, "CONTRACT_GENERATED": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
    # Where no value can be made up, the schema and the cause are told.
    unjudged = "GET /either response 200: no value for"
    told = unjudged in done.stdout and "fits none of the alternatives, or several" in done.stdout
    assert told == (name == "shop")
