"""What can go over the wire for an operation, made from the spec: arguments, request bodies and responses."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import wraps
from http import HTTPStatus
from typing import Any, TypeVar

import httpx

from tests.contract import examples
from tests.contract.agreement import argument, arguments, differences
from tests.contract.edge_cases import NoValue, edge_cases, full
from tests.contract.examples import Example
from tests.contract.generated import argument_name, endpoint, options
from tests.contract.schemas import accepts, branches, is_model, kinds, plain
from tests.contract.subject import SPEC
from tools.spec import Json, Operation, ref_name, resolve

T = TypeVar("T")
Values = list[tuple[Json, Any]]
"""Parameters, each with a value."""
TEXTS = ["a&b=c+d#e%f g[h]/i?j;k:l@m,n%41", "ünïcode ✓ 日本 😀", " ", "+", "%", "null", "true"]


def text(value: Any) -> str:
    """A scalar in a URL or header."""
    return json.dumps(value) if isinstance(value, bool) else str(value)


@dataclass(frozen=True)
class Body:
    """One way to fill the request body of an operation."""

    name: str
    media_type: str
    schema: Any
    value: Any


@dataclass(frozen=True)
class Canned:
    """A response that the spec documents."""

    name: str
    status: int
    media_type: str | None
    """None for a response without content."""
    schema: Any
    value: Any
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def kind(self) -> str:
        """`json`, `text`, `bytes` or `nothing`: how the content is to be read."""
        return kind_of(self.media_type) if self.media_type else "nothing"

    def response(self) -> httpx.Response:
        """The response itself; each call makes a new one."""
        headers = dict(self.headers)
        if self.media_type:
            headers["Content-Type"] = self.media_type
        return httpx.Response(self.status, headers=headers, content=self.content())

    def content(self) -> bytes:
        if self.kind == "json":
            return json.dumps(self.value).encode()
        return b"" if self.value is None else str(self.value).encode()


def once(make: Callable[[Operation], T]) -> Callable[[Operation], T]:
    """Make it once for each operation: to make up values takes longer than to send them."""
    made: dict[str, T] = {}

    @wraps(make)
    def cached(operation: Operation) -> T:
        if str(operation) not in made:
            made[str(operation)] = make(operation)
        return made[str(operation)]

    return cached


def parameter_value(parameter: Json) -> Any:
    """A valid value of the parameter."""
    schema = _schema(parameter)
    node = plain(schema)
    if node.get("type") == "object" and not node.get("properties"):
        return {"first": "one", "second": "two"}
    value = full(schema, parameter["name"], drop="readOnly")
    if isinstance(value, list) and delimiter(parameter):
        # An item with the sign that stands between two is refused.
        value = [each.replace(delimiter(parameter), "-") if isinstance(each, str) else each for each in value]
    return value


def delimiter(parameter: Json) -> str:
    """What joins the items of a list that is sent in one piece."""
    style = parameter.get("style", "form")
    signs = {"form": ",", "spaceDelimited": " ", "pipeDelimited": "|"}
    return "" if parameter.get("explode", style == "form") else signs.get(style, "")


def argument_cases(operation: Operation) -> Iterator[tuple[str, tuple[Json, Any]]]:
    """Every value worth trying of each parameter."""
    for parameter in operation.parameters:
        for value in _argument_values(parameter):
            if accepts(parameter.get("schema", {}), value):
                yield f"{parameter['name']}={value!r}", (parameter, value)


def _argument_values(parameter: Json) -> list[Any]:
    usual, place, declared = parameter_value(parameter), parameter["in"], plain(parameter.get("schema")).get("type")
    if parameter.get("style") == "deepObject" and not plain(parameter["schema"]).get("properties"):
        return [usual, {"k": "v", "other key": "a&b=c+d [e]"}, {"": ["a", "b", "ü &="]}, {"k": True}]
    if usual and isinstance(usual, dict):
        return [usual]
    found = [each.value for each in edge_cases(_schema(parameter), parameter["name"], drop="readOnly")]
    # What is empty is not sent.
    found = [value for value in found if value not in (None, [], "")]
    if place != "query":
        # Headers and cookies hold only plain text.
        found = [value for value in found if not isinstance(value, str) or (value.isascii() and value.isprintable())]
    elif sign := delimiter(parameter):
        found = [value for value in found if not any(sign in text(each) for each in _listed(value))]
    if declared == "integer":
        found += [0, -1, 2**31, -(2**63), 10**18]
    if declared == "string" and place in ("query", "path"):
        found += [*TEXTS, "", ".."] if place == "query" else TEXTS
    return found


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _schema(parameter: Json) -> Any:
    if "schema" in parameter:
        return _as_text(parameter["schema"])
    return next(iter(parameter["content"].values())).get("schema", {})


def _as_text(schema: Any) -> Any:
    """What may be anything is text in a parameter; no other value is said to be written in any one way."""
    node = plain(schema)
    if kinds(node) == ["array"]:
        return {**node, "items": _as_text(node.get("items", {}))}
    unsaid = kinds(node) == ["any"] and not branches(node) and not node.keys() & {"enum", "const"}
    return {**node, "type": "string"} if unsaid else schema


@once
def required_values(operation: Operation) -> Values:
    return [(each, parameter_value(each)) for each in operation.parameters if each.get("required")]


@once
def all_values(operation: Operation) -> Values:
    return [(each, parameter_value(each)) for each in operation.parameters]


def keyword_arguments(operation: Operation, values: Values, body: Body | None) -> Json:
    """Keyword arguments of the generated function."""
    annotations = endpoint(operation).annotations
    found: Json = {}
    for parameter, data in values:
        name = argument_name(operation, parameter)
        found[name] = argument(annotations[name], data)
    return found if body is None else {**found, "body": body_argument(operation, body)}


def body_argument(operation: Operation, body: Body) -> Any:
    """The generated type's value for a body; of several bodies the one that is sent as the wanted media type."""
    target = endpoint(operation)
    required = keyword_arguments(operation, required_values(operation), None)
    found = arguments(target.annotations["body"], body.value)
    if kind_of(body.media_type) == "json":
        # An alternative may take what another one is meant for, and keep it unread.
        found = iter(sorted(found, key=lambda value: len(differences(body.schema, body.value, value))))
    for value in found:
        kwargs = target.module._get_kwargs(**required, body=value)
        # httpx makes the boundary, and with it the header, of a multipart body.
        sent = "multipart/form-data" if "files" in kwargs else kwargs["headers"]["Content-Type"]
        if _essence(sent) == _essence(body.media_type):
            return value
    raise AssertionError(f"{operation}: no argument stands for the {body.media_type} body {body.value!r}")


