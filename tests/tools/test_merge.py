"""Joining fragments to the document: what comes in silently, what needs a choice, what is refused, what is written."""

from __future__ import annotations

import copy
import difflib
from pathlib import Path
from typing import Any

import pytest

from tests.tools.conftest import PUBLISHED
from tests.tools.endpoint_pages import LIST_SPEAKERS, SHOW_TRACK
from tools import spec
from tools.failure import Failure
from tools.spec.layout import rewritten, same
from tools.spec.merge import OURS, THEIRS, Choice, Merged, entry_name, merge
from tools.spec.pages import Fragment, fragments

TEXT = PUBLISHED.read_text(encoding="utf-8")
OURS_DATA = spec.parse(TEXT, "").data
ERROR = {"type": "object", "properties": {"code": {"type": "string"}}}


def fragment(text: str, source: str = "page.md:13") -> Fragment:
    data = spec.parse(text, source).data
    return Fragment(source, data)


def made(source: str = "page.md:13", **parts: Any) -> Fragment:
    """A fragment of the same API with these parts."""
    data = {key: copy.deepcopy(OURS_DATA[key]) for key in ("openapi", "info", "servers", "security")} | parts
    return Fragment(source, data)


def joined(*fragments: Fragment, choice: Choice | None = None, document: Any = None) -> Merged:
    return merge(document or OURS_DATA, list(fragments), choice or Choice(), "openapi.yaml")


def refusal(*fragments: Fragment, choice: Choice | None = None) -> str:
    with pytest.raises(Failure) as caught:
        joined(*fragments, choice=choice)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def operation(**more: Any) -> dict[str, Any]:
    return {"responses": {"200": {"description": "OK"}}, "security": [{"apiKey": []}]} | more


# --- what comes in, and what does not change


def test_what_is_new_comes_in_and_what_is_the_same_is_left_alone() -> None:
    merged = joined(fragment(SHOW_TRACK))
    assert merged.added == ["GET /background_tracks/{id}", "examples/backgroundTrackExample"]
    assert not merged.taken
    assert not merged.differences
    assert list(merged.document["paths"]) == ["/background_tracks", "/background_tracks/{id}"]
    assert "backgroundTrackExample" not in OURS_DATA["components"]["examples"]


def test_a_method_joins_the_path_that_is_there() -> None:
    merged = joined(made(paths={"/background_tracks": {"post": operation()}}))
    assert merged.added == ["POST /background_tracks"]
    assert list(merged.document["paths"]["/background_tracks"]) == ["get", "post"]


@pytest.mark.parametrize(
    "kind",
    ["schemas", "examples", "parameters", "headers", "responses", "requestBodies", "securitySchemes", "links"],
)
def test_components_of_every_kind_are_united(kind: str) -> None:
    merged = joined(made(components={kind: {"added": {"description": "new"}}}))
    assert merged.added == [f"{kind}/added"]
    before = OURS_DATA["components"].get(kind, {})
    assert merged.document["components"][kind] == before | {"added": {"description": "new"}}


def test_the_order_of_keys_is_no_difference() -> None:
    operation = {"responses": {"200": {"description": "OK", "headers": {}}}, "summary": "x"}
    turned = {"get": dict(reversed(operation.items()))}
    merged = merge(
        {"paths": {"/a": {"get": operation}}}, [Fragment("a.md:1", {"paths": {"/a": turned}})], Choice(), "x"
    )
    assert not merged.added
    assert not merged.differences


@pytest.mark.parametrize(("one", "other"), [(1, True), (0, False), ("1", 1), (None, ""), ([1, 2], [2, 1])])
def test_what_json_tells_apart_is_different(one: Any, other: Any) -> None:
    assert not same({"default": one}, {"default": other})


def test_other_information_may_differ() -> None:
    info = OURS_DATA["info"] | {"version": "1.2.3", "description": "Other words"}
    servers = [{"url": "https://api.beyondwords.io/v1/", "description": "Production"}]
    merged = joined(made(info=info, servers=servers, openapi="3.0.3", paths={"/a": {"get": operation()}}))
    assert merged.added == ["GET /a"]
    assert merged.document["info"] == OURS_DATA["info"]
    assert merged.document["servers"] == OURS_DATA["servers"]
    assert merged.document["openapi"] == OURS_DATA["openapi"]


