"""What the generator gets instead of the published document: the same API under names good in Python.

Every step is mechanical, so a new operation needs no one to think of a name, and none changes the wire.
"""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from openapi_python_client import strings
from openapi_python_client.parser.errors import ParseError
from openapi_python_client.parser.openapi import Endpoint, generate_operation_id
from openapi_python_client.schema.untrusted_string import UntrustedString
from openapi_python_client.strings import ClassName, PythonIdentifier, pascal_case

from tools.generate.refusal import AS_A_CLASS, PLACE
from tools.spec import Json, Operation, operations
from tools.spec.schemas import is_null, is_nullable, types

# The generator's default `field_prefix`, for names that would not be Python's otherwise.
_PREFIX = "field_"
_SUFFIX = "Model"
_ROUNDS = 9
# Names the generated modules import or define themselves: a class of that name would hide them.
_FROM_PYTHON = {"Any", "BinaryIO", "Generator", "HTTPStatus", "IntEnum", "Mapping", "StrEnum", "T", "TextIO"}
_FROM_CLIENT = {"AuthenticatedClient", "Client", "File", "FileTypes", "Response", "UNSET", "Unset"}
_TAKEN = _FROM_PYTHON | _FROM_CLIENT | {"RequestFiles", "TypeVar", "UUID"}


def _keep_words_apart(value: str) -> str:
    """`filter[created][from]` as `filter created from `; the generator's own way joins the words."""
    return "".join(c if c.isidentifier() or c.isdecimal() or c in strings.DELIMITERS else " " for c in value)


# Every name that the generator makes goes through this one function.
strings.sanitize = _keep_words_apart
# What every generated class has itself.
strings.RESERVED_WORDS |= {"to_dict", "from_dict", "to_multipart", "additional_properties", "additional_keys"}

_sort_parameters = Endpoint.sort_parameters


def _keep_body_for_bodies(*, endpoint: Endpoint) -> Endpoint | ParseError:
    """Beside a body, a parameter `body` ends in its place, as one that is called `client` or `url` always does."""
    for place, parameter in endpoint.iter_all_parameters():
        if endpoint.bodies and parameter.python_name == "body":
            object.__setattr__(parameter, "python_name", PythonIdentifier(f"body_{place}", _PREFIX))
    return _sort_parameters(endpoint=endpoint)


Endpoint.sort_parameters = _keep_body_for_bodies  # type: ignore[method-assign]


def named(spec: Json, overrides: Json) -> Json:
    """A copy of the document for the generator; `overrides` are the `class_overrides` it will run with."""
    document: Json = copy.deepcopy(spec)
    # The generator documents an argument by its schema alone.
    for operation in operations(document):
        for parameter in operation.parameters:
            schema = parameter.get("schema")
            if parameter.get("description") and isinstance(schema, dict) and "$ref" not in schema:
                schema.setdefault("description", parameter["description"])
    found = list(_places(document, overrides))
    users = _class_users(found)
    for place in found:
        schema, enum = place.schema, place.schema.get("enum")
        # Every class is a public name, so it says what it is.
        if not (schema.get("description") or schema.get("title")):
            schema["description"] = f"`{place.name}` in the API's description."
        if place.numbered and "title" not in schema and users[_module_name(place.class_name)] == 1:
            schema["title"] = place.name
        # A nullable enum must list null for the generator, or the generated code fails on it.
        if enum and None not in enum and is_nullable(schema):
            enum.append(None)
    return document


def tell_apart(document: Json) -> None:
    """Where several classes would get one name, all lose their titles; if they still would, all but the first get
    numbers."""
    components = {id(schema) for schema in _component_schemas(document).values()}
    for number in range(1, _ROUNDS):
        # A component keeps its name.
        found = sorted(_places(document, {}), key=lambda place: id(place.schema) not in components)
        users = _class_users(found)
        first: dict[str, int] = {}
        for place in found:
            module = _module_name(place.class_name)
            is_first = first.setdefault(module, id(place.schema)) == id(place.schema)
            if users[module] > 1 and number == 1:
                place.schema.pop("title", None)
            elif users[module] > 1 and not is_first:
                place.schema["title"] = f"{place.name} {number}"


def class_places(document: Json, overrides: Json) -> dict[str, dict[str, None]]:
    """The module of each class of a document that is marked, and the places under which it is accepted as none."""
    found: dict[str, dict[str, None]] = {}
    for place in _places(document, overrides):
        if PLACE in place.schema:
            found.setdefault(_module_name(place.class_name), {})[f"{place.schema[PLACE]}{AS_A_CLASS}"] = None
    return found


def operation_name(operation: Operation) -> str:
    """The module the generator makes of an operation."""
    if operation.operation_id is None:
        path = UntrustedString(operation.path)
        return generate_operation_id(path=path, method=operation.method.lower(), prefix=_PREFIX)
    return PythonIdentifier(operation.operation_id, _PREFIX)


def module_name(operation: Operation) -> str:
    """`<tag package>.<module>`, below `beyondwords_api.api`."""
    package = PythonIdentifier(operation.tags[0] if operation.tags else "default", "tag")
    return f"{package}.{operation_name(operation)}"


