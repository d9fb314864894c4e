"""Each method of each resource, and endpoints without one: the request that it sends, and what it gives."""

from __future__ import annotations

import inspect
import io
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import cached_property
from http import HTTPStatus
from pathlib import Path
from typing import Any

import httpx
import pytest

from beyondwords import BeyondWords, ConfigurationError
from beyondwords_api import models as m
from beyondwords_api.api.ads import ads_show
from beyondwords_api.api.background_tracks import background_tracks_index
from beyondwords_api.types import UNSET, Response
from tests.sides import KEY, Recorder, Rows, Side, ids

P = "/v1/projects/7"
DAY = datetime(2026, 1, 2, tzinfo=UTC)
CALLS: list[tuple[Callable[[Any], Any], str]] = [
    (lambda bw: bw.background_tracks.get(3), "GET /v1/background_tracks/3"),
    (lambda bw: bw.background_tracks.create(m.BackgroundTrackInput(name="x")), "POST /v1/background_tracks"),
    (lambda bw: bw.background_tracks.update(3, m.BackgroundTrackInput(name="x")), "PUT /v1/background_tracks/3"),
    (lambda bw: bw.background_tracks.delete(3), "DELETE /v1/background_tracks/3"),
    (lambda bw: bw.projects.list(name="x").page(), "GET /v1/projects?filter[name]=x"),
    (lambda bw: bw.projects.list(language="en").page(), "GET /v1/projects?filter[language.code]=en"),
    (lambda bw: bw.projects.get(), "GET /v1/projects/7"),
    (lambda bw: bw.projects.get(8), "GET /v1/projects/8"),
    (lambda bw: bw.projects.create(m.NewProject.from_dict({"name": "x", "language": {}})), "POST /v1/projects"),
    (lambda bw: bw.projects.update(m.ProjectUpdate.from_dict({"name": "x"})), "PUT /v1/projects/7"),
    (lambda bw: bw.projects.delete(8), "DELETE /v1/projects/8"),
    (lambda bw: bw.voices.list(language="en"), "GET /v1/organization/voices?filter[language.code]=en"),
    (lambda bw: bw.voices.list(scopes=["x", "y"]), "GET /v1/organization/voices?filter[scopes][]=x&filter[scopes][]=y"),
    (lambda bw: bw.voices.of_project(), f"GET {P}/voices"),
    (lambda bw: bw.voices.update(2, m.VoiceUpdate.from_dict({"speaking_rate": 90})), "PUT /v1/organization/voices/2"),
    (lambda bw: bw.languages.list(), "GET /v1/organization/languages"),
    (lambda bw: bw.speakers.list(), "GET /v1/speakers"),
    (lambda bw: bw.speakers.get(2), "GET /v1/speakers/2"),
    (lambda bw: bw.speakers.create(m.NewSpeaker.from_dict({"name": "x"})), "POST /v1/speakers"),
    (lambda bw: bw.playlists.list(title="x", project_id=9).page(), "GET /v1/projects/9/playlists?filter[title]=x"),
    (lambda bw: bw.playlists.get("a/b"), f"GET {P}/playlists/a%2Fb"),
    (lambda bw: bw.playlists.create(m.NewPlaylist.from_dict({"title": "x", "type": "manual"})), f"POST {P}/playlists"),
    (lambda bw: bw.playlists.update(2, m.PlaylistUpdate.from_dict({"title": "x"})), f"PUT {P}/playlists/2"),
    (lambda bw: bw.playlists.delete(2), f"DELETE {P}/playlists/2"),
    (lambda bw: bw.players.get("a"), f"GET {P}/player/by_content_id/a"),
    (lambda bw: bw.players.by_source_id("ü/?#%"), f"GET {P}/player/by_source_id/%C3%BC%2F%3F%23%25"),
    (lambda bw: bw.players.by_source_url("https://a.b/c?d"), f"GET {P}/player/by_source_url/https%3A%2F%2Fa.b%2Fc%3Fd"),
    (lambda bw: bw.players.by_playlist_id(2, media_format="x"), f"GET {P}/player/by_playlist_id/2?media_format=x"),
    (lambda bw: bw.players.by_identifiers([{"id": 1}]), f"GET {P}/player/by_identifiers/%5B%7B%22id%22%3A1%7D%5D"),
    (lambda bw: bw.players.settings(), f"GET {P}/player_settings"),
    (lambda bw: bw.players.update_settings(m.PlayerSettingsUpdate(enabled=True)), f"PUT {P}/player_settings"),
    (lambda bw: bw.rules.list(languages=["en"]).page(), "GET /v1/rules?filter[languages][]=en"),
    (lambda bw: bw.rules.list(voices=[1]).page(), "GET /v1/rules?filter[voices][]=1"),
    (lambda bw: bw.rules.get(2), "GET /v1/rules/2"),
    (lambda bw: bw.rules.create(m.RuleInput.from_dict({"key": "x"})), "POST /v1/rules"),
    (lambda bw: bw.rules.update(2, m.RuleInput.from_dict({"key": "x"})), "PUT /v1/rules/2"),
    (lambda bw: bw.rules.delete(2), "DELETE /v1/rules/2"),
    (lambda bw: bw.rules.matches(m.RuleMatchRequest.from_dict({"text": "x"})), "POST /v1/rules/matches"),
    (lambda bw: bw.webhooks.list().page(), f"GET {P}/webhooks"),
    (lambda bw: bw.webhooks.get(2), f"GET {P}/webhooks/2"),
    (lambda bw: bw.webhooks.create(m.NewWebhook.from_dict({"url": "https://x.y"})), f"POST {P}/webhooks"),
    (lambda bw: bw.webhooks.update(2, m.WebhookUpdate.from_dict({"enabled": False})), f"PUT {P}/webhooks/2"),
    (lambda bw: bw.webhooks.delete(2), f"DELETE {P}/webhooks/2"),
    (lambda bw: bw.webhooks.test(m.WebhookTest.from_dict({"url": "https://x.y"})), f"POST {P}/webhooks/test"),
    (
        lambda bw: bw.analytics.of_project(aggregation="day", start=date(2026, 1, 31), variants=["article"]),
        f"GET {P}/analytics?aggregation=day&time_range[start]=2026-01-31&media_variants[]=article",
    ),
    (lambda bw: bw.analytics.of_organization(), "GET /v1/organization/analytics"),
    (lambda bw: bw.analytics.of_content("a"), f"GET {P}/content/a/analytics"),
    (lambda bw: bw.analytics.by_content(title="x").page(), f"GET {P}/content/analytics?filter[title]=x"),
    (lambda bw: bw.uploads.create(io.BytesIO(b"x"), name="x.png"), "POST /v1/upload"),
    (lambda bw: bw.content.list(statuses=["error"]).page(), f"GET {P}/content?filter[statuses][]=error"),
    (lambda bw: bw.content.list(order="desc").page(), f"GET {P}/content?order[dir]=desc"),
    (
        lambda bw: bw.content.list(created_from=DAY).page(),
        f"GET {P}/content?filter[created][from]=2026-01-02T00:00:00Z",
    ),
    (lambda bw: bw.content.get("a b", segments="full"), f"GET {P}/content/a%20b?segments=full"),
    (lambda bw: bw.content.create(m.NewContent(body="x")), f"POST {P}/content"),
    (lambda bw: bw.content.update("a", m.ContentUpdate(title="x")), f"PUT {P}/content/a"),
    (lambda bw: bw.content.regenerate("a"), f"POST {P}/content/a/regenerate"),
    (lambda bw: bw.content.delete("a"), f"DELETE {P}/content/a"),
    # Without a method of its own
    (lambda bw: bw.call(ads_show, project_id=7, id=5), f"GET {P}/ads/5"),
    (lambda bw: bw.call(background_tracks_index, filter_custom=True), "GET /v1/background_tracks?filter[custom]=true"),
]


