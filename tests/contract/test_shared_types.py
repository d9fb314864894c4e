"""What all generated code shares: `UNSET`, the lazy models package, enums."""

from __future__ import annotations

import copy
import os
import pickle
import subprocess
import sys
from enum import Enum
from itertools import chain

from beyondwords_api.types import UNSET, Unset
from tests.contract.generated import endpoints, models
from tests.contract.subject import PACKAGE

_IMPORT = "import sys, beyondwords_api.models as m; print(*dir(m)); print(*(n for n in sys.modules if m.__name__ in n))"


def test_unset_prints_itself_is_false_and_stays_one_object() -> None:
    assert f"{[UNSET]}" == "[UNSET]"
    assert isinstance(UNSET, Unset)
    assert not UNSET
    pickled = [pickle.loads(pickle.dumps(UNSET, protocol)) for protocol in range(pickle.HIGHEST_PROTOCOL + 1)]
    for again in (*pickled, copy.copy(UNSET), copy.deepcopy(UNSET)):
        assert again is UNSET


def test_every_model_is_offered_and_none_is_loaded_before_it_is_asked_for() -> None:
    import beyondwords_api.models as package

    assert not hasattr(package, "NoSuchModel")
    assert {name: each.__name__ for name, each in models().items()} == {name: name for name in models()}
    files = {f"{package.__name__}.{file.stem}" for file in (PACKAGE / "models").glob("*.py")}
    assert files - {f"{package.__name__}.__init__"} == {each.__module__ for each in models().values()}
    environment = {**os.environ, "PYTHONPATH": str(PACKAGE.parent)}
    done = subprocess.run([sys.executable, "-c", _IMPORT], env=environment, capture_output=True, text=True, check=True)
    listed, loaded = done.stdout.splitlines()
    assert set(models()) <= set(listed.split())
    assert loaded == package.__name__


def test_enums_know_their_values_and_keep_others() -> None:
    for each in (each for each in models().values() if issubclass(each, Enum)):
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
    functions = [
        getattr(each.module, name)
        for each in chain.from_iterable(endpoints().values())
        for name in ("sync_detailed", "asyncio_detailed")
    ]
    assert functions
    assert all("beyondwords.BeyondWordsError" in each.__doc__ for each in functions)
    assert not [each for each in functions if "UnexpectedStatus" in each.__doc__ or "TimeoutException" in each.__doc__]
