"""Joining fragments to the document: what comes in silently, what needs a choice, what is refused, what is written."""

from __future__ import annotations

import copy
import difflib
from typing import Any

import pytest

from tests.tools.conftest import PUBLISHED
from tests.tools.endpoint_pages import LIST_SPEAKERS, SHOW_TRACK
from tools import spec
from tools.failure import Failure
from tools.spec.layout import rewritten, same
from tools.spec.merge import OURS, THEIRS, Choice, Merged, entry_name, merge
from tools.spec.pages import Fragment

TEXT = PUBLISHED.read_text(encoding="utf-8")
DATA = spec.parse(TEXT, "").data
ERROR = {"type": "object", "properties": {"code": {"type": "string"}}}
OPERATION = {"responses": {"200": {"description": "OK"}}, "security": [{"apiKey": []}]}
GET_A = {"/a": {"get": OPERATION}}


def made(source: str = "page.md:13", **parts: Any) -> Fragment:
    """A fragment of the same API with these parts."""
    data = {key: copy.deepcopy(DATA[key]) for key in ("openapi", "info", "servers", "security")} | parts
    return Fragment(source, data)


def schemas(source: str = "page.md:13", **named: Any) -> Fragment:
    return made(source, components={"schemas": named})


def joined(*fragments: Fragment, choice: Choice | None = None, document: Any = None) -> Merged:
    return merge(document or DATA, list(fragments), choice or Choice(), "openapi.yaml")


# --- what comes in, and what does not change

SHARED = [{"name": "id", "in": "query", "schema": {"type": "string"}}]
NEW_INFO = DATA["info"] | {"version": "1.2.3", "description": "Other words"}
PRODUCTION = [{"url": "https://api.beyondwords.io/v1/", "description": "Production"}]
KINDS = ("schemas", "examples", "parameters", "headers", "responses", "requestBodies", "securitySchemes", "links")
NOWHERE: dict[str, Any] = {"$ref": "#/nowhere"}
LIST = {"items": {"$ref": "#/components/schemas/newModel"}}


@pytest.mark.parametrize(
    ("pages", "added"),
    [
        ([made(paths={"/background_tracks": {"post": OPERATION}})], ["POST /background_tracks"]),
        ([made(paths={"/a": {"parameters": SHARED, "get": OPERATION}})], ["/a parameters", "GET /a"]),
        *(([made(components={kind: {"added": {"description": "new"}}})], [f"{kind}/added"]) for kind in KINDS),
        # What is no other API, and the order of keys.
        ([made(info=NEW_INFO, servers=PRODUCTION, openapi="3.0.3", paths=GET_A)], ["GET /a"]),
        (
            [
                made(
                    paths={
                        "/background_tracks": {
                            "get": dict(reversed(DATA["paths"]["/background_tracks"]["get"].items()))
                        }
                    }
                )
            ],
            [],
        ),
        # A reference that leads somewhere or is data.
        ([schemas(new={"$ref": "#/components/schemas/errorModel"})], ["schemas/new"]),
        ([schemas(new={"example": NOWHERE, "enum": [NOWHERE], "properties": {"$ref": {}}})], ["schemas/new"]),
        ([schemas(newModel=LIST)], ["schemas/newModel"]),
        ([schemas(newModel=ERROR), schemas("b.md:1", list=LIST)], ["schemas/newModel", "schemas/list"]),
        ([schemas("b.md:1", list=LIST), schemas(newModel=ERROR)], ["schemas/list", "schemas/newModel"]),
    ],
)
def test_what_is_new_comes_in(pages: list[Fragment], added: list[str]) -> None:
    before, expected = copy.deepcopy(DATA), copy.deepcopy(DATA)
    for page in pages:
        for section in ("paths", "components"):
            for group, entries in page.data.get(section, {}).items():
                expected[section].setdefault(group, {}).update(entries)
    merged = joined(*pages)
    assert (merged.added, merged.taken, merged.differences, merged.left_out) == (added, [], [], [])
    assert merged.document == expected
    assert before == DATA


def test_what_is_left_out_is_named() -> None:
    merged = joined(made(tags=[{"name": "Speakers"}], paths=GET_A))
    assert merged.left_out == ["tags (page.md:13)"]
    assert "tags" not in merged.document


@pytest.mark.parametrize(("one", "other"), [(1, True), (0, False), ("1", 1), (None, ""), ([1, 2], [2, 1])])
def test_what_json_tells_apart_is_different(one: Any, other: Any) -> None:
    assert not same({"default": one}, {"default": other})


# --- differences