class Successes(Recorder):
    """Responds with what is declared for success, as far as it matters here."""

    def respond(self, request: httpx.Request) -> httpx.Response:
        path = request.url.path.removeprefix("/v1")
        if request.method == "DELETE":
            return httpx.Response(204)
        names = "content projects playlists webhooks rules speakers voices analytics languages background_tracks"
        is_get = request.method == "GET"
        is_list = (is_get and path.endswith(tuple(f"/{name}" for name in names.split()))) or path.endswith("/matches")
        is_made = request.method == "POST" and not path.endswith(("/projects", "/matches", "/regenerate", "/test"))
        status = 201 if is_made else 200
        return httpx.Response(status, json=[] if is_list else {})


def shown(request: httpx.Request) -> str:
    path = request.url.raw_path.decode().partition("?")[0]
    query = "&".join(f"{name}={value}" for name, value in request.url.params.multi_items())
    return f"{request.method} {path}{f'?{query}' if query else ''}"


def test_each_method_sends_its_request(side: Side, subtests: pytest.Subtests) -> None:
    recorder = Successes()
    bw = side.client(recorder, project_id=7)
    for call, wanted in CALLS:
        with subtests.test(wanted):
            recorder.requests.clear()
            side.wait(call(bw))
            (request,) = recorder.requests
            assert shown(request) == wanted
            assert request.headers.get("x-api-key") == (None if "/player/" in wanted else KEY)


