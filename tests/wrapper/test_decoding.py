"""Success answers that are not what the API declares, and those that are."""

from __future__ import annotations

import contextlib
import json
import zlib
from types import ModuleType
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from beyondwords import BeyondWordsError, Page, ResponseDecodeError
from beyondwords._core import operations
from beyondwords._core.forms import FormTable, check
from beyondwords_api.api.background_tracks import background_tracks_index
from tests.wrapper.sides import Answers, Side, SyncSide

OPERATION = "GET /background_tracks (background_tracks#index)"


def fetched(side: Side, status: int = 200, **answer: Any) -> Page[Any]:
    client = side.client(lambda _: httpx.Response(status, **answer))
    found: Page[Any] = side.wait(client.background_tracks.list().page())
    return found


def refused(side: Side, status: int = 200, **answer: Any) -> ResponseDecodeError:
    with pytest.raises(ResponseDecodeError) as caught:
        fetched(side, status, **answer)
    error = caught.value
    assert str(error).startswith(f"{OPERATION}: the {status} answer is not as declared: ")
    assert str(error).isprintable()
    assert (error.method, error.path, error.status_code) == ("GET", "/background_tracks", status)
    return error


# Not JSON


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        (b"", "an empty body"),
        (b"<html><title>Maintenance</title>", "<html><title>Maintenance</title>"),
        (b"plain words", "plain words"),
        (b'[{"id": 1', '[{"id": 1'),
        (b"[1, 2,]", "[1, 2,]"),
        (b"\x00\xff\xfe", "\N{REPLACEMENT CHARACTER}"),
        ('[{"name": "é"}]'.encode("latin-1"), "\N{REPLACEMENT CHARACTER}"),
        (b"9" * 5000, "9999"),
    ],
    ids=["empty", "html", "words", "cut off", "comma", "binary", "latin-1", "huge number"],
)
def test_what_is_not_json(side: Side, content: bytes, shown: str) -> None:
    error = refused(side, content=content, headers={"Content-Type": "text/html; charset=x"})
    assert error.expected == "JSON"
    assert error.received is not None
    assert shown in error.received
    assert "expected JSON, got" in str(error)
    assert error.location is None
    assert len(str(error)) < 500


def test_what_came_instead_of_json_is_named_as_the_server_names_it(side: Side) -> None:
    page = refused(side, content=b"<html>", headers={"Content-Type": "text/html; charset=x"})
    assert page.received == "text/html '<html>'"
    assert str(page).endswith("(Expecting value: line 1 column 1 (char 0))")
    assert refused(side, content=b"<html>").received == "no content type '<html>'"
    assert refused(side, content=b"").received == "an empty body"


def test_the_body_is_kept_and_clipped(side: Side) -> None:
    assert refused(side, content=b"<html>").body == "<html>"
    long = refused(side, content=b"<" * 9000).body
    assert long.startswith("<" * 2000)
    assert "7000 more" in long


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_json_in_any_encoding_of_unicode_is_read(side: Side, encoding: str) -> None:
    content = json.dumps([{"id": 1, "name": "Größe"}], ensure_ascii=False).encode(encoding)
    page = fetched(side, content=content, headers={"Content-Type": "application/json; charset=latin-1"})
    assert page.items[0].name == "Größe"


@pytest.mark.parametrize("content", [b"[" * 100_000, b'[{"project": ' * 50_000, b"[" * 5000 + b"]" * 5000])
def test_deep_nesting_is_refused(side: Side, content: bytes) -> None:
    error = refused(side, content=content)
    assert error.body.startswith(content[:20].decode())
    assert len(str(error)) < 500


def test_a_field_nested_too_deep_is_refused_too(side: Side) -> None:
    error = refused(side, content=b'[{"id": 1, "x": ' + b"[" * 50_000 + b"]" * 50_000 + b"}]")
    assert error.expected == "JSON"


# Not of the declared form


@pytest.mark.parametrize(
    ("body", "location", "expected", "received"),
    [
        ({}, "$", "a list", "an object"),
        ("", "$", "a list", "a string"),
        ("[]", "$", "a list", "a string"),
        (None, "$", "a list", "null"),
        (0, "$", "a list", "a number"),
        (1.5, "$", "a list", "a number"),
        (False, "$", "a list", "the value false"),
        ({"code": 401, "message": "Unauthorized"}, "$", "a list", "an object"),
        ([[]], "$[0]", "an object", "a list"),
        (["id"], "$[0]", "an object", "a string"),
        ([{}, None], "$[1]", "an object", "null"),
        ([{}, {}, {}, {"media": "x"}], "$[3].media", "an object", "a string"),
        ([{"media": []}], "$[0].media", "an object", "a list"),
        ([{"project": 7}], "$[0].project", "an object", "a number"),
        ([{"project": ""}], "$[0].project", "an object", "a string"),
    ],
)
def test_a_wrong_container_is_named_with_its_place(
    side: Side, body: Any, location: str, expected: str, received: str
) -> None:
    error = refused(side, content=json.dumps(body).encode())
    assert (error.location, error.expected, error.received) == (location, expected, received)
    assert f"at {location} expected {expected}, got {received}" in str(error)
    assert json.loads(error.body) == body