def test_a_difference_is_a_diff_of_what_matters() -> None:
    error = DATA["components"]["schemas"]["errorModel"]
    # The order of keys does not matter.
    (difference,) = joined(schemas(errorModel=dict(reversed(error.items())) | {"title": "Error"})).differences
    lines = str(difference).splitlines()
    assert lines[:2] == ["--- openapi.yaml schemas/errorModel", "+++ page.md:13 schemas/errorModel"]
    assert [line for line in lines[2:] if line[0] in "+-"] == ["+title: Error"]


@pytest.mark.parametrize(
    ("pages", "found"),
    [
        (
            [schemas("a.md:1", errorModel=ERROR), made("b.md:1", paths={"/background_tracks": {"get": OPERATION}})],
            [("schemas/errorModel", "openapi.yaml", "a.md:1"), ("GET /background_tracks", "openapi.yaml", "b.md:1")],
        ),
        # From one another.
        ([schemas("a.md:1", new=ERROR), schemas("b.md:1", new={})], [("schemas/new", "a.md:1", "b.md:1")]),
    ],
)
def test_every_difference_is_found_at_once(pages: list[Fragment], found: list[Any]) -> None:
    assert [(each.name, each.our_source, each.their_source) for each in joined(*pages).differences] == found


CHANGED = made(
    paths={"/background_tracks": {"get": OPERATION}}, components={"schemas": {"errorModel": ERROR, "new": ERROR}}
)
GET, MODEL = "GET /background_tracks", "schemas/errorModel"
WAYS = {GET: ("paths", "/background_tracks", "get"), MODEL: ("components", "schemas", "errorModel")}


@pytest.mark.parametrize(
    ("choice", "taken", "kept", "open_"),
    [
        (Choice(THEIRS), [GET, MODEL], [], []),
        (Choice(OURS), [], [GET, MODEL], []),
        (Choice(THEIRS, {MODEL: OURS}), [GET], [MODEL], []),
        (Choice(None, {MODEL: THEIRS, GET: OURS}), [MODEL], [GET], []),
        (Choice(None, {MODEL: THEIRS}), [MODEL], [], [GET]),
        # What is the same, or new, needs no choice.
        (Choice(THEIRS, {"schemas/new": OURS}), [GET, MODEL], [], []),
    ],
)
def test_a_side_is_taken_for_all_or_by_name(choice: Choice, taken: Any, kept: Any, open_: Any) -> None:
    merged = joined(CHANGED, choice=choice)
    assert (merged.taken, merged.kept, [each.name for each in merged.differences]) == (taken, kept, open_)
    assert merged.added == ["schemas/new"]
    for name, (section, group, key) in WAYS.items():
        side = CHANGED.data if name in taken else DATA
        assert merged.document[section][group][key] == side[section][group][key]


@pytest.mark.parametrize(
    ("text", "name"), [("get /a", "GET /a"), ("GET /a", "GET /a"), ("schemas/get", "schemas/get"), ("/a x", "/a x")]
)
def test_operations_are_named_in_any_case(text: str, name: str) -> None:
    assert entry_name(text) == name


@pytest.mark.parametrize(("ours", "theirs"), [(None, SHARED), (SHARED, None), (SHARED, [])])
def test_what_a_path_says_for_all_its_operations_is_not_changed_silently(ours: Any, theirs: Any) -> None:
    def item(method: str, parameters: Any) -> dict[str, Any]:
        return {method: OPERATION} | ({} if parameters is None else {"parameters": parameters})

    document, page = DATA | {"paths": {"/a": item("get", ours)}}, made(paths={"/a": item("post", theirs)})
    assert [each.name for each in joined(page, document=document).differences] == ["/a parameters"]
    taken = joined(page, document=document, choice=Choice(THEIRS)).document["paths"]["/a"]
    assert taken == {"get": OPERATION} | item("post", theirs)


# --- refusals

