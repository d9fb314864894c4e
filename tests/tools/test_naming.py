"""Names: what the generator gets instead of what the vendor published."""

from __future__ import annotations

import json
from typing import Any

import pytest
from openapi_python_client.strings import PythonIdentifier

from tests.tools.documents import Json, document, operation
from tools.generate.naming import class_overrides, named, operation_name
from tools.spec import operations

OBJECT = {"type": "object"}
NULLABLE = {"type": "object", "nullable": True, "properties": {"id": {"type": "integer"}}}


@pytest.mark.parametrize(
    ("published", "name"),
    [
        ("background_tracks#index", "background_tracks_index"),
        ("plain_name", "plain_name"),
        ("dotted.and-dashed", "dotted_and_dashed"),
        ("a::b", "a_b"),
        ("filter[created][from]", "filter_created_from"),
        ("filter[scopes][]", "filter_scopes"),
    ],
)
def test_signs_keep_words_apart(published: str, name: str) -> None:
    assert operation_name(next(operations(document({"/x": {"get": operation(published)}})))) == name
    assert PythonIdentifier(published, "field_") == name


def test_every_class_and_argument_says_what_it_is() -> None:
    track = {"type": "object", "properties": {"media": OBJECT, "told": {**OBJECT, "description": "Told."}}}
    limit = {"name": "limit", "in": "query", "description": "Rows.", "schema": {"type": "integer"}}
    node = operation(None, [limit])
    result = named(document({"/tracks": {"get": node}}, {"track": track}), {})
    schema, shown = result["components"]["schemas"]["track"], result["paths"]["/tracks"]["get"]
    assert [schema["description"], *(each["description"] for each in schema["properties"].values())] == [
        *("`track` in the API's description.", "`media` in the API's description.", "Told."),
    ]
    assert shown["parameters"][0]["schema"]["description"] == "Rows."
    assert "operationId" not in shown


def entry(name: str) -> Json:
    return {"class_name": name, "module_name": name.lower()}


VOICE, TRACK = entry("Voice"), entry("Track")
WITH_MEDIA = {**OBJECT, "properties": {"media": OBJECT}}


@pytest.mark.parametrize(
    ("schemas", "explicit", "expected"),
    [
        ({"trackModel": OBJECT, "plain": OBJECT}, {}, {"TrackModel": TRACK}),
        ({"trackModel": OBJECT}, {"TrackModel": VOICE}, {"TrackModel": VOICE}),
        # A name that another one has, or would have, or is given, is not taken.
        *(({"voiceModel": OBJECT, other: OBJECT}, {}, {}) for other in ("voice", "Voice", "VOICE", "VOICEModel")),
        ({"voiceModel": OBJECT, "speakerModel": OBJECT}, {"SpeakerModel": VOICE}, {"SpeakerModel": VOICE}),
        ({"trackModel": WITH_MEDIA, "trackMediaModel": OBJECT}, {}, {"TrackModel": TRACK}),
        # Nor is one that Python or the client needs.
        *(({name: OBJECT}, {}, {}) for name in ("Model", "warningModel", "responseModel", "fileModel")),
        ({"a": {**OBJECT, "title": "VoiceModel"}}, {}, {"VoiceModel": VOICE}),
    ],
)
def test_the_ending_model_goes_where_the_rest_is_free(schemas: Json, explicit: Json, expected: Json) -> None:
    # Nothing is one object in two places, as in a document that was read.
    assert class_overrides(document(schemas=json.loads(json.dumps(schemas))), explicit) == expected


LIST = {"type": "array", "nullable": True, "items": OBJECT}


@pytest.mark.parametrize(
    ("version", "schema", "way", "title"),
    [
        ("3.0.1", NULLABLE, [], "project"),
        ("3.1.0", {"type": ["object", "null"], "properties": {}}, [], "project"),
        ("3.1.0", {"anyOf": [{**OBJECT, "properties": {}}, {"type": "null"}]}, ["anyOf", 0], "project"),
        ("3.0.1", LIST, ["items"], "project item"),
        ("3.0.1", {**NULLABLE, "title": "Theirs"}, [], "Theirs"),
        # It is called so without a title.
        ("3.0.1", OBJECT, [], None),
        # Another component is called so.
        ("3.0.1", NULLABLE | {"example": "taken"}, [], None),
    ],
)
def test_what_may_be_null_is_called_as_if_it_might_not(version: str, schema: Json, way: list[Any], title: str) -> None:
    schemas: Json = {
        "aModel": {**OBJECT, "properties": {"project": schema}},
        "tracksModel": {"type": "array", "items": OBJECT},
    }
    schemas |= {"aProject": OBJECT} if "example" in schema else {}
    published = document(schemas=json.loads(json.dumps(schemas)), version=version)
    result = named(published, class_overrides(published, {}))["components"]["schemas"]
    found = result["aModel"]["properties"]["project"]
    for key in way:
        found = found[key]
    assert (found.get("title"), result["tracksModel"]["items"]["title"]) == (title, "Tracks item")
