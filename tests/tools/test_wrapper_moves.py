"""When something moves that the wrapper uses, the project's own checks say in one line what, and who used it."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tools.conftest import PUBLISHED
from tests.tools.documents import Json
from tests.tools.scratch import Scratch
from tools import spec
from tools.spec.layout import dumped

TRACKS = "/background_tracks"
RESOURCE = "wrapper/beyondwords/_async/resources/background_tracks.py: list"


def parameters(document: Json) -> dict[str, Json]:
    return {each["name"]: each for each in document["paths"][TRACKS]["get"]["parameters"]}


def drop_parameter(document: Json, name: str) -> None:
    operation = document["paths"][TRACKS]["get"]
    operation["parameters"] = [each for each in operation["parameters"] if each["name"] != name]


def fields(document: Json) -> Json:
    found: Json = document["components"]["schemas"]["backgroundTrackModel"]["properties"]
    return found


def success(document: Json) -> Json:
    found: Json = document["paths"][TRACKS]["get"]["responses"]["200"]
    return found


def forget_examples(document: Json) -> None:
    """They would contradict what moves, which is another failure."""
    del document["components"]["examples"]["backgroundTracksExample"]
    del success(document)["content"]["application/json"]["examples"]


def many_small_moves(document: Json) -> None:
    forget_examples(document)
    drop_parameter(document, "filter[name]")
    parameters(document)["filter[custom]"] |= {"schema": {"type": "string"}, "required": True}
    parameters(document)["filter[scopes]"] |= {
        "schema": {"type": "array", "items": {"type": "string"}},
        "style": "form",
    }
    required = {"name": "language", "in": "query", "required": True, "schema": {"type": "string"}}
    document["paths"][TRACKS]["get"]["parameters"].append(required)
    del fields(document)["name"]
    fields(document)["volume"] = {"type": "string"}
    fields(document)["created"]["format"] = "date-time"
    fields(document)["media"] = {"type": "string"}
    del document["components"]["schemas"]["errorModel"]["properties"]["message"]
    del success(document)["headers"]["X-Pagination-Total-Count"]
    document["servers"] = [{"url": "https://api.beyondwords.io/v2"}]


def renamed(document: Json) -> None:
    document["paths"][TRACKS]["get"]["operationId"] = "background_tracks#list"


def pages_in_the_body(document: Json) -> None:
    forget_examples(document)
    del success(document)["headers"]
    drop_parameter(document, "pagination[limit]")
    drop_parameter(document, "pagination[offset]")
    rows = {"$ref": "#/components/schemas/backgroundTracksModel"}
    total = {"type": "integer"}
    schema = {"type": "object", "properties": {"items": rows, "total": total}}
    success(document)["content"]["application/json"]["schema"] = schema


MOVES: dict[Callable[[Json], None], list[str]] = {
    many_small_moves: [
        f"GET {TRACKS} no longer takes filter_name, which {RESOURCE} passes to it",
        f"GET {TRACKS} now takes str for filter_custom, but {RESOURCE} passes bool",
        f"GET {TRACKS} now requires filter_custom, language, which {RESOURCE} may leave out",
        "filter[scopes] is no longer a free-form deepObject",
        "BackgroundTrack.name is gone; the README, the command line or our users read it (str)",
        "BackgroundTrack.volume was int and is now str | Unset; the README",
        "BackgroundTrack.created was str and is now datetime.datetime | Unset; the README",
        "BackgroundTrack.media was BackgroundTrackMedia and is now str | Unset; the README",
        "Error.message is gone; wrapper/beyondwords/_core/error_bodies.py reads it (str)",
        "the model BackgroundTrackMedia is gone or renamed; wrapper/beyondwords/__init__.py imports it",
        f"GET {TRACKS} no longer declares X-Pagination-Total-Count: did pagination move to the body?",
        "the server is now https://api.beyondwords.io/v2: change DEFAULT_BASE_URL",
    ],
    renamed: [
        "the operation background_tracks.background_tracks_index is gone or renamed; there is "
        f"background_tracks.background_tracks_list (GET {TRACKS}): change {RESOURCE}",
        "the model BackgroundTracksIndexFilterScopes is gone or renamed; "
        "wrapper/beyondwords/_async/resources/background_tracks.py imports it",
    ],
    pages_in_the_body: [
        f"GET {TRACKS} no longer takes pagination[limit] and pagination[offset]: did pagination move?",
        f"GET {TRACKS} no longer answers with a JSON list but with [['object']]: did the rows and the totals move",
        f"GET {TRACKS} no longer declares X-Pagination-Limit, X-Pagination-OffSet, X-Pagination-Total-Count",
    ],
}


@pytest.mark.parametrize("move", MOVES, ids=lambda move: move.__name__)
def test_what_moved_is_told(move: Callable[[Json], None], tmp_path: Path) -> None:
    scratch = Scratch(tmp_path)
    document = copy.deepcopy(spec.load(PUBLISHED))
    move(document)
    scratch.write("openapi.yaml", dumped(document))
    scratch.make("generate")
    result = scratch.python("-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/contract/test_wrapper_needs.py")
    assert result.returncode == 1, result.stdout
    lines = result.stdout.splitlines()
    missed = [expected for expected in MOVES[move] if not any(line.startswith(expected) for line in lines)]
    assert missed == [], result.stdout[-8000:]


def test_a_key_that_moved_to_another_header(tmp_path: Path) -> None:
    scratch = Scratch(tmp_path)
    document = copy.deepcopy(spec.load(PUBLISHED))
    document["components"]["securitySchemes"]["apiKey"]["name"] = "X-Token"
    scratch.write("openapi.yaml", dumped(document))
    result = scratch.python("-m", "tools.generate")
    assert result.returncode == 1
    assert result.stderr.startswith(f"error: GET {TRACKS} security wants apiKey (a key in the header X-Token), but the")
    accepted = f"\naccepted_losses:\n  GET {TRACKS} security: tried\n"
    scratch.write("generator-config.yml", scratch.read("generator-config.yml") + accepted)
    scratch.make("generate")
    result = scratch.python("-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/contract/test_wrapper_needs.py")
    assert f"\nGET {TRACKS} no longer takes the key in the header X-Api-Key but" in result.stdout


def test_mypy_finds_a_field_that_the_wrapper_reads_and_that_is_gone(tmp_path: Path) -> None:
    scratch = Scratch(tmp_path)
    document = copy.deepcopy(spec.load(PUBLISHED))
    forget_examples(document)
    del fields(document)["project"]["properties"]["name"]
    scratch.write("openapi.yaml", dumped(document))
    scratch.make("generate")
    result = scratch.python("-m", "mypy", "wrapper/beyondwords/cli.py")
    assert re.search(r'cli\.py:\d+: error: "BackgroundTrackProject" has no attribute "name"', result.stdout), result