def test_scalars_are_not_checked(side: Side) -> None:
    wild = {"id": "abc", "name": 7, "volume": None, "created": ["list"], "media": {"url": 1, "duration": "long"}}
    track = fetched(side, json=[wild]).items[0]
    assert track.to_dict() == wild


def test_nulls_do_not_cost_the_page(side: Side) -> None:
    page = fetched(side, json=[{"id": 1, "media": None, "project": None, "name": None}, {"id": 2}])
    assert [track.id for track in page.items] == [1, 2]
    assert not page.items[0].media
    assert page.items[0].project is None
    assert page.items[0].name is None


def test_unknown_fields_are_kept_at_every_level(side: Side) -> None:
    sent = {"id": 1, "extra": {"deep": [1, None]}, "media": {"url": "u", "codec": "opus"}, "project": {"id": 2, "x": 1}}
    track = fetched(side, json=[sent]).items[0]
    assert track["extra"] == {"deep": [1, None]}
    assert track.media["codec"] == "opus"
    assert track.to_dict() == sent


# Statuses


@pytest.mark.parametrize("status", [201, 202, 204, 206])
def test_a_success_that_is_not_declared_is_refused(side: Side, status: int) -> None:
    error = refused(side, status, json=[])
    assert "the spec declares 200" in str(error)


# Whatever comes


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(["id", "name", "media", "project", "url", "x"]), inner, max_size=4)
        ),
        max_leaves=15,
    )
)
def test_any_json_is_a_page_or_a_decode_error(body: Any) -> None:
    content = json.dumps(body).encode()
    side = SyncSide()
    with contextlib.suppress(ResponseDecodeError):
        fetched(side, content=content)
    side.tidy()


@given(st.binary())
def test_any_bytes_are_a_page_or_an_error_of_ours(content: bytes) -> None:
    side = SyncSide()
    with contextlib.suppress(BeyondWordsError):
        fetched(side, content=content)
    side.tidy()


# Content encodings


