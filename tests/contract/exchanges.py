"""What can go over the wire for an operation, made from the spec: arguments, request bodies and responses."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import wraps
from http import HTTPStatus
from typing import Any, TypeVar

import httpx

from tests.contract.agreement import argument, arguments, differences
from tests.contract.edge_cases import NoValue, edge_cases, full
from tests.contract.generated import argument_name, endpoint, options
from tests.contract.schemas import accepts, branches, is_model, kinds, plain
from tests.contract.subject import SPEC
from tools.spec import Json, Operation, ref_name, resolve
from tools.spec.examples import of

T = TypeVar("T")
Values = list[tuple[Json, Any]]
"""Parameters, each with a value."""
TEXTS = ["a&b=c+d#e%f g[h]/i?j;k:l@m,n%41", "ünïcode ✓ 日本 😀", " ", "+", "%", "null", "true"]


def text(value: Any) -> str:
    """A scalar in a URL or header."""
    return json.dumps(value) if isinstance(value, bool) else str(value)


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


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
    headers: dict[str, str]
    media_type: str = ""
    """Empty for a response without content."""
    schema: Any = None
    value: Any = None

    @property
    def kind(self) -> str:
        """`json`, `text`, `bytes` or `nothing`: how the content is to be read."""
        return kind_of(self.media_type) if self.media_type else "nothing"

    def response(self) -> httpx.Response:
        """The response itself; each call makes a new one."""
        headers = {**self.headers, **({"Content-Type": self.media_type} if self.media_type else {})}
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
    if _is_free(parameter):
        return {"first": "one", "second": "two"}
    value = full(_schema(parameter), parameter["name"], drop="readOnly")
    if isinstance(value, list) and delimiter(parameter):
        # An item with the sign that stands between two is refused.
        value = [each.replace(delimiter(parameter), "-") if isinstance(each, str) else each for each in value]
    return value


def _is_free(parameter: Json) -> bool:
    node = plain(_schema(parameter))
    return node.get("type") == "object" and not node.get("properties")


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
    if parameter.get("style") == "deepObject" and _is_free(parameter):
        return [usual, {"k": "v", "other key": "a&b=c+d [e]"}, {"": ["a", "b", "ü &="]}, {"k": True}]
    if usual and isinstance(usual, dict):
        return [usual]
    found = [value for _, value in edge_cases(_schema(parameter), parameter["name"], drop="readOnly")]
    # What is empty is not sent.
    found = [value for value in found if value not in (None, [], "")]
    if place != "query":
        # Headers and cookies hold only plain text.
        found = [value for value in found if not isinstance(value, str) or (value.isascii() and value.isprintable())]
    elif sign := delimiter(parameter):
        found = [value for value in found if not any(sign in text(each) for each in listed(value))]
    if declared == "integer":
        found += [0, -1, 2**31, -(2**63), 10**18]
    if declared == "string" and place in ("query", "path"):
        found += [*TEXTS, "", ".."] if place == "query" else TEXTS
    return found


def _schema(parameter: Json) -> Any:
    if "schema" in parameter:
        return _as_text(parameter["schema"])
    return next(iter(parameter["content"].values())).get("schema", {})


def _as_text(schema: Any) -> Any:
    """What may be anything is text in a parameter; no other value is said to be written in any one way."""
    node = plain(schema)
    if kinds(node) == ["array"]:
        return {**node, "items": _as_text(node.get("items", {}))}
    return {**node, "type": "string"} if kinds(node) == ["any"] and not branches(node) else schema


@once
def required_values(operation: Operation) -> Values:
    return [(each, parameter_value(each)) for each in operation.parameters if each.get("required")]


@once
def all_values(operation: Operation) -> Values:
    return [(each, parameter_value(each)) for each in operation.parameters]


def keyword_arguments(operation: Operation, values: Values, body: Body | None) -> Json:
    """Keyword arguments of the generated function."""
    named = [(argument_name(operation, parameter), data) for parameter, data in values]
    found = {name: argument(endpoint(operation).annotations[name], data) for name, data in named}
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
    return [
        Body(f"{media_type} {name}", media_type, media.get("schema", {}), value)
        for media_type, media in ((operation.request_body or {}).get("content") or {}).items()
        for name, value in _contents(media, drop="readOnly")
        if kind_of(media_type) == "json" or _is_flat(value)
    ]


def _contents(media: Json, drop: str, is_brief: bool = False) -> Iterator[tuple[str, Any]]:
    """The examples of a media type, and the edge cases of its schema, by name."""
    # A client is not to be judged by an example that contradicts its schema; test_spec tells of those.
    right = (each for each in of(SPEC, media) if accepts(each.schema, each.value))
    yield from (("/".join(map(str, each.keys)), each.value) for each in right)
    yield from edge_cases(media.get("schema") or {}, drop=drop, is_brief=is_brief)


def _is_flat(value: Any) -> bool:
    """Whether a form can hold the value."""
    return not isinstance(value, dict) or not any(
        each is None or isinstance(each, dict | list) for each in value.values()
    )


@once
def full_body(operation: Operation) -> Body | None:
    """The whole of the first declared request body; None where none is declared."""
    for media_type, media in ((operation.request_body or {}).get("content") or {}).items():
        schema = media.get("schema", {})
        return Body(f"{media_type} full", media_type, schema, full(schema, "body", drop="readOnly"))
    return None


def required_body(operation: Operation) -> Body | None:
    return full_body(operation) if (operation.request_body or {}).get("required") else None


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


def first_success(operation: Operation) -> Canned:
    """A documented success with all its headers, else whatever is documented."""
    return min(canned_responses(operation), key=lambda each: each.status >= 300)


def _canned(operation: Operation, declared: str, node: Json) -> Iterator[Canned]:
    status, headers = concrete_status(operation, declared), _headers(node)
    # The client reads the first media type that it knows.
    content = node.get("content") or {}
    media_type = next((each for each in content if kind_of(each) != "unknown"), None)
    if media_type is None:
        yield Canned(f"{declared} empty", status, headers)
        return
    # What no schema tells of may be anything.
    schema = content[media_type].get("schema") or {}
    if kind_of(media_type) != "json":
        yield Canned(f"{declared} {media_type}", status, headers, media_type, schema, "some text")
        return
    # A component's model is tested by itself at every edge case; here it matters that it is this model.
    is_brief = ref_name(schema) is not None and is_model(schema)
    for number, (name, value) in enumerate(_contents(content[media_type], drop="writeOnly", is_brief=is_brief)):
        # Declared headers are optional as a rule; every second response does without those.
        sent = headers if number % 2 == 0 else _headers(node, only_required=True)
        yield Canned(f"{declared} {name}", status, sent, media_type, schema, value)


def concrete_status(operation: Operation, declared: str) -> int:
    """A status code that the declared one stands for, and no other."""
    if declared.isdigit():
        return int(declared)
    others = operation.responses.keys() - {declared}
    for status in map(int, HTTPStatus):
        suits = status >= 400 if declared == "default" else str(status)[0] == declared[0]
        if suits and status != 204 and not {str(status), f"{status // 100}XX"} & others:
            return status
    raise AssertionError(f"{operation}: no status is left for {declared}")


def _headers(node: Json, only_required: bool = False) -> dict[str, str]:
    declared = {name: resolve(SPEC, header) for name, header in (node.get("headers") or {}).items()}
    return {
        name: text(full(header.get("schema", {}), name))
        for name, header in declared.items()
        if name.lower() != "content-type" and (header.get("required") or not only_required)
    }


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
