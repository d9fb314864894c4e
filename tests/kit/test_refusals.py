"""What makes no sense is refused by name, before anything happens."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest

from beyondwords import testing
from beyondwords.testing import Sandbox
from beyondwords_api.models import BackgroundTrack

kit: Any = testing
TRACKS = "/background_tracks"


def serving(response: Any, version: str = "3.0.1", **more: Any) -> None:
    """A start with a document of one operation."""
    paths = {"/x": {"get": {"responses": {"200": response}}}}
    kit.Sandbox(spec={"openapi": version, "info": {"title": "x", "version": "1"}, "paths": paths, **more}).start()


REFUSED: list[tuple[Callable[[Any], object], type[Exception], str]] = [
    (lambda box: kit.Sandbox(items=-1), ValueError, "items must be at least 0, not -1"),
    (lambda box: kit.Sandbox(items=True), TypeError, "items must be a whole number, not True"),
    (lambda box: kit.Sandbox(items={TRACKS: 1.5}), TypeError, f"['{TRACKS}'] must be a whole number, not 1.5"),
    (lambda box: kit.Sandbox(items={TRACKS: [1]}), TypeError, f"items['{TRACKS}'] must hold mappings"),
    (lambda box: kit.Sandbox(items={"/x": 3}).start(), ValueError, f"no list operation at /x; there is {TRACKS}"),
    (lambda box: kit.Sandbox(default_limit=0), ValueError, "default_limit must be at least 1, not 0"),
    (lambda box: kit.Sandbox(max_limit=0), ValueError, "max_limit must be at least 1, not 0"),
    (lambda box: kit.Sandbox(latency=float("nan")), ValueError, "latency must be a number of seconds, 0 or more"),
    (lambda box: kit.Sandbox(processing_time=-1), ValueError, "processing_time must be a number of seconds, 0 or more"),
    (lambda box: kit.Sandbox(api_key=" "), ValueError, "api_key must not be empty"),
    (lambda box: kit.Sandbox(spec={"swagger": "2"}), ValueError, "the given spec is not an OpenAPI document"),
    (lambda box: kit.Sandbox(spec="no/such.yaml"), ValueError, "cannot read the spec no/such.yaml: No such file"),
    (lambda box: kit.Sandbox(spec=__file__), ValueError, "the spec is not YAML"),
    (lambda box: serving({}), ValueError, "cannot serve this spec: "),
    (lambda box: serving({}, "3.1.0"), ValueError, "it is OpenAPI 3.1.0, and connexion reads 3.0 only"),
    (lambda box: serving({"$ref": "#/none"}), ValueError, "'#/none' points at nothing"),
    (lambda box: serving({"$ref": "#/x"}, x={"$ref": "#/x"}), ValueError, "'#/x' cannot be followed"),
    (lambda box: serving({"description": "OK"}, security=[{"nowhere": []}]), ValueError, "KeyError: 'nowhere'"),
    (lambda box: setattr(box, "latencyy", 1), AttributeError, "did you mean 'latency'"),
    (lambda box: setattr(box, "latency", "1"), TypeError, "latency must be a number"),
    (lambda box: setattr(box, "api_key", 5), TypeError, "api_key must be a str"),
    (lambda box: box.end_content_as("done"), ValueError, "must be one of processed, error, skipped, not 'done'"),
    (lambda box: box.advance(-1), ValueError, "seconds must be a number of seconds, 0 or more"),
    (lambda box: box.background_track, AttributeError, "did you mean 'background_tracks'"),
    (lambda box: box.analytics, AttributeError, "list_at"),
    (lambda box: box.list_at("/x"), ValueError, "no list at '/x'"),
    (lambda box: box.list_at("/projects/{project_id}/content", projectid=2), ValueError, "did you mean 'project_id'"),
    (lambda box: box.background_tracks.add(nme="x"), ValueError, "has no 'nme'; did you mean 'name'"),
    (lambda box: box.background_tracks.add(name=5), ValueError, f"name of {TRACKS} must not be 5; it is declared as"),
    (lambda box: box.background_tracks.add(id=1), ValueError, "another row has it"),
    (lambda box: box.background_tracks.add([1]), TypeError, "a model, a mapping or keywords"),
    (lambda box: box.background_tracks.fill(-1), ValueError, "count must be"),
    (lambda box: box.fail_next(200), ValueError, "status must be at least 300"),
    (lambda box: box.fail_next(600), ValueError, "status must be at most 599"),
    (lambda box: box.fail_next("429"), TypeError, "status must be a whole number"),
    (lambda box: box.fail_next(429, retry_after=-1), ValueError, "retry_after must be"),
    (lambda box: box.fail_next(500, operation="content#creat"), ValueError, "did you mean 'content#create'"),
    (lambda box: box.fail_next(500, operation=""), ValueError, "no operation ''"),
    (lambda box: box.fail_next(500, page=1, operation="content#create"), ValueError, "content#create has no pages"),
    (lambda box: box.fail_next(500, times=0), ValueError, "times must be"),
    (lambda box: box.fail_next(422, errors=["title"]), TypeError, "pairs of location and message"),
    (lambda box: box.disconnect_next(page=0), ValueError, "page must be"),
    (lambda box: box.stall_next(-1), ValueError, "seconds must be"),
    (lambda box: box.change_total_next(by=0), ValueError, "by must be"),
    (lambda box: kit.list_response([], total="x"), TypeError, "total must be a whole number, not 'x'"),
    (lambda box: kit.list_response([], offset=-1), ValueError, "offset must be at least 0"),
    (lambda box: kit.list_response([], limit=1.5), TypeError, "limit must be a whole number"),
    (lambda box: kit.page([], total="x"), TypeError, "total must be a whole number"),
    (lambda box: kit.error_response(422, errors="ab"), TypeError, "among them is 'a'"),
    (lambda box: kit.error_response(422, errors=[("title", None)]), TypeError, "pairs of"),
    (lambda box: kit.make(BackgroundTrack, nme="Piano"), TypeError, "nme"),
    (lambda box: kit.make(dict), TypeError, "a generated model"),
]


def test_what_makes_no_sense_is_refused_by_name(beyondwords_sandbox: Sandbox, subtests: pytest.Subtests) -> None:
    rows, threads = [*beyondwords_sandbox.background_tracks], set(threading.enumerate())
    for number, (wrong, error, said) in enumerate(REFUSED):
        with subtests.test(f"{number} {said}"):
            with pytest.raises(error) as caught:
                wrong(beyondwords_sandbox)
            assert said in str(caught.value)
            assert "\n" not in str(caught.value)
            assert [*beyondwords_sandbox.background_tracks] == rows
            assert set(threading.enumerate()) == threads
