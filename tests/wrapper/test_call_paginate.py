"""`bw.call`, `bw.call_detailed` and `bw.paginate`, with any generated endpoint."""

from __future__ import annotations

import types
from http import HTTPStatus
from typing import Any

import httpx
import pytest

import beyondwords
from beyondwords import BackgroundTrack, NotFoundError, PaginationError, ResponseDecodeError
from beyondwords._core import operations
from beyondwords._core.forms import FormTable
from beyondwords_api import models
from beyondwords_api.api.background_tracks import background_tracks_index
from beyondwords_api.models import BackgroundTracksIndexFilterScopes
from beyondwords_api.types import UNSET, Response
from tests.wrapper.sides import Answers, Rows, Side, ids, page

# call


def test_call_gives_the_decoded_value(side: Side) -> None:
    server = Rows(25)
    tracks = side.wait(side.client(server).call(background_tracks_index, pagination_limit=2, filter_custom=True))
    assert isinstance(tracks, list)
    assert all(isinstance(track, BackgroundTrack) for track in tracks)
    assert ids(tracks) == [0, 1]
    assert dict(server.requests[0].url.params) == {"pagination[limit]": "2", "filter[custom]": "true"}


def test_call_is_one_request(side: Side) -> None:
    server = Rows(25)
    side.wait(side.client(server).call(background_tracks_index))
    assert len(server.requests) == 1


def test_call_raises_typed_errors(side: Side) -> None:
    with pytest.raises(NotFoundError):
        side.wait(side.client(Answers(httpx.Response(404))).call(background_tracks_index))


def test_call_detailed_gives_the_generated_response(side: Side) -> None:
    response = side.wait(side.client(Rows(25)).call_detailed(background_tracks_index))
    assert isinstance(response, Response)
    assert response.status_code is HTTPStatus.OK
    assert response.headers["x-pagination-total-count"] == "25"
    assert ids(response.parsed or []) == list(range(10))
    assert response.content.startswith(b"[")


@pytest.mark.parametrize("function", ["call", "call_detailed", "paginate"])
@pytest.mark.parametrize("endpoint", [models, beyondwords, background_tracks_index.sync, "background_tracks", None])
def test_what_is_no_endpoint_module_is_refused(side: Side, function: str, endpoint: Any) -> None:
    server = Rows(1)
    with pytest.raises(TypeError, match=r"not a generated endpoint module: .*import one, for example"):
        side.wait(getattr(side.client(server), function)(endpoint))
    assert server.requests == []


@pytest.mark.parametrize("function", ["call", "call_detailed", "paginate"])
def test_an_argument_that_the_function_does_not_take_is_a_type_error_before_any_request(
    side: Side, function: str
) -> None:
    server = Rows(1)
    with pytest.raises(TypeError, match="colour"):
        side.wait(getattr(side.client(server), function)(background_tracks_index, colour="red"))
    assert server.requests == []


def test_an_argument_of_the_wrong_type_is_a_type_error_and_no_decode_error(side: Side) -> None:
    server = Rows(1)
    with pytest.raises(TypeError, match=r"^GET /background_tracks .*argument is of the wrong type"):
        side.wait(side.client(server).call(background_tracks_index, filter_scopes="primary"))
    assert server.requests == []


def test_a_filter_that_the_api_would_silently_ignore_is_refused(side: Side) -> None:
    server = Rows(1)
    nameless = BackgroundTracksIndexFilterScopes.from_dict({"kind": "primary"})
    with pytest.raises(ValueError, match=r"the query key 'kind' is not declared; .*'filter\[scopes\]\[a\]'"):
        side.wait(side.client(server).call(background_tracks_index, filter_scopes=nameless))
    assert server.requests == []


def test_a_filter_under_its_full_name_is_sent(side: Side) -> None:
    server = Rows(1)
    named = BackgroundTracksIndexFilterScopes.from_dict({"filter[scopes][kind]": "primary"})
    side.wait(side.client(server).call(background_tracks_index, filter_scopes=named))
    assert dict(server.requests[0].url.params) == {"filter[scopes][kind]": "primary"}


# paginate


