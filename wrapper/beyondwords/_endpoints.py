"""The generated endpoint modules: what `call` and `paginate` take, send and get."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from difflib import get_close_matches
from enum import Enum
from functools import cache
from inspect import Parameter, signature
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Protocol, TypeVar, Union, get_args, get_origin

from ._failures import ATTEMPT_EXTENSION, WITHOUT_KEY_EXTENSION, decode_error
from ._text import short_repr

if TYPE_CHECKING:
    import httpx

    from beyondwords_api.models import Error
    from beyondwords_api.types import Response

T_co = TypeVar("T_co", covariant=True)


class Endpoint(Protocol[T_co]):
    """A generated module; `T_co` is the decoded value of its success response."""

    @property
    def sync_detailed(self) -> Callable[..., Response[Error | T_co]]:
        """Its blocking function. Only its signature is read, and that of the asyncio function is the same."""
        ...


class Signature(NamedTuple):
    """What a generated function takes besides its client."""

    types: dict[str, tuple[Any, ...]]
    """The types that each argument may have."""
    required: frozenset[str]
    """The arguments that cannot be left out."""
    needs_key: bool
    """Whether the operation asks for the API key; the player's do not."""


@cache
def signature_of(function: Callable[..., Any]) -> Signature:
    """The signature of a generated function, read once."""
    from beyondwords_api import AuthenticatedClient

    arguments = dict(signature(function).parameters)
    needs_key = arguments.pop("client").annotation is AuthenticatedClient
    types = {name: _types_of(argument.annotation) for name, argument in arguments.items()}
    # The generator makes parameters of the path positional, and all others keyword-only. Those of the path are ids:
    # declared as text, but a number does as well.
    in_path = {name for name, argument in arguments.items() if argument.kind is Parameter.POSITIONAL_OR_KEYWORD}
    types.update((name, (str, int)) for name in in_path if types[name] == (str,))
    required = frozenset(name for name, argument in arguments.items() if argument.default is Parameter.empty)
    return Signature(types, required, needs_key)


def request_parts(endpoint: Any, arguments: Mapping[str, Any]) -> dict[str, Any]:
    """What the endpoint's generated function gives httpx to build a request of: method, path, query, body.

    Optional arguments that are None are left out.

    Raises:
        TypeError: Not a generated module, or arguments that its function does not take.
        ValueError: An id that is empty, `.` or `..` (refused by the generated code): the path would lead elsewhere. An
            empty list: it would be left out, and without a filter everything comes. Text that UTF-8 cannot encode.
    """
    module = getattr(endpoint, "__name__", "")
    if not module.startswith("beyondwords_api.api.") or not hasattr(endpoint, "sync_detailed"):
        raise TypeError(
            f"not a generated endpoint module: {short_repr(endpoint)}; "
            "import one, for example `from beyondwords_api.api.background_tracks import background_tracks_index`"
        )
    operation, declared = module.rpartition(".")[2], signature_of(endpoint.sync_detailed)
    checked = _check_arguments(operation, declared, arguments)
    try:
        request: dict[str, Any] = endpoint._get_kwargs(**checked)
    except UnicodeError as error:
        raise ValueError(f"the arguments cannot be sent: {error}") from None
    except AttributeError as error:
        # The generated code called `to_dict()` or `to_tuple()` of a value that is no model and no file.
        expected = (
            "file is declared; File(payload=...)" if error.name == "to_tuple" else "model is declared; from_dict(...)"
        )
        raise TypeError(f"{operation}: {short_repr(error.obj)} stands where a {expected} makes one") from None
    if not declared.needs_key:
        request["extensions"] = {WITHOUT_KEY_EXTENSION: True}
    return request