def test_what_is_left_out_is_named() -> None:
    merged = joined(made(tags=[{"name": "Speakers"}], paths={"/a": {"get": operation()}}))
    assert merged.left_out == ["tags (page.md:13)"]
    assert "tags" not in merged.document


# --- differences


def test_a_difference_is_a_diff_of_what_matters() -> None:
    (difference,) = joined(fragment(SHOW_TRACK.replace("Percent volume", "Loudness"))).differences
    assert difference.name == "schemas/backgroundTrackModel"
    lines = str(difference).splitlines()
    assert lines[:2] == [
        "--- openapi.yaml schemas/backgroundTrackModel",
        "+++ page.md:13 schemas/backgroundTrackModel",
    ]
    changes = [line for line in lines[2:] if line[0] in "+-"]
    assert changes == ["-    description: Percent volume of the track", "+    description: Loudness of the track"]


def test_a_difference_does_not_show_moved_keys() -> None:
    error = OURS_DATA["components"]["schemas"]["errorModel"]
    turned = dict(reversed(error.items())) | {"title": "Error"}
    (difference,) = joined(made(components={"schemas": {"errorModel": turned}})).differences
    assert [line for line in str(difference).splitlines()[2:] if line[0] in "+-"] == ["+title: Error"]


def test_every_difference_is_found_at_once() -> None:
    fragments = [
        made("a.md:1", components={"schemas": {"errorModel": ERROR}}),
        made("b.md:1", paths={"/background_tracks": {"get": operation()}}),
    ]
    found = {(each.name, each.their_source) for each in joined(*fragments).differences}
    assert found == {("schemas/errorModel", "a.md:1"), ("GET /background_tracks", "b.md:1")}


def test_two_pages_that_differ_from_one_another_are_named() -> None:
    fragments = [
        made("a.md:1", components={"schemas": {"newModel": {"type": "string"}}}),
        made("b.md:1", components={"schemas": {"newModel": {"type": "integer"}}}),
    ]
    (difference,) = joined(*fragments).differences
    assert (difference.our_source, difference.their_source) == ("a.md:1", "b.md:1")


CHANGED = made(
    paths={"/background_tracks": {"get": operation()}}, components={"schemas": {"errorModel": ERROR, "new": ERROR}}
)


@pytest.mark.parametrize(
    ("choice", "taken", "kept"),
    [
        (Choice(THEIRS), ["GET /background_tracks", "schemas/errorModel"], []),
        (Choice(OURS), [], ["GET /background_tracks", "schemas/errorModel"]),
        (Choice(THEIRS, {"schemas/errorModel": OURS}), ["GET /background_tracks"], ["schemas/errorModel"]),
        (
            Choice(None, {"schemas/errorModel": THEIRS, "GET /background_tracks": OURS}),
            ["schemas/errorModel"],
            ["GET /background_tracks"],
        ),
    ],
)
def test_a_side_is_taken_for_all_or_by_name(choice: Choice, taken: list[str], kept: list[str]) -> None:
    merged = joined(CHANGED, choice=choice)
    assert (merged.taken, merged.kept, merged.differences) == (taken, kept, [])
    assert merged.added == ["schemas/new"]
    schema = merged.document["components"]["schemas"]["errorModel"]
    assert schema == (ERROR if "schemas/errorModel" in taken else OURS_DATA["components"]["schemas"]["errorModel"])


def test_a_name_decides_only_for_itself() -> None:
    merged = joined(CHANGED, choice=Choice(None, {"schemas/errorModel": THEIRS}))
    assert [each.name for each in merged.differences] == ["GET /background_tracks"]


def test_a_misspelt_name_is_refused() -> None:
    assert "'schemas/ErrorModel'" in refusal(CHANGED, choice=Choice(THEIRS, {"schemas/ErrorModel": OURS}))


