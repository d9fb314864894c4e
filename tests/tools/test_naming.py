"""Names: what the generator gets instead of what the vendor published."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from tests.tools.documents import document, operation
from tools import spec
from tools.generate.naming import argument_names, class_overrides, named, operation_name
from tools.spec import operations

NULLABLE = {"type": "object", "nullable": True, "properties": {"id": {"type": "integer"}}}


@pytest.mark.parametrize(
    ("published", "name"),
    [
        ("background_tracks#index", "background_tracks_index"),
        ("plain_name", "plain_name"),
        ("dotted.and-dashed", "dotted_and_dashed"),
        ("a::b", "a_b"),
        ("filters[x]#show", "filters_x_show"),
    ],
)
def test_signs_keep_the_words_of_an_operation_id_apart(published: str, name: str) -> None:
    declared = next(operations(document({"/x": {"get": operation(published)}})))
    assert operation_name(declared) == name


@pytest.mark.parametrize(
    ("wire", "name"),
    [
        ("pagination[limit]", "pagination_limit"),
        ("filter[created][from]", "filter_created_from"),
        ("filter[scopes][]", "filter_scopes"),
        ("sort.by-name", "sort_by_name"),
    ],
)
def test_signs_keep_the_words_of_a_parameter_apart(wire: str, name: str) -> None:
    assert argument_names(wire)[0] == name


def test_an_operation_without_an_id_gets_none() -> None:
    result = named(document({"/x": {"get": operation(None)}}), {})
    assert "operationId" not in result["paths"]["/x"]["get"]


def test_the_published_document_is_not_changed() -> None:
    published = document(schemas={"aModel": {"type": "object", "properties": {"project": NULLABLE}}})
    before = copy.deepcopy(published)
    named(published, class_overrides(published, {}))
    assert published == before


def test_nothing_but_names_and_texts_changes_in_the_real_document() -> None:
    published = spec.load()
    result = named(published, class_overrides(published, {}))

    def without_names(node: Any) -> Any:
        if isinstance(node, dict):
            texts = ("operationId", "title", "description")
            return {key: without_names(value) for key, value in node.items() if key not in texts}
        return [without_names(value) for value in node] if isinstance(node, list) else node

    assert without_names(result) == without_names(published)


def test_every_class_and_argument_says_what_it_is() -> None:
    track = {
        "type": "object",
        "properties": {"media": {"type": "object"}, "told": {"type": "object", "description": "Told."}},
    }
    published = document(schemas={"track": track})
    published["paths"] = {
        "/tracks": {
            "get": {
                "parameters": [{"name": "limit", "in": "query", "description": "Rows.", "schema": {"type": "integer"}}],
                "responses": {},
            }
        }
    }
    result = named(published, {})
    schema = result["components"]["schemas"]["track"]
    assert schema["description"] == "`track` in the API's description."
    assert schema["properties"]["media"]["description"] == "`media` in the API's description."
    assert schema["properties"]["told"]["description"] == "Told."
    assert result["paths"]["/tracks"]["get"]["parameters"][0]["schema"]["description"] == "Rows."


class TestClassOverrides:
    def overrides(self, *names: str, **explicit: Any) -> dict[str, Any]:
        return class_overrides(document(schemas={name: {"type": "object"} for name in names}), explicit)

    def test_the_ending_goes(self) -> None:
        assert self.overrides("backgroundTrackModel", "plain") == {
            "BackgroundTrackModel": {"class_name": "BackgroundTrack", "module_name": "background_track"}
        }

    def test_an_explicit_entry_wins(self) -> None:
        entry = {"class_name": "Track", "module_name": "track"}
        assert self.overrides("backgroundTrackModel", BackgroundTrackModel=entry) == {"BackgroundTrackModel": entry}

    @pytest.mark.parametrize("other", ["voice", "Voice", "VOICE"])
    def test_a_name_that_another_schema_has_is_not_taken(self, other: str) -> None:
        assert self.overrides("voiceModel", other) == {}

    def test_two_that_would_become_one_both_stay(self) -> None:
        assert self.overrides("voiceModel", "VOICEModel") == {}

    def test_a_name_that_an_explicit_entry_gives_away_is_not_taken(self) -> None:
        entry = {"class_name": "Voice", "module_name": "voice"}
        assert self.overrides("voiceModel", "speakerModel", SpeakerModel=entry) == {"SpeakerModel": entry}

    def test_a_name_that_an_inline_schema_has_is_not_taken(self) -> None:
        track = {"type": "object", "properties": {"media": {"type": "object"}}}
        published = document(schemas={"trackModel": track, "trackMediaModel": {"type": "object"}})
        assert list(class_overrides(published, {})) == ["TrackModel"]

    def test_a_schema_with_a_title_is_named_by_it(self) -> None:
        published = document(schemas={"a": {"type": "object", "title": "VoiceModel"}})
        assert list(class_overrides(published, {})) == ["VoiceModel"]

    @pytest.mark.parametrize("name", ["Model", "warningModel", "responseModel", "fileModel"])
    def test_a_name_that_python_or_the_client_needs_is_not_taken(self, name: str) -> None:
        assert self.overrides(name) == {}


class TestTitles:
    def titles(self, version: str = "3.0.1", **properties: Any) -> dict[str, Any]:
        schema = {"type": "object", "properties": properties}
        published = document(schemas={"aModel": schema}, version=version)
        result = named(published, class_overrides(published, {}))
        found: dict[str, Any] = result["components"]["schemas"]["aModel"]["properties"]
        return found

    def test_a_nullable_object_is_called_as_if_it_were_not(self) -> None:
        assert self.titles(project=NULLABLE)["project"]["title"] == "project"

    def test_so_it_is_in_openapi_3_1(self) -> None:
        listed = {"type": ["object", "null"], "properties": {"id": {"type": "integer"}}}
        assert self.titles("3.1.0", project=listed)["project"]["title"] == "project"
        either = {"anyOf": [{"type": "object", "properties": {}}, {"type": "null"}]}
        assert self.titles("3.1.0", project=either)["project"]["anyOf"][0]["title"] == "project"

    def test_items_of_a_nullable_array(self) -> None:
        array = {"type": "array", "nullable": True, "items": {"type": "object"}}
        assert self.titles(errors=array)["errors"]["items"]["title"] == "errors item"

    def test_a_title_of_the_vendor_stays(self) -> None:
        assert self.titles(project={**NULLABLE, "title": "Theirs"})["project"]["title"] == "Theirs"

    def test_what_has_a_good_name_gets_no_title(self) -> None:
        assert "title" not in self.titles(media={"type": "object"})["media"]

    def test_a_name_in_use_is_not_taken(self) -> None:
        parent = {"type": "object", "properties": {"project": NULLABLE}}
        published = document(schemas={"aModel": parent, "aProject": {"type": "object"}})
        result = named(published, class_overrides(published, {}))
        assert "title" not in result["components"]["schemas"]["aModel"]["properties"]["project"]

    def test_items_of_an_array_component_lose_the_ending_too(self) -> None:
        published = document(schemas={"tracksModel": {"type": "array", "items": {"type": "object"}}})
        result = named(published, class_overrides(published, {}))
        assert result["components"]["schemas"]["tracksModel"]["items"]["title"] == "Tracks item"


def test_a_nullable_enum_lists_null() -> None:
    mood = {"type": "string", "nullable": True, "enum": ["good"]}
    published = document(schemas={"aModel": {"type": "object", "properties": {"mood": mood}}})
    result = named(published, {})
    assert result["components"]["schemas"]["aModel"]["properties"]["mood"]["enum"] == ["good", None]
