"""Template overrides and normalizing, by using one client that was generated with them."""

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
from typing import Any

import attrs
import httpx
import pytest

from tests.tools.conftest import PUBLISHED, Run
from tests.tools.documents import Json, document, operation, written
from tools import spec
from tools.generate.normalize import normalized

PACKAGE = "template_things_api"
TEXT = {"type": "string"}
NUMBER = {"type": "integer"}
TIME = {"type": "string", "format": "date-time"}
DAY = {"type": "string", "format": "date"}
ONLY_READ = {"type": "integer", "readOnly": True}
ONLY_WRITTEN = {"type": "string", "writeOnly": True}
NULLABLE = {"nullable": True}


def ref(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}


def fields(*required: str, **properties: Json) -> Json:
    return {"type": "object", "properties": properties} | ({"required": list(required)} if required else {})


def kind(*values: str) -> Json:
    return {"type": "string", "enum": list(values)}


def many(items: Json) -> Json:
    return {"type": "array", "items": items}


CLOSED = fields(a=TEXT) | {"additionalProperties": False}
SCHEMAS = {
    "thingModel": fields(
        "state",
        id=NUMBER,
        state=ref("stateModel"),
        level=ref("levelModel"),
        mood=kind("good", "bad") | NULLABLE,
        owner=fields(name=TEXT) | NULLABLE,
        made=TIME,
        lines=many({"type": "object"}) | NULLABLE,
    ),
    "stateModel": kind("draft", 'with "quotes"', ""),
    "levelModel": {"type": "integer", "enum": [1, -2]},
    "base": fields(id=NUMBER),
    "size": kind("small", "large"),
    "title": TEXT,
    "besideReference": {"allOf": [ref("base")], **fields("id", name=TEXT)},
    "nested": {"allOf": [ref("base"), {"allOf": [ref("besideReference"), fields(deep=fields(x=NUMBER))]}]},
    "scalars": fields(
        short={"allOf": [TEXT, {"maxLength": 3}]},
        day={"allOf": [DAY]},
        size={"allOf": [ref("size"), {"description": "How large"}]},
        name={"allOf": [ref("title"), {"maxLength": 9, "pattern": "^x"}]},
    ),
    "closed": CLOSED,
    "closedFirst": {"oneOf": [CLOSED, fields("b", b=TEXT)]},
    "one": fields("type", type=kind("one"), n=NUMBER),
    "two": fields("type", type=kind("two", "zwei"), n=fields(m=NUMBER)),
    "three": {"allOf": [ref("base"), fields("type", type=kind("three"))]},
    "told": {"oneOf": [ref("one"), ref("two"), ref("three")], "discriminator": {"propertyName": "type"}},
    "holder": fields(one={"allOf": [ref("two")]} | NULLABLE, told=many(ref("told"))),
    "names": fields(case=kind("a", "A", "b-c", "b_c", "a")),
    "eitherOr": fields(a=TEXT, b=TEXT) | {"anyOf": [{"required": ["a"]}, {"required": ["b"]}]},
    # A name that the generated modules import.
    "Response": fields(a=TEXT),
    "untyped": fields(days={"items": DAY}, sizes={"additionalProperties": ref("size")}),
    "defaults": fields(
        quoted=TEXT | {"default": 'say "hi" \\ 😀'},
        plain=TEXT | {"default": "it's"},
        kind=kind('"', "b") | {"default": '"'},
        many=many(TEXT) | {"default": ["a"]},
        either={"oneOf": [TEXT, NUMBER], "default": 3},
        number=NUMBER | {"default": 3},
    ),
    "lists": fields(anything={"type": "array"}),
    "moments": fields(
        one={"oneOf": [TIME, DAY]},
        many=many({"anyOf": [{"type": "null"}, TIME, {"allOf": [DAY]}]}),
        lists={"oneOf": [many(TIME), many(DAY)]},
    ),
    "account": fields("id", "secret", "name", id=ONLY_READ, secret=ONLY_WRITTEN, name=TEXT),
    "onlyRead": {"allOf": [fields(id=ONLY_READ, secret={"allOf": [ref("secret")]}), {"required": ["id", "secret"]}]},
    "secret": ONLY_WRITTEN,
    "narrowed": {"allOf": [fields(day=TEXT, kind=TEXT, id=NUMBER), fields("day", day=DAY, kind=kind("a", "b"))]},
    "constants": fields(
        letter={"oneOf": [{"const": "a"}, {"const": "b", "title": "The second"}]},
        length={"anyOf": [{"const": "auto"}, NUMBER]},
        day={"anyOf": [{"const": "never"}, DAY, {"type": "null"}]},
    ),
}
SENT = {"requestBody": {"required": True, "content": {"application/json": {"schema": ref("account")}}}}
FAILED = {"default": {"description": "no", "content": {"application/json": {"schema": CLOSED}}}}
SPEC = document(
    {
        f"/{name}": {"get": operation(f"things#{name}", schema=ref(name))}
        for name in SCHEMAS
        if name not in ("size", "secret")
    }
    | {
        "/accounts": {"post": operation("accounts#create", schema=ref("account")) | SENT},
        "/failing": {"get": operation("things#failing") | {"responses": FAILED}},
        "/elsewhere": {"$ref": "#/components/pathItems/shared"},
    },
    SCHEMAS,
)
SPEC["components"]["pathItems"] = {"shared": {"get": operation("things#elsewhere", schema=ref("base"))}}