def test_a_name_may_be_given_for_what_is_the_same() -> None:
    assert joined(fragment(SHOW_TRACK), choice=Choice(None, {"schemas/errorModel": THEIRS})).taken == []


@pytest.mark.parametrize(
    ("text", "name"), [("get /a", "GET /a"), ("GET /a", "GET /a"), ("schemas/get", "schemas/get"), ("/a x", "/a x")]
)
def test_operations_are_named_in_any_case(text: str, name: str) -> None:
    assert entry_name(text) == name


SHARED = [{"name": "id", "in": "query", "schema": {"type": "string"}}]


@pytest.mark.parametrize(("ours", "theirs"), [(None, SHARED), (SHARED, None), (SHARED, [])])
def test_what_a_path_says_for_all_its_operations_is_not_changed_silently(ours: Any, theirs: Any) -> None:
    def item(method: str, parameters: Any) -> dict[str, Any]:
        return {method: operation()} | ({} if parameters is None else {"parameters": parameters})

    document = OURS_DATA | {"paths": {"/a": item("get", ours)}}
    page = made(paths={"/a": item("post", theirs)})
    merged = joined(page, document=document)
    assert [each.name for each in merged.differences] == ["/a parameters"]
    taken = joined(page, document=document, choice=Choice(THEIRS)).document["paths"]["/a"]
    assert taken.get("parameters") == theirs
    assert set(taken) >= {"get", "post"}


def test_a_new_path_brings_what_it_says_for_all_its_operations() -> None:
    merged = joined(made(paths={"/a": {"parameters": SHARED, "get": operation()}}))
    assert merged.document["paths"]["/a"] == {"parameters": SHARED, "get": operation()}


# --- refusals


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (made(info={"title": "Other API", "version": "1"}), "its title is 'Other API'"),
        (made(servers=[{"url": "https://api.example.com/v1"}]), "its server is 'https://api.example.com/v1'"),
        (made(servers=[{"url": "https://api.beyondwords.io/v2"}]), "its server is"),
        (made(servers=[*OURS_DATA["servers"], {"url": "https://eu.example"}]), "its server is"),
        (made(openapi="3.1.0"), "its OpenAPI version is '3.1'"),
        (
            made(security=[{"apiKey": []}], paths={"/a": {"get": {"responses": {}}}}),
            "/a relies on another global `security`",
        ),
        (made(paths={"/background_tracks": {}, "/speakers/{id}": {}, "/speakers/{name}": {}}), "/speakers/{id}"),
    ],
)
def test_another_api_is_refused(page: Fragment, expected: str) -> None:
    message = refusal(page)
    assert expected in message
    assert "page.md:13" in message


def test_one_path_under_two_names_is_refused() -> None:
    first = made("a.md:1", paths={"/a/{id}": {"get": operation()}})
    second = made("b.md:1", paths={"/a/{a_id}": {"put": operation()}})
    assert "/a/{a_id} is there already as /a/{id}" in refusal(first, second)


def with_schema(schema: Any) -> Fragment:
    return made(components={"schemas": {"newModel": schema}})


@pytest.mark.parametrize(
    "page",
    [
        with_schema({"$ref": "#/components/schemas/nowhere"}),
        with_schema({"type": "array", "items": {"$ref": "#/components/schemas/nowhere"}}),
        with_schema({"allOf": [{"$ref": "#/components/schemas/nowhere"}]}),
        with_schema({"properties": {"value": {"$ref": "#/components/schemas/nowhere"}}}),
        with_schema({"properties": {"properties": {"default": {}, "$ref": "#/components/schemas/nowhere"}}}),
        made(paths={"/a": {"get": operation(responses={"default": {"$ref": "#/components/responses/nowhere"}})}}),
        made(paths={"/a": {"get": operation(parameters=[{"$ref": "#/components/parameters/nowhere"}])}}),
    ],
)
def test_a_dangling_reference_is_refused(page: Fragment) -> None:
    message = refusal(page)
    assert "nowhere' points at nothing" in message
    assert "page.md:13" in message


