"""The template overrides, by using a client that was generated with them."""

from __future__ import annotations

import copy
import importlib
import json
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

import attrs
import httpx
import pytest

from tests.tools.conftest import Run
from tests.tools.documents import document, operation, written

PACKAGE = "template_things_api"
SCHEMAS = {
    "thingModel": {
        "type": "object",
        "required": ["state"],
        "properties": {
            "id": {"type": "integer"},
            "state": {"$ref": "#/components/schemas/stateModel"},
            "level": {"$ref": "#/components/schemas/levelModel"},
            "mood": {"type": "string", "nullable": True, "enum": ["good", "bad"]},
            "owner": {"type": "object", "nullable": True, "properties": {"name": {"type": "string"}}},
            "made": {"type": "string", "format": "date-time"},
            "lines": {"type": "array", "nullable": True, "items": {"type": "object"}},
        },
    },
    "stateModel": {"type": "string", "enum": ["draft", 'with "quotes"', ""]},
    "levelModel": {"type": "integer", "enum": [1, -2]},
}


@pytest.fixture(scope="module")
def package(run_tool: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("templates")
    paths = {"/things": {"get": operation("things#show", schema={"$ref": "#/components/schemas/thingModel"})}}
    result = run_tool("generate", "--spec", written(folder, document(paths, SCHEMAS)), "--output", folder / PACKAGE)
    assert result.returncode == 0, result.stderr
    return folder / PACKAGE


@pytest.fixture
def client(package: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    monkeypatch.syspath_prepend(package.parent)
    yield importlib.import_module(PACKAGE)
    for name in [name for name in sys.modules if name.partition(".")[0] == PACKAGE]:
        del sys.modules[name]


@pytest.fixture
def models(client: ModuleType) -> Any:
    return importlib.import_module(f"{client.__name__}.models")


@pytest.fixture
def types(client: ModuleType) -> Any:
    return importlib.import_module(f"{client.__name__}.types")


class TestUnset:
    def test_it_prints_its_name_and_is_empty_text_and_models_leave_it_out(self, models: Any, types: Any) -> None:
        assert repr(types.UNSET) == "UNSET"
        thing = models.Thing.from_dict({"state": "draft"})
        assert repr(thing) == "Thing(state=<State.DRAFT: 'draft'>)"
        assert str(types.UNSET) == ""

    def test_it_is_false(self, types: Any) -> None:
        assert not types.UNSET

    @pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
    def test_it_stays_the_one_object_in_pickles(self, types: Any, models: Any, protocol: int) -> None:
        assert pickle.loads(pickle.dumps(types.UNSET, protocol)) is types.UNSET
        thing = pickle.loads(pickle.dumps(models.Thing.from_dict({"state": "draft"}), protocol))
        assert thing.id is types.UNSET
        assert thing.to_dict() == {"state": "draft"}

    @pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy])
    def test_it_stays_the_one_object_in_copies(self, types: Any, models: Any, copied: Any) -> None:
        assert copied(types.UNSET) is types.UNSET
        assert copied(models.Thing.from_dict({"state": "draft"})).to_dict() == {"state": "draft"}


@pytest.mark.parametrize(("name", "known", "unknown"), [("State", "draft", "archived"), ("Level", -2, 7)])
class TestEnums:
    def test_a_known_value_is_its_member(self, models: Any, name: str, known: Any, unknown: Any) -> None:
        enum = getattr(models, name)
        assert enum(known) in list(enum)
        assert enum(known).value == known
        assert str(enum(known)) == str(known)

    def test_an_unknown_value_is_kept(self, models: Any, name: str, known: Any, unknown: Any) -> None:
        kept = getattr(models, name)(unknown)
        assert isinstance(kept, getattr(models, name))
        assert kept.value == unknown
        assert type(kept.value) is type(unknown)
        assert kept == unknown
        assert kept != known
        assert hash(kept) == hash(unknown)
        assert str(kept) == str(unknown)
        assert repr(kept) == f"<{name}.UNKNOWN: {unknown!r}>"

    def test_an_unknown_value_is_no_member(self, models: Any, name: str, known: Any, unknown: Any) -> None:
        enum = getattr(models, name)
        before = list(enum)
        enum(unknown)
        assert list(enum) == before
        assert unknown not in enum.__members__.values()
        assert not hasattr(enum, "UNKNOWN")

    def test_copies_and_pickles(self, models: Any, name: str, known: Any, unknown: Any) -> None:
        kept = getattr(models, name)(unknown)
        for copied in (copy.copy(kept), copy.deepcopy(kept), pickle.loads(pickle.dumps(kept))):
            assert copied == kept
            assert copied.value == unknown
            assert isinstance(copied, getattr(models, name))

    @pytest.mark.parametrize("wrong", [None, [], {}, 1.5, b"draft"])
    def test_another_type_is_an_error(self, models: Any, name: str, known: Any, unknown: Any, wrong: Any) -> None:
        with pytest.raises(ValueError, match=f"is not a valid {name}"):
            getattr(models, name)(wrong)


def test_neither_enum_takes_the_other_ones_type(models: Any) -> None:
    with pytest.raises(ValueError, match="not a valid State"):
        models.State(1)
    with pytest.raises(ValueError, match="not a valid Level"):
        models.Level("1")
    with pytest.raises(ValueError, match="not a valid Level"):
        models.Level(False)


@pytest.mark.parametrize(
    "body",
    [
        {"state": "archived", "level": 9, "mood": "mixed"},
        {"state": 'with "quotes"', "level": 1, "mood": None},
        {"state": "", "owner": None, "lines": None},
        {"state": "draft", "owner": {"name": "Ada", "more": [1]}, "lines": [{}, {"a": 1}]},
    ],
)
def test_values_go_through_a_model_unchanged(models: Any, body: dict[str, Any]) -> None:
    assert models.Thing.from_dict(body).to_dict() == body


