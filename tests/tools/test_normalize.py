"""What the generator reads wrongly is said to it in another way: seen in a client generated from such a document."""

from __future__ import annotations

import copy
import importlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.tools.conftest import PUBLISHED, Run
from tests.tools.documents import Json, document, operation, written
from tools import spec
from tools.generate.normalize import normalized
from tools.spec.direct import direct

PACKAGE = "mended_things_api"
TEXT = {"type": "string"}
NUMBER = {"type": "integer"}
TIME = {"type": "string", "format": "date-time"}
DAY = {"type": "string", "format": "date"}
ONLY_READ = {"type": "integer", "readOnly": True}
ONLY_WRITTEN = {"type": "string", "writeOnly": True}


def ref(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}


def fields(*required: str, **properties: Json) -> Json:
    return {"type": "object", "properties": properties} | ({"required": list(required)} if required else {})


def kind(*values: str) -> Json:
    return {"type": "string", "enum": list(values)}


SCHEMAS = {
    "base": fields(id=NUMBER),
    "size": kind("small", "large"),
    "title": TEXT,
    "besideReference": {"allOf": [ref("base")], **fields("id", name=TEXT)},
    "nested": {"allOf": [ref("base"), {"allOf": [ref("besideReference"), fields(deep=fields(x=NUMBER))]}]},
    "scalars": fields(
        short={"allOf": [TEXT, {"maxLength": 3}]},
        day={"allOf": [{"type": "string", "format": "date"}]},
        size={"allOf": [ref("size"), {"description": "How large"}]},
        name={"allOf": [ref("title"), {"maxLength": 9, "pattern": "^x"}]},
    ),
    "closed": fields(a=TEXT) | {"additionalProperties": False},
    "closedFirst": {"oneOf": [fields(a=TEXT) | {"additionalProperties": False}, fields("b", b=TEXT)]},
    "one": fields("type", type=kind("one"), n=NUMBER),
    "two": fields("type", type=kind("two", "zwei"), n=fields(m=NUMBER)),
    "three": {"allOf": [ref("base"), fields("type", type=kind("three"))]},
    "told": {"oneOf": [ref("one"), ref("two"), ref("three")], "discriminator": {"propertyName": "type"}},
    "holder": fields(one={"nullable": True, "allOf": [ref("two")]}, told={"type": "array", "items": ref("told")}),
    "names": fields(case=kind("a", "A", "b-c", "b_c", "a")),
    "eitherOr": fields(a=TEXT, b=TEXT) | {"anyOf": [{"required": ["a"]}, {"required": ["b"]}]},
    "Response": fields(a=TEXT),
    "untyped": fields(
        days={"items": {"type": "string", "format": "date"}}, sizes={"additionalProperties": ref("size")}
    ),
    "defaults": fields(
        quoted=TEXT | {"default": 'say "hi" \\ 😀'},
        plain=TEXT | {"default": "it's"},
        kind=kind('"', "b") | {"default": '"'},
        many={"type": "array", "items": TEXT, "default": ["a"]},
        either={"oneOf": [TEXT, NUMBER], "default": 3},
        number=NUMBER | {"default": 3},
    ),
    "lists": fields(anything={"type": "array"}),
    "moments": fields(
        one={"oneOf": [TIME, DAY]},
        many={"type": "array", "items": {"anyOf": [{"type": "null"}, TIME, {"allOf": [DAY]}]}},
        lists={"oneOf": [{"type": "array", "items": TIME}, {"type": "array", "items": DAY}]},
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
PLAIN = ("size", "secret", "title")
PATHS = {
    "/accounts": {
        "post": operation("accounts#create", schema=ref("account"))
        | {"requestBody": {"required": True, "content": {"application/json": {"schema": ref("account")}}}}
    }
}
SPEC = document(
    {
        f"/{name}": {"get": operation(f"things#{name}", schema=ref(name))}
        for name in SCHEMAS
        if name not in ("size", "secret")
    }
    | PATHS,
    SCHEMAS,
)


@pytest.fixture(scope="module")
def package(run_tool: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("normalized")
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


def test_properties_beside_a_reference_in_all_of(models: Any) -> None:
    found = models.BesideReference.from_dict({"id": 1, "name": "x"})
    assert (found.id, found.name, found.additional_properties) == (1, "x", {})
    with pytest.raises(ValueError, match="id"):
        models.BesideReference.from_dict({"name": "x"})


def test_all_of_inside_all_of(models: Any) -> None:
    found = models.Nested.from_dict({"id": 1, "name": "x", "deep": {"x": 5}})
    assert (found.id, found.name, found.deep.x) == (1, "x", 5)


def test_all_of_parts_of_a_scalar(models: Any) -> None:
    value = {"short": "abc", "day": "2023-01-02", "size": "large", "name": "xy"}
    found = models.Scalars.from_dict(value)
    assert (found.short, found.day.year, found.size) == ("abc", 2023, models.Size.LARGE)
    assert found.to_dict() == value


def test_a_closed_object_keeps_fields_learnt_since(models: Any) -> None:
    assert models.Closed.from_dict({"a": "1", "new": "2"}).to_dict() == {"a": "1", "new": "2"}


def holder(models: Any, *told: Json) -> Any:
    return models.Holder.from_dict({"told": list(told)})


def test_alternatives_that_an_enum_tells_apart(models: Any) -> None:
    values: list[Json] = [{"type": "one", "n": 1}, {"type": "zwei", "n": {"m": 2}}, {"type": "three", "id": 3}]
    found = holder(models, *values)
    assert [type(each).__name__ for each in found.told] == ["One", "Two", "Three"]
    assert found.told[1].n.m == 2
    assert found.to_dict() == {"told": values}


def test_an_alternative_that_nobody_knows_yet_is_kept(models: Any) -> None:
    value = {"told": [{"type": "four", "x": 1}]}
    assert models.Holder.from_dict(value).to_dict() == value


def test_a_closed_alternative_loses_nothing(package: Path, models: Any) -> None:
    module = importlib.import_module(f"{PACKAGE}.api.things.things_closed_first")
    response = importlib.import_module("httpx").Response(200, json={"b": "x"})
    client = importlib.import_module(f"{PACKAGE}.client").Client(base_url="https://example.com")
    assert module._parse_response(client=client, response=response).to_dict() == {"b": "x"}


def test_enum_values_of_one_name_have_numbers(models: Any) -> None:
    assert {member.name: member.value for member in models.NamesCase} == {
        "A": "a",
        "A_2": "A",
        "B_C": "b-c",
        "B_C_2": "b_c",
    }


def test_a_choice_of_required_fields_is_one_model(models: Any) -> None:
    assert models.EitherOr.from_dict({"a": "x"}).a == "x"


def test_a_list_of_anything(models: Any) -> None:
    assert models.Lists.from_dict({"anything": [1, {"a": 2}]}).anything == [1, {"a": 2}]


def test_a_schema_called_like_an_imported_name(package: Path, models: Any) -> None:
    module = importlib.import_module(f"{PACKAGE}.api.things.things_response")
    client = importlib.import_module(f"{PACKAGE}.client").Client(base_url="https://example.com")
    response = importlib.import_module("httpx").Response(200, json={"a": "x"})
    assert module._build_response(client=client, response=response).parsed == models.ResponseModel(a="x")


def test_a_list_and_a_map_without_a_type(models: Any) -> None:
    found = models.Untyped.from_dict({"days": ["2023-01-02"], "sizes": {"a": "large"}})
    assert (found.days[0].year, found.sizes["a"]) == (2023, models.Size.LARGE)


def test_defaults_that_would_be_garbled_are_left_to_the_api(models: Any) -> None:
    assert models.Defaults().to_dict() == {"plain": "it's", "number": 3}
    assert (
        'Default: "say \\"hi\\"'
        in normalized(SPEC)["components"]["schemas"]["defaults"]["properties"]["quoted"]["description"]
    )


def test_a_day_is_no_time(models: Any) -> None:
    value = {
        "one": "2023-01-02",
        "many": ["2023-01-02", "2023-01-02T03:04:05+00:00", None],
        "lists": ["2023-01-02"],
    }
    found = models.Moments.from_dict(value)
    assert [type(each).__name__ for each in (found.one, *found.many, *found.lists)] == [
        *("date", "date", "datetime", "NoneType", "date"),
    ]
    assert found.to_dict() == value
    assert models.Moments.from_dict({"one": "2023-01-02T03:04:05+00:00"}).one.hour == 3


def test_fields_that_go_one_way_are_not_wanted_the_other_way(package: Path, models: Any) -> None:
    assert models.Account.from_dict({"id": 1, "name": "x"}).id == 1
    assert models.Account(name="x", secret="s").to_dict() == {"name": "x", "secret": "s"}
    with pytest.raises(ValueError, match="name"):
        models.Account.from_dict({"id": 1})


def test_a_read_only_field_of_what_is_never_sent_stays_required(models: Any) -> None:
    assert models.OnlyRead.from_dict({"id": 1}).to_dict() == {"id": 1}
    with pytest.raises(ValueError, match="id"):
        models.OnlyRead.from_dict({})


def test_a_property_that_a_second_part_says_more_narrowly(models: Any) -> None:
    found = models.Narrowed.from_dict({"day": "2023-01-02", "kind": "b", "id": 1})
    assert (found.day.year, found.kind.name, found.id) == (2023, "B", 1)


def test_constants_among_alternatives(models: Any) -> None:
    for value in ({"letter": "a"}, {"letter": "b"}, {"length": "auto"}, {"length": 3}, {"day": "never"}, {"day": None}):
        assert models.Constants.from_dict(value).to_dict() == value
    assert models.Constants.from_dict({"day": "2023-01-02"}).day.year == 2023
    odd = models.Constants.from_dict({"letter": "c"})
    assert not odd.letter
    assert odd.to_dict() == {"letter": "c"}


def test_operations_that_stand_elsewhere() -> None:
    shared = {"get": operation("things#index")}
    content = document({"/things": {"$ref": "#/components/pathItems/things"}}, version="3.1.0")
    content["components"]["pathItems"] = {"things": shared}
    assert direct(content)["paths"]["/things"] == shared


def test_the_generated_code_is_clean_for_mypy(package: Path) -> None:
    command = [sys.executable, "-m", "mypy", "--strict", "--no-incremental", "--config-file=", str(package)]
    result = subprocess.run(command, cwd=package.parent, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout


def test_the_document_itself_is_not_changed() -> None:
    before = copy.deepcopy(SPEC)
    assert normalized(SPEC) != SPEC
    assert before == SPEC


def test_a_document_without_need_is_left_as_it_is() -> None:
    published = spec.load(PUBLISHED)
    assert normalized(published) == published
