"""Starting, stopping and looking into a sandbox."""

from __future__ import annotations

import socket
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest

from beyondwords.testing import RecordedRequest, Sandbox

PATH = "/background_tracks"


def fetch(sandbox: Sandbox, query: str = "", key: str | None = None, timeout: float = 20) -> httpx.Response:
    headers = {"X-Api-Key": key or sandbox.api_key}
    return httpx.get(f"{sandbox.base_url}{PATH}{query}", headers=headers, timeout=timeout, trust_env=False)


def port_of(sandbox: Sandbox) -> int:
    return httpx.URL(sandbox.base_url).port or 0


def test_two_sandboxes_side_by_side_do_not_mix() -> None:
    with Sandbox(items=3) as first, Sandbox(items=5, api_key="other") as second:
        assert first.base_url != second.base_url
        assert [len(fetch(each).json()) for each in (first, second)] == [3, 5]
        assert fetch(first, key="other").status_code == 401
        assert (len(first.requests), len(second.requests)) == (2, 1)


def test_nothing_is_left_behind_even_with_a_connection_open() -> None:
    before = set(threading.enumerate())
    with httpx.Client(transport=httpx.HTTPTransport(), headers={"X-Api-Key": "sandbox-key"}) as client:
        with Sandbox() as sandbox:
            assert client.get(sandbox.base_url + PATH).status_code == 200
            assert client.get(f"{sandbox.base_url}/nothing").status_code == 404
            port = port_of(sandbox)
            assert set(threading.enumerate()) != before
        assert set(threading.enumerate()) == before
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", port), timeout=5)


def test_latency_delays_and_stopping_answers_what_is_under_way() -> None:
    with ThreadPoolExecutor(1) as pool, Sandbox(latency=600) as sandbox:
        with pytest.raises(httpx.ReadTimeout):
            fetch(sandbox, timeout=0.2)
        waiting = pool.submit(fetch, sandbox, timeout=60)
        while len(sandbox.requests) < 2:
            assert not waiting.done()
        sandbox.stop()
        assert waiting.result().status_code == 200


def test_start_and_stop_by_hand() -> None:
    sandbox = Sandbox()
    with pytest.raises(RuntimeError, match="not running"):
        _ = sandbox.base_url
    sandbox.stop()
    sandbox.start()
    try:
        with pytest.raises(RuntimeError, match="already running"):
            sandbox.start()
        assert fetch(sandbox).status_code == 200
    finally:
        sandbox.stop()
    sandbox.stop()
    with sandbox:
        assert fetch(sandbox).status_code == 200
    assert "not running" in repr(sandbox)


def test_requests_are_recorded_without_the_key_which_may_change() -> None:
    with Sandbox(api_key="hush-hush") as sandbox:
        fetch(sandbox, "?filter[name]=caf%C3%A9%20%26&filter[scopes][]=")
        fetch(sandbox, key="wrong-secret")
        first, second = sandbox.requests
        sandbox.api_key = "rotated"
        assert [fetch(sandbox, key=key).status_code for key in ("rotated", "hush-hush")] == [200, 401]
    assert isinstance(first, RecordedRequest)
    assert (first.method, first.path) == ("GET", "/v1/background_tracks")
    assert first.query == (("filter[name]", "café &"), ("filter[scopes][]", ""))
    assert first.headers["x-api-key"] == "***"
    assert first.headers["user-agent"].startswith("python-httpx/")
    assert "hush-hush" not in repr(sandbox.requests)
    assert "wrong-secret" not in repr(second)


def test_only_the_newest_thousand_requests_are_kept() -> None:
    assert Sandbox().requests.maxlen == 1000


