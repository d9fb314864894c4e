"""Whether the sandbox can serve the published document."""

from __future__ import annotations

import re

import pytest

from tools.spec import SPEC_FILE

# Every process of the tests asks, and reading the whole document takes most of a second.
_SAID = re.search(r"""^\W*openapi["']?\s*:\s*["']?([\d.]+)""", SPEC_FILE.read_text(encoding="utf-8-sig"), re.MULTILINE)
VERSION = _SAID[1] if _SAID else ""
NOT_SERVED = "the sandbox cannot serve this spec: it is OpenAPI"
SERVED = VERSION.startswith("3.0")

runs_the_sandbox = pytest.mark.skipif(not SERVED, reason=f"{NOT_SERVED} {VERSION}")
"""For tests that start it in a process of its own; those that start it here are skipped when it refuses."""
