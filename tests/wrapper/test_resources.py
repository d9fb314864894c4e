"""Each method of each resource: the request that it sends, and what it gives."""

from __future__ import annotations

import inspect
import io
import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cached_property
from pathlib import Path
from typing import Any

import httpx
import pytest

from beyondwords import AsyncBeyondWords, BeyondWords, ConfigurationError
from beyondwords_api import models as m
from beyondwords_api.api.ads import ads_show
from beyondwords_api.api.content import content_index
from tests.sides import KEY, Recorder, Side

P = "/v1/projects/7"
CALLS: list[tuple[Callable[[Any], Any], str]] = [
    (lambda bw: bw.background_tracks.get(3), "GET /v1/background_tracks/3"),
    (lambda bw: bw.background_tracks.create(m.BackgroundTrackInput(name="x")), "POST /v1/background_tracks"),
    (lambda bw: bw.background_tracks.update(3, m.BackgroundTrackInput(name="x")), "PUT /v1/background_tracks/3"),
    (lambda bw: bw.background_tracks.delete(3), "DELETE /v1/background_tracks/3"),
    (
        lambda bw: bw.projects.list(name="x", language="en_US").page(),
        "GET /v1/projects?filter[name]=x&filter[language.code]=en_US",
    ),
    (lambda bw: bw.projects.get(), "GET /v1/projects/7"),
    (lambda bw: bw.projects.get(8), "GET /v1/projects/8"),
    (
        lambda bw: bw.projects.create(m.NewProject.from_dict({"name": "x", "language": {"code": "en"}})),
        "POST /v1/projects",
    ),
    (lambda bw: bw.projects.update(m.ProjectUpdate.from_dict({"name": "x"})), "PUT /v1/projects/7"),
    (lambda bw: bw.projects.delete(8), "DELETE /v1/projects/8"),
    (
        lambda bw: bw.voices.list(language="en_US", scopes=["primary", "secondary"]),
        "GET /v1/organization/voices?filter[language.code]=en_US&filter[scopes][]=primary&filter[scopes][]=secondary",
    ),
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
    (
        lambda bw: bw.players.by_playlist_id(2, media_format="video"),
        f"GET {P}/player/by_playlist_id/2?media_format=video",
    ),
    (
        lambda bw: bw.players.by_identifiers([{"source_id": "a"}]),
        f"GET {P}/player/by_identifiers/%5B%7B%22source_id%22%3A%22a%22%7D%5D",
    ),
    (lambda bw: bw.players.settings(), f"GET {P}/player_settings"),
    (lambda bw: bw.players.update_settings(m.PlayerSettingsUpdate(enabled=True)), f"PUT {P}/player_settings"),
    (
        lambda bw: bw.rules.list(languages=["en"], voices=[1]).page(),
        "GET /v1/rules?filter[languages][]=en&filter[voices][]=1",
    ),
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
    (
        lambda bw: bw.content.list(
            statuses=["error"], created_from=datetime(2026, 1, 2, tzinfo=UTC), order="desc"
        ).page(),
        f"GET {P}/content?order[dir]=desc&filter[statuses][]=error&filter[created][from]=2026-01-02T00:00:00Z",
    ),
    (lambda bw: bw.content.get("a b", segments="full"), f"GET {P}/content/a%20b?segments=full"),
    (lambda bw: bw.content.create(m.NewContent(body="x")), f"POST {P}/content"),
    (lambda bw: bw.content.update("a", m.ContentUpdate(title="x")), f"PUT {P}/content/a"),
    (lambda bw: bw.content.regenerate("a"), f"POST {P}/content/a/regenerate"),
    (lambda bw: bw.content.delete("a"), f"DELETE {P}/content/a"),
]


RESOURCES = [
    name
    for name in dir(AsyncBeyondWords)
    if name != "api" and isinstance(getattr(AsyncBeyondWords, name), cached_property)
]


class Successes(Recorder):
    """Responds with what is declared for success, as far as it matters here."""

    def respond(self, request: httpx.Request) -> httpx.Response:
        path = request.url.path.removeprefix("/v1")
        if request.method == "DELETE":
            return httpx.Response(204)
        listed = ("/content", "/projects", "/playlists", "/webhooks", "/rules", "/speakers", "/voices", "/analytics")
        is_list = (request.method == "GET" and path.endswith((*listed, "/languages"))) or path.endswith("/matches")
        is_made = request.method == "POST" and not path.endswith(("/projects", "/matches", "/regenerate", "/test"))
        status = 201 if is_made else 200
        return httpx.Response(status, json=[] if is_list else {})


def shown(request: httpx.Request) -> str:
    path = request.url.raw_path.decode().partition("?")[0]
    query = "&".join(f"{name}={value}" for name, value in request.url.params.multi_items())
    return f"{request.method} {path}{f'?{query}' if query else ''}"