def test_an_external_reference_is_refused() -> None:
    assert "points outside the document" in refusal(with_schema({"$ref": "other.yaml#/a"}))


@pytest.mark.parametrize(
    "schema",
    [
        {"$ref": "#/components/schemas/errorModel"},
        {"example": {"$ref": "#/nowhere"}},
        {"enum": [{"$ref": "#/nowhere"}]},
        {"properties": {"$ref": {"type": "string"}}},
        {"items": {"$ref": "#/components/schemas/newModel"}},
    ],
)
def test_a_reference_that_leads_somewhere_or_is_data_is_accepted(schema: Any) -> None:
    assert joined(with_schema(schema)).added == ["schemas/newModel"]


def test_a_component_may_be_named_with_a_number(tmp_path: Path) -> None:
    page = tmp_path / "page.yaml"
    page.write_text("components:\n  schemas:\n    404: {type: string}\n", encoding="utf-8")
    merged = joined(*fragments(page))
    assert merged.added == ["schemas/404"]
    assert merged.document["components"]["schemas"]["404"] == {"type": "string"}


def test_a_reference_to_another_page_of_the_same_run_is_accepted() -> None:
    target = made("b.md:1", components={"schemas": {"newModel": ERROR}})
    source = made("a.md:1", components={"schemas": {"listModel": {"items": {"$ref": "#/components/schemas/newModel"}}}})
    assert joined(target, source).added == joined(source, target).added[::-1]


# --- the text


def inserted_only(old: str, new: str) -> bool:
    matcher = difflib.SequenceMatcher(a=old.splitlines(True), b=new.splitlines(True), autojunk=False)
    return {tag for tag, *_ in matcher.get_opcodes()} <= {"equal", "insert"}


def rewrite(text: str, wanted: Any) -> str:
    return rewritten(text, spec.parse(text, "openapi.yaml"), wanted, "openapi.yaml")


@pytest.mark.parametrize("page", [SHOW_TRACK, LIST_SPEAKERS])
def test_bringing_in_an_endpoint_changes_no_line_of_the_document(page: str) -> None:
    wanted = joined(fragment(page)).document
    text = rewrite(TEXT, wanted)
    assert len(text) > len(TEXT)
    assert inserted_only(TEXT, text)
    assert spec.parse(text, "").data == wanted


STYLES = [
    # Four columns, items at the level of their key, long and folded texts, odd spacing.
    "paths:\n    /a:\n        get:\n            tags:\n            -   one\n            text: a long one that\n"
    '              goes on\n            other:   "two\n\n              parts"\n'
    "components:\n    schemas:\n        A: {}\n",
    # Comments: above a section they stay with it.
    "# top\npaths: # here\n  /a: {get: {}}  # flow\n  # last path\n\n# the components\ncomponents:\n  # first\n"
    "  schemas:\n    A: {x: 1}\n    # after A\n\n  # nothing else\n# end\n",
    # Texts that look like something else.
    "paths:\n  /a:\n    get: |\n      # no comment\n      paths:\n\n      end\n\ncomponents:\n  schemas:\n    A: >-\n"
    "      x\n\n\n",
    # An end of lines from elsewhere, and none at the end.
    "paths:\r\n  /a:\r\n    get: {}\r\ncomponents:\r\n  schemas:\r\n    A: {}",
    "---\npaths:\n  /a:\n    get: {}\ncomponents:\n  schemas:\n    A: {}\n...\n",
    "'paths':\n  '/a':\n    \"get\": {}\n\"components\":\n  schemas:\n    A: {}\n",
    "paths:\n  /a: &a\n    get: {}\n  /b: *a\ncomponents:\n  schemas: !!map\n    A: {x: 2023-01-01, y: 0x1F, z: ~}\n",
    "paths:\n  /ä:\n    get: 'é\u2028ü'\ncomponents:\n  schemas:\n    A: \"\\u00e9\"\n",
]


