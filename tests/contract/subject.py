"""What the contract tests look at: a spec and the client generated from it.

By default the published ones. To run the same tests on others:
    CONTRACT_SPEC=other.yaml CONTRACT_GENERATED=folder python -m pytest tests/contract
where the folder holds a `beyondwords_api` that `python -m tools.generate --spec other.yaml --output
folder/beyondwords_api` has made; CONTRACT_CONFIG names the generator's options, where `--config` did.
"""

from __future__ import annotations

import importlib
import os
import sys
from pathlib import Path

from tools import spec
from tools.generate.unsupported import supported_silently
from tools.spec.choices import written_out
from tools.spec.direct import direct
from tools.spec.directions import optional_where_absent
from tools.spec.spelling import one_spelling

SPEC_FILE = Path(os.environ.get("CONTRACT_SPEC", spec.SPEC_FILE))
CONFIG_FILE = Path(os.environ.get("CONTRACT_CONFIG", spec.ROOT / "generator-config.yml"))
IS_PUBLISHED = "CONTRACT_SPEC" not in os.environ

if "CONTRACT_GENERATED" in os.environ:
    # In front of the installed package, before anything imports that.
    sys.path.insert(0, os.environ["CONTRACT_GENERATED"])


PACKAGE = Path(importlib.import_module("beyondwords_api").__path__[0])
# What is accepted as unsupported is neither in the client nor in these tests.
SPEC = supported_silently(optional_where_absent(written_out(direct(one_spelling(spec.load(SPEC_FILE))))), CONFIG_FILE)
IS_3_0 = SPEC["openapi"].startswith("3.0")
OPERATIONS = list(spec.operations(SPEC))
COMPONENT_SCHEMAS: spec.Json = (SPEC.get("components") or {}).get("schemas") or {}
