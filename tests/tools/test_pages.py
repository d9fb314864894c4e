"""Which fragments are found in a page, and which pages are refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.tools.endpoint_pages import LIST_SPEAKERS, LIST_SPEAKERS_PAGE, SHOW_TRACK, SHOW_TRACK_PAGE, page, saved
from tools import spec
from tools.failure import Failure
from tools.spec import SpecError
from tools.spec.layout import dumped
from tools.spec.pages import fragments

SPEAKERS = spec.parse(LIST_SPEAKERS)


def refusal(file: Path) -> str:
    with pytest.raises((Failure, SpecError)) as caught:
        fragments(file)
    assert "\n" not in str(caught.value)
    assert str(file) in str(caught.value)
    return str(caught.value)


SHELL = "```sh\ncurl https://api.example/speakers\n```\n"
ANSWER = '\n\n```json\n{"id": 1, ...}\n```\n'


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("page.md", page(LIST_SPEAKERS, fence="```")),
        ("page.md", page(LIST_SPEAKERS, fence="~~~")),
        ("page.md", page(LIST_SPEAKERS, "GET /speakers")),
        ("page.md", page(LIST_SPEAKERS, "")),
        ("page.md", LIST_SPEAKERS_PAGE.replace("````yaml", "````")),
        ("page.md", LIST_SPEAKERS_PAGE.replace("\n", "\r\n")),
        ("page.md", LIST_SPEAKERS_PAGE + "`````\n"),
        ("page.md", f"```json\n{json.dumps(SPEAKERS, indent=2)}\n```\n"),
        ("page.md", SHELL + LIST_SPEAKERS_PAGE + ANSWER),
        ("page.md", "`` `not a fence` ``\n```` one line ````\n" + LIST_SPEAKERS_PAGE),
        ("page.md", LIST_SPEAKERS),
        ("speakers.yaml", LIST_SPEAKERS),
        ("speakers.yml", "---\n" + LIST_SPEAKERS),
        ("speakers.json", json.dumps(SPEAKERS)),
        ("speakers.json", json.dumps(SPEAKERS, indent="\t")),
        ("SPEAKERS.JSON", "\ufeff" + json.dumps(SPEAKERS, sort_keys=True)),
        ("both.md", SHOW_TRACK_PAGE + "\n\n" + LIST_SPEAKERS_PAGE),
        ("both.md", page(SHOW_TRACK + "---\n" + LIST_SPEAKERS)),
        ("both.yaml", SHOW_TRACK + "---\n" + LIST_SPEAKERS),
    ],
)
def test_forms_in_which_a_file_carries_its_fragments(tmp_path: Path, name: str, text: str) -> None:
    found = [found.data for found in fragments(saved(tmp_path, text, name))]
    assert found == ([spec.parse(SHOW_TRACK), SPEAKERS] if name.startswith("both") else [SPEAKERS])


def test_a_fence_closes_with_its_own_marks(tmp_path: Path) -> None:
    described = "description: |-\n    ```\n    a\n    ````sh\n"
    four = page(LIST_SPEAKERS.replace("version: 1.0.0\n", f"version: 1.0.0\n  {described}"))
    (found,) = fragments(saved(tmp_path, four.replace("    ```", "   ```").replace("    a\n", "   a\n")))
    assert found.data["info"]["description"] == "```\na\n````sh"
    assert four.splitlines()[int(found.source.rpartition(":")[2]) - 1] == "openapi: 3.0.1"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "it is empty"),
        ("# A page\n\nProse only.\n", "no fence has one"),
        (LIST_SPEAKERS_PAGE + "x", "the fence is never closed"),
        ('# A page\n\n```json\n{"id": 1}\n```\n', "no fence has one"),
        (page("a: 1\n"), "it has neither `paths` nor `components`"),
        (page("- 1\n"), "is no OpenAPI fragment"),
        (page("\n"), "GET /speakers, but it is not there"),
        (page(LIST_SPEAKERS, "post /speakers"), "the fence promises POST /speakers"),
        (page(LIST_SPEAKERS, "get /speaker"), "the fence promises GET /speaker"),
        (page(LIST_SPEAKERS.replace("3.0.1", "2.0")), "is OpenAPI 2.0"),
        (page(LIST_SPEAKERS.replace("  /speakers:", "  speakers:")), "'speakers' does not start with a slash"),
        (page(LIST_SPEAKERS.replace("summary: ", "summary: [")), "is not YAML"),
        *(
            (page(start + rest), expected)
            for part, rest, expected in [
                ("    speakerModel:", "    speakerModel:\n", "components > schemas > speakerModel"),
                ("      responses:", "      responses:\n", "responses: Input should be an object: is it cut off?"),
                ("      responses:", "", "paths > /speakers > get > responses: Field required: is it cut off?"),
                ("    get:", "", "paths > /speakers: Input should be"),
            ]
            for start in [LIST_SPEAKERS.partition(part)[0]]
        ),
    ],
)
def test_a_page_without_a_whole_fragment_is_refused(tmp_path: Path, text: str, expected: str) -> None:
    assert expected in refusal(saved(tmp_path, text))


def test_a_page_is_refused_wherever_it_was_cut_off(tmp_path: Path) -> None:
    whole = LIST_SPEAKERS_PAGE
    file = saved(tmp_path, whole)
    assert fragments(file)
    # The last cut leaves three of the four marks of the closing fence.
    for end in [*range(0, len(whole) - 1, 37), len(whole) - 1]:
        refusal(saved(tmp_path, whole[:end]))


def test_aliases_are_written_out(tmp_path: Path) -> None:
    text = LIST_SPEAKERS.replace("type: array", "type: &kind array").replace("type: object", "type: *kind")
    (found,) = fragments(saved(tmp_path, text, "page.yaml"))
    assert found.data["components"]["schemas"]["speakerModel"]["type"] == "array"
    assert "*" not in dumped(found.data)
    assert "&" not in dumped(found.data)