class Packed(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body as it comes over the wire."""

    def __init__(self, *pieces: bytes) -> None:
        self._pieces = pieces

    def __iter__(self) -> Any:
        yield from self._pieces

    async def __aiter__(self) -> Any:
        for piece in self._pieces:
            yield piece


def test_a_packed_body_is_read(side: Side) -> None:
    packed = zlib.compressobj(wbits=31)
    content = packed.compress(b'[{"id": 5}]') + packed.flush()
    page = fetched(
        side, stream=Packed(*(content[at : at + 1] for at in range(len(content)))), headers={"Content-Encoding": "GZIP"}
    )
    assert page.items[0].id == 5


@pytest.mark.parametrize("encoding", ["identity", "Identity", ""])
def test_a_body_that_is_called_unpacked_is_read(side: Side, encoding: str) -> None:
    page = fetched(side, stream=Packed(b'[{"id": 5}]'), headers={"Content-Encoding": encoding})
    assert page.items[0].id == 5


def test_the_version_of_http_is_kept(side: Side) -> None:
    client = side.client(lambda _: httpx.Response(200, json=[], extensions={"http_version": b"HTTP/2"}))
    assert side.request(client, "GET", "/x").http_version == "HTTP/2"


def test_no_other_encodings_are_asked_for_where_httpx_knows_more(side: Side, monkeypatch: pytest.MonkeyPatch) -> None:
    # As it is with the packages for `br` and `zstd`.
    monkeypatch.setattr("httpx._client.ACCEPT_ENCODING", "gzip, deflate, br, zstd")
    server = Answers(httpx.Response(200, json=[]))
    side.request(side.client(server), "GET", "/x")
    assert server.requests[0].headers["accept-encoding"] == "gzip, deflate"


@pytest.mark.parametrize("encoding", ["br", "zstd", "gzip, gzip", "nonsense"])
def test_an_encoding_that_was_not_asked_for_is_refused(side: Side, encoding: str) -> None:
    with pytest.raises(ResponseDecodeError, match="was not asked for"):
        fetched(side, stream=Packed(b"[]"), headers={"Content-Encoding": encoding})


def test_a_broken_encoding_is_a_decode_error_and_not_tried_again(side: Side) -> None:
    calls = 0

    def answer(_: httpx.Request) -> httpx.Response:
        nonlocal calls
        calls += 1
        return httpx.Response(200, stream=Packed(b"not gzip"), headers={"Content-Encoding": "gzip"})

    with pytest.raises(ResponseDecodeError, match="GET /background_tracks: the 200 answer cannot be used"):
        side.wait(side.client(answer, max_attempts=3).background_tracks.list().page())
    assert calls == 1


# What the generated code raises by itself


class _Endpoint(ModuleType):
    """Stands in for a generated module whose decoding fails."""

    def __init__(self, failure: Exception) -> None:
        super().__init__(background_tracks_index.__name__)
        self._failure = failure

    def sync_detailed(self, *, client: Any) -> Any:
        client.get_httpx_client().request(method="get", url="/background_tracks")
        raise self._failure

    async def asyncio_detailed(self, *, client: Any) -> Any:
        await client.get_async_httpx_client().request(method="get", url="/background_tracks")
        raise self._failure


@pytest.mark.parametrize(
    "failure",
    [KeyError("id"), AttributeError("x"), TypeError("x"), ValueError("x"), IndexError("x"), RecursionError("x")],
    ids=lambda failure: type(failure).__name__,
)
def test_a_failure_of_the_generated_decoding_is_a_decode_error(side: Side, failure: Exception) -> None:
    client = side.client(lambda _: httpx.Response(200, json=[]))
    with pytest.raises(ResponseDecodeError, match=type(failure).__name__) as caught:
        side.wait(client.call(_Endpoint(failure)))
    assert caught.value.body == "[]"
    assert caught.value.__context__ is None


def test_arguments_that_make_no_url_are_a_value_error(side: Side) -> None:
    client = side.client(lambda _: httpx.Response(200, json=[]))
    with pytest.raises(ValueError, match="too long") as caught:
        side.wait(client.background_tracks.list(name="x" * 70_000).page())
    assert not isinstance(caught.value, httpx.InvalidURL)


def test_a_generated_function_called_directly_keeps_its_own_decoding(side: Side) -> None:
    client = side.client(lambda _: httpx.Response(200, content=b"<html>"))
    with pytest.raises(json.JSONDecodeError):
        side.wait(getattr(background_tracks_index, side.request_function)(client=client.api))


# The forms


def mismatch(form: Any, value: Any, **schemas: Any) -> tuple[str, str, str] | None:
    made = FormTable(schemas).form(form)
    assert made is not None
    found = check(made, value)
    return None if found is None else (found.location, found.expected, found.received)


def test_a_form_of_nothing_checks_nothing() -> None:
    assert FormTable({}).form(None) is None


def test_required_fields_must_be_there_and_may_be_anything() -> None:
    form = {"type": "object", "required": ["id", "name"]}
    assert mismatch(form, {"id": 1, "name": None}) is None
    assert mismatch(form, {"id": 1}) == ("$.name", "this required field", "nothing")
    assert mismatch({"type": "array", "items": form}, [{"id": 1, "name": 2}, {}]) == (
        "$[1].id",
        "this required field",
        "nothing",
    )


def test_a_required_container_may_not_be_null() -> None:
    form = {"type": "object", "required": ["a"], "properties": {"a": {"type": "object"}}}
    assert mismatch(form, {"a": None}) == ("$.a", "an object", "null")


def test_nullable_means_null_is_kept() -> None:
    form = {"type": "object", "properties": {"a": {"type": "object", "nullable": True}, "b": {"type": "object"}}}
    value: dict[str, Any] = {"a": None, "b": None}
    assert mismatch(form, value) is None
    assert value == {"a": None}


def test_a_value_is_any_scalar_but_null() -> None:
    assert [mismatch({"type": "value"}, value) for value in ("x", 1, True, 1.5)] == [None] * 4
    assert mismatch({"type": "value"}, None) == ("$", "a value", "null")
    assert mismatch({"type": "value"}, []) == ("$", "a value", "a list")
    assert mismatch({"type": "value"}, {}) == ("$", "a value", "an object")


def test_additional_speaks_of_undeclared_properties_only() -> None:
    form = {"type": "object", "properties": {"list": {"type": "array"}}, "additional": {"type": "object"}}
    assert mismatch(form, {"list": [], "x": {}}) is None
    assert mismatch(form, {"list": [], "x": {}, "y": []}) == ("$.y", "an object", "a list")


def test_additional_does_not_speak_of_declared_scalars() -> None:
    form = {"type": "object", "declared": ["name"], "additional": {"type": "object"}}
    assert mismatch(form, {"name": "piano", "x": {}}) is None
    assert mismatch(form, {"name": "piano", "x": "y"}) == ("$.x", "an object", "a string")


def test_every_property_is_checked_whatever_came_before() -> None:
    form = {"type": "object", "properties": {"a": {"type": "object"}, "b": {"type": "array"}}}
    assert mismatch(form, {"a": {}, "b": {}}) == ("$.b", "a list", "an object")


@pytest.mark.parametrize(
    ("inner", "value", "at"),
    [
        ({"type": "object", "required": ["id"]}, {}, "$.in.id"),
        ({"type": "object", "properties": {"id": {"type": "value"}}}, {"id": []}, "$.in.id"),
        ({"type": "object", "additional": {"type": "value"}}, {"id": []}, "$.in.id"),
        ({"type": "array", "items": {"type": "value"}}, [[]], "$.in[0]"),
    ],
    ids=["required", "properties", "additional", "items"],
)
def test_containers_are_checked_inside(inner: Any, value: Any, at: str) -> None:
    found = mismatch({"type": "object", "properties": {"in": inner}}, {"in": value})
    assert found is not None
    assert found[0] == at


def test_a_schema_may_contain_itself() -> None:
    tree = {"type": "object", "properties": {"below": {"type": "array", "items": {"ref": "tree"}}}}
    good: Any = {}
    for _ in range(50):
        good = {"below": [good, {}]}
    assert mismatch({"ref": "tree"}, good, tree=tree) is None
    bad: Any = {"below": [{}, {"below": [{"below": {}}]}]}
    assert mismatch({"ref": "tree"}, bad, tree=tree) == ("$.below[1].below[0].below", "a list", "an object")


def test_a_schema_may_be_another_name_of_one_that_contains_it() -> None:
    schemas: dict[str, Any] = {
        "alias": {"ref": "node", "nullable": True},
        "node": {"type": "object", "required": ["id"], "properties": {"next": {"ref": "alias"}}},
    }
    good = {"id": 1, "next": {"id": 2, "next": None}}
    assert mismatch({"ref": "alias"}, good, **schemas) is None
    assert good == {"id": 1, "next": {"id": 2, "next": None}}
    deep = {"id": 1, "next": {"id": 2, "next": {}}}
    for name in ("alias", "node"):
        assert mismatch({"ref": name}, deep, **schemas) == ("$.next.next.id", "this required field", "nothing")


def test_another_name_of_a_schema_allows_no_null_by_itself() -> None:
    schemas: dict[str, Any] = {"alias": {"ref": "node"}, "node": {"type": "object"}}
    assert mismatch({"ref": "alias"}, None, **schemas) == ("$", "an object", "null")


def test_nullable_at_a_reference_does_not_change_what_it_refers_to() -> None:
    table = FormTable({"a": {"type": "object"}})
    nullable, plain = table.form({"ref": "a", "nullable": True}), table.form({"ref": "a"})
    assert nullable is not None
    assert plain is not None
    assert check(nullable, None) is None
    assert check(plain, None) is not None


EITHER = {
    "any": [
        {"type": "object", "properties": {"n": {"type": "object"}, "z": {"type": "array"}}},
        {"type": "object", "required": ["kind"], "properties": {"n": {"type": "object", "nullable": True}}},
        {"type": "array", "items": {"type": "object"}},
    ]
}


def test_one_fitting_branch_is_enough() -> None:
    assert mismatch(EITHER, {"z": []}) is None
    assert mismatch(EITHER, {"kind": 1, "z": {}}) is None
    assert mismatch(EITHER, [{}]) is None


def test_of_several_branches_the_one_that_got_furthest_speaks() -> None:
    assert mismatch(EITHER, [{}, 1]) == ("$[1]", "an object", "a number")
    assert mismatch(EITHER, None) == ("$", "an object or a list", "null")
    inner = {"type": "object", "properties": {"b": {"type": "array"}}}
    either = {"any": [{"type": "object", "properties": {"a": inner}}, {"type": "object", "required": ["z"]}]}
    assert mismatch(either, {"a": {"b": {}}}) == ("$.a.b", "a list", "an object")


def test_a_branch_that_fails_leaves_no_trace() -> None:
    value: dict[str, Any] = {"kind": 1, "n": None, "z": {}}
    assert mismatch(EITHER, value) is None
    assert value == {"kind": 1, "n": None, "z": {}}


def test_null_is_allowed_where_one_branch_allows_it() -> None:
    assert mismatch({"any": [{"type": "object", "nullable": True}, {"type": "array"}]}, None) is None


def test_a_table_is_read_from_the_generated_package() -> None:
    operation = operations.operation_of(background_tracks_index)
    assert str(operation) == OPERATION
    form = operation.forms["200"]
    assert form is not None
    assert form.kind == "array"