@pytest.mark.parametrize(("call", "wanted"), CALLS, ids=[wanted for _, wanted in CALLS])
def test_each_method_sends_its_request(side: Side, call: Callable[[Any], Any], wanted: str) -> None:
    recorder = Successes()
    side.wait(call(side.client(recorder, project_id=7)))
    (request,) = recorder.requests
    assert shown(request) == wanted
    keyless = "/player/" in wanted
    assert request.headers.get("x-api-key") == (None if keyless else KEY)


def test_each_method_is_in_the_table() -> None:
    called = " ".join(inspect.getsource(call) for call, _ in CALLS)
    elsewhere = {"publish", "publish_many", "delete_many", "find", "wait", "download_audio"}
    bw = BeyondWords(KEY)
    assert "background_tracks" in RESOURCES
    for resource in RESOURCES:
        methods = [name for name, _ in inspect.getmembers(getattr(bw, resource), inspect.ismethod)]
        for method in (name for name in methods if not name.startswith("_") and name not in elsewhere):
            if (resource, method) != ("background_tracks", "list"):
                assert f"bw.{resource}.{method}(" in called, f"{resource}.{method}"


def test_a_project_comes_from_the_method_the_client_or_the_environment(
    side: Side, monkeypatch: pytest.MonkeyPatch
) -> None:
    recorder = Successes()
    monkeypatch.setenv("BEYONDWORDS_PROJECT_ID", "5")
    side.wait(side.client(recorder).content.get("a"))
    side.wait(side.client(recorder, project_id="6").content.get("a"))
    side.wait(side.client(recorder, project_id="6").with_options(max_attempts=1).content.get("a", project_id=8))
    assert [request.url.path.split("/")[3] for request in recorder.requests] == ["5", "6", "8"]


def test_a_line_break_around_the_project_of_the_environment_goes(side: Side, monkeypatch: pytest.MonkeyPatch) -> None:
    recorder = Successes()
    monkeypatch.setenv("BEYONDWORDS_PROJECT_ID", "5\n")
    side.wait(side.client(recorder).content.get("a"))
    assert "/projects/5/" in str(recorder.requests[0].url)
    with pytest.raises(ValueError, match="project_id must not be ''"):
        side.wait(side.client(recorder, project_id="").content.get("a"))


@pytest.mark.parametrize("variable", [None, "", " "])
def test_without_a_project_it_is_said_before_any_request(
    side: Side, monkeypatch: pytest.MonkeyPatch, variable: str | None
) -> None:
    recorder = Successes()
    if variable is not None:
        monkeypatch.setenv("BEYONDWORDS_PROJECT_ID", variable)
    with pytest.raises(ConfigurationError, match="BEYONDWORDS_PROJECT_ID"):
        side.wait(side.client(recorder).content.get("a"))
    assert recorder.requests == []


@pytest.mark.parametrize("wrong", ["", ".", "..", None, True, 1.5, b"x"])
def test_an_id_that_leads_elsewhere_or_is_none_is_refused(side: Side, wrong: Any) -> None:
    recorder = Successes()
    bw = side.client(recorder, project_id=7)
    for call in (bw.content.get, bw.content.delete, bw.playlists.get, bw.projects.delete, bw.players.by_source_url):
        with pytest.raises((ValueError, TypeError), match=r"must not be|must be str|cannot be left out"):
            side.wait(call(wrong))
    assert recorder.requests == []


def test_an_id_may_be_a_number_also_where_there_is_no_method(side: Side) -> None:
    recorder = Successes()
    side.wait(side.client(recorder).call(ads_show, project_id=7, id=5))
    assert recorder.requests[0].url.path == "/v1/projects/7/ads/5"


def test_a_string_in_place_of_a_list_is_refused_by_name(side: Side) -> None:
    recorder = Successes()
    bw = side.client(recorder, project_id=7)
    wrong: dict[str, Callable[[], Any]] = {
        "statuses": lambda: bw.content.list(statuses="processed"),
        "types": lambda: bw.playlists.list(types="manual"),
        "languages": lambda: bw.rules.list(languages="en_US"),
        "scopes": lambda: side.wait(bw.voices.list(scopes="primary")),
        "variants": lambda: side.wait(bw.analytics.of_project(variants="article")),
        "items": lambda: side.wait(bw.content.publish_many("cms-1")),
        "content_ids": lambda: side.wait(bw.content.delete_many("12")),
    }
    for name, call in wrong.items():
        with pytest.raises(TypeError, match=f"^{name} must be a list, not "):
            call()
    assert recorder.requests == []