def test_nullable_parts_have_names_without_numbers(models: Any) -> None:
    thing = models.Thing.from_dict({"state": "draft", "mood": "good", "owner": {}, "lines": [{}]})
    assert type(thing.mood) is models.ThingMood
    assert type(thing.owner) is models.ThingOwner
    assert type(thing.lines[0]) is models.ThingLinesItem


@pytest.fixture
def show(client: ModuleType) -> Callable[[Any], Any]:
    """What the generated function makes of a response's JSON."""
    endpoint = importlib.import_module(f"{client.__name__}.api.things.things_show")

    def call(body: Any) -> Any:
        transport = httpx.MockTransport(lambda _: httpx.Response(200, content=json.dumps(body)))
        return endpoint.sync(client=client.Client("https://example.com", httpx_args={"transport": transport}))

    return call


class TestDecoding:
    @pytest.mark.parametrize("text", ["2023-01-01 00:00:00 UTC", "2023-01-01T01:30:00.000+01:30"])
    def test_times_of_both_forms(self, models: Any, text: str) -> None:
        assert models.Thing.from_dict({"state": "draft", "made": text}).made == datetime(2023, 1, 1, tzinfo=UTC)

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("made", "yesterday"),
            ("made", "2023-01-01"),
            ("made", 1672531200),
            ("level", "high"),
            ("mood", []),
            ("owner", "Ada"),
            ("lines", {}),
            ("lines", [{}, 3]),
        ],
    )
    def test_an_odd_value_reads_as_absent_and_comes_back_as_it_came(
        self, models: Any, types: Any, name: str, value: Any
    ) -> None:
        thing = models.Thing.from_dict({"state": "draft", "id": 1, name: value})
        assert getattr(thing, name) is types.UNSET
        assert thing[name] == value
        assert thing.to_dict() == {"state": "draft", "id": 1, name: value}

    def test_a_null_where_none_is_declared_reads_as_absent_in_silence(
        self, models: Any, types: Any, caplog: pytest.LogCaptureFixture
    ) -> None:
        thing = models.Thing.from_dict({"state": "draft", "id": None, "level": None, "made": None, "mood": None})
        assert [thing.id, thing.level, thing.made] == [types.UNSET] * 3
        assert thing.mood is None
        assert thing.to_dict() == {"state": "draft", "mood": None}
        assert caplog.records == []

    @pytest.mark.parametrize(
        ("body", "location", "expected", "received"),
        [
            ([], "$", "an object", "a list"),
            (None, "$", "an object", "null"),
            ({"id": 1}, "$.state", "a value", "nothing"),
            ({"state": 7}, "$.state", "State", "a number"),
        ],
    )
    def test_what_cannot_be_read_around_is_an_error_with_its_place(
        self, client: ModuleType, show: Callable[[Any], Any], body: Any, location: str, expected: str, received: str
    ) -> None:
        with pytest.raises(ValueError, match=f"expected {expected}, got {received}") as caught:
            show(body)
        error: Any = caught.value
        assert type(error).__name__ == "DecodeError"
        copied = pickle.loads(pickle.dumps(error))
        for each in (error, copied):
            assert (each.location, each.expected, each.received) == (location, expected, received)


def test_a_changed_copy_keeps_unknown_fields(models: Any) -> None:
    thing = models.Thing.from_dict({"state": "draft", "id": 1, "colour": "red"})
    assert attrs.evolve(thing, id=2).to_dict() == {"state": "draft", "id": 2, "colour": "red"}


class TestLazyModels:
    def imported(self, package: Path, code: str) -> list[str]:
        """The model modules that are loaded after the code ran in a fresh interpreter."""
        shown = f"print(*(name for name in sys.modules if name.startswith({PACKAGE + '.models.'!r})))"
        result = subprocess.run(
            [sys.executable, "-c", f"import sys\n{code}\n{shown}"],
            cwd=package.parent,
            capture_output=True,
            text=True,
            check=True,
        )
        return [name.rpartition(".")[2] for name in result.stdout.split()]

    def test_none_is_loaded_before_it_is_asked_for(self, package: Path) -> None:
        assert self.imported(package, f"import {PACKAGE}.models") == []
        assert self.imported(package, f"from {PACKAGE}.models import Level") == ["level"]

    def test_every_name_is_there(self, models: Any) -> None:
        names = ["Level", "State", "Thing", "ThingLinesItem", "ThingMood", "ThingOwner"]
        assert list(models.__all__) == names
        assert set(names) <= set(dir(models))
        assert [getattr(models, name).__name__ for name in names] == names
        assert "Thing" in vars(models), "it would be looked up again each time"

    def test_another_name_is_an_attribute_error(self, models: Any) -> None:
        with pytest.raises(AttributeError, match=rf"module '{PACKAGE}.models' has no attribute 'Nothing'"):
            _ = models.Nothing


def test_the_generated_code_is_strictly_typed(package: Path) -> None:
    pytest.importorskip("mypy", reason="mypy is not installed for this Python")
    user = package.parent / "user.py"
    user.write_text(
        f"from {PACKAGE}.models import State, Thing\n"
        "def name(thing: Thing) -> str:\n"
        "    return (thing.owner and thing.owner.name) or State('x')\n"
        f"from {PACKAGE}.models import Nothing\n"
    )
    result = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--no-incremental", "-p", PACKAGE, "-m", "user"],
        cwd=package.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.stdout.splitlines()[:-1] == [
        f'user.py:4: error: Module "{PACKAGE}.models" has no attribute "Nothing"  [attr-defined]'
    ]
