"""JSON on the wire and values in Python: what one must be for the other, by the schema."""

from __future__ import annotations

import datetime
import io
import itertools
import types
import typing
import uuid
from collections.abc import Iterator
from contextlib import suppress
from enum import Enum
from typing import Any

from beyondwords_api.types import UNSET, File, Unset
from tests.contract.generated import attribute, is_model_class, type_hints
from tests.contract.schemas import branches, kinds, plain
from tools.spec import Json

_DECODED = {"date-time": datetime.datetime, "date": datetime.date, "uuid": uuid.UUID}


def differences(schema: Any, data: Any, value: Any, where: str = "body") -> list[str]:
    """Where the decoded value is not what the schema makes of the JSON; empty if all is right."""
    node = plain(schema)
    if data is not None and branches(node):
        if isinstance(value, dict) and value == data and not _tells_its_kind(node, data):
            # Of no kind that is declared: given as it came.
            return []
        return min((differences(branch, data, value, where) for branch in branches(node)), key=len)
    if "object" in kinds(node) and isinstance(data, dict):
        return _object_differences(node, data, value, where)
    if "array" in kinds(node) and isinstance(data, list) and isinstance(value, list) and len(value) == len(data):
        found = (
            differences(node.get("items", {}), *both, f"{where}[{number}]")
            for number, both in enumerate(zip(data, value, strict=True))
        )
        return list(itertools.chain.from_iterable(found))
    return [] if _is_scalar(node, data, value) else [f"{where}: {data!r} became {value!r}"]


def _tells_its_kind(node: Json, data: Json) -> bool:
    """Whether no property with fixed values tells the alternatives apart, or the object has one of these values."""
    properties = [plain(branch).get("properties") or {} for branch in branches(node)]
    fixed: list[Json] = [{name: plain(each).get("enum") for name, each in named.items()} for named in properties]
    names = [name for name in fixed[0] if all(each.get(name) for each in fixed)]
    return not names or any(data.get(name) in each[name] for each in fixed for name in names)


def _object_differences(node: Json, data: Json, value: Any, where: str) -> list[str]:
    if not is_model_class(type(value)):
        return [f"{where}: an object became {type(value).__name__}, not a model"]
    found: list[str] = []
    properties = node.get("properties") or {}
    for name, schema in properties.items():
        holder = attribute(type(value), name)
        if holder is None:
            found.append(f"{where}.{name}: {type(value).__name__} has no attribute for it")
        elif name in data:
            found += differences(schema, data[name], getattr(value, holder), f"{where}.{name}")
        elif getattr(value, holder) is not UNSET:
            found.append(f"{where}.{name}: nothing was sent, yet it is {getattr(value, holder)!r}")
    extra = node.get("additionalProperties", True)
    for key in data.keys() - properties.keys() if extra is not False else ():
        if key in value:
            found += differences(extra if isinstance(extra, dict) else {}, data[key], value[key], f"{where}.{key}")
        else:
            found.append(f"{where}.{key}: lost")
    return found


def _is_scalar(node: Json, data: Any, value: Any) -> bool:
    if node.get("enum") and data is not None and not isinstance(data, bool):
        return isinstance(value, Enum) and value.value == data and value in list(type(value))
    expected = _DECODED.get(node.get("format", "")) if isinstance(data, str) and "const" not in node else None
    if expected is not None:
        return type(value) is expected and same(data, encoded(value))
    return type(value) is type(data) and bool(value == data)


def encoded(value: Any) -> Any:
    """The JSON of a decoded value."""
    if is_model_class(type(value)):
        return value.to_dict()
    if isinstance(value, list):
        return [encoded(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, File):
        value.payload.seek(0)
        return value.payload.read()
    return str(value) if isinstance(value, uuid.UUID) else value


def same(one: Any, two: Any) -> bool:
    """Whether two JSON values say the same; a time or UUID may be spelled in two ways."""
    if isinstance(one, dict) and isinstance(two, dict):
        return one.keys() == two.keys() and all(same(one[key], two[key]) for key in one)
    if isinstance(one, list) and isinstance(two, list):
        return len(one) == len(two) and all(map(same, one, two))
    if isinstance(one, str) and isinstance(two, str) and one != two:
        for read in (datetime.datetime.fromisoformat, uuid.UUID):
            with suppress(ValueError):
                return bool(read(one) == read(two))
    # 1 is 1.0 in JSON, but true is not 1.
    return isinstance(one, bool) == isinstance(two, bool) and bool(one == two)


def arguments(annotation: Any, data: Any) -> Iterator[Any]:
    """Every Python value of the annotated type that stands for the JSON."""
    origin = typing.get_origin(annotation)
    if origin in (typing.Union, types.UnionType):
        for member in typing.get_args(annotation):
            yield from arguments(member, data)
    elif origin is list:
        if isinstance(data, list):
            (item,) = typing.get_args(annotation)
            yield from map(list, itertools.product(*(list(arguments(item, each))[:1] for each in data)))
    elif origin is typing.Literal or annotation is Any:
        yield data
    elif annotation is File:
        yield File(payload=io.BytesIO(str(data).encode()), file_name="file.bin", mime_type="application/octet-stream")
    elif annotation is not Unset:
        # Where it cannot be made, another member of the union is meant.
        with suppress(ValueError, TypeError, KeyError, AttributeError):
            yield from _of_class(annotation, data)


def _of_class(wanted: Any, data: Any) -> Iterator[Any]:
    if is_model_class(wanted):
        if any(map(_is_of_files, type_hints(wanted).values())):
            yield _of_files(wanted, data)
        elif isinstance(data, dict) and same((made := wanted.from_dict(data)).to_dict(), data):
            yield made
    elif issubclass(wanted, Enum):
        yield wanted(data)
    elif issubclass(wanted, datetime.date):
        yield wanted.fromisoformat(data)
    elif wanted is uuid.UUID:
        yield uuid.UUID(data)
    elif type(data) is wanted or (wanted is float and type(data) is int):
        yield data


def _is_of_files(hint: Any) -> bool:
    return hint is File or any(map(_is_of_files, typing.get_args(hint)))


def _of_files(wanted: Any, data: Json) -> Any:
    """A model with files, from texts that stand for their content."""
    hints, held = type_hints(wanted), {name: attribute(wanted, name) for name in data}
    made = wanted(**{holder: argument(hints[holder], data[name]) for name, holder in held.items() if holder})
    for name in [name for name, holder in held.items() if not holder]:
        made[name] = data[name]
    return made


def argument(annotation: Any, data: Any) -> Any:
    """The first of `arguments`."""
    for value in arguments(annotation, data):
        return value
    raise AssertionError(f"no value of {annotation} stands for {data!r}")