def class_overrides(spec: Json, explicit: Json) -> Json:
    """The explicit overrides, and one for each `xxxModel` that can be called `Xxx` without a collision.

    And the other way round for one called like something that the generated modules import.
    """
    names = [_class_name(schema.get("title") or name) for name, schema in _component_schemas(spec).items()]
    kept = [name for name in names if name not in explicit]
    derived = {name: name.removesuffix(_SUFFIX) for name in kept if name.endswith(_SUFFIX)}
    derived |= {name: f"{name}{_SUFFIX}" for name in kept if name in _TAKEN}
    result = explicit | {
        name: {"class_name": short, "module_name": _module_name(short)}
        for name, short in derived.items()
        if short and short not in _TAKEN and _class_name(short) == short
    }
    # Another component may have the short name, and so may an inline schema: `TrackMedia` is a track's `media`.
    users = _class_users(_places(spec, result))
    return {
        name: entry
        for name, entry in result.items()
        if name in explicit or users[_module_name(entry["class_name"])] < 2
    }


def _class_name(text: str) -> str:
    return str(ClassName(text, _PREFIX))


def _module_name(class_name: str) -> str:
    return str(PythonIdentifier(class_name, _PREFIX))


def _component_schemas(spec: Json) -> Json:
    return (spec.get("components") or {}).get("schemas") or {}


@dataclass(frozen=True)
class _Place:
    """An inline schema that becomes a class, or a union of one with null."""

    schema: Json
    name: str
    """What it would be called if it could not be null."""
    class_name: str
    numbered: bool
    """The generator would give it a name with a number in it (`ProjectType0`)."""


def _class_users(places: Iterable[_Place]) -> Counter[str]:
    """How many classes want each module, for two in one file would silently become one.

    Two operations can share one response; it is still one class.
    """
    classes = {(id(place.schema), place.class_name) for place in places}
    return Counter(_module_name(class_name) for _, class_name in classes)


def _places(document: Json, overrides: Json) -> Iterator[_Place]:
    naming = _Naming({name: str(entry.get("class_name") or name) for name, entry in overrides.items()})
    for name, schema in _component_schemas(document).items():
        short = naming.renamed(_class_name(name))
        # The items of an array component would be called `XxxModelItem`.
        below_array = types(schema) == ["array"]
        yield from naming.visit(schema, "", short if below_array else name, below_array and short != name)
    for operation in operations(document):
        parent = operation_name(operation)
        for parameter in operation.parameters:
            yield from naming.visit(parameter.get("schema"), parent, parameter["name"])
        yield from naming.visit_content(operation.request_body, parent, "body")
        for status, response in operation.responses.items():
            yield from naming.visit_content(response, parent, f"response {status}")


@dataclass(frozen=True)
class _Naming:
    """Walks schemas and names classes as the generator does."""

    overrides: dict[str, str]

    def renamed(self, class_name: str) -> str:
        return self.overrides.get(class_name, class_name)

    def visit_content(self, node: Json | None, parent: str, name: str) -> Iterator[_Place]:
        for media in ((node or {}).get("content") or {}).values():
            yield from self.visit((media or {}).get("schema"), parent, name)

    def visit(self, schema: Any, parent: str, name: str, numbered: bool = False) -> Iterator[_Place]:
        """The place itself and those below it."""
        if not isinstance(schema, dict) or "$ref" in schema:
            return
        branches = [branch for key in ("anyOf", "oneOf") for branch in schema.get(key, ()) if not is_null(branch)]
        for index, branch in enumerate(branches):
            alone = len(branches) == 1
            yield from self.visit(branch, parent, name if alone else f"{name} type {index}", numbered=alone)
        if branches:
            return
        numbered = numbered or is_nullable(schema)
        kinds = types(schema)
        if "array" in kinds:
            yield from self.visit(schema.get("items"), parent, f"{name} item", numbered)
        if "object" in kinds or "allOf" in schema:
            # The generator loses the title of a nullable allOf on its way.
            lost = is_nullable(schema) and "type" not in schema
            class_name = self._class_name(schema, parent, f"{name} type 1" if lost else name)
            yield _Place(schema, name, class_name, numbered and not lost)
            yield from self._visit_properties(schema, class_name)
        elif schema.get("enum"):
            yield _Place(schema, name, self._class_name(schema, parent, name), numbered)

    def _visit_properties(self, schema: Json, class_name: str) -> Iterator[_Place]:
        for part in [schema, *(part for part in schema.get("allOf", ()) if isinstance(part, dict))]:
            for name, value in (part.get("properties") or {}).items():
                yield from self.visit(value, class_name, name)
        yield from self.visit(schema.get("additionalProperties"), class_name, "AdditionalProperty")

    def _class_name(self, schema: Json, parent: str, name: str) -> str:
        title = schema.get("title") or name
        return self.renamed(_class_name(f"{pascal_case(parent)}{pascal_case(title)}" if parent else title))
