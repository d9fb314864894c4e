"""operations.json says of the spec and of the generated code what they are."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.contract.corners import corners, full
from tests.contract.exchanges import canned_responses
from tests.contract.generated import argument_name, endpoint, endpoints, package_file
from tests.contract.schemas import kinds, plain
from tests.contract.subject import OPERATIONS, SPEC_FILE
from tools.spec import Json, Operation

CONTENTS: Json = json.loads(package_file("operations.json"))
by_operation = pytest.mark.parametrize("operation", OPERATIONS, ids=str)


def _entry(operation: Operation) -> Json:
    entry: Json = CONTENTS["operations"][endpoint(operation).key]
    return entry


def _success(operation: Operation) -> dict[str, Json]:
    return {
        status: response
        for status, response in operation.responses.items()
        if status.startswith("2") or status == "default"
    }


def test_it_lists_exactly_the_generated_functions() -> None:
    assert sorted(CONTENTS["operations"]) == [each.key for each in endpoints()]


@by_operation
def test_it_names_the_operation(operation: Operation) -> None:
    entry = _entry(operation)
    assert (entry["method"], entry["path"]) == (operation.method, operation.path)
    assert entry["operation_id"] == operation.operation_id


@by_operation
def test_each_query_name_leads_to_its_argument(operation: Operation) -> None:
    wanted = {each["name"]: argument_name(operation, each) for each in operation.parameters if each["in"] == "query"}
    assert _entry(operation)["query"] == wanted


@by_operation
def test_it_has_the_declared_successes(operation: Operation) -> None:
    assert _entry(operation)["responses"].keys() == _success(operation).keys()


FORMS = [
    pytest.param(operation, status, id=f"{operation} {status}")
    for operation in OPERATIONS
    for status in _success(operation)
]


def _json_schema(operation: Operation, status: str) -> Any:
    """The schema of the JSON that the client reads; None where there is none."""
    canned = next(each for each in canned_responses(operation) if each.name.startswith(f"{status} "))
    return canned.schema if canned.kind == "json" else None


@pytest.mark.parametrize(("operation", "status"), FORMS)
def test_form_fits_every_valid_response(operation: Operation, status: str) -> None:
    form = _entry(operation)["responses"][status]
    for canned in canned_responses(operation):
        if canned.name.startswith(f"{status} "):
            assert fits(form, canned.value), f"{canned.name}: {canned.value}"
    schema = _json_schema(operation, status)
    item = plain(schema).get("items")
    for corner in corners(item or schema, drop="writeOnly") if schema else []:
        value = [corner.value] if item else corner.value
        assert fits(form, value), f"{corner.name}: {value}"


@pytest.mark.parametrize(("operation", "status"), FORMS)
def test_form_knows_the_container(operation: Operation, status: str) -> None:
    schema = _json_schema(operation, status)
    form = _entry(operation)["responses"][status]
    if schema is None or kinds(plain(schema)) not in (["array"], ["object"]):
        return
    other: Any = {} if kinds(plain(schema)) == ["array"] else []
    assert not fits(form, other)
    assert not fits(form, "text")


@pytest.mark.parametrize(("operation", "status"), FORMS)
def test_form_knows_required_fields(operation: Operation, status: str) -> None:
    schema = _json_schema(operation, status)
    node = plain(schema)
    in_list = kinds(node) == ["array"]
    item = node.get("items") if in_list else schema
    for name in plain(item).get("required", ()):
        value = {key: each for key, each in full(item, drop="writeOnly").items() if key != name}
        assert not fits(_entry(operation)["responses"][status], [value] if in_list else value), name


@pytest.mark.parametrize(("operation", "status"), FORMS)
def test_form_knows_the_containers_inside(operation: Operation, status: str) -> None:
    schema = _json_schema(operation, status)
    node = plain(schema)
    in_list = kinds(node) == ["array"]
    item = node.get("items") if in_list else schema
    for name, inner in plain(item).get("properties", {}).items():
        if kinds(plain(inner)) in (["array"], ["object"]):
            value = {**full(item, drop="writeOnly"), name: "text"}
            assert not fits(_entry(operation)["responses"][status], [value] if in_list else value), name


def test_every_reference_in_a_form_leads_to_a_schema() -> None:
    assert set(_references(CONTENTS)) == CONTENTS["schemas"].keys()


def test_the_spec_beside_it_is_the_one_generated_from() -> None:
    assert package_file("openapi.yaml") == SPEC_FILE.read_text(encoding="utf-8")


def _references(node: Any) -> list[str]:
    if isinstance(node, dict):
        own = [node["ref"]] if isinstance(node.get("ref"), str) else []
        return own + [name for value in node.values() for name in _references(value)]
    return [name for item in node for name in _references(item)] if isinstance(node, list) else []


def fits(form: Json | None, value: Any) -> bool:
    """Whether a JSON value has the form, as operations.json defines forms."""
    if form is None or (value is None and form.get("nullable")):
        return True
    if "ref" in form:
        return fits(CONTENTS["schemas"][form["ref"]], value)
    if "any" in form:
        return any(fits(branch, value) for branch in form["any"])
    if form["type"] == "array":
        return isinstance(value, list) and all(fits(form.get("items"), item) for item in value)
    if form["type"] == "object":
        return isinstance(value, dict) and _object_fits(form, value)
    return value is not None


def _object_fits(form: Json, value: Json) -> bool:
    properties = form.get("properties", {})
    declared = form.get("declared") or properties
    inner = {key: properties.get(key) for key in value} | {
        key: form.get("additional") for key in value if key not in declared
    }
    return all(name in value for name in form.get("required", ())) and all(
        fits(inner[key], each) for key, each in value.items()
    )