LOST = {"$ref": "#/components/schemas/nowhere"}


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (made(info={"title": "Other API", "version": "1"}), "its title is 'Other API'"),
        (made(servers=[{"url": "https://api.example.com/v1"}]), "its server is 'https://api.example.com/v1'"),
        (made(servers=[{"url": "https://api.beyondwords.io/v2"}]), "its server is"),
        (made(servers=[*DATA["servers"], {"url": "https://eu.example"}]), "its server is"),
        (made(openapi="3.1.0"), "its OpenAPI version is '3.1'"),
        (
            made(security=[{"apiKey": []}], paths={"/a": {"get": {"responses": {}}}}),
            "/a relies on another global `secu",
        ),
        (schemas(new=LOST), "nowhere' points at nothing"),
        (schemas(new={"items": LOST}), "nowhere' points at nothing"),
        (schemas(new={"allOf": [LOST]}), "nowhere' points at nothing"),
        (schemas(new={"properties": {"value": LOST}}), "nowhere' points at nothing"),
        (schemas(new={"properties": {"properties": {"default": {}, **LOST}}}), "nowhere' points at nothing"),
        (made(paths={"/a": {"get": OPERATION | {"responses": {"default": LOST}}}}), "nowhere' points at nothing"),
        (made(paths={"/a": {"get": OPERATION | {"parameters": [LOST]}}}), "nowhere' points at nothing"),
        (schemas(new={"$ref": "other.yaml#/a"}), "points outside the document"),
        (CHANGED, "nothing is called 'schemas/ErrorModel' there"),
    ],
)
def test_what_does_not_belong_is_refused_in_one_line(page: Fragment, expected: str) -> None:
    with pytest.raises(Failure) as caught:
        joined(page, choice=Choice(THEIRS, {"schemas/ErrorModel": OURS} if page is CHANGED else {}))
    message = str(caught.value)
    assert expected in message
    assert "\n" not in message
    assert "page.md:13" in message or page is CHANGED


def test_one_path_under_two_names_is_refused() -> None:
    pages = (
        made("a.md:1", paths={"/a/{id}": {"get": OPERATION}}),
        made("b.md:1", paths={"/a/{a_id}": {"put": OPERATION}}),
    )
    with pytest.raises(Failure, match=r"b\.md:1: the path /a/\{a_id\} is there already as /a/\{id\}"):
        joined(*pages)


# --- the text


def inserted_only(old: str, new: str) -> bool:
    matcher = difflib.SequenceMatcher(a=old.splitlines(True), b=new.splitlines(True), autojunk=False)
    return {tag for tag, *_ in matcher.get_opcodes()} <= {"equal", "insert"}


def rewrite(text: str, wanted: Any) -> str:
    return rewritten(text, spec.parse(text, "openapi.yaml"), wanted, "openapi.yaml")


@pytest.mark.parametrize("page", [SHOW_TRACK, LIST_SPEAKERS])
def test_bringing_in_an_endpoint_changes_no_line_of_the_document(page: str) -> None:
    wanted = joined(Fragment("page.md:13", spec.parse(page, "").data)).document
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


LONG = "word " * 60 + "end"


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("paths:\n  /a: {}\n\n# the rest\nz: {}\n", "paths:\n  /a: {}\n  /b: {}\n\n# the rest\nz: {}\n"),
        ("p:\n  a:\n    x: 1\n    # of a\n\nz:   {}\n", "p:\n  a:\n    x: 1\n    # of a\n  b: 2\n\nz:   {}\n"),
        # What changes behind an alias is written out.
        ("a: &a\n  x:\n    k: 1\nb: *a\n", "a: &a\n  x:\n    k: 1\nb:\n  x:\n    k: 2\n"),
        ("a:   1\n", f"a:   1\nb: {LONG}\n"),
        # Only its own lines change.
        (
            "a:\n  # on b\n  b:\n    x: 1 # one\n    y: 2\n  # on c\n  c: [1,   2]\n  d: 4\ne:   5\n",
            "a:\n  # on b\n  b:\n    x: 1 # one\n    new: 0\n    y: 3\n  # on c\n  c: [1,   2]\ne:   5\n",
        ),
        # A section without lines of its own is opened.
        *(
            (f"a:   1\n{empty}\nz:   2\n", "a:   1\nc:\n  schemas:\n    A: {}\nz:   2\n")
            for empty in ("c: {}", "c:", "c: {schemas: {}}")
        ),
    ],
)
def test_only_what_changed_is_written_anew(text: str, result: str) -> None:
    assert rewrite(text, spec.parse(result, "").data) == result


@pytest.mark.parametrize("text", ["one\n\n\n", "one\n\n  two\n", " one\ntwo", "one \ntwo", "one\ttwo\nthree"])
def test_a_text_of_several_lines_comes_in_as_it_is(text: str) -> None:
    result = rewrite("a:\n  x: 1\nb: 2\n", {"a": {"x": 1, "text": text}, "b": 2})
    assert spec.parse(result, "").data["a"]["text"] == text
    assert "  text: |" in result or "\t" in text or " \n" in text


@pytest.mark.parametrize("text", ['{"paths": {}}', "{}", "paths: &a\n  x:\n    k: 1\ncomponents: *a\n"])
def test_what_cannot_be_added_line_by_line_is_refused(text: str) -> None:
    data = spec.parse(text, "").data
    # The alias stands for the same lines, so one cannot change without the other.
    wanted = {"paths": {"x": {"k": 2}}, "components": data.get("components", {})}
    with pytest.raises(Failure, match=r"openapi\.yaml.*(JSON|by hand)"):
        rewrite(text, wanted)
