"""What models and endpoints share: the value of a field that is not there, files, responses, decoding"""

import json
import logging
import re
from collections.abc import Iterator, Mapping, MutableMapping, Set
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from http import HTTPStatus
from pathlib import PurePath
from typing import IO, Any, BinaryIO, Generic, Literal, Protocol, Self, TypeVar
from urllib.parse import quote
from uuid import UUID

import httpx
from attrs import define, fields

from .errors import DecodeError, UnexpectedStatus


class Model(Protocol):
    """A generated model"""

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self: ...


T = TypeVar("T")
M = TypeVar("M", bound=Model)


class Unset:
    """The type of `UNSET`, the value of a field that the JSON does not have. It is false, as None is."""

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "UNSET"

    def __str__(self) -> str:
        # In a CSV file or a page, a value that is not there is empty.
        return ""

    def __reduce__(self) -> str:
        # Models compare with `is`, so copies and pickles must give back the one object of that name.
        return "UNSET"


UNSET: Unset = Unset()

# What httpx takes for one file: its content alone, or with a name, a content type and headers.
FileContent = IO[bytes] | bytes | str
FileTypes = (
    tuple[str, FileContent]
    | tuple[str | None, FileContent, str | None]
    | tuple[str | None, FileContent, str | None, Mapping[str, str]]
)
RequestFiles = list[tuple[str, FileTypes]]


@define
class File:
    """A file to upload, or one that was received

    Examples:
        >>> with open("cover.png", "rb") as payload:
        ...     bw.call(upload_create, body=FileUpload(file=File(payload=payload, mime_type="image/png")))
    """

    payload: BinaryIO
    """An open binary file, or `io.BytesIO(content)`"""
    file_name: str | None = None
    """The name that is sent. Default: that of the open file"""
    mime_type: str | None = None
    """For example `image/png`. Default: guessed from the name"""

    def read(self) -> bytes:
        """The whole content, from its beginning, however often it was read"""
        if self.payload.seekable():
            self.payload.seek(0)
        return self.payload.read()

    def to_tuple(self) -> FileTypes:
        """The file as httpx takes it in a multipart form"""
        # Without a name, a server takes it for text.
        name = (
            self.file_name
            or PurePath(str(getattr(self.payload, "name", ""))).name
            or "file"
        )
        return (
            (name, self.payload, self.mime_type)
            if self.mime_type
            else (name, self.payload)
        )


# Covariant, so that one signature takes endpoints with and without declared errors.
T_co = TypeVar("T_co", covariant=True)


@define
class Response(Generic[T_co]):
    """A response of the API, decoded in `parsed`"""

    status_code: HTTPStatus | int
    """A plain number where Python has no name for it"""
    content: bytes
    headers: MutableMapping[str, str]
    parsed: T_co | None


def or_none(value: T | Unset) -> T | None:
    """A field's value, or None where the server left it out; 0, "" and False stay as they are

    Examples:
        >>> or_none(track.volume)
        80
    """
    return None if isinstance(value, Unset) else value


# `datetime.fromisoformat` also takes weeks and any separator, which no API means.
_TIMESTAMP = re.compile(r"[-0-9:+.,TZ ]+", re.ASCII | re.IGNORECASE)


def parse_timestamp(text: str) -> datetime:
    """Read a timestamp of the API as an aware UTC datetime

    Both forms that the API is known to use are read: `2023-01-01 00:00:00 UTC` (its documentation)
    and ISO 8601 with `Z`, an offset or fractions of a second (finer than microseconds is cut off).

    Args:
        text: For example `track.created`.

    Raises:
        ValueError: The text is not a timestamp, or has no time zone; the message shows it.
        TypeError: Not a string (for example an unset field).

    Examples:
        >>> parse_timestamp("2023-01-01 00:00:00 UTC")
        datetime.datetime(2023, 1, 1, 0, 0, tzinfo=datetime.timezone.utc)
    """
    if not isinstance(text, str):
        raise TypeError(f"parse_timestamp() takes a string, not {text!r}")
    iso = re.sub(r"\s?UTC$", "Z", text.strip().upper())
    try:
        if not _TIMESTAMP.fullmatch(iso):
            raise ValueError("it is not ISO 8601")
        moment = datetime.fromisoformat(iso)
        if moment.tzinfo is None:
            raise ValueError("it has no time zone")
        return moment.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        reason = str(error).partition(": ")[0]
        raise ValueError(
            f"not a timestamp such as 2023-01-01T00:00:00Z ({reason}): {text!r}"
        ) from None


