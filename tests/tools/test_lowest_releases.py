"""The oldest releases that `make test-lowest` installs."""

from __future__ import annotations

import tomllib

import pytest

from tests.tools.conftest import ROOT
from tools.failure import Failure
from tools.test_lowest import lowest


def test_the_lower_bound_of_each_dependency_extras_too() -> None:
    project = {
        "dependencies": ["attrs>=23.1", "httpx>=0.27,<0.29"],
        "optional-dependencies": {"cli": ["rich[jupyter]<15,>=13.7"], "testing": ["uvicorn~=0.30", "connexion==3.3.0"]},
    }
    assert lowest(project) == ["attrs==23.1", "httpx==0.27", "rich==13.7", "uvicorn==0.30", "connexion==3.3.0"]


def test_a_dependency_without_a_lower_bound_is_named() -> None:
    with pytest.raises(Failure, match=r"no oldest release of httpx: write it as httpx>=\.\.\."):
        lowest({"dependencies": ["httpx<0.29"]})


def test_this_project_says_where_each_dependency_begins() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert {pin.partition("==")[0] for pin in lowest(project)} >= {"attrs", "httpx"}
