"""What methods are given: how it is sent, and that what makes no sense is refused by name before anything is sent."""

from __future__ import annotations

import io
import re
from collections import OrderedDict, UserList
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from types import MappingProxyType
from typing import Any

import httpx
import pytest

import beyondwords
from beyondwords_api import models
from beyondwords_api.api.ads import ads_show
from beyondwords_api.api.background_tracks import background_tracks_index
from beyondwords_api.api.content import content_index
from beyondwords_api.api.upload import upload_create
from beyondwords_api.models import BackgroundTrackInput, BackgroundTracksIndexFilterScopes, FileUpload, NewContent
from tests.sides import Rows, Side

EAST = timezone(timedelta(hours=2))
Pairs = list[tuple[str, str]]

LISTED: list[tuple[dict[str, Any], Pairs]] = [
    ({"limit": 50}, [("pagination[limit]", "50")]),
    ({"offset": 100}, [("pagination[offset]", "100")]),
    ({"offset": 0}, [("pagination[offset]", "0")]),
    ({"name": "piano"}, [("filter[name]", "piano")]),
    ({"name": ""}, [("filter[name]", "")]),
    ({"name": "a&b=c % ü🎹"}, [("filter[name]", "a&b=c % ü🎹")]),
    ({"custom": True}, [("filter[custom]", "true")]),
    ({"custom": False}, [("filter[custom]", "false")]),
    ({"scopes": ["primary", "x"]}, [("filter[scopes][]", "primary"), ("filter[scopes][]", "x")]),
    ({"scopes": ("primary",)}, [("filter[scopes][]", "primary")]),
    ({"scopes": UserList(["primary"])}, [("filter[scopes][]", "primary")]),
    ({"scopes": {"a&b": "c=d"}}, [("filter[scopes][a&b]", "c=d")]),
    ({"scopes": OrderedDict(a="x", b=7)}, [("filter[scopes][a]", "x"), ("filter[scopes][b]", "7")]),
    ({"scopes": MappingProxyType({"a": True})}, [("filter[scopes][a]", "true")]),
    (dict.fromkeys(["limit", "offset", "name", "custom", "scopes", "max_items"]), []),
]


def test_the_wire_form_of_each_argument(side: Side, subtests: pytest.Subtests) -> None:
    server = Rows(1)
    client = side.client(server)
    for arguments, query in LISTED:
        with subtests.test(str(arguments)):
            side.page(client, **arguments)
            assert server.requests[-1].url.params.multi_items() == query


@pytest.mark.parametrize("names", [["kind", "a b"], ["filter[scopes][kind]", "filter[scopes][a b]"]])
def test_a_filter_by_its_plain_keys_is_sent_under_its_name(side: Side, names: list[str]) -> None:
    server = Rows(1)
    scopes = BackgroundTracksIndexFilterScopes.from_dict(dict(zip(names, ["primary", True], strict=True)))
    side.wait(side.client(server).call(background_tracks_index, filter_scopes=scopes))
    assert dict(server.requests[0].url.params) == {"filter[scopes][kind]": "primary", "filter[scopes][a b]": "true"}


def test_times_are_sent_in_utc(side: Side) -> None:
    server = Rows(1)
    bw = side.client(server, project_id=7)
    old = datetime(987, 1, 2, 3, 4, 5, 678, tzinfo=UTC)
    for given, sent in ((datetime(2026, 1, 2, tzinfo=EAST), "2026-01-01T22:00:00Z"), (old, "0987-01-02T03:04:05Z")):
        side.wait(bw.content.list(updated_to=given).page())
        assert server.requests[-1].url.params["filter[updated][to]"] == sent


def article(**changes: Any) -> NewContent:
    return NewContent(**{"title": "x", "body": "x", "source_id": "s", **changes})