# Python also takes weeks, other spellings, and for a UUID nearly anything around its digits.
_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


def parse_date(text: str) -> date:
    """Read a day such as 2023-01-01"""
    if not _DATE.fullmatch(text):
        raise ValueError(f"not a day such as 2023-01-01: {text!r}")
    return date.fromisoformat(text)


def parse_uuid(text: str) -> UUID:
    """Read a UUID such as 123e4567-e89b-12d3-a456-426614174000"""
    if not _UUID.fullmatch(text):
        raise ValueError(
            f"not a UUID such as 123e4567-e89b-12d3-a456-426614174000: {text!r}"
        )
    return UUID(text)


def deep_object(name: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """The query of a deepObject: `{"a": 1}` of `filter` is `filter[a]=1`; a key may also carry the whole name itself"""
    return {
        key if key.startswith(f"{name}[") else f"{name}[{key}]": value
        for key, value in values.items()
    }


def written(value: Any) -> str:
    """A value in a form or a query, as JSON writes it; a text as it is"""
    if value is None or isinstance(value, str):
        return value or ""
    return (
        json.dumps(value, ensure_ascii=False)
        if isinstance(value, bool | dict | list)
        else str(value)
    )


def joined(value: Any, delimiter: str | None) -> Any:
    """A list in one piece, which an empty one is not, and objects as JSON; anything else as it is"""
    if isinstance(value, dict):
        return written(value)
    if not isinstance(value, list):
        return value
    texts = [written(each) for each in value]
    if not delimiter:
        return texts
    for text in texts:
        if delimiter in text:
            raise ValueError(
                f"{text!r} holds {delimiter!r}, which stands between the items of the list"
            )
    return delimiter.join(texts) if texts else None


# Nothing else has a place in a cookie: `;` would end it, and spaces around it are lost.
_COOKIE = re.compile(r"(?! )[ !#-+\--:<-\[\]-~]*(?<! )", re.ASCII)


def cookie_value(name: str, value: object) -> str:
    """A value as a cookie"""
    text = str(written(value))
    if not _COOKIE.fullmatch(text):
        raise ValueError(
            f"{name} must be printable ASCII without spaces around it, quotes, commas, semicolons and backslashes"
        )
    return text


def path_value(name: str, value: object) -> str:
    """A value as one segment of a path, whatever is in it"""
    text = str(written(value))
    if text in ("", ".", ".."):
        raise ValueError(
            f"{name} must not be {text!r}: the request would go to another path"
        )
    return quote(text, safe="")


# The content type and the body of a form in which no part is given.
EMPTY_FORM = ("multipart/form-data; boundary=end", b"--end--\r\n")


def part(value: Any) -> FileTypes:
    """What may be anything, as one part of a form: a file or bytes as such, and anything else as JSON writes it"""
    if isinstance(value, File):
        return value.to_tuple()
    if isinstance(value, bytes):
        return ("file", value, "application/octet-stream")
    return (None, written(value).encode(), "text/plain")


def status(code: int) -> HTTPStatus | int:
    """The status by its name, where Python knows one"""
    try:
        return HTTPStatus(code)
    except ValueError:
        return code


# Decoding. What is optional and does not decode reads as absent: an odd value must not cost a page.

# What constructors raise for a value of another kind. Not every Exception: a signal handler may raise its own.
UNREADABLE = (AttributeError, KeyError, TypeError, ValueError, OverflowError)

_operation: ContextVar[str] = ContextVar("beyondwords_operation", default="a model")
_warned: set[tuple[str, str]] = set()
_KINDS: tuple[tuple[type | None, str], ...] = (
    (bool, "a boolean"),
    (str, "a string"),
    (dict, "an object"),
    (list, "a list"),
    (int, "a number"),
    (float, "a number"),
)


def _kind(value: Any) -> str:
    return next(
        (name for kind, name in _KINDS if kind and isinstance(value, kind)), "null"
    )


def copy_of(
    source: Mapping[str, Any], required: Set[str] = frozenset()
) -> dict[str, Any]:
    """The properties of an object, which must have those required"""
    if type(source) is not dict and not isinstance(source, Mapping):
        raise DecodeError("an object", _kind(source))
    if required and not required <= source.keys():
        missing = min(required - source.keys())
        raise DecodeError("a value", "nothing", f".{missing}")
    return {**source}


def list_of(source: Any) -> list[Any]:
    """The value, if it is a list"""
    if not isinstance(source, list):
        raise DecodeError("a list", _kind(source))
    return source


def models_of(model: type[M], source: Any) -> list[M]:
    """The elements of a list, each as that model"""
    models = []
    from_dict = model.from_dict
    for value in list_of(source):
        try:
            models.append(from_dict(value))
        except UNREADABLE as error:
            raise unreadable(f"[{len(models)}]", value, model.__name__, error) from None
    return models


def unreadable(step: str, value: Any, expected: str, error: Exception) -> DecodeError:
    """Why a required value, or an element of a list, cannot be read"""
    found = (
        error if isinstance(error, DecodeError) else DecodeError(expected, _kind(value))
    )
    return found.below(step)


def warn_unread(model: str, name: str, error: Exception) -> None:
    """Say once that an optional property reads as absent"""
    operation = _operation.get()
    if (operation, f"{model}.{name}") not in _warned:
        _warned.add((operation, f"{model}.{name}"))
        text = "%s: %s.%s does not decode and reads as absent (%s); its value stays in additional_properties"
        problem = (
            f"expected {error.expected}, got {error.received}"
            if isinstance(error, DecodeError)
            else error
        )
        logging.getLogger("beyondwords").warning(text, operation, model, name, problem)


def warn_unknown(name: str, source: Mapping[str, Any]) -> None:
    """Say once that an object is of none of the declared kinds, which its property `name` tells"""
    operation, kind = _operation.get(), repr(source.get(name))[:80]
    if (operation, f"{name}={kind}") not in _warned:
        _warned.add((operation, f"{name}={kind}"))
        text = "%s: an object whose %s is %s is of no kind that is declared; it is given as it came"
        logging.getLogger("beyondwords").warning(text, operation, name, kind)


@contextmanager
def decoding(operation: str, response: httpx.Response) -> Iterator[None]:
    """Name the operation in warnings, and give one error for everything that cannot be read"""
    token = _operation.set(operation)
    try:
        yield
    except (DecodeError, UnexpectedStatus):
        raise
    except (*UNREADABLE, RecursionError) as error:
        kind = response.headers.get("content-type", "no content type").partition(";")[0]
        text = response.content[:80].decode("utf-8", "replace")
        received = f"{text!r} of {kind}" if text else "an empty body"
        raise DecodeError("JSON", f"{received} ({str(error)[:80]})") from None
    finally:
        _operation.reset(token)


def model_repr(model: Any) -> str:
    """A model with what is set only"""
    values = ((field.name, getattr(model, field.name)) for field in fields(type(model)))
    shown = [
        f"{name}={value!r}" for name, value in values if not isinstance(value, Unset)
    ]
    if shown and shown[-1] == "additional_properties={}":
        shown.pop()
    return f"{type(model).__name__}({', '.join(shown)})"


__all__ = [
    "EMPTY_FORM",
    "UNREADABLE",
    "UNSET",
    "File",
    "FileTypes",
    "RequestFiles",
    "Response",
    "Unset",
    "cookie_value",
    "copy_of",
    "decoding",
    "deep_object",
    "joined",
    "list_of",
    "model_repr",
    "models_of",
    "or_none",
    "parse_date",
    "parse_timestamp",
    "parse_uuid",
    "part",
    "path_value",
    "status",
    "unreadable",
    "warn_unknown",
    "warn_unread",
    "written",
]