def test_paginate_gives_the_same_pager_as_the_resource(side: Side) -> None:
    client = side.client(Rows(25))
    pager = client.paginate(background_tracks_index, limit=10)
    assert type(pager) is type(client.background_tracks.list())
    assert ids(side.all(pager)) == list(range(25))
    assert ids(side.all(pager)) == list(range(25))
    assert [len(each.items) for each in side.all(pager.pages())] == [10, 10, 5]
    assert side.wait(pager.page()).total == 25


def test_paginate_takes_the_paging_words_and_the_generated_names(side: Side) -> None:
    server = Rows(25)
    pager = side.client(server).paginate(background_tracks_index, limit=4, offset=2, max_items=5, filter_name="a")
    assert ids(side.all(pager)) == [2, 3, 4, 5, 6]
    assert [dict(request.url.params) for request in server.requests] == [
        {"pagination[limit]": "4", "pagination[offset]": "2", "filter[name]": "a"},
        {"pagination[limit]": "1", "pagination[offset]": "6", "filter[name]": "a"},
    ]


def test_paginate_leaves_out_what_is_unset(side: Side) -> None:
    server = Rows(1)
    side.all(side.client(server).paginate(background_tracks_index, filter_name=UNSET))
    assert dict(server.requests[0].url.params) == {}


@pytest.mark.parametrize(
    ("arguments", "kind", "said"),
    [
        ({"limit": 0}, ValueError, "^limit must be at least 1"),
        ({"offset": -1}, ValueError, "^offset must be at least 0"),
        ({"max_items": "7"}, TypeError, "^max_items must be a whole number"),
        ({"pagination_limit": 7}, TypeError, "use limit= instead of pagination_limit="),
        ({"pagination_offset": 7}, TypeError, "use offset= instead of pagination_offset="),
        ({"client": None}, TypeError, "client"),
    ],
)
def test_paginate_refuses_what_makes_no_sense_at_once(
    side: Side, arguments: dict[str, Any], kind: type[Exception], said: str
) -> None:
    server = Rows(1)
    client = side.client(server)
    with pytest.raises(kind, match=said):
        client.paginate(background_tracks_index, **arguments)
    assert server.requests == []


def test_paginate_keeps_the_pagers_promises(side: Side) -> None:
    server = Answers(page([0, 1], total=9), page([0, 1], total=9), page([2], total=3))
    iterator = side.iterate(side.client(server).paginate(background_tracks_index))
    side.take(iterator, 2)
    with pytest.raises(PaginationError) as caught:
        side.next(iterator)
    assert caught.value.resume_offset == 2
    assert side.next(iterator).id == 2


# Endpoints that a later spec may bring


def made_up(monkeypatch: pytest.MonkeyPatch, **operation: Any) -> Any:
    """An endpoint of another spec: its entry in the table of operations, and a generated module for it."""
    entry = {"method": "GET", "path": "/things", "query": {}, "responses": {"200": None}, **operation}
    name = "things.things_made_up"
    monkeypatch.setattr(operations, "_tables", lambda: ({name: entry}, FormTable({})))
    operations.operation_named.cache_clear()
    module = types.ModuleType(f"beyondwords_api.api.{name}")

    def arguments_of(filters: Any, limit: Any, offset: Any) -> dict[str, Any]:
        wire = {"filter[x]": filters, "pagination[limit]": limit, "pagination[offset]": offset}
        params = {name: value for name, value in wire.items() if value is not UNSET}
        return {"method": entry["method"], "url": entry["path"], "params": params}

    def answer(response: httpx.Response) -> Response[Any]:
        parsed = response.json() if response.content else None
        return Response(HTTPStatus(response.status_code), response.content, response.headers, parsed)

    def sync_detailed(*, client: Any, x: Any = UNSET, limit_: Any = UNSET, offset_: Any = UNSET) -> Response[Any]:
        return answer(client.get_httpx_client().request(**arguments_of(x, limit_, offset_)))

    async def asyncio_detailed(
        *, client: Any, x: Any = UNSET, limit_: Any = UNSET, offset_: Any = UNSET
    ) -> Response[Any]:
        return answer(await client.get_async_httpx_client().request(**arguments_of(x, limit_, offset_)))

    module.__dict__.update(sync_detailed=sync_detailed, asyncio_detailed=asyncio_detailed)
    return module


