"""What all generated code shares: `UNSET`, the lazy models package, enums."""

from __future__ import annotations

import copy
import os
import pickle
import subprocess
import sys
from enum import Enum
from typing import Any

import pytest

from beyondwords_api.types import UNSET, Unset
from tests.contract.generated import endpoints, models
from tests.contract.subject import PACKAGE

ENUMS: dict[str, Any] = {
    name: each for name, each in models().items() if isinstance(each, type) and issubclass(each, Enum)
}


def test_unset_prints_itself_is_false_and_stays_one_object() -> None:
    assert f"{[UNSET]}" == "[UNSET]"
    assert isinstance(UNSET, Unset)
    assert not UNSET
    pickled = [pickle.loads(pickle.dumps(UNSET, protocol)) for protocol in range(pickle.HIGHEST_PROTOCOL + 1)]
    for again in (*pickled, copy.copy(UNSET), copy.deepcopy(UNSET)):
        assert again is UNSET


def test_importing_models_loads_no_model() -> None:
    code = (
        "import sys, beyondwords_api.models as m; print(*dir(m)); print(*(n for n in sys.modules if m.__name__ in n))"
    )
    environment = {**os.environ, "PYTHONPATH": str(PACKAGE.parent)}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    listed, modules = done.stdout.splitlines()
    assert set(models()) <= set(listed.split())
    assert modules == "beyondwords_api.models"


def test_models_gives_every_class() -> None:
    for name, each in models().items():
        assert each.__name__ == name
        assert each.__module__.startswith("beyondwords_api.models.")


def test_every_model_module_is_offered() -> None:
    files = {file.stem for file in (PACKAGE / "models").glob("*.py")} - {"__init__"}
    assert files == {each.__module__.rpartition(".")[2] for each in models().values()}


def test_unknown_model_is_an_attribute_error() -> None:
    import beyondwords_api.models as package

    assert not hasattr(package, "NoSuchModel")
    with pytest.raises(ImportError, match="NoSuchModel"):
        exec("from beyondwords_api.models import NoSuchModel")


def test_enums_know_their_values_and_keep_others() -> None:
    for each in ENUMS.values():
        for member in each:
            assert each(member.value) is member
            assert str(member) == str(member.value)
        unknown = 987654 if issubclass(each, int) else "learnt since"
        kept = each(unknown)
        assert kept.value == unknown
        assert kept == unknown
        assert isinstance(kept, each)
        assert kept not in list(each)
        assert pickle.loads(pickle.dumps(kept)) == copy.deepcopy(kept) == kept


def test_docstrings_speak_of_the_errors_that_users_of_the_wrapper_meet() -> None:
    documented = [
        getattr(each.module, name).__doc__ for each in endpoints() for name in ("sync_detailed", "asyncio_detailed")
    ]
    assert documented
    assert all("beyondwords.BeyondWordsError" in text for text in documented)
    assert not any("UnexpectedStatus" in text or "TimeoutException" in text for text in documented)