def test_an_empty_filter_is_refused_by_name_because_without_it_everything_would_come(side: Side) -> None:
    recorder = Successes()
    bw = side.client(recorder, project_id=7)
    empty: list[tuple[str, Callable[[], Any]]] = [
        ("statuses", lambda: bw.content.list(statuses=[])),
        ("statuses", lambda: bw.content.list(statuses=())),
        ("types", lambda: bw.playlists.list(types=[])),
        ("languages", lambda: bw.rules.list(languages=[])),
        ("voices", lambda: bw.rules.list(voices=[])),
        ("scopes", lambda: bw.rules.list(scopes=[])),
        ("scopes", lambda: side.wait(bw.voices.list(scopes=[]))),
        ("variants", lambda: side.wait(bw.analytics.of_project(variants=[]))),
        ("formats", lambda: side.wait(bw.analytics.of_content("a", formats=[]))),
        ("filter_statuses", lambda: side.wait(bw.call(content_index, project_id=7, filter_statuses=[]))),
        ("filter_statuses", lambda: bw.paginate(content_index, project_id=7, filter_statuses=[])),
    ]
    for name, call in empty:
        with pytest.raises(ValueError, match=rf"{name} must not be (an )?empty"):
            call()
    assert recorder.requests == []


def test_half_a_letter_in_an_id_or_a_filter_is_told_before_any_request(side: Side) -> None:
    recorder = Successes()
    bw = side.client(recorder, project_id=7)
    calls: list[Callable[[], Any]] = [
        lambda: side.wait(bw.content.get("\ud800")),
        lambda: side.wait(bw.content.get("a", project_id="\ud800")),
        lambda: side.wait(bw.content.list(title="\ud800").page()),
        lambda: side.wait(bw.voices.list(language="\ud800")),
        lambda: side.wait(bw.call(ads_show, project_id=7, id="\udfff")),
    ]
    for call in calls:
        with pytest.raises(ValueError, match=r"^the arguments cannot be sent: .*surrogates"):
            call()
    assert recorder.requests == []


def test_times_need_a_zone_and_are_sent_in_utc(side: Side) -> None:
    recorder = Successes()
    bw = side.client(recorder, project_id=7)
    with pytest.raises(ValueError, match="created_from has no time zone"):
        bw.content.list(created_from=datetime(2026, 1, 2))
    with pytest.raises(TypeError, match=r"created_from must be a datetime .* not datetime\.date"):
        bw.content.list(created_from=date(2026, 1, 2))
    for day in (datetime(2026, 1, 2, tzinfo=UTC), 20260102):
        with pytest.raises(TypeError, match=r"start must be a datetime\.date, or text, not "):
            side.wait(bw.analytics.of_project(start=day))
    with pytest.raises(
        ValueError, match=r"created_to is before the year 1 or after 9999 in UTC: datetime\.datetime\(1,"
    ):
        bw.content.list(created_to=datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=2))))
    side.wait(bw.content.list(updated_to=datetime(987, 1, 2, 3, 4, 5, 678, tzinfo=UTC)).page())
    assert recorder.requests.pop().url.params["filter[updated][to]"] == "0987-01-02T03:04:05Z"
    east = timezone(timedelta(hours=2))
    side.wait(bw.content.list(updated_to=datetime(2026, 1, 2, tzinfo=east)).page())
    assert recorder.requests[0].url.params["filter[updated][to]"] == "2026-01-01T22:00:00Z"


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


def test_what_is_no_file_in_binary_mode_is_not_uploaded(side: Side, tmp_path: Path) -> None:
    recorder = Successes()
    with (tmp_path / "a.txt").open("w+") as text:
        for wrong in (text, io.StringIO("x"), None, 5, b"x"):
            with pytest.raises(TypeError, match="payload must be a path or a file opened in binary mode, not "):
                side.wait(side.client(recorder).uploads.create(wrong))
    assert recorder.requests == []


def test_a_body_is_sent_as_it_is(side: Side) -> None:
    recorder = Successes()
    side.wait(side.client(recorder, project_id=7).content.create(m.NewContent(title="a", body="b", source_id="c")))
    sent = json.loads(recorder.requests[0].read())
    assert sent == {"type": "auto_segment", "title": "a", "body": "b", "source_id": "c"}


def test_an_argument_that_a_list_method_does_not_have_is_told_with_the_nearest_of_its_own(side: Side) -> None:
    bw: Any = side.client(Successes(), project_id=7)
    calls: list[tuple[Callable[[], Any], str]] = [
        (lambda: bw.content.list(titel="x"), r"^list\(\) takes no argument 'titel'; did you mean 'title'\?$"),
        (lambda: bw.voices.list(lenguage="x"), "lenguage"),
        (lambda: bw.analytics.by_content(limt=3), r"^by_content\(\) takes no argument 'limt'; did you mean 'limit'\?$"),
        (lambda: bw.webhooks.list(filter_url="x"), r"^list\(\) takes no argument 'filter_url'; it takes project_id,"),
    ]
    for call, words in calls:
        with pytest.raises(TypeError, match=words):
            call()