def test_each_method_is_in_the_table() -> None:
    called = " ".join(inspect.getsource(call) for call, _ in CALLS)
    elsewhere = {"publish", "publish_many", "delete_many", "find", "wait", "download_audio"}
    bw = BeyondWords(KEY)
    resources = {name for name in dir(BeyondWords) if isinstance(getattr(BeyondWords, name), cached_property)}
    assert "background_tracks" in resources
    for resource in resources - {"api"}:
        methods = [name for name, _ in inspect.getmembers(getattr(bw, resource), inspect.ismethod)]
        for method in (name for name in methods if not name.startswith("_") and name not in elsewhere):
            if (resource, method) != ("background_tracks", "list"):
                assert f"bw.{resource}.{method}(" in called, f"{resource}.{method}"


@pytest.mark.parametrize(
    ("variable", "of_client", "of_method", "used"),
    [
        ("5", None, None, "5"),
        ("5", "6", None, "6"),
        ("5", "6", 8, "8"),
        # A line break may come with the file that it is from.
        ("5\n", None, None, "5"),
        *((variable, None, None, ConfigurationError("BEYONDWORDS_PROJECT_ID")) for variable in (None, "", " ")),
        *(("5", blank, None, ValueError(f"project_id must not be {blank!r}")) for blank in ("", " ")),
    ],
)
def test_a_project_comes_from_the_method_the_client_or_the_environment(
    side: Side, monkeypatch: pytest.MonkeyPatch, variable: str | None, of_client: Any, of_method: Any, used: Any
) -> None:
    if variable is not None:
        monkeypatch.setenv("BEYONDWORDS_PROJECT_ID", variable)
    recorder = Successes()

    def call() -> None:
        bw = side.client(recorder, project_id=of_client)
        side.wait(bw.with_options(max_attempts=1).content.get("a", project_id=of_method))

    if isinstance(used, Exception):
        with pytest.raises(type(used), match=str(used)):
            call()
        assert recorder.requests == []
    else:
        call()
        assert recorder.requests[0].url.path == f"/v1/projects/{used}/content/a"


@pytest.mark.parametrize("kind", [str, Path])
def test_a_path_is_a_file_to_upload(side: Side, tmp_path: Path, kind: type[Any]) -> None:
    cover = tmp_path / "cover.png"
    cover.write_bytes(b"\x89PNG\xff")
    recorder = Successes()
    bw = side.client(recorder)
    side.wait(bw.uploads.create(kind(cover)))
    sent = recorder.requests[0].read()
    assert b"\x89PNG\xff" in sent
    assert b'filename="cover.png"' in sent
    side.wait(bw.uploads.create(kind(cover), name="front.png"))
    assert b'filename="front.png"' in recorder.requests[1].read()
    with pytest.raises(FileNotFoundError):
        side.wait(bw.uploads.create(kind(tmp_path / "nothing.png")))
    assert len(recorder.requests) == 2


# Endpoints without a method of their own


def test_call_and_call_detailed_give_the_decoded_value(side: Side) -> None:
    client = side.client(Rows(25))
    tracks = side.wait(client.call(background_tracks_index))
    response = side.wait(client.call_detailed(background_tracks_index))
    assert [type(track) for track in tracks] == [m.BackgroundTrack] * 10
    assert isinstance(response, Response)
    assert response.parsed == tracks
    assert response.status_code is HTTPStatus.OK
    assert response.headers["x-pagination-total-count"] == "25"
    assert response.content.startswith(b"[")


def test_paginate_takes_the_paging_words_and_the_generated_names(side: Side) -> None:
    server = Rows(25)
    given = {"filter_name": "a", "filter_custom": UNSET}
    pager = side.client(server).paginate(background_tracks_index, limit=4, offset=2, max_items=5, **given)
    assert ids(side.all(pager)) == [2, 3, 4, 5, 6]
    assert [dict(request.url.params) for request in server.requests] == [
        {"pagination[limit]": "4", "pagination[offset]": "2", "filter[name]": "a"},
        {"pagination[limit]": "1", "pagination[offset]": "6", "filter[name]": "a"},
    ]


def test_a_generated_function_works_with_the_api_of_a_client(side: Side) -> None:
    server = Rows(25)
    client = side.client(server, user_agent="newsroom/1", timeout=9)
    assert ids(side.generated(background_tracks_index, client.api, pagination_limit=2, filter_name="a")) == [0, 1]
    (request,) = server.requests
    assert shown(request) == "GET /v1/background_tracks?pagination[limit]=2&filter[name]=a"
    assert request.url.host == "api.beyondwords.io"
    assert request.headers["X-Api-Key"] == KEY
    assert request.headers["User-Agent"].startswith("newsroom/1 ")
    assert request.extensions["timeout"]["read"] == pytest.approx(9)


def test_other_paths_are_sent_as_they_are(side: Side) -> None:
    server = Rows(1)
    for path in ("/tracks/.hidden", "/tracks/a..b", "/tracks/%2F..%2Fx", "/tracks?x=/../"):
        side.request(side.client(server), "GET", path)
        assert server.requests.pop().url.raw_path.decode() == f"/v1{path}"
