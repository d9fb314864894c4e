"""What changed for callers: each kind of change is told once, in callers' names, and nothing else is."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.tools.documents import JSON_TYPE, NUMBER, TEXT, array, choice, document, fields, operation, text, written
from tests.tools.documents import parameter as query
from tests.tools.documents import reference as ref
from tools.changes import Change
from tools.changes.compare import breaking, in_order, render, report
from tools.failure import Failure
from tools.generate.build import CONFIG_FILE, generate
from tools.spec import Json

# --- two documents that differ in every way that is told apart


def takes(*parameters: Json) -> Json:
    return {"parameters": list(parameters)}


def answers(**statuses: str) -> Json:
    """The component that is answered with each status; an underscore stands before a number."""
    content = {status.strip("_"): {JSON_TYPE: {"schema": ref(name)}} for status, name in statuses.items()}
    return {"responses": {status: {"description": "", "content": each} for status, each in content.items()}}


def counts(*headers: str) -> Json:
    found = answers(_200="part")
    found["responses"]["200"]["headers"] = {name: {"schema": NUMBER} for name in headers}
    return found


def sends(name: str) -> Json:
    return {"requestBody": {"required": True, "content": {JSON_TYPE: {"schema": ref(name)}}}} | answers(_200=name)


def needs(*names: str, scopes: Sequence[str] = ()) -> Json:
    return {"security": [{name: list(scopes)} for name in names]}


def enum(*values: str) -> Json:
    return TEXT | {"enum": list(values)}


NULLABLE, EITHER = TEXT | {"nullable": True}, choice(NUMBER, TEXT)
X, ONE = query("x"), query("x", schema=NUMBER | {"default": 1}, required=True)
LIMIT, OFFSET = (query(f"pagination[{name}]", schema=NUMBER) for name in ("limit", "offset"))
BY_X, BY_Y = query("x", "path"), query("y", "path")
BY_KEY = "`apiKey header X-Api-Key`"
TOTAL = "X-Pagination-Total-Count"
# What is another in the operation before and after, if it is there, and what is told; `{}` is its module.
OPERATIONS: dict[str, tuple[Any, ...]] = {
    "things#same": ({}, {}),
    "things#gone": ({}, None, "breaking: the operation `{}` (`POST /things/gone`) is gone"),
    "things#fresh": (None, {}, "addition: the operation `{}` (`POST /things/fresh`)"),
    "things#old": (
        takes(X),
        {"operationId": "things#new"},
        "breaking: `{}` (`POST /things/old`) is now called `things.things_new`",
        "breaking: the argument `x` of `things.things_new` is gone",
    ),
    "things#retagged": (
        {},
        {"tags": ["Others"]},
        "breaking: `{}` (`POST /things/retagged`) is now called `others.things_retagged`",
    ),
    "things#moved": ({}, {"path": "/to"}, "note: `{}` is now sent as `POST /to`, was `POST /things/moved`"),
    "things#deprecated": ({}, {"deprecated": True}, "note: `{}` is deprecated"),
    "a#added": ({}, takes(query("colour")), "addition: the argument `colour` of `{}` (`str`)"),
    "a#needed": ({}, takes(X | {"required": True}), "breaking: the argument `x` of `{}` (`str`) is new and required"),
    "a#removed": (takes(query("colour")), {}, "breaking: the argument `colour` of `{}` is gone"),
    "a#required": (takes(X), takes(X | {"required": True}), "breaking: the argument `x` of `{}` is now required"),
    "a#optional": (
        takes(X | {"required": True}),
        takes(X),
        "addition: the argument `x` of `{}` is no longer required",
    ),
    **{
        f"a#{name}": (
            takes(X | {"schema": before}),
            takes(X | {"schema": after}),
            f"{severity} `x` of `{{}}` is {words}",
        )
        for name, before, after, severity, words in [
            ("retyped", TEXT, NUMBER, "breaking: the argument", "`int`, was `str`"),
            ("wider", TEXT, EITHER, "note: the argument", "`int | str`, was `str`"),
            ("narrower", EITHER, TEXT, "breaking: the argument", "`str`, was `int | str`"),
            ("any", TEXT, {}, "note: the argument", "`Any`, was `str`"),
            ("some", {}, TEXT, "breaking: the argument", "`str`, was `Any`"),
            ("nullable", TEXT, NULLABLE, "note: the argument", "`str | None`, was `str`"),
        ]
    },
    "a#default": (
        takes(ONE),
        takes(ONE | {"schema": NUMBER | {"default": 2}}),
        "note: the default of the argument `x` of `{}` is `2`, was `1`",
    ),
    "a#swapped": (
        {"path": "/a/{x}/{y}", **takes(BY_X, BY_Y)},
        {"path": "/a/{y}/{x}", **takes(BY_Y, BY_X)},
        "breaking: the argument `x` of `{}` has another position",
        "breaking: the argument `y` of `{}` has another position",
    ),
    "pages#limit": (takes(LIMIT, OFFSET), takes(OFFSET), "breaking: the argument `pagination_limit` of `{}` is gone"),
    "pages#offset": (takes(LIMIT), takes(LIMIT, OFFSET), "addition: the argument `pagination_offset` of `{}` (`int`)"),
    "pages#header_gone": (
        counts("X-Pagination-Limit", TOTAL, "X-Other"),
        counts("X-Pagination-Limit"),
        "breaking: `{}` no longer declares the header `x-pagination-total-count`",
        "note: `{}` no longer declares the header `x-other`",
    ),
    "pages#header_came": (
        counts("X-Pagination-Limit"),
        counts("x-pagination-limit", TOTAL, "X-Other"),
        "addition: `{}` now declares the header `x-pagination-total-count`",
        "addition: `{}` now declares the header `x-other`",
    ),
    "pages#to_body": (answers(_200="parts"), answers(_200="page"), "breaking: `{}` answers `Page`, was `list[Part]`"),
    **{
        f"answers#{name}_came": (
            answers(_200="part"),
            answers(_200="part", **{status: "problem"}),
            f"addition: `{{}}` now declares the answer {status.strip('_')}",
            f"{severity}: `{{}}` answers `Part | Problem`, was `Part`",
        )
        for name, status, severity in [
            ("error", "_404", "note"),
            ("default", "default", "note"),
            ("success", "_202", "breaking"),
        ]
    },
    "answers#error_gone": (
        answers(_200="part", _404="problem"),
        answers(_200="part"),
        "note: `{}` no longer declares the answer 404",
        "note: `{}` answers `Part`, was `Part | Problem`",
    ),
    "answers#success_gone": (
        answers(_200="part", _201="part"),
        answers(_201="part"),
        "breaking: `{}` no longer declares the answer 200",
    ),
    "answers#emptied": (
        {},
        {"responses": {"204": {"description": ""}}},
        "addition: `{}` now declares the answer 204",
        "breaking: `{}` no longer declares the answer 200",
        "breaking: `{}` answers `Any`, was `Part`",
    ),
    "keys#came": (needs(), needs("apiKey"), f"breaking: `{{}}` needs {BY_KEY}, was no key"),
    "keys#went": (needs("apiKey"), needs(), f"note: `{{}}` needs no key, was {BY_KEY}"),
    "keys#other": (needs("apiKey"), needs("bearer"), f"breaking: `{{}}` needs `http bearer`, was {BY_KEY}"),
    "keys#either": (
        needs("apiKey"),
        needs("apiKey", "bearer"),
        f"note: `{{}}` needs {BY_KEY} or `http bearer`, was {BY_KEY}",
    ),
    "keys#undefined": (
        needs("nowhere", scopes=["a"]),
        needs("nowhere", scopes=["a", "b"]),
        "breaking: `{}` needs `nowhere a b`, was `nowhere a`",
    ),
    "keys#renamed_scheme": (needs("apiKey"), needs("sameKey")),
    "models#received": (answers(_200="received"), answers(_200="received")),
    "models#sent": (sends("sent") | answers(_200="part"), sends("sent") | answers(_200="part")),
    "models#both": (sends("both"), sends("both")),
    "models#kinds": (answers(_200="kinds"), answers(_200="kinds")),
}
# Of each field, what it is before and after, what is told, and how severe it is in what is sent, received, and both.
FIELDS: dict[str, tuple[Any, ...]] = {
    "came": (None, TEXT, "(`str`)", "addition", "addition", "addition"),
    "went": (TEXT, None, "is gone", "breaking", "breaking", "breaking"),
    "must": (TEXT, TEXT, "is now required", "breaking", "breaking", "breaking"),
    "null": (TEXT, NULLABLE, "is `str | None`, was `str`", "note", "breaking", "breaking"),
    "whole": (NULLABLE, TEXT, "is `str`, was `str | None`", "breaking", "note", "breaking"),
    "other": (TEXT, NUMBER, "is `int`, was `str`", "breaking", "breaking", "breaking"),
    "time": (TEXT, text("date-time"), "is `datetime.datetime`, was `str`", "breaking", "breaking", "breaking"),
    "wide": (TEXT, EITHER, "is `int | str`, was `str`", "note", "breaking", "breaking"),
    "narrow": (EITHER, TEXT, "is `str`, was `int | str`", "breaking", "note", "breaking"),
    "anything": (TEXT, {}, "is `Any`, was `str`", "note", "breaking", "breaking"),
    "some": ({}, TEXT, "is `str`, was `Any`", "breaking", "note", "breaking"),
    "listed": (array(TEXT), array(NUMBER), "is `list[int]`, was `list[str]`", "breaking", "breaking", "breaking"),
}
PART = fields(id=NUMBER)
OLD, NEW = (
    fields(
        required,
        may=TEXT,
        **{name: each[side] for name, each in FIELDS.items() if each[side] is not None},
    )
    for side, required in enumerate(("may", "must"))
)
SCHEMAS: dict[str, tuple[Any, ...]] = {
    "part": (PART, PART),
    "parts": (array(ref("part")), array(ref("part"))),
    "page": (fields(items=array(ref("part"))), fields(items=array(ref("part")))),
    "problem": (fields(message=TEXT), fields(message=TEXT)),
    "oldShape": (PART, None, "breaking: the model `OldShape` is gone"),
    "newShape": (None, PART, "addition: the model `NewShape`"),
    "oldEnum": (enum("a"), None, "breaking: the enum `OldEnum` is gone"),
    "newEnum": (None, enum("a"), "addition: the enum `NewEnum`"),
    "turned": (PART, enum("a"), "breaking: the model `Turned` is of another kind: enum"),
    "strict": (fields(), fields("id", id=NUMBER), "breaking: `Strict.id` (`int`) is new and required"),
    "closed": (PART, PART | {"additionalProperties": False}),
    "kinds": (
        fields(kind=enum("red", "green"), unnamed=enum("1 a", "2 b")),
        fields(kind=enum("green", "blue"), unnamed=enum("1 a", "3 c")),
        "breaking: `KindsKind.RED` is gone",
        "breaking: `KindsUnnamed.VALUE_1` is `'3 c'`, was `'2 b'`",
        "addition: `KindsKind.BLUE` (`'blue'`)",
    ),
    "sent": (OLD, NEW, "addition: `Sent.may` is no longer required"),
    "received": (OLD, NEW, "breaking: `Received.may` is no longer required: it may be missing from an answer"),
    "both": (OLD, NEW, "breaking: `Both.may` is no longer required: it may be missing from an answer"),
}
EXPECTED = [
    *(
        line.format(f"{name.partition('#')[0]}.{name.replace('#', '_')}")
        for name, (_, _, *told) in OPERATIONS.items()
        for line in told
    ),
    *(line for _, _, *told in SCHEMAS.values() for line in told),
    *(
        f"{severity}: `{model}.{name}` {words}"
        for name, (_, _, words, *severities) in FIELDS.items()
        for model, severity in zip(("Sent", "Received", "Both"), severities, strict=True)
    ),
]


def side(number: int) -> Json:
    """The document before (0) or after (1)."""
    paths: Json = {}
    for name, each in OPERATIONS.items():
        if each[number] is not None:
            node = operation(name, schema=ref("part"), tag=name.partition("#")[0]) | each[number]
            paths[node.pop("path", f"/{name.replace('#', '/')}")] = {"post": node}
    whole = document(paths, {name: each[number] for name, each in SCHEMAS.items() if each[number] is not None})
    key = {"type": "apiKey", "name": "X-Api-Key", "in": "header"}
    schemes = {"apiKey": key, "sameKey": key, "bearer": {"type": "http", "scheme": "bearer"}}
    whole["components"]["securitySchemes"] = schemes
    return whole


def reworded(node: Any, names: bool = False) -> Any:
    """The same document with other words, and its keys in another order."""
    if isinstance(node, dict):
        words = {"description": "Said otherwise."} if not names and {"description", "type"} & node.keys() else {}
        turned = {key: reworded(node[key], key in ("properties", "schemas")) for key in reversed(node)}
        return turned | words
    return [reworded(each) for each in node] if isinstance(node, list) else node


# What the wrapper does not send is told all the same.
ACCEPTED = "\nunsupported:\n  POST /keys/other security: tried\n  POST /keys/undefined security: tried\n"


def generated(folder: Path, content: Json) -> Path:
    config = folder / "config.yml"
    config.write_text(CONFIG_FILE.read_text(encoding="utf-8") + ACCEPTED, encoding="utf-8")
    generate(written(folder, content), folder / "things_api", config)
    return folder / "things_api"


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return generated(tmp_path_factory.mktemp("before"), side(0))


@pytest.fixture(scope="module")
def after(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return generated(tmp_path_factory.mktemp("after"), side(1))


@pytest.fixture(scope="module")
def changes(before: Path, after: Path) -> list[Change]:
    return report(before, after)


# --- what is told of them


def test_each_change_is_told_once_with_its_severity_and_nothing_else(changes: list[Change]) -> None:
    assert sorted(f"{change.severity}: {change.text}" for change in changes) == sorted(EXPECTED)
    assert [change for change in changes if f"`{change.where}`" not in change.text] == []


def test_each_kind_has_a_name_for_programs(changes: list[Change]) -> None:
    assert {change.kind for change in changes} == {
        *("operation-added", "operation-removed", "operation-renamed", "operation-moved", "operation-deprecated"),
        *("argument-added", "argument-removed", "argument-required", "argument-optional", "argument-retyped"),
        *("argument-default", "argument-moved", "answer-retyped", "response-added", "response-removed"),
        *("security-changed", "model-added", "model-removed", "enum-added", "enum-removed", "class-retyped"),
        *("field-added", "field-removed", "field-required", "field-optional", "field-retyped"),
        *("enum-value-added", "enum-value-removed", "enum-value-retyped"),
    }


def test_additions_backwards_are_removals(before: Path, after: Path, changes: list[Change]) -> None:
    added = {each.where for each in changes if each.kind.endswith("-added") and each.kind != "response-added"}
    assert added <= {each.where for each in breaking(report(after, before))}


def test_other_words_and_another_order_change_nothing(after: Path, tmp_path: Path) -> None:
    same = generated(tmp_path, reworded(side(1)))
    assert (same / "models" / "both.py").read_bytes() != (after / "models" / "both.py").read_bytes()
    assert report(after, same) == []


def test_what_the_comparison_does_not_know_is_found_by_griffe(before: Path, tmp_path: Path) -> None:
    edited = tmp_path / before.name
    shutil.copytree(before, edited)
    for name, old, new in [
        ("client.py", "def with_cookies(", "def with_other_cookies("),
        ("models/part.py", "def to_dict(", "def to_other("),
        ("api/things/things_same.py", "def sync(", "def sync_now("),
    ]:
        source = (edited / name).read_text()
        assert old in source
        (edited / name).write_text(source.replace(old, new))
    assert {change.text for change in report(before, edited)} == {
        "`client.Client.with_cookies`: it is gone",
        "`client.AuthenticatedClient.with_cookies`: it is gone",
        "`models.part.Part.to_dict`: it is gone",
        "`api.things.things_same.sync`: it is gone",
    }


def test_what_is_not_the_client_of_its_document_is_refused(before: Path, tmp_path: Path) -> None:
    edited = tmp_path / before.name
    shutil.copytree(before, edited)
    (edited / "openapi.yaml").write_text(json.dumps(document({})))
    with pytest.raises(Failure, match=r"the document has no POST /.*; run `make generate`"):
        report(before, edited)
    with pytest.raises(Failure, match="is not a Python package"):
        report(before, tmp_path)


def test_people_get_a_list_for_the_changelog_with_what_breaks_first_and_programs_json() -> None:
    some = [
        Change("breaking", "field-removed", "D.d", "`D.d` is gone"),
        Change("addition", "field-added", "C.e", "`C.e` (`str`)"),
        Change("note", "status-removed", "B.b", "`B.b` no longer declares the answer 404"),
    ]
    assert render(in_order(some[::-1])).splitlines() == [
        "- **Breaking:** `D.d` is gone.",
        "- Added: `C.e` (`str`).",
        "- Note: `B.b` no longer declares the answer 404.",
    ]
    whole = {"since": "v1.0", "breaking": 1, "changes": [vars(change) for change in some]}
    assert json.loads(render(some, "json", "v1.0")) == whole
    assert render([], "text", "v1.0") == "Nothing changes for callers since v1.0."
    assert json.loads(render([], "json", "v1.0")) == {"since": "v1.0", "breaking": 0, "changes": []}
