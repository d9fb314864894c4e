"""What the wrapper needs of the spec is still there; each failure says in one line what moved, and who needs it."""

from __future__ import annotations

import ast
import json
from typing import Any

import pytest

from beyondwords._core.operations import LIMIT, OFFSET
from beyondwords._core.origin import DEFAULT_BASE_URL
from beyondwords._core.paging import LIMIT_HEADER, OFFSET_HEADER, TOTAL_HEADER
from tests.contract.generated import models, package_file
from tests.contract.schemas import kinds, plain
from tests.contract.subject import IS_PUBLISHED, OPERATIONS, SPEC
from tests.contract.wrapper_uses import Use, uses
from tests.contract.wrapper_uses import models as used_models
from tools.spec import Json, Operation

pytestmark = pytest.mark.skipif(not IS_PUBLISHED, reason="the wrapper is made for the published spec")

USES = uses()
GENERATED: Json = json.loads(package_file("operations.json"))["operations"]
# A module that is gone is told once, by the first test.
PRESENT = [use for use in USES if use.key in GENERATED]
LISTS = [use for use in PRESENT if use.way == "paginate"]
API_KEY = {"type": "apiKey", "name": "X-Api-Key", "in": "header"}

# What the README, the command line and `parse_timestamp` show and read of a track.
FIELDS = {
    "BackgroundTrack": {
        "id": "int",
        "name": "str",
        "volume": "int",
        "project": "BackgroundTrackProject | None",
        "media": "BackgroundTrackMedia",
        "created": "str",
        "updated": "str",
    },
    "BackgroundTrackProject": {"id": "int", "name": "str"},
    "BackgroundTrackMedia": {"url": "str", "duration": "int"},
}
# What `_core/error_bodies.py` makes the text and the fields of an error from.
ERROR_FIELDS = {
    "Error": {"code": "int", "message": "str", "errors": "list[ErrorErrorsItem] | None"},
    "ErrorErrorsItem": {"location": "str", "message": "str"},
}
READERS = [
    (name, field, wanted, reader)
    for models_read, reader in (
        (FIELDS, "the README, the command line or our users read it"),
        (ERROR_FIELDS, "wrapper/beyondwords/_core/error_bodies.py reads it"),
    )
    for name, fields in models_read.items()
    for field, wanted in fields.items()
]

by_use = pytest.mark.parametrize("use", PRESENT, ids=str)
by_list = pytest.mark.parametrize("use", LISTS, ids=str)


def operation(use: Use) -> Operation:
    entry = GENERATED[use.key]
    return next(each for each in OPERATIONS if (each.method, each.path) == (entry["method"], entry["path"]))


def signature(use: Use) -> dict[str, tuple[str, bool]]:
    """Argument of the generated function to its annotation and whether it must be given."""
    tree = ast.parse(package_file(f"api/{use.key.replace('.', '/')}.py"))
    function = next(node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == "_get_kwargs")
    given = function.args
    positional = [(each, None) for each in given.args]
    keyword = list(zip(given.kwonlyargs, given.kw_defaults, strict=True))
    return {
        each.arg: (ast.unparse(each.annotation) if each.annotation else "Any", default is None)
        for each, default in [*positional, *keyword]
    }


def require(condition: bool, message: str) -> None:
    """Fail with the message alone: how it was found out does not help whoever maintains the wrapper."""
    if not condition:
        pytest.fail(message, pytrace=False)


def names(annotation: str) -> set[str]:
    return {node.id for node in ast.walk(ast.parse(annotation)) if isinstance(node, ast.Name)} - {"Unset"}


# --- operations and their parameters


def test_the_wrapper_uses_operations() -> None:
    # Guards the tests below, which are silent about what they do not find.
    assert "background_tracks.background_tracks_index" in [use.key for use in USES]
    assert {each.name for use in USES for each in use.arguments} >= {"filter_name", "filter_custom", "filter_scopes"}


@pytest.mark.parametrize("use", USES, ids=str)
def test_operation_is_there_under_its_name(use: Use) -> None:
    tag = use.key.partition(".")[0]
    others = [f"{key} ({entry['method']} {entry['path']})" for key, entry in GENERATED.items()]
    near = [each for each in others if each.startswith(f"{tag}.")] or others
    require(
        use.key in GENERATED,
        f"the operation {use.key} is gone or renamed; there is {', '.join(near[:5])}: change wrapper/{use.where}",
    )


@by_use
def test_arguments_are_there(use: Use) -> None:
    known = signature(use)
    gone = [each.name for each in use.arguments if each.name not in known]
    require(not gone, f"{operation(use)} no longer takes {', '.join(gone)}, which wrapper/{use.where} passes to it")


