"""Joining fragments to the document: what comes in silently, what needs a choice, what is refused, what is written."""

from __future__ import annotations

import copy
import re
from typing import Any

import pytest

from tests.tools.conftest import PUBLISHED, ROOT
from tools import spec
from tools.failure import Failure
from tools.spec.layout import rewritten, same
from tools.spec.merge import OURS, THEIRS, Choice, Merged, entry_name, merge
from tools.spec.pages import Fragment

DATA = spec.load(PUBLISHED)
ERROR = {"type": "object", "properties": {"code": {"type": "string"}}}
OPERATION = {"responses": {"200": {"description": "OK"}}, "security": [{"apiKey": []}]}
SHARED = [{"name": "id", "in": "query", "schema": {"type": "string"}}]
TRACKS, GET, MODEL = "/background_tracks", "GET /background_tracks", "schemas/errorModel"


def made(source: str = "page.md:13", **parts: Any) -> Fragment:
    """A fragment of the same API with these parts."""
    data = {key: copy.deepcopy(DATA[key]) for key in ("openapi", "info", "servers", "security")} | parts
    return Fragment(source, data)


def schemas(source: str = "page.md:13", **named: Any) -> Fragment:
    return made(source, components={"schemas": named})


def path(name: str, source: str = "page.md:13", **item: Any) -> Fragment:
    return made(source, paths={name: item})


def joined(*fragments: Fragment, choice: Choice | None = None, document: Any = None) -> Merged:
    return merge(document or DATA, list(fragments), choice or Choice(), "openapi.yaml")


KINDS = ("schemas", "examples", "parameters", "headers", "responses", "requestBodies", "securitySchemes", "links")
# What is no other API.
OTHER_WORDS = {
    "info": DATA["info"] | {"version": "1.2.3", "description": "Other words"},
    "servers": [{"url": "https://api.beyondwords.io/v1/", "description": "Production"}],
    "openapi": "3.0.3",
}
REVERSED = dict(reversed(DATA["paths"][TRACKS]["get"].items()))


@pytest.mark.parametrize(
    ("pages", "told"),
    [
        ([path(TRACKS, post=OPERATION)], {"added": ["POST /background_tracks"]}),
        ([path("/a", parameters=SHARED, get=OPERATION)], {"added": ["/a parameters", "GET /a"]}),
        ([made(components={kind: {"x": {}} for kind in KINDS})], {"added": [f"{kind}/x" for kind in KINDS]}),
        ([made(**OTHER_WORDS, paths={"/a": {"get": OPERATION}})], {"added": ["GET /a"]}),
        ([schemas(a=ERROR), schemas("b.md:1", b=ERROR, a=ERROR)], {"added": ["schemas/a", "schemas/b"]}),
        ([path(TRACKS, get=REVERSED)], {}),
        ([made(tags=[{}])], {"left out, for it is neither a path nor a component": ["tags (page.md:13)"]}),
    ],
)
def test_what_is_new_comes_in(pages: list[Fragment], told: dict[str, list[str]]) -> None:
    before, expected = copy.deepcopy(DATA), copy.deepcopy(DATA)
    for page in pages:
        for section in ("paths", "components"):
            for group, entries in page.data.get(section, {}).items():
                expected[section].setdefault(group, {}).update(entries)
    merged = joined(*pages)
    assert (merged.told, merged.differences, merged.is_changed) == (told, [], "added" in told)
    assert merged.document == expected
    assert before == DATA


@pytest.mark.parametrize(("one", "other"), [(1, True), (0, False), ("1", 1), (None, ""), ([1, 2], [2, 1])])
def test_what_json_tells_apart_is_different(one: Any, other: Any) -> None:
    assert not same({"default": one}, {"default": other})


def test_a_difference_is_a_diff_of_what_matters_from_the_document_or_another_page() -> None:
    # The order of keys does not matter.
    error = dict(reversed(DATA["components"]["schemas"]["errorModel"].items())) | {"title": "Error"}
    first, *others = joined(schemas(errorModel=error, new={}), schemas("b.md:1", new=ERROR)).differences
    lines = str(first).splitlines()
    assert lines[:2] == ["--- openapi.yaml schemas/errorModel", "+++ page.md:13 schemas/errorModel"]
    assert [line for line in lines[2:] if line[0] in "+-"] == ["+title: Error"]
    assert [(each.name, each.our_source, each.their_source) for each in others] == [
        ("schemas/new", "page.md:13", "b.md:1")
    ]


CHANGED = made(paths={TRACKS: {"get": OPERATION}}, components={"schemas": {"errorModel": ERROR, "new": ERROR}})


