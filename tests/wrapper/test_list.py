"""`background_tracks.list()`: its arguments, and how they look on the wire."""

from __future__ import annotations

import inspect
from collections import OrderedDict, UserList
from types import MappingProxyType
from typing import Any

import pytest

from tests.sides import Rows, Side


def sent(side: Side, **arguments: Any) -> list[tuple[str, str]]:
    """The query of the request, decoded, in order."""
    server = Rows(1)
    side.page(side.client(server), **arguments)
    return list(server.requests[0].url.params.multi_items())


@pytest.mark.parametrize(
    ("arguments", "query"),
    [
        ({"limit": 50}, [("pagination[limit]", "50")]),
        ({"offset": 100}, [("pagination[offset]", "100")]),
        ({"offset": 0}, [("pagination[offset]", "0")]),
        ({"name": "piano"}, [("filter[name]", "piano")]),
        ({"name": ""}, [("filter[name]", "")]),
        ({"custom": True}, [("filter[custom]", "true")]),
        ({"custom": False}, [("filter[custom]", "false")]),
        ({"scopes": ["primary", "secondary"]}, [("filter[scopes][]", "primary"), ("filter[scopes][]", "secondary")]),
        ({"scopes": ("primary",)}, [("filter[scopes][]", "primary")]),
        ({"scopes": UserList(["primary"])}, [("filter[scopes][]", "primary")]),
        ({"name": "a&b=c % ü🎹"}, [("filter[name]", "a&b=c % ü🎹")]),
        ({"scopes": {"a&b": "c=d"}}, [("filter[scopes][a&b]", "c=d")]),
        ({"scopes": {"kind": "primary"}}, [("filter[scopes][kind]", "primary")]),
        (
            {"scopes": OrderedDict(a="x", b=7, c=True)},
            [("filter[scopes][a]", "x"), ("filter[scopes][b]", "7"), ("filter[scopes][c]", "true")],
        ),
        ({"scopes": MappingProxyType({"a": "x"})}, [("filter[scopes][a]", "x")]),
        (dict.fromkeys(["limit", "offset", "name", "custom", "scopes", "max_items"]), []),
    ],
)
def test_the_wire_form_of_each_argument(side: Side, arguments: dict[str, Any], query: list[tuple[str, str]]) -> None:
    assert sent(side, **arguments) == query


@pytest.mark.parametrize(
    ("name", "value", "kind"),
    [
        ("limit", 0, ValueError),
        ("limit", -1, ValueError),
        ("limit", 1.0, TypeError),
        ("limit", "10", TypeError),
        ("limit", True, TypeError),
        ("offset", -1, ValueError),
        ("offset", "0", TypeError),
        ("offset", False, TypeError),
        ("max_items", -1, ValueError),
        ("max_items", 2.5, TypeError),
        ("prefetch", 0, ValueError),
        ("prefetch", True, TypeError),
        ("prefetch", None, TypeError),
        ("custom", "true", TypeError),
        ("custom", 1, TypeError),
        ("name", 7, TypeError),
        ("name", ["piano"], TypeError),
    ],
)
def test_an_argument_that_makes_no_sense_is_refused_by_name(
    side: Side, name: str, value: Any, kind: type[Exception]
) -> None:
    assert_refused(side, kind, rf"{name} must be .* not {value!r}".replace("[", r"\["), **{name: value})


@pytest.mark.parametrize("scopes", ["primary", 7, {"primary"}, iter("p"), ["primary", 7], {"kind": None}, {7: "a"}])
def test_scopes_that_are_no_list_of_strings_and_no_mapping_are_refused(side: Side, scopes: Any) -> None:
    assert_refused(side, TypeError, "^scopes must be a list of strings, .* or a mapping", scopes=scopes)


@pytest.mark.parametrize("scopes", [[], (), {}])
def test_scopes_without_any_are_refused(side: Side, scopes: Any) -> None:
    assert_refused(side, ValueError, "scopes must not be empty", scopes=scopes)


def test_arguments_have_names(side: Side) -> None:
    client = side.client(Rows(1))
    with pytest.raises(TypeError):
        client.background_tracks.list(10)
    assert list(inspect.signature(client.background_tracks.list).parameters) == ["name", "custom", "scopes", "paging"]
    assert_refused(side, TypeError, "colour", colour="red")


def assert_refused(side: Side, kind: type[Exception], said: str, **arguments: Any) -> None:
    """At the call itself: there is no pager, and nothing was sent."""
    server = Rows(1)
    client = side.client(server)
    with pytest.raises(kind, match=said):
        client.background_tracks.list(**arguments)
    assert server.requests == []
