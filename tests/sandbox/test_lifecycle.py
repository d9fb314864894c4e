"""Starting, stopping and looking into a sandbox."""

from __future__ import annotations

import json
import socket
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from beyondwords.testing import Sandbox
from tests.sandbox.conftest import MADE_UP, opened


def fetch(sandbox: Sandbox, key: str | None = None, timeout: float = 20) -> int:
    headers = {"X-Api-Key": key or sandbox.api_key}
    return httpx.get(f"{sandbox.base_url}/things", headers=headers, timeout=timeout, trust_env=False).status_code


def test_two_sandboxes_side_by_side_do_not_mix() -> None:
    with Sandbox(spec=MADE_UP) as first, Sandbox(spec=MADE_UP, api_key="other") as second:
        assert first.base_url != second.base_url
        first.things.add(title="Hail")
        assert [len(first.things), len(second.things)] == [3, 2]
        assert [fetch(first), fetch(second), fetch(first, "other")] == [200, 200, 401]
        assert [len(first.requests), len(second.requests)] == [2, 1]
        second.api_key = "rotated"
        assert [fetch(second), fetch(second, "other")] == [200, 401]


def test_a_restart_keeps_port_and_rows_and_stopping_leaves_nothing_behind() -> None:
    sandbox, before = Sandbox(spec=MADE_UP), set(threading.enumerate())
    for name in ("things", "base_url", "deliveries"):
        assert not hasattr(sandbox, name)
        with pytest.raises(RuntimeError, match="not running: use it in a `with` block"):
            getattr(sandbox, name)
    sandbox.stop()
    sandbox.start()
    url = sandbox.base_url
    port = httpx.URL(url).port or 0
    # The connection still open when the sandbox stops keeps the port busy for a while.
    with opened(sandbox) as client:
        assert client.post("/things", json={"id": 1, "title": "Hail"}).status_code == 201
        with pytest.raises(RuntimeError, match="already running"):
            sandbox.start()
        with pytest.raises(OSError, match="in use"):
            Sandbox(spec=MADE_UP, port=port).start()
        assert hasattr(sandbox, "things")
        assert not hasattr(sandbox, "thing")
        sandbox.stop()
    assert set(threading.enumerate()) == before
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port), timeout=5)
    sandbox.stop()
    assert "not running" in repr(sandbox)
    with sandbox:
        assert (sandbox.base_url, len(sandbox.things), fetch(sandbox)) == (url, 3, 200)
    with Sandbox(spec=MADE_UP, port=port) as another:
        assert (another.base_url, len(another.things)) == (url, 2)


def test_latency_delays_and_stopping_answers_what_is_under_way() -> None:
    with ThreadPoolExecutor(1) as pool, Sandbox(spec=MADE_UP, latency=600) as sandbox:
        with pytest.raises(httpx.ReadTimeout):
            fetch(sandbox, timeout=0.2)
        waiting = pool.submit(fetch, sandbox, timeout=60)
        while len(sandbox.requests) < 2:
            assert not waiting.done()
        sandbox.stop()
        assert waiting.result() == 200


def test_requests_are_recorded_without_the_key(sandbox: Sandbox, api: httpx.Client) -> None:
    api.get("/background_tracks?filter[name]=caf%C3%A9%20%26&filter[scopes][]=&filter[scopes][]=a")
    api.get("/background_tracks", headers={"X-Api-Key": "wrong-secret"})
    api.post("/projects/1/content", json={"title": "Ferry", "body": "It sails."})
    listed, refused, created = sandbox.requests
    assert sandbox.requests[-2:] == [refused, created]
    assert [each.operation for each in sandbox.requests] == [*["background_tracks#index"] * 2, "content#create"]
    assert (listed.method, listed.path) == ("GET", "/v1/background_tracks")
    assert listed.query == (("filter[name]", "café &"), ("filter[scopes][]", ""), ("filter[scopes][]", "a"))
    assert listed.params == {"filter[name]": "café &", "filter[scopes][]": "a"}
    assert listed.headers["user-agent"].startswith("python-httpx/")
    assert (created.json["title"], listed.json) == ("Ferry", None)
    assert repr(created).startswith('<POST /v1/projects/1/content {"title":')
    assert {each.headers["x-api-key"] for each in sandbox.requests} == {"***"}
    assert sandbox.requests.maxlen == 1000


def test_a_spec_is_given_as_a_mapping_or_a_file_and_left_as_it_was(tmp_path: Path) -> None:
    response = {"description": "OK", "content": {"application/json": {"example": {"a": 1}}}}
    parameters = [{"name": "q", "in": "query", "schema": {}}]
    paths = {"/x": {"get": {"parameters": parameters, "responses": {"200": response}}}}
    spec = {"openapi": "3.0.1", "info": {"title": "x", "version": "1"}, "paths": paths}
    text = json.dumps(spec)
    (tmp_path / "spec.json").write_text(text, "utf-8")
    # Not JSON, though it begins like it.
    (tmp_path / "spec.yaml").write_text(text.replace('"openapi"', "openapi"), "utf-8")
    for source in (spec, tmp_path / "spec.json", tmp_path / "spec.yaml"):
        with Sandbox(spec=source) as sandbox:
            assert httpx.get(f"{sandbox.base_url}/x", trust_env=False).json() == {"a": 1}
    assert spec == json.loads(text)