@pytest.fixture(autouse=True)
def _forget_made_up_operations() -> Any:
    yield
    operations.operation_named.cache_clear()


PAGED = {"pagination[limit]": "limit_", "pagination[offset]": "offset_"}
LIST = {"200": {"type": "array"}}


def test_any_list_endpoint_can_be_walked(side: Side, monkeypatch: pytest.MonkeyPatch) -> None:
    things = made_up(monkeypatch, query={**PAGED, "filter[x]": "x"}, responses=LIST)
    server = Rows(25)
    rows = side.all(side.client(server).paginate(things, limit=20, x="y"))
    assert [row["id"] for row in rows] == list(range(25))
    assert [request.url.params["filter[x]"] for request in server.requests] == ["y", "y"]
    assert server.asked == [(None, "20"), ("20", "20")]


def test_none_for_what_is_required_is_refused_before_any_request(side: Side, monkeypatch: pytest.MonkeyPatch) -> None:
    things = made_up(monkeypatch, query={**PAGED, "filter[x]": "x"}, responses=LIST)
    sync_side, async_side = things.sync_detailed, things.asyncio_detailed

    def sync_detailed(x: Any, *, client: Any, **rest: Any) -> Any:
        return sync_side(client=client, x=x, **rest)

    def asyncio_detailed(x: Any, *, client: Any, **rest: Any) -> Any:
        return async_side(client=client, x=x, **rest)

    things.__dict__.update(sync_detailed=sync_detailed, asyncio_detailed=asyncio_detailed)
    server = Rows(5)
    client = side.client(server)
    with pytest.raises(TypeError, match=r"^GET /things: x is required and cannot be None$"):
        side.wait(client.call(things, x=None))
    with pytest.raises(TypeError, match="x is required"):
        side.all(client.paginate(things, x=None))
    assert server.requests == []
    assert len(side.wait(client.call(things, x="y"))) == 5
    assert len(side.all(client.paginate(things, x="y"))) == 5


@pytest.mark.parametrize("missing", ["pagination[limit]", "pagination[offset]"])
def test_what_has_no_paging_is_refused_by_paginate(side: Side, monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    query = {wire: own for wire, own in PAGED.items() if wire != missing}
    endpoint = made_up(monkeypatch, query=query, responses=LIST)
    with pytest.raises(TypeError) as caught:
        side.client(Rows(1)).paginate(endpoint)
    assert str(caught.value) == f"GET /things is not paginated: it takes no {missing}; use call()"


def test_what_answers_with_no_list_is_refused_by_paginate(side: Side, monkeypatch: pytest.MonkeyPatch) -> None:
    endpoint = made_up(monkeypatch, query=PAGED, responses={"200": {"type": "object"}})
    with pytest.raises(TypeError, match="does not answer with a list"):
        side.client(Rows(1)).paginate(endpoint)


@pytest.mark.parametrize(
    ("declared", "status", "taken"),
    [
        ("200", 200, True),
        ("200", 201, False),
        ("201", 201, True),
        ("201", 200, False),
        ("2XX", 200, True),
        ("2XX", 204, True),
        ("2xx", 200, True),
        ("default", 203, True),
    ],
)
def test_a_success_that_the_spec_does_not_declare_is_a_decode_error(
    side: Side, monkeypatch: pytest.MonkeyPatch, declared: str, status: int, taken: bool
) -> None:
    endpoint = made_up(monkeypatch, method="POST", responses={declared: None})
    client = side.client(Answers(httpx.Response(status)))
    if taken:
        assert side.wait(client.call_detailed(endpoint)).status_code == status
    else:
        with pytest.raises(ResponseDecodeError, match=f"^POST /things: the {status} answer .* declares {declared}$"):
            side.wait(client.call_detailed(endpoint))


def test_an_operation_without_content_gives_none(side: Side, monkeypatch: pytest.MonkeyPatch) -> None:
    endpoint = made_up(monkeypatch, method="DELETE", responses={"204": None})
    assert side.wait(side.client(Answers(httpx.Response(204))).call(endpoint)) is None