@pytest.mark.parametrize(
    ("choice", "taken", "kept", "open_"),
    [
        (Choice(THEIRS), [GET, MODEL], [], []),
        (Choice(OURS), [], [GET, MODEL], []),
        (Choice(THEIRS, {MODEL: OURS}), [GET], [MODEL], []),
        (Choice(None, {MODEL: THEIRS, entry_name("get /background_tracks"): OURS}), [MODEL], [GET], []),
        (Choice(None, {MODEL: THEIRS}), [MODEL], [], [GET]),
        # What is new needs no choice.
        (Choice(THEIRS, {"schemas/new": OURS}), [GET, MODEL], [], []),
    ],
)
def test_a_side_is_taken_for_all_or_by_name(choice: Choice, taken: Any, kept: Any, open_: Any) -> None:
    merged = joined(CHANGED, choice=choice)
    told = {"added": ["schemas/new"], "taken over": taken, "kept as it was": kept}
    assert merged.told == {what: names for what, names in told.items() if names}
    assert [each.name for each in merged.differences] == open_
    for name, keys in ((GET, ("paths", TRACKS, "get")), (MODEL, ("components", "schemas", "errorModel"))):
        there, theirs, ours = (spec_[keys[0]][keys[1]][keys[2]] for spec_ in (merged.document, CHANGED.data, DATA))
        assert there == (theirs if name in taken else ours)


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        ([made(info={"title": "Other API", "version": "1"})], "page.md:13 is another API: its title is 'Other API'"),
        ([made(servers=[{"url": "https://api.beyondwords.io/v2"}])], "its server is 'https://api.beyondwords.io/v2'"),
        ([made(servers=[*DATA["servers"], {"url": "https://eu.example"}])], "its server is"),
        ([made(openapi="3.1.0")], "its OpenAPI version is '3.1'"),
        ([made(security=[{"key": []}], paths={"/a": {"get": {"responses": {}}}})], "/a relies on another global"),
        ([CHANGED], "nothing is called 'schemas/ErrorModel' there"),
        (
            [path("/a/{id}", get=OPERATION), path("/a/{a_id}", "b.md:1")],
            "b.md:1: the path /a/{a_id} is there already as /a/{id}",
        ),
        ([path(TRACKS, parameters=SHARED)], f"{TRACKS} says something else for all its operations than in openapi"),
        ([path("/a", parameters=SHARED), path("/a", "b.md:1", get=OPERATION)], "b.md:1: /a says something else"),
    ],
)
def test_what_does_not_belong_is_refused_in_one_line(pages: list[Fragment], expected: str) -> None:
    with pytest.raises(Failure) as caught:
        joined(*pages, choice=Choice(THEIRS, {"schemas/ErrorModel": OURS} if pages == [CHANGED] else {}))
    assert expected in str(caught.value)
    assert "\n" not in str(caught.value)


# --- the text


def rewrite(text: str, wanted: Any) -> str:
    return rewritten(text, wanted, "openapi.yaml")


@pytest.mark.parametrize("name", ["openapi.yaml", "generator-config.yml", "tests/tools/published.yaml"])
def test_what_the_tools_rewrite_is_written_as_they_write_it(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert rewrite(text, spec.parse(text, name)) == text


LONG = "word " * 60 + "end"


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("# top\n'a':   1\n", f"# top\n'a': 1\nb: {LONG}\n"),
        ("a: {get: {}}  # flow\nz: >-\n  one\n  two\n", "a: {get: {}}  # flow\nz: >-\n  one\n  two\nb:\n  c: {}\n"),
        ("d: 2023-01-01\ny: 0x1F\n", "d: 2023-01-01\ny: 0x1F\nnew:\n  - x: '1'\n"),
        # Only its own lines change.
        (
            "a:\n  # on b\n  b:\n    x: 1 # one\n    y: 2\n  # on c\n  c: [1, 2]\n  d: 4\ne: 5\n",
            "a:\n  # on b\n  b:\n    x: 1 # one\n    y: 3\n  # on c\n  c: [1, 2]\ne: 5\n",
        ),
        # What changes behind an alias is written out.
        ("a: &a\n  x: 1\nb: *a\n", "a:\n  x: 1\nb:\n  x: 1\nc: 2\n"),
        # A section without lines of its own is opened.
        *((f"a: 1\n{c}\nz: 2\n", "a: 1\nc:\n  s:\n    A: {}\nz: 2\n") for c in ("c: {}", "c:", "c: {s: {}}")),
        ('{"a": {"b": []}}', "a:\n  b: []\nc: 1\n"),
        ("a: 1\r\n", "a: 1\r\nb: 2\r\n"),
    ],
)
def test_only_what_changed_is_written_anew(text: str, result: str) -> None:
    assert rewrite(text, spec.parse(result)) == result


@pytest.mark.parametrize("text", ["one\n\n\n", "one\n\n  two\n", " one\ntwo", "one \ntwo", "one\ttwo\nthree"])
def test_a_text_of_several_lines_comes_in_as_it_is(text: str) -> None:
    result = rewrite("a:\n  x: 1\nb: 2\n", {"a": {"x": 1, "text": text}, "b": 2})
    assert spec.parse(result)["a"]["text"] == text
    assert "  text: |" in result or "\t" in text or " \n" in text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # A remark would go with what stands above it.
        ("a:\n  b: 1\n# on c\nc: 2\n", {"c": 2}),
        # The alias stands for the same lines, so one cannot change without the other.
        ("a: &a\n  x: 1\nb: *a\n", {"a": {"x": 1}, "b": {"x": 2}}),
    ],
)
def test_what_cannot_be_written_without_a_loss_is_refused(text: str, wanted: Any) -> None:
    with pytest.raises(Failure, match=re.escape("openapi.yaml: the changes cannot be written without")):
        rewrite(text, wanted)