NO_ENDPOINTS = [models, beyondwords, background_tracks_index.sync, "background_tracks", None]
NO_IDS = ["", ".", "..", None, True, 1.5, b"x"]
NO_SCOPES = ["primary", 7, {"primary"}, iter("p"), ["primary", 7], {"kind": None}, {7: "a"}]
NO_FILES = [io.TextIOWrapper(io.BytesIO(b"text")), io.StringIO("x"), None, 5, b"x"]
NO_TIMES = [datetime(2026, 1, 2, tzinfo=UTC), 20260102]
TOO_EARLY = datetime(1, 1, 1, tzinfo=EAST)
EITHER = (TypeError, ValueError)
FILE = r"{x!r} .*file.*; File\(payload=\.\.\.\) makes one"
MODEL = r"{x!r} .*model.*; from_dict\(\.\.\.\) makes one"
NO_ID = ".*(must not be|must be str|cannot be left out)"
NO_MODULE = "not a generated endpoint module: .*import one, for example"
HALF_A_LETTER = "the arguments cannot be sent: .*surrogates"
FIT = "background_tracks_index: filter_scopes must be BackgroundTracksIndexFilterScopes, not {x!r}"

# A call with x, which is each of the values in turn; the error, and what it says.
REFUSED: list[tuple[Callable[[Any, Any], Any], list[Any], type[Exception] | tuple[type[Exception], ...], str]] = [
    # Lists
    (lambda bw, x: bw.background_tracks.list(limit=x), [0, -1], ValueError, "limit must be at least 1, not {x!r}"),
    (lambda bw, x: bw.background_tracks.list(limit=x), [1.0, "10", True], TypeError, "limit must be a .*, not {x!r}"),
    (lambda bw, x: bw.background_tracks.list(offset=x), [-1], ValueError, "offset must be at least 0, not {x!r}"),
    (lambda bw, x: bw.background_tracks.list(offset=x), ["0", False], TypeError, "offset must be a .*, not {x!r}"),
    (lambda bw, x: bw.background_tracks.list(max_items=x), [-1], ValueError, "max_items must be at .*, not {x!r}"),
    (lambda bw, x: bw.background_tracks.list(max_items=x), [2.5], TypeError, "max_items must be a .*, not {x!r}"),
    (lambda bw, x: bw.background_tracks.list(prefetch=x), [0], ValueError, "prefetch must be at least 1, not {x!r}"),
    (lambda bw, x: bw.background_tracks.list(prefetch=x), [True, None], TypeError, "prefetch must be .*, not {x!r}"),
    (lambda bw, x: bw.background_tracks.list(custom=x), ["true", 1], TypeError, ".*custom must be bool, not {x!r}"),
    (lambda bw, x: bw.background_tracks.list(name=x), [7, ["a"]], TypeError, ".*name must be str, not {x!r}"),
    (lambda bw, x: bw.background_tracks.list(scopes=x), NO_SCOPES, TypeError, "scopes must be a list of str.* mapping"),
    (lambda bw, x: bw.background_tracks.list(scopes=x), [[], (), {}], ValueError, "scopes must not be empty"),
    (lambda bw, x: bw.background_tracks.list(x), [10], TypeError, ".*positional argument"),
    (lambda bw, x: bw.background_tracks.list(colour=x), ["red"], TypeError, ".*colour"),
    (lambda bw, x: bw.content.list(titel=x), ["a"], TypeError, r"list\(\) takes .*; did you mean 'title'\?$"),
    (lambda bw, x: bw.voices.list(lenguage=x), ["en"], TypeError, ".*lenguage"),
    (lambda bw, x: bw.analytics.by_content(limt=x), [3], TypeError, r"by_content\(\) .* did you mean 'limit'\?$"),
    (lambda bw, x: bw.webhooks.list(filter_url=x), ["a"], TypeError, r"list\(\) takes no .*; it takes project_id,"),
    (lambda bw, x: bw.background_tracks.list(name=x).page(), ["x" * 70_000], ValueError, ".*cannot be sent.*too long"),
    # Any endpoint
    (lambda bw, x: bw.call(x), NO_ENDPOINTS, TypeError, NO_MODULE),
    (lambda bw, x: bw.call_detailed(x), NO_ENDPOINTS, TypeError, NO_MODULE),
    (lambda bw, x: bw.paginate(x), NO_ENDPOINTS, TypeError, NO_MODULE),
    (lambda bw, x: bw.call(background_tracks_index, colour=x), ["red"], TypeError, ".* no argument 'colour'"),
    (lambda bw, x: bw.call_detailed(background_tracks_index, colour=x), ["red"], TypeError, ".* no argument 'colour'"),
    (lambda bw, x: bw.paginate(background_tracks_index, colour=x), ["red"], TypeError, ".* no argument 'colour'"),
    (lambda bw, x: bw.paginate(background_tracks_index, max_items=x), ["7"], TypeError, "max_items must be a whole nu"),
    (lambda bw, x: bw.paginate(background_tracks_index, pagination_limit=x), [7], TypeError, ".*limit="),
    (lambda bw, x: bw.paginate(background_tracks_index, pagination_offset=x), [7], TypeError, ".*offset="),
    (lambda bw, x: bw.paginate(background_tracks_index, client=x), [None], TypeError, ".*the client is this one"),
    (lambda bw, x: bw.call(background_tracks_index, filter_scopes=x), ["primary"], TypeError, FIT),
    (lambda bw, x: bw.call(background_tracks_index, filter_scopes=x), [{"a": "b"}], TypeError, f"{FIT}; .* makes one"),
    # An id that is none, or leads elsewhere; half a letter
    (lambda bw, x: bw.content.get(x), NO_IDS, EITHER, NO_ID),
    (lambda bw, x: bw.content.delete(x), NO_IDS, EITHER, NO_ID),
    (lambda bw, x: bw.playlists.get(x), NO_IDS, EITHER, NO_ID),
    (lambda bw, x: bw.projects.delete(x), NO_IDS, EITHER, NO_ID),
    (lambda bw, x: bw.players.by_source_url(x), NO_IDS, EITHER, NO_ID),
    (lambda bw, x: bw.content.get(x), ["\ud800"], ValueError, HALF_A_LETTER),
    (lambda bw, x: bw.content.get("a", project_id=x), ["\ud800"], ValueError, HALF_A_LETTER),
    (lambda bw, x: bw.content.list(title=x).page(), ["\ud800"], ValueError, HALF_A_LETTER),
    (lambda bw, x: bw.voices.list(language=x), ["\ud800"], ValueError, HALF_A_LETTER),
    (lambda bw, x: bw.call(ads_show, project_id=7, id=x), ["\udfff"], ValueError, HALF_A_LETTER),
    # A string in place of a list would be its letters; without a filter everything would come
    (lambda bw, x: bw.content.list(statuses=x), ["processed"], TypeError, "statuses must be a list, not "),
    (lambda bw, x: bw.playlists.list(types=x), ["manual"], TypeError, "types must be a list, not "),
    (lambda bw, x: bw.rules.list(languages=x), ["en_US"], TypeError, "languages must be a list, not "),
    (lambda bw, x: bw.voices.list(scopes=x), ["primary"], TypeError, "scopes must be a list, not "),
    (lambda bw, x: bw.analytics.of_project(variants=x), ["article"], TypeError, "variants must be a list, not "),
    (lambda bw, x: bw.content.publish_many(x), ["cms-1", None, 5], TypeError, "items must be a list, not "),
    (lambda bw, x: bw.content.delete_many(x), ["12", None, 5], TypeError, "content_ids must be a list, not "),
    (lambda bw, x: bw.content.list(statuses=x), [[], ()], ValueError, ".*statuses must not be an empty list"),
    (lambda bw, x: bw.playlists.list(types=x), [[]], ValueError, ".*types must not be an empty list"),
    (lambda bw, x: bw.rules.list(languages=x), [[]], ValueError, ".*languages must not be an empty list"),
    (lambda bw, x: bw.rules.list(voices=x), [[]], ValueError, ".*voices must not be an empty list"),
    (lambda bw, x: bw.rules.list(scopes=x), [[]], ValueError, "scopes must not be empty"),
    (lambda bw, x: bw.voices.list(scopes=x), [[]], ValueError, ".*scopes must not be an empty list"),
    (lambda bw, x: bw.analytics.of_project(variants=x), [[]], ValueError, ".*variants must not be an empty list"),
    (lambda bw, x: bw.analytics.of_content("a", formats=x), [[]], ValueError, ".*formats must not be an empty list"),
    (lambda bw, x: bw.call(content_index, project_id=7, filter_statuses=x), [[]], ValueError, ".*must not be an empty"),
    (lambda bw, x: bw.paginate(content_index, project_id=7, filter_statuses=x), [[]], ValueError, ".*not be an empty"),
    # Times, and numbers
    (lambda bw, x: bw.content.list(created_from=x), [datetime(2026, 1, 2)], ValueError, "created_from has no time"),
    (lambda bw, x: bw.content.list(created_from=x), [date(2026, 1, 2)], TypeError, "created_from must be a datetime"),
    (lambda bw, x: bw.content.list(created_to=x), [TOO_EARLY], ValueError, "created_to is before the year 1 .* in UTC"),
    (lambda bw, x: bw.analytics.of_project(start=x), NO_TIMES, TypeError, r"start must be a datetime\.date, or text"),
    (lambda bw, x: bw.content.publish_many([article()], concurrency=x), [0, 1.5, True], EITHER, "concurrency must be"),
    # What is sent
    (lambda bw, x: bw.uploads.create(x), NO_FILES, TypeError, "payload must be a path or a file opened in binary mode"),
    (lambda bw, x: bw.content.publish(article(source_id=x)), ["", beyondwords.UNSET], ValueError, ".* a source_id"),
    (lambda bw, x: bw.content.publish(article(source_id=x)), [".", ".."], ValueError, "source_id must not be {x!r}"),
    (lambda bw, x: bw.content.create(article(source_id=x)), ["", ".", ".."], ValueError, "source_id must not be {x!r}"),
    (lambda bw, x: bw.content.publish(x), [{"title": "x"}], TypeError, ".* must be a NewContent, .* not {x!r}"),
    (lambda bw, x: bw.content.publish(article(metadata=x)), [{"a": 1}], TypeError, f".*{MODEL}"),
    (lambda bw, x: bw.call(upload_create, body=FileUpload(file=x)), [b"png"], TypeError, f"upload_create: {FILE}"),
    (lambda bw, x: bw.background_tracks.create(BackgroundTrackInput(media=x)), [{"url": "x"}], TypeError, f".*{MODEL}"),
    (lambda bw, x: bw.content.publish(article(body=x)), [b"x"], ValueError, ".*cannot be sent: Object of type bytes"),
    (lambda bw, x: bw.content.publish(article(body=x)), ["\ud800"], ValueError, ".*cannot be sent: .*surrogates"),
    (lambda bw, x: bw.players.by_identifiers(x), ["abc", 5, None], TypeError, "identifiers must be a list, not {x!r}"),
    (lambda bw, x: bw.players.by_identifiers(x), [[], [5]], ValueError, "identifiers must hold one mapping or more"),
    # What is saved
    (lambda bw, x: bw.content.download_audio("a", x), [5, None, b"x"], TypeError, "path must be a string or .*, not"),
    (lambda bw, x: bw.content.download_audio("a", "x", variant=x), ["sumary", None], ValueError, "variant must be one"),
    # Progress
    (lambda bw, x: bw.content.publish_many([article()], progress=x), [5], TypeError, "progress must be a function"),
    (lambda bw, x: bw.content.delete_many(["cms-1"], progress=x), [5], TypeError, "progress must be a function, not 5"),
    (lambda bw, x: bw.content.wait("cms-1", progress=x), [5], TypeError, "progress must be a function, not 5"),
]


def test_an_argument_that_makes_no_sense_is_refused_by_name(side: Side, subtests: pytest.Subtests) -> None:
    server = Rows(1)
    bw = side.client(server, project_id=7)
    for call, value, kind, said in [(call, value, *rest) for call, values, *rest in REFUSED for value in values]:
        with subtests.test(f"{said} {value!r:.50}"):
            server.requests.clear()
            with pytest.raises(kind, match=f"^{said.replace('{x!r}', re.escape(repr(value)))}") as caught:
                side.wait(call(bw, value))
            # httpx's own error would be taken for a fault of the network.
            assert not isinstance(caught.value, httpx.InvalidURL)
            assert server.requests == []