@pytest.fixture(scope="module")
def package(run_tool: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("templates")
    result = run_tool("generate", "--spec", written(folder, SPEC), "--output", folder / PACKAGE)
    assert result.returncode == 0, result.stderr
    return folder / PACKAGE


@pytest.fixture(scope="module")
def models(package: Path) -> Iterator[Any]:
    sys.path.insert(0, str(package.parent))
    yield importlib.import_module(f"{PACKAGE}.models")
    sys.path.remove(str(package.parent))
    for name in [name for name in sys.modules if name.partition(".")[0] == PACKAGE]:
        del sys.modules[name]


@pytest.fixture
def answered(models: Any) -> Callable[[str, Any], Any]:
    """`answered("base", {...})`: what the generated function makes of a response's JSON."""

    def call(name: str, body: Any) -> Any:
        transport = httpx.MockTransport(lambda _: httpx.Response(200, content=json.dumps(body)))
        client = importlib.import_module(PACKAGE).Client("https://example.com", httpx_args={"transport": transport})
        return importlib.import_module(f"{PACKAGE}.api.things.things_{name}").sync(client=client)

    return call


def names(found: Any) -> list[str]:
    return [type(each).__name__ for each in found]


LATER = "2023-01-02T03:04:05+00:00"
ALTERNATIVES = [{"type": "one", "n": 1}, {"type": "zwei", "n": {"m": 2}}, {"type": "three", "id": 3}]


@pytest.mark.parametrize(
    ("name", "row", "seen", "expected"),
    [
        ("Thing", {"state": "archived", "level": 9, "mood": "mixed"}, lambda it: it.mood.name, "UNKNOWN"),
        ("Thing", {"state": 'with "quotes"', "level": 1, "mood": None}, lambda it: it.mood, None),
        ("Thing", {"state": "", "owner": None, "lines": None}, lambda it: (it.owner, it.lines), (None, None)),
        (
            "Thing",
            {"state": "draft", "mood": "good", "owner": {"name": "Ada", "more": [1]}, "lines": [{}, {"a": 1}]},
            # What may be null has a name without a number.
            lambda it: names([it.mood, it.owner, it.lines[0]]),
            ["ThingMood", "ThingOwner", "ThingLinesItem"],
        ),
        (
            "BesideReference",
            {"id": 1, "name": "x"},
            lambda it: (it.id, it.name, it.additional_properties),
            (1, "x", {}),
        ),
        ("Nested", {"id": 1, "name": "x", "deep": {"x": 5}}, lambda it: (it.id, it.name, it.deep.x), (1, "x", 5)),
        (
            "Scalars",
            {"short": "abc", "day": "2023-01-02", "size": "large", "name": "xy"},
            lambda it: (it.short, it.day.year, it.size.name),
            ("abc", 2023, "LARGE"),
        ),
        ("Closed", {"a": "1", "new": "2"}, lambda it: it["new"], "2"),
        ("Holder", {"told": ALTERNATIVES}, lambda it: names(it.told), ["One", "Two", "Three"]),
        ("Holder", {"told": [{"type": "four", "x": 1}]}, lambda it: it.told, [{"type": "four", "x": 1}]),
        ("EitherOr", {"a": "x"}, lambda it: it.a, "x"),
        ("Lists", {"anything": [1, {"a": 2}]}, lambda it: it.anything, [1, {"a": 2}]),
        (
            "Untyped",
            {"days": ["2023-01-02"], "sizes": {"a": "large"}},
            lambda it: (it.days[0].year, it.sizes["a"].name),
            (2023, "LARGE"),
        ),
        # A day is no time.
        (
            "Moments",
            {"one": "2023-01-02", "many": ["2023-01-02", LATER, None], "lists": ["2023-01-02"]},
            lambda it: names([it.one, *it.many, *it.lists]),
            ["date", "date", "datetime", "NoneType", "date"],
        ),
        ("Moments", {"one": LATER}, lambda it: it.one.hour, 3),
        ("Account", {"id": 1, "name": "x"}, lambda it: bool(it.secret), False),
        ("OnlyRead", {"id": 1}, lambda it: it.id, 1),
        (
            "Narrowed",
            {"day": "2023-01-02", "kind": "b", "id": 1},
            lambda it: (it.day.year, it.kind.name, it.id),
            (2023, "B", 1),
        ),
        ("Constants", {"letter": "b", "length": "auto", "day": None}, lambda it: (it.letter, it.day), ("b", None)),
        ("Constants", {"letter": "a", "length": 3, "day": "never"}, lambda it: (it.length, it.day), (3, "never")),
        ("Constants", {"letter": "c", "day": "2023-01-02"}, lambda it: (bool(it.letter), it.day.year), (False, 2023)),
        ("ThingsFailingResponseDefault", {"a": "1", "new": "2"}, lambda it: it["new"], "2"),
    ],
)
def test_values_are_read_and_come_back_as_they_came(
    models: Any, name: str, row: Json, seen: Callable[[Any], Any], expected: Any
) -> None:
    found = getattr(models, name).from_dict(row)
    assert seen(found) == expected
    assert found.to_dict() == row


def test_responses_are_of_their_own_classes(answered: Callable[[str, Any], Any]) -> None:
    # A closed alternative takes no other object; the second class is called like what the module imports.
    bodies = {"closed_first": {"b": "x"}, "response": {"a": "x"}, "elsewhere": {"id": 1}}
    found = [answered(name, body) for name, body in bodies.items()]
    assert [each.to_dict() for each in found] == list(bodies.values())
    assert names(found) == ["ClosedFirstType1", "ResponseModel", "Base"]


@pytest.mark.parametrize("text", ["2023-01-01 00:00:00 UTC", "2023-01-01T01:30:00.000+01:30"])
def test_times_of_both_forms(models: Any, text: str) -> None:
    assert models.Thing.from_dict({"state": "draft", "made": text}).made == datetime(2023, 1, 1, tzinfo=UTC)


ODD: dict[str, list[Any]] = {
    "made": ["yesterday", "2023-01-01", 1672531200],
    "level": ["high"],
    "mood": [[]],
    "owner": ["Ada"],
    "lines": [{}, [{}, 3]],
}


@pytest.mark.parametrize(("name", "value"), [(name, value) for name in ODD for value in ODD[name]])
def test_an_odd_value_reads_as_absent_and_comes_back_as_it_came(models: Any, name: str, value: Any) -> None:
    thing = models.Thing.from_dict({"state": "draft", "id": 1, name: value})
    assert repr(getattr(thing, name)) == "UNSET"
    assert thing[name] == value
    assert thing.to_dict() == {"state": "draft", "id": 1, name: value}


def test_a_null_where_none_is_declared_reads_as_absent_in_silence(
    models: Any, caplog: pytest.LogCaptureFixture
) -> None:
    thing = models.Thing.from_dict({"state": "draft", "id": None, "level": None, "made": None, "mood": None})
    assert repr(thing) == "Thing(state=<State.DRAFT: 'draft'>, mood=None)"
    assert thing.to_dict() == {"state": "draft", "mood": None}
    assert caplog.records == []


@pytest.mark.parametrize(
    ("name", "body", "location", "expected", "received"),
    [
        ("thing_model", [], "$", "an object", "a list"),
        ("thing_model", None, "$", "an object", "null"),
        ("thing_model", {"state": 7}, "$.state", "State", "a number"),
        ("thing_model", {"id": 1}, "$.state", "a value", "nothing"),
        ("beside_reference", {"name": "x"}, "$.id", "a value", "nothing"),
        # What is never sent is always received, and what goes both ways too.
        ("only_read", {}, "$.id", "a value", "nothing"),
        ("account", {"id": 1}, "$.name", "a value", "nothing"),
    ],
)
def test_what_cannot_be_read_around_is_an_error_with_its_place(
    answered: Callable[[str, Any], Any], name: str, body: Any, location: str, expected: str, received: str
) -> None:
    with pytest.raises(ValueError, match=f"expected {expected}, got {received}") as caught:
        answered(name, body)
    assert type(caught.value).__name__ == "DecodeError"
    for error in (caught.value, pickle.loads(pickle.dumps(caught.value))):
        assert [getattr(error, each) for each in ("location", "expected", "received")] == [location, expected, received]


def test_a_changed_copy_keeps_unknown_fields(models: Any) -> None:
    thing = models.Thing.from_dict({"state": "draft", "id": 1, "colour": "red"})
    assert attrs.evolve(thing, id=2).to_dict() == {"state": "draft", "id": 2, "colour": "red"}


@pytest.mark.parametrize(
    ("name", "known", "unknown", "wrong"),
    [("State", "draft", "archived", [None, [], {}, 1.5, b"draft", 1]), ("Level", -2, 7, [None, [], 1.5, "1", False])],
)
def test_an_enum_keeps_values_of_its_type(models: Any, name: str, known: Any, unknown: Any, wrong: list[Any]) -> None:
    enum = getattr(models, name)
    kept = enum(unknown)
    assert (kept.value, type(kept.value), str(kept), hash(kept)) == (
        unknown,
        type(unknown),
        str(unknown),
        hash(unknown),
    )
    assert (kept == known, repr(kept)) == (False, f"<{name}.UNKNOWN: {unknown!r}>")
    assert (enum(known) in list(enum), kept in list(enum), hasattr(enum, "UNKNOWN")) == (True, False, False)
    for each in wrong:
        with pytest.raises(ValueError, match=f"is not a valid {name}"):
            enum(each)


def test_enum_values_of_one_name_have_numbers(models: Any) -> None:
    members = {member.name: member.value for member in models.NamesCase}
    assert members == {"A": "a", "A_2": "A", "B_C": "b-c", "B_C_2": "b_c"}


def test_what_is_not_given_is_not_sent(package: Path, models: Any) -> None:
    assert models.Account(name="x", secret="s").to_dict() == {"name": "x", "secret": "s"}
    # Defaults that would be garbled are left to the API.
    assert models.Defaults().to_dict() == {"plain": "it's", "number": 3}
    assert "Default: " in (package / "models" / "defaults.py").read_text()


def test_a_document_is_changed_where_there_is_need_and_only_in_a_copy() -> None:
    published, before = spec.load(PUBLISHED), copy.deepcopy(SPEC)
    assert normalized(published) == published
    assert normalized(SPEC) != SPEC
    assert before == SPEC


def test_the_generated_code_is_strictly_typed(package: Path) -> None:
    pytest.importorskip("mypy", reason="mypy is not installed for this Python")
    (package.parent / "user.py").write_text(
        f"from {PACKAGE}.models import State, Thing\n"
        "def name(thing: Thing) -> str:\n"
        "    return (thing.owner and thing.owner.name) or State('x')\n"
        f"from {PACKAGE}.models import Nothing\n"
    )
    command = [sys.executable, "-m", "mypy", "--strict", "--no-incremental", "--config-file=", "-p", PACKAGE]
    result = subprocess.run([*command, "-m", "user"], cwd=package.parent, capture_output=True, text=True, check=False)
    assert result.stdout.splitlines()[:-1] == [
        f'user.py:4: error: Module "{PACKAGE}.models" has no attribute "Nothing"  [attr-defined]'
    ]