@once
def bodies(operation: Operation) -> list[Body]:
    """The edge cases of every declared request body."""
    found = []
    for media_type, media in ((operation.request_body or {}).get("content") or {}).items():
        schema = media.get("schema", {})
        for example in _right_examples(media):
            found.append(Body(f"{media_type} {example.where.strip('/')}", media_type, schema, example.value))
        for edge_case in edge_cases(schema, "body", drop="readOnly"):
            if kind_of(media_type) != "json" and not _is_flat(edge_case.value):
                continue
            found.append(Body(f"{media_type} {edge_case.name}", media_type, schema, edge_case.value))
    return found


def _right_examples(media: Json) -> Iterator[Example]:
    # A client is not to be judged by one that contradicts its schema; test_spec tells of those.
    return (example for example in examples.of(media) if accepts(example.schema, example.value))


def _is_flat(value: Any) -> bool:
    """Whether a form can hold the value."""
    return not isinstance(value, dict) or not any(
        each is None or isinstance(each, dict | list) for each in value.values()
    )


@once
def full_body(operation: Operation) -> Body | None:
    """The whole of the first declared request body; None where none is declared."""
    content = (operation.request_body or {}).get("content") or {}
    for media_type, media in content.items():
        schema = media.get("schema", {})
        return Body(f"{media_type} full", media_type, schema, full(schema, "body", drop="readOnly"))
    return None


def required_body(operation: Operation) -> Body | None:
    needed = operation.request_body is not None and operation.request_body.get("required")
    return full_body(operation) if needed else None


@once
def canned_responses(operation: Operation) -> list[Canned]:
    """Every documented response, with each of its examples and each edge case of its schema."""
    found: list[Canned] = []
    for status, node in operation.responses.items():
        try:
            found += _canned(operation, status, node)
        except NoValue as error:
            raise NoValue(f"{operation} response {status}: {error}") from None
    return found


@once
def first_success(operation: Operation) -> Canned:
    """A documented success with all its headers, else whatever is documented."""
    success = next((each for each in canned_responses(operation) if each.status < 300), None)
    return success or canned_responses(operation)[0]


def _canned(operation: Operation, declared: str, node: Json) -> Iterator[Canned]:
    status = concrete_status(operation, declared)
    headers = _headers(node)
    media_type = _read_media_type(node)
    if media_type is None:
        yield Canned(f"{declared} empty", status, None, None, None, headers)
        return
    media = node["content"][media_type]
    # What no schema tells of may be anything.
    schema = media.get("schema") or {}
    if kind_of(media_type) != "json":
        yield Canned(f"{declared} {media_type}", status, media_type, schema, "some text", headers)
        return
    for example in _right_examples(media):
        yield Canned(f"{declared} {example.where.strip('/')}", status, media_type, schema, example.value, headers)
    # A component's model is tested by itself at every edge case; here it matters that it is this model.
    is_brief = ref_name(schema) is not None and is_model(schema)
    for number, edge_case in enumerate(edge_cases(schema, "", drop="writeOnly", is_brief=is_brief)):
        # Declared headers are optional as a rule; every second response does without those.
        sent = headers if number % 2 == 0 else _headers(node, only_required=True)
        yield Canned(f"{declared} {edge_case.name}", status, media_type, schema, edge_case.value, sent)


def concrete_status(operation: Operation, declared: str) -> int:
    """A status code that the declared one stands for, and no other."""
    if declared.isdigit():
        return int(declared)
    taken = {int(status) for status in operation.responses if status.isdigit()}
    ranges = {status[0] for status in operation.responses if status.endswith("XX")}
    for status in map(int, HTTPStatus):
        if declared == "default":
            suits = status >= 400 and str(status)[0] not in ranges
        else:
            suits = str(status)[0] == declared[0]
        if suits and status not in taken and status != 204:
            return status
    raise AssertionError(f"{operation}: no status is left for {declared}")


def _headers(node: Json, only_required: bool = False) -> dict[str, str]:
    declared = {name: resolve(SPEC, header) for name, header in (node.get("headers") or {}).items()}
    return {
        name: text(full(header.get("schema", {}), name))
        for name, header in declared.items()
        if name.lower() != "content-type" and (header.get("required") or not only_required)
    }


def _read_media_type(node: Json) -> str | None:
    # The client reads the first media type that it knows.
    content = node.get("content") or {}
    return next((each for each in content if kind_of(each) != "unknown"), None)


def kind_of(media_type: str) -> str:
    overrides = options().get("content_type_overrides") or {}
    essence = _essence(overrides.get(media_type, media_type))
    if essence == "application/json" or essence.endswith("+json"):
        return "json"
    if essence.startswith("text/"):
        return "text"
    return "bytes" if essence == "application/octet-stream" else "unknown"


def _essence(media_type: str) -> str:
    return media_type.partition(";")[0].strip().lower()
