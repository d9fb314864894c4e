"""The committed client is the one that the published spec gives."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.contract.subject import IS_PUBLISHED
from tools.spec import ROOT


@pytest.mark.skipif(not IS_PUBLISHED, reason="looks at the published spec")
def test_generated_client_is_up_to_date() -> None:
    command = [sys.executable, "-m", "tools.check_generated"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr + result.stdout