@by_use
def test_arguments_are_of_the_same_type(use: Use) -> None:
    known = signature(use)
    for each in use.arguments:
        annotation, _ = known.get(each.name, ("", False))
        accepted = names(annotation or "Any")
        accepted |= {"int"} if "float" in accepted else set()
        require(
            each.scalars <= accepted or "Any" in accepted,
            f"{operation(use)} now takes {annotation} for {each.name}, but wrapper/{use.where} "
            f"passes {' | '.join(sorted(each.scalars))}",
        )


@by_use
def test_nothing_else_is_required(use: Use) -> None:
    passed = {each.name for each in use.arguments if not each.may_be_unset}
    missing = [name for name, (_, required) in signature(use).items() if required and name not in passed]
    require(not missing, f"{operation(use)} now requires {', '.join(missing)}, which wrapper/{use.where} may leave out")


def test_scopes_are_a_free_form_deep_object() -> None:
    found = [each for one in OPERATIONS for each in one.parameters if each["name"] == "filter[scopes]"]
    free = [
        each.get("style") == "deepObject" and kinds(plain(each.get("schema"))) == ["object"]
        for each in found
        if not plain(each.get("schema")).get("properties")
    ]
    require(
        free == [True] * len(found),
        f"filter[scopes] is no longer a free-form deepObject but {[each.get('schema') for each in found]}: "
        "change scopes_query in wrapper/beyondwords/_core/arguments.py",
    )


# --- pages


@by_list
def test_list_takes_limit_and_offset(use: Use) -> None:
    gone = [name for name in (LIMIT, OFFSET) if name not in GENERATED[use.key]["query"]]
    require(
        not gone,
        f"{operation(use)} no longer takes {' and '.join(gone)}: did pagination move? "
        f"wrapper/{use.where} walks its pages",
    )


@by_list
def test_list_answers_with_a_list(use: Use) -> None:
    content = operation(use).responses.get("200", {}).get("content") or {}
    found = [kinds(plain((media or {}).get("schema"))) for media in content.values()]
    require(
        found == [["array"]],
        f"{operation(use)} no longer answers with a JSON list but with {found}: did the rows and the totals move "
        "into an object? The pager (wrapper/beyondwords/_async/pager.py) reads rows from the body, totals from headers",
    )


@by_list
def test_list_declares_its_totals_in_headers(use: Use) -> None:
    declared = {name.lower() for name in operation(use).responses.get("200", {}).get("headers") or {}}
    gone = [name for name in (LIMIT_HEADER, OFFSET_HEADER, TOTAL_HEADER) if name.lower() not in declared]
    require(
        not gone,
        f"{operation(use)} no longer declares {', '.join(gone)}: did pagination move to the body? "
        "wrapper/beyondwords/_core/paging.py reads these headers",
    )


# --- models


@pytest.mark.parametrize(("name", "file"), used_models().items())
def test_model_is_there_under_its_name(name: str, file: str) -> None:
    require(name in models(), f"the model {name} is gone or renamed; wrapper/{file} imports it")


@pytest.mark.parametrize(("name", "field", "wanted", "reader"), READERS)
def test_field_is_there_with_its_type(name: str, field: str, wanted: str, reader: str) -> None:
    model: Any = models().get(name)
    types = {each.name: str(each.type) for each in model.__attrs_attrs__} if model is not None else {}
    require(field in types, f"{name}.{field} is gone; {reader} ({wanted})")
    require(
        names(types[field]) == names(wanted),
        f"{name}.{field} was {wanted} and is now {types[field]}; {reader}",
    )


# --- where to, and with which key


@by_use
def test_key_goes_into_the_header_the_wrapper_sets(use: Use) -> None:
    schemes = (SPEC.get("components") or {}).get("securitySchemes") or {}
    wanted = operation(use).node.get("security", SPEC.get("security")) or []
    ways = [[schemes.get(name, {}) for name in way] for way in wanted]
    require(
        any(len(way) == 1 and way[0].items() >= API_KEY.items() for way in ways),
        f"{operation(use)} no longer takes the key in the header X-Api-Key but {ways}: "
        "wrapper/beyondwords/_async/session.py sets that header",
    )


def test_server_is_the_one_the_wrapper_calls() -> None:
    servers = [server["url"].rstrip("/") for server in SPEC.get("servers") or []]
    require(
        DEFAULT_BASE_URL in servers,
        f"the server is now {', '.join(servers)}: change DEFAULT_BASE_URL in wrapper/beyondwords/_core/origin.py",
    )
