"""The rows of the sandbox, its settings and its port, as a test changes them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from beyondwords import APIConnectionError, BeyondWords
from beyondwords.testing import Sandbox
from beyondwords_api.models import BackgroundTrack, NewContent


@pytest.mark.parametrize(
    "values", [{"name": "Piano", "volume": 80}, BackgroundTrack(name="Piano", volume=80)], ids=["mapping", "model"]
)
def test_a_row_that_is_added_is_listed(
    beyondwords_sandbox: Sandbox, beyondwords_client: BeyondWords, values: Any
) -> None:
    made = beyondwords_sandbox.background_tracks.add(values)
    found = beyondwords_client.background_tracks.list(name="Piano").first()
    assert found is not None
    assert (found.id, found.volume) == (made["id"], 80)


def test_content_may_be_added_at_any_point_of_its_life(
    beyondwords_sandbox: Sandbox, beyondwords_client: BeyondWords, tmp_path: Any
) -> None:
    beyondwords_sandbox.content.add(source_id="done", title="Ferry", status="processed")
    beyondwords_sandbox.content.add(NewContent(source_id="new", title="Ferry", body="It sails."))
    assert beyondwords_client.content.download_audio("done", tmp_path / "ferry.mp3").stat().st_size
    assert beyondwords_client.content.wait("new", poll=0.05).status == "processed"


def test_a_list_is_filled(beyondwords_sandbox: Sandbox, beyondwords_client: BeyondWords) -> None:
    beyondwords_sandbox.background_tracks.fill(10_000)
    assert beyondwords_client.background_tracks.list().total() == 10_000
    assert len(beyondwords_sandbox.background_tracks) == 10_000
    assert beyondwords_sandbox.background_tracks[-1]["id"] == 10_000
    beyondwords_sandbox.background_tracks.fill(0)
    assert beyondwords_client.background_tracks.list().first() is None


@pytest.mark.parametrize(
    ("wrong", "error", "said"),
    [
        (lambda sandbox: sandbox.background_tracks.add(nme="x"), ValueError, "has no 'nme'; did you mean 'name'"),
        (lambda sandbox: sandbox.background_tracks.add(name=5), ValueError, "name .* must not be 5; .* type: string"),
        (lambda sandbox: sandbox.background_tracks.add(id=1), ValueError, "another row has it"),
        (lambda sandbox: sandbox.background_tracks.add([1]), TypeError, "a model, a mapping or keywords"),
        (lambda sandbox: sandbox.background_tracks.fill(-1), ValueError, "count must be"),
        (lambda sandbox: sandbox.background_track, AttributeError, "did you mean 'background_tracks'"),
        (lambda sandbox: sandbox.analytics, AttributeError, "list_at"),
        (lambda sandbox: sandbox.list_at("/x"), ValueError, "no list at '/x'"),
        (
            lambda sandbox: sandbox.list_at("/projects/{project_id}/content", projectid=2),
            ValueError,
            "no 'projectid'; did you mean 'project_id'",
        ),
        (lambda sandbox: setattr(sandbox, "latencyy", 1), AttributeError, "did you mean 'latency'"),
        (lambda sandbox: setattr(sandbox, "latency", "1"), TypeError, "latency must be a number"),
        (lambda sandbox: setattr(sandbox, "api_key", " "), ValueError, "api_key must not be empty"),
        (lambda sandbox: setattr(sandbox, "api_key", 5), TypeError, "api_key must be a str"),
    ],
)
def test_what_makes_no_sense_is_refused_by_name(
    beyondwords_sandbox: Sandbox, wrong: Callable[[Sandbox], Any], error: type[Exception], said: str
) -> None:
    before = len(beyondwords_sandbox.background_tracks)
    with pytest.raises(error, match=said):
        wrong(beyondwords_sandbox)
    assert len(beyondwords_sandbox.background_tracks) == before


def test_a_list_of_another_project(beyondwords_sandbox: Sandbox, beyondwords_client: BeyondWords) -> None:
    other = beyondwords_sandbox.projects.add(name="Second")["id"]
    beyondwords_sandbox.list_at("/projects/{project_id}/content", project_id=other).add(source_id="a", title="b")
    assert beyondwords_client.content.find("a") is None
    assert beyondwords_client.content.find("a", project_id=other)


def test_a_restart_keeps_port_and_rows() -> None:
    with Sandbox() as sandbox, BeyondWords(sandbox.api_key, base_url=sandbox.base_url, max_attempts=1) as bw:
        address = sandbox.base_url
        sandbox.background_tracks.add(name="Piano")
        sandbox.stop()
        with pytest.raises(APIConnectionError):
            bw.background_tracks.list().page()
        sandbox.start()
        assert sandbox.base_url == address
        assert bw.background_tracks.list(name="Piano").total() == 1


def test_a_sandbox_that_does_not_run_has_nothing_and_says_so() -> None:
    sandbox = Sandbox()
    for name in ("background_tracks", "base_url", "deliveries"):
        assert not hasattr(sandbox, name)
        with pytest.raises(RuntimeError, match="not running: use it in a `with` block"):
            getattr(sandbox, name)
    with sandbox:
        assert hasattr(sandbox, "background_tracks")
        assert not hasattr(sandbox, "background_track")


def test_requests_are_sliced(beyondwords_sandbox: Sandbox, beyondwords_client: BeyondWords) -> None:
    for name in ("a", "b", "c"):
        beyondwords_client.background_tracks.list(name=name).page()
    assert [each.params["filter[name]"] for each in beyondwords_sandbox.requests[-2:]] == ["b", "c"]
    assert beyondwords_sandbox.requests[0].params["filter[name]"] == "a"


def test_requests_read_well_in_an_assert(beyondwords_sandbox: Sandbox, beyondwords_client: BeyondWords) -> None:
    beyondwords_client.background_tracks.list(name="a b", limit=5).page()
    beyondwords_client.content.create(NewContent(title="Ferry", body="It sails."))
    listed, created = beyondwords_sandbox.requests
    assert [request.operation for request in (listed, created)] == ["background_tracks#index", "content#create"]
    assert (listed.method, listed.path) == ("GET", "/v1/background_tracks")
    assert listed.params == {"filter[name]": "a b", "pagination[limit]": "5"}
    assert created.json["title"] == "Ferry"
    assert created.headers["x-api-key"] == "***"
    assert repr(created).startswith("<POST /v1/projects/1/content {")