def test_a_given_port_is_used_and_can_be_used_again_at_once() -> None:
    # The connection still open when the sandbox stops keeps the port busy for a while.
    with httpx.Client(transport=httpx.HTTPTransport()) as client:
        with Sandbox() as sandbox:
            port = port_of(sandbox)
            with pytest.raises(OSError, match="in use"):
                Sandbox(port=port).start()
            client.get(sandbox.base_url + PATH)
        with Sandbox(port=port) as again:
            assert port_of(again) == port
            assert fetch(again).status_code == 200


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        ({"items": -1}, ValueError, "items must be at least 0, not -1"),
        ({"items": True}, TypeError, "items must be a whole number, not True"),
        ({"items": "12"}, TypeError, "items must be a whole number, not '12'"),
        ({"items": {PATH: 1.5}}, TypeError, "items['/background_tracks'] must be a whole number, not 1.5"),
        ({"items": {PATH: [1]}}, TypeError, "items['/background_tracks'] must hold mappings"),
        ({"default_limit": 0}, ValueError, "default_limit must be at least 1, not 0"),
        ({"max_limit": 0}, ValueError, "max_limit must be at least 1, not 0"),
        ({"latency": -1}, ValueError, "latency must be a number of seconds, 0 or more, not -1"),
        ({"latency": float("nan")}, ValueError, "latency must be a number of seconds, 0 or more, not nan"),
        ({"api_key": " "}, ValueError, "api_key must not be empty"),
        ({"spec": {"swagger": "2.0"}}, ValueError, "the given spec is not an OpenAPI document"),
        ({"spec": "no/such.yaml"}, ValueError, "cannot read the spec no/such.yaml: No such file or directory"),
    ],
)
def test_arguments_that_cannot_be_used(arguments: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error) as caught:
        Sandbox(**arguments)
    assert str(caught.value).startswith(message)


def test_items_for_a_path_that_is_no_list() -> None:
    with pytest.raises(ValueError, match="items: no list operation at /tracks; there is /background_tracks"):
        Sandbox(items={"/tracks": 3}).start()


def spec_with(response: Any, version: str = "3.0.1") -> dict[str, Any]:
    paths = {"/x": {"get": {"responses": {"200": response}}}}
    return {"openapi": version, "info": {"title": "x", "version": "1"}, "paths": paths}


CIRCULAR = spec_with({"$ref": "#/components/responses/a"}) | {
    "components": {"responses": {"a": {"$ref": "#/components/responses/a"}}}
}


UNKNOWN_SCHEME = spec_with({"description": "OK"}) | {"security": [{"nowhere": []}]}


@pytest.mark.parametrize(
    ("spec", "message"),
    [
        (
            spec_with({"description": "OK"}, "3.1.0"),
            "cannot serve this spec: it is OpenAPI 3.1.0, and connexion reads 3.0 only",
        ),
        (spec_with({}), "cannot serve this spec: "),
        (spec_with({"$ref": "#/components/responses/none"}), "#/components/responses/none' points at nothing"),
        (UNKNOWN_SCHEME, "cannot serve this spec: KeyError: 'nowhere'"),
        (CIRCULAR, "#/components/responses/a' cannot be followed"),
    ],
)
def test_a_spec_that_cannot_be_served_is_refused_in_one_line(spec: dict[str, Any], message: str) -> None:
    before = set(threading.enumerate())
    with pytest.raises(ValueError, match="spec") as caught:
        Sandbox(spec=spec).start()
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)
    assert set(threading.enumerate()) == before


def test_a_spec_that_is_not_yaml(tmp_path: Path) -> None:
    broken = tmp_path / "spec.yaml"
    broken.write_text("openapi: [3", "utf-8")
    with pytest.raises(ValueError, match="the spec is not YAML") as caught:
        Sandbox(spec=broken)
    assert "\n" not in str(caught.value)


def test_the_given_spec_is_left_as_it_was() -> None:
    spec = spec_with({"description": "OK", "content": {"application/json": {"example": {"a": 1}}}})
    with Sandbox(spec=spec) as sandbox:
        assert httpx.get(f"{sandbox.base_url}/x", trust_env=False).json() == {"a": 1}
    assert spec == spec_with({"description": "OK", "content": {"application/json": {"example": {"a": 1}}}})
