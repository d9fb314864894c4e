"""JSON on the wire and values in Python: what one must be for the other, by the schema."""

from __future__ import annotations

import datetime
import io
import itertools
import types
import typing
import uuid
from collections.abc import Iterator
from enum import Enum
from typing import Any

from beyondwords_api.types import UNSET, File, Unset
from tests.contract.generated import attribute, is_model_class, type_hints
from tests.contract.schemas import branches, extra_schema, item_schema, kinds, plain
from tools.spec import Json

_DECODED = {"date-time": datetime.datetime, "date": datetime.date, "uuid": uuid.UUID}


def differences(schema: Any, data: Any, value: Any, where: str = "body") -> list[str]:
    """Where the decoded value is not what the schema makes of the JSON; empty if all is right."""
    node = plain(schema)
    if data is None:
        return [] if value is None else [f"{where}: null became {value!r}"]
    alternatives = [differences(branch, data, value, where) for branch in branches(node)]
    if alternatives:
        if isinstance(value, dict) and value == data and not _tells_its_kind(node, data):
            # Of no kind that is declared: given as it came.
            return []
        return [] if [] in alternatives else min(alternatives, key=len)
    if "object" in kinds(node) and isinstance(data, dict):
        return _object_differences(node, data, value, where)
    if "array" in kinds(node) and isinstance(data, list):
        return _array_differences(node, data, value, where)
    return [] if _is_scalar(node, data, value) else [f"{where}: {data!r} became {value!r}"]


def _tells_its_kind(node: Json, data: Json) -> bool:
    """Whether no property with fixed values tells the alternatives apart, or the object has one of these values."""
    fixed = [
        {
            name: plain(each)["enum"]
            for name, each in (plain(branch).get("properties") or {}).items()
            if "enum" in plain(each)
        }
        for branch in branches(node)
    ]
    names = set.intersection(*(set(each) for each in fixed))
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
            continue
        held = getattr(value, holder)
        if name in data:
            found += differences(schema, data[name], held, f"{where}.{name}")
        elif held is not UNSET:
            found.append(f"{where}.{name}: nothing was sent, yet it is {held!r}")
    extra = extra_schema(node)
    for key in data.keys() - properties.keys():
        if extra is not False and key not in value:
            found.append(f"{where}.{key}: lost")
        elif extra is not False:
            found += differences(extra if isinstance(extra, dict) else {}, data[key], value[key], f"{where}.{key}")
    return found


def _array_differences(node: Json, data: list[Any], value: Any, where: str) -> list[str]:
    if not isinstance(value, list) or len(value) != len(data):
        return [f"{where}: a list of {len(data)} became {value!r}"]
    pairs = enumerate(zip(data, value, strict=True))
    return [
        each
        for number, (one, two) in pairs
        for each in differences(item_schema(node, number), one, two, f"{where}[{number}]")
    ]


def _is_scalar(node: Json, data: Any, value: Any) -> bool:
    if node.get("enum") and not isinstance(data, bool):
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
        return any(_reads_alike(read, one, two) for read in (datetime.datetime.fromisoformat, uuid.UUID))
    # 1 is 1.0 in JSON, but true is not 1.
    return isinstance(one, bool) == isinstance(two, bool) and bool(one == two)


def _reads_alike(read: Any, one: str, two: str) -> bool:
    try:
        return bool(read(one) == read(two))
    except ValueError:
        return False


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
        yield from _of_class(annotation, data)


def _of_class(wanted: Any, data: Any) -> Iterator[Any]:
    try:
        if is_model_class(wanted):
            made = _of_files(wanted, data) if _has_files(wanted) else wanted.from_dict(data)
            if isinstance(data, dict) and (_has_files(wanted) or same(made.to_dict(), data)):
                yield made
        elif issubclass(wanted, Enum):
            yield wanted(data)
        elif issubclass(wanted, datetime.date):
            yield wanted.fromisoformat(data)
        elif wanted is uuid.UUID:
            yield uuid.UUID(data)
        elif type(data) is wanted or (wanted is float and type(data) is int):
            yield data
    except (ValueError, TypeError, KeyError, AttributeError):
        # Another member of the union is meant.
        return


def _has_files(wanted: Any) -> bool:
    return any(map(_is_of_files, type_hints(wanted).values()))


def _is_of_files(hint: Any) -> bool:
    return hint is File or any(map(_is_of_files, typing.get_args(hint)))


def _of_files(wanted: Any, data: Json) -> Any:
    """A model with files, from texts that stand for their content."""
    hints = type_hints(wanted)
    held = {name: attribute(wanted, name) or "" for name in data}
    is_file = {name: _is_of_files(hints[held[name]]) for name in data}
    return wanted.from_dict({name: _as_content(value) if is_file[name] else value for name, value in data.items()})


def _as_content(value: Any) -> Any:
    return list(map(_as_content, value)) if isinstance(value, list) else value.encode()


def argument(annotation: Any, data: Any) -> Any:
    """The first of `arguments`."""
    for value in arguments(annotation, data):
        return value
    raise AssertionError(f"no value of {annotation} stands for {data!r}")