def _check_arguments(operation: str, declared: Signature, arguments: Mapping[str, Any]) -> dict[str, Any]:
    from beyondwords_api.types import UNSET

    checked: dict[str, Any] = {}
    for name, value in arguments.items():
        if (types := declared.types.get(name)) is None:
            raise TypeError(f"{operation} takes no argument {name!r}{suggestion(name, declared.types)}")
        if value is UNSET or (value is None and NoneType not in types):
            continue
        if value == [] and name != "body":
            raise ValueError(f"{operation}: {name} must not be an empty list; leave it out where it does not matter")
        try:
            checked[name] = _matching_value(types, value)
        except TypeError:
            raise TypeError(f"{operation}: {name} must be {_expected_text(types, value)}") from None
    if missing := declared.required - checked.keys():
        names = " and ".join(name for name in declared.types if name in missing)
        raise TypeError(f"{operation} needs {names}, which cannot be left out or None")
    return checked


def suggestion(name: str, names: Collection[str]) -> str:
    """What may have been meant by a name that is none of these, for the end of a message."""
    if name == "client":
        return ": the client is this one"
    near = get_close_matches(name, names, n=1)
    return f"; did you mean {near[0]!r}?" if near else f"; it takes {', '.join(names) or 'none'}"


def _expected_text(types: tuple[Any, ...], value: Any) -> str:
    expected = " or ".join(_type_name(each) for each in types if each is not NoneType)
    models = [f"{each.__name__}.from_dict(...)" for each in types if hasattr(each, "from_dict")]
    hint = f"; {' or '.join(models)} makes one" if models and isinstance(value, Mapping) else ""
    return f"{expected}, not {short_repr(value)}{hint}"


def _types_of(annotation: Any) -> tuple[Any, ...]:
    """The types of an annotation, without the `Unset` of what may be left out."""
    types = get_args(annotation) if get_origin(annotation) in (Union, UnionType) else (annotation,)
    return tuple(each for each in types if getattr(each, "__name__", "") != "Unset")


def _matching_value(types: tuple[Any, ...], value: Any) -> Any:
    """The value, if one of the types takes it, else a TypeError; the plain value of an enum becomes its member."""
    # Most values are of a plain type, which needs no closer look.
    if type(value) in types:
        return value
    for each in types:
        with suppress(TypeError, ValueError):
            return _match_one(each, value)
    raise TypeError


def _match_one(annotation: Any, value: Any) -> Any:
    base = get_origin(annotation) or annotation
    if base is list and isinstance(value, list):
        item_types = _types_of(get_args(annotation)[0])
        return [_matching_value(item_types, item) for item in value]
    if isinstance(base, type) and issubclass(base, Enum) and isinstance(value, str | int):
        return base(value)
    if base is Literal:
        fits = value in get_args(annotation)
    elif base is int or base is float:
        fits = isinstance(value, (int, base)) and not isinstance(value, bool)
    else:
        fits = not isinstance(base, type) or isinstance(value, base)
    if not fits:
        raise TypeError
    return value


def _type_name(annotation: Any) -> str:
    """`list[Segment]`, without the modules."""
    name = annotation.__name__ if isinstance(annotation, type) else str(annotation)
    return re.sub(r"\w+\.", "", name)


def decoded(endpoint: Any, client: Any, response: httpx.Response) -> Response[Any]:
    """The generated `Response` for a success response.

    Raises:
        ResponseDecodeError: The response is not as the API declares it.
    """
    from beyondwords_api.errors import DecodeError, UnexpectedStatus

    details: dict[str, str] = {}
    try:
        result: Response[Any] = endpoint._build_response(client=client, response=response)
        return result
    except DecodeError as error:
        details = {"location": error.location, "expected": error.expected, "received": error.received}
        problem = str(error)
    except UnexpectedStatus:
        problem = f"the spec declares no status {response.status_code} for it"
    # Not raised in the handlers above: the error would keep the frames of the generated code, and so the response.
    body = response.content.decode("utf-8", "replace")
    raise decode_error(response.extensions[ATTEMPT_EXTENSION], response, problem, body=body, **details)