@pytest.mark.parametrize("text", STYLES)
def test_lines_stay_as_they_are_in_any_style(text: str) -> None:
    wanted = copy.deepcopy(spec.parse(text, "").data)
    wanted["paths"]["/new"] = {"get": {"description": "a\nb"}}
    wanted["components"]["schemas"]["New"] = {"enum": [1, "1", None]}
    wanted["components"]["parameters"] = {"p": {"in": "query"}}
    result = rewrite(text, wanted)
    # The last line gets the end that it lacks.
    assert inserted_only(text if text.endswith("\n") else text + "\r\n", result)
    assert spec.parse(result, "").data == wanted
    if "\r\n" in text:
        assert result.count("\n") == result.count("\r\n")


def test_what_is_added_stands_before_the_comment_on_the_next_section() -> None:
    text = "paths:\n  /a: {}\n\n# the components\ncomponents:\n  A: {}\n"
    result = rewrite(text, {"paths": {"/a": {}, "/b": {}}, "components": {"A": {}}})
    assert result == "paths:\n  /a: {}\n  /b: {}\n\n# the components\ncomponents:\n  A: {}\n"


def test_what_changes_behind_an_alias_is_written_out() -> None:
    text = "paths: &a\n  x:\n    k: 1\ncomponents: *a\n"
    result = rewrite(text, {"paths": {"x": {"k": 1}}, "components": {"x": {"k": 2}}})
    assert result == "paths: &a\n  x:\n    k: 1\ncomponents:\n  x:\n    k: 2\n"


def test_a_comment_inside_an_entry_stays_in_it() -> None:
    text = "paths:\n  /a:\n    x: 1\n    # still of /a\n\ncomponents: {}\n"
    result = rewrite(text, {"paths": {"/a": {"x": 1}, "/b": {}}, "components": {}})
    assert result == "paths:\n  /a:\n    x: 1\n    # still of /a\n  /b: {}\n\ncomponents: {}\n"


@pytest.mark.parametrize("text", ["one\n\n\n", "one\n\n  two\n", " one\ntwo", "one \ntwo", "one\ttwo\nthree"])
def test_a_text_of_several_lines_comes_in_as_it_is(text: str) -> None:
    result = rewrite("a:\n  x: 1\nb: 2\n", {"a": {"x": 1, "text": text}, "b": 2})
    assert spec.parse(result, "").data["a"]["text"] == text
    assert "  text: |" in result or "\t" in text or " \n" in text


def test_a_long_text_is_not_broken() -> None:
    long = "word " * 60 + "end"
    assert rewrite("a: 1\n", {"a": 1, "b": long}) == f"a: 1\nb: {long}\n"


def test_what_is_changed_changes_only_its_own_lines() -> None:
    text = "a:\n  # on b\n  b:\n    x: 1 # one\n    y: 2\n  # on c\n  c: [1,   2]\n  d: 4\ne:   5\n"
    wanted = {"a": {"b": {"x": 1, "new": 0, "y": 3}, "c": [1, 2]}, "e": 5}
    assert (
        rewrite(text, wanted)
        == "a:\n  # on b\n  b:\n    x: 1 # one\n    new: 0\n    y: 3\n  # on c\n  c: [1,   2]\ne:   5\n"
    )


@pytest.mark.parametrize("empty", ["components: {}", "components:", "components: {schemas: {}}"])
def test_a_section_without_lines_of_its_own_is_opened(empty: str) -> None:
    wanted = {"a": 1, "components": {"schemas": {"A": {}}}, "z": 2}
    result = rewrite(f"a:   1\n{empty}\nz:   2\n", wanted)
    assert result == "a:   1\ncomponents:\n  schemas:\n    A: {}\nz:   2\n"


@pytest.mark.parametrize("text", ['{"paths": {}}', "{}", "paths: &a\n  x:\n    k: 1\ncomponents: *a\n"])
def test_what_cannot_be_added_line_by_line_is_refused(text: str) -> None:
    data = spec.parse(text, "").data
    # The alias stands for the same lines, so one cannot change without the other.
    wanted = {"paths": {"x": {"k": 2}}, "components": data.get("components", {})}
    with pytest.raises(Failure, match=r"openapi\.yaml.*(JSON|by hand)"):
        rewrite(text, wanted)
