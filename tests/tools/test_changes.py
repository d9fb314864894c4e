"""What changed for callers: each kind of change is told once, in callers' names, and nothing else is."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.tools.documents import document, written
from tests.tools.two_generations import ACCEPTED, AFTER, BEFORE, reworded
from tools.changes import Change
from tools.changes.compare import breaking, chosen_format, in_order, render, report
from tools.failure import Failure
from tools.generate.build import CONFIG_FILE, generate
from tools.spec import Json


def generated(folder: Path, name: str, content: Json) -> Path:
    package, config = folder / name / "things_api", folder / f"{name}.yml"
    config.write_text(CONFIG_FILE.read_text(encoding="utf-8") + ACCEPTED, encoding="utf-8")
    generate(written(folder, content, f"{name}.json"), package, config)
    return package


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return generated(tmp_path_factory.mktemp("before"), "before", BEFORE)


@pytest.fixture(scope="module")
def after(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return generated(tmp_path_factory.mktemp("after"), "after", AFTER)


@pytest.fixture(scope="module")
def changes(before: Path, after: Path) -> list[Change]:
    return report(before, after)


EXPECTED = [
    # operations
    ("breaking", "things.things_gone", "the operation `things.things_gone` (`POST /gone`) is gone"),
    ("addition", "things.things_fresh", "the operation `things.things_fresh` (`POST /fresh`)"),
    (
        *("breaking", "things.things_old_name"),
        "`things.things_old_name` (`POST /renamed`) is now called `things.things_new_name`",
    ),
    ("breaking", "things.things_new_name", "the argument `x` of `things.things_new_name` is gone"),
    (
        *("breaking", "things.things_retagged"),
        "`things.things_retagged` (`POST /retagged`) is now called `others.things_retagged`",
    ),
    ("note", "things.things_moved", "`things.things_moved` is now sent as `POST /moved_to`, was `POST /moved_from`"),
    ("note", "things.things_deprecated", "`things.things_deprecated` is deprecated"),
    # arguments
    ("addition", "a.a_added", "the argument `colour` of `a.a_added` (`str`)"),
    ("breaking", "a.a_added_required", "the argument `x` of `a.a_added_required` (`str`) is new and required"),
    ("breaking", "a.a_removed", "the argument `colour` of `a.a_removed` is gone"),
    ("breaking", "a.a_required", "the argument `x` of `a.a_required` is now required"),
    ("addition", "a.a_optional", "the argument `x` of `a.a_optional` is no longer required"),
    ("breaking", "a.a_retyped", "the argument `x` of `a.a_retyped` is `int`, was `str`"),
    ("note", "a.a_wider", "the argument `x` of `a.a_wider` is `int | str`, was `str`"),
    ("breaking", "a.a_narrower", "the argument `x` of `a.a_narrower` is `str`, was `int | str`"),
    ("note", "a.a_any", "the argument `x` of `a.a_any` is `Any`, was `str`"),
    ("breaking", "a.a_some", "the argument `x` of `a.a_some` is `str`, was `Any`"),
    ("note", "a.a_nullable", "the argument `x` of `a.a_nullable` is `str | None`, was `str`"),
    ("note", "a.a_default", "the default of the argument `x` of `a.a_default` is `2`, was `1`"),
    ("breaking", "a.a_swapped", "the argument `x` of `a.a_swapped` has another position"),
    ("breaking", "a.a_swapped", "the argument `y` of `a.a_swapped` has another position"),
    # pagination
    ("breaking", "pages.pages_limit", "the argument `pagination_limit` of `pages.pages_limit` is gone"),
    ("addition", "pages.pages_offset", "the argument `pagination_offset` of `pages.pages_offset` (`int`)"),
    *[
        (severity, f"pages.pages_{name}", f"`pages.pages_{name}` {text}")
        for severity, name, text in [
            ("breaking", "header_gone", "no longer declares the header `x-pagination-total-count`"),
            ("note", "header_gone", "no longer declares the header `x-other`"),
            ("addition", "header_came", "now declares the header `x-pagination-total-count`"),
            ("addition", "header_came", "now declares the header `x-other`"),
            ("breaking", "to_body", "answers `PartPage`, was `list[Part]`"),
        ]
    ],
    # answers
    *[
        (severity, f"answers.answers_{name}", f"`answers.answers_{name}` {text}")
        for severity, name, text in [
            ("addition", "error_came", "now declares the answer 404"),
            ("note", "error_came", "answers `Part | Problem`, was `Part`"),
            ("addition", "default_came", "now declares the answer default"),
            ("note", "default_came", "answers `Part | Problem`, was `Part`"),
            ("note", "error_gone", "no longer declares the answer 404"),
            ("note", "error_gone", "answers `Part`, was `Part | Problem`"),
            ("addition", "success_came", "now declares the answer 202"),
            ("breaking", "success_came", "answers `Part | Problem`, was `Part`"),
            ("breaking", "success_gone", "no longer declares the answer 200"),
            ("addition", "emptied", "now declares the answer 204"),
            ("breaking", "emptied", "no longer declares the answer 200"),
            ("breaking", "emptied", "answers `Any`, was `Part`"),
        ]
    ],
    # security
    ("breaking", "keys.keys_came", "`keys.keys_came` needs `apiKey header X-Api-Key`, was no key"),
    ("note", "keys.keys_went", "`keys.keys_went` needs no key, was `apiKey header X-Api-Key`"),
    ("breaking", "keys.keys_other", "`keys.keys_other` needs `http bearer`, was `apiKey header X-Api-Key`"),
    (
        *("note", "keys.keys_either"),
        "`keys.keys_either` needs `apiKey header X-Api-Key` or `http bearer`, was `apiKey header X-Api-Key`",
    ),
    ("breaking", "keys.keys_undefined", "`keys.keys_undefined` needs `nowhere read write`, was `nowhere read`"),
    # models and enums
    ("breaking", "OldShape", "the model `OldShape` is gone"),
    ("addition", "NewShape", "the model `NewShape`"),
    ("breaking", "OldEnum", "the enum `OldEnum` is gone"),
    ("addition", "NewEnum", "the enum `NewEnum`"),
    ("breaking", "Turned", "the model `Turned` is of another kind: enum"),
    ("breaking", "Strict.id", "`Strict.id` (`int`) is new and required"),
    ("breaking", "KindsKind.RED", "`KindsKind.RED` is gone"),
    ("breaking", "KindsUnnamed.VALUE_1", "`KindsUnnamed.VALUE_1` is `'3 c'`, was `'2 b'`"),
    ("addition", "KindsKind.BLUE", "`KindsKind.BLUE` (`'blue'`)"),
    # fields, by what callers do with their model
    *[
        (severity, f"{model}.{name}", f"`{model}.{name}` {text}")
        for name, text, *severities in [
            ("came", "(`str`)", "addition", "addition", "addition"),
            ("went", "is gone", "breaking", "breaking", "breaking"),
            ("must", "is now required", "breaking", "breaking", "breaking"),
            ("null", "is `str | None`, was `str`", "note", "breaking", "breaking"),
            ("whole", "is `str`, was `str | None`", "breaking", "note", "breaking"),
            ("other", "is `int`, was `str`", "breaking", "breaking", "breaking"),
            ("time", "is `datetime.datetime`, was `str`", "breaking", "breaking", "breaking"),
            ("wide", "is `int | str`, was `str`", "note", "breaking", "breaking"),
            ("narrow", "is `str`, was `int | str`", "breaking", "note", "breaking"),
            ("anything", "is `Any`, was `str`", "note", "breaking", "breaking"),
            ("some", "is `str`, was `Any`", "breaking", "note", "breaking"),
            ("listed", "is `list[int]`, was `list[str]`", "breaking", "breaking", "breaking"),
        ]
        for model, severity in zip(("Sent", "Received", "Both"), severities, strict=True)
    ],
    ("addition", "Sent.may", "`Sent.may` is no longer required"),
    ("breaking", "Received.may", "`Received.may` is no longer required: it may be missing from an answer"),
    ("breaking", "Both.may", "`Both.may` is no longer required: it may be missing from an answer"),
]


def test_each_change_is_told_once_with_its_severity_and_nothing_else(changes: list[Change]) -> None:
    told = [(change.severity, change.where, change.text) for change in changes]
    assert sorted(told) == sorted(EXPECTED)


def test_each_kind_has_a_name_for_programs(changes: list[Change]) -> None:
    assert {change.kind for change in changes} == {
        *("operation-added", "operation-removed", "operation-renamed", "operation-moved", "operation-deprecated"),
        *("argument-added", "argument-removed", "argument-required", "argument-optional", "argument-retyped"),
        *("argument-default", "argument-moved", "answer-retyped", "response-added", "response-removed"),
        *("security-changed", "model-added", "model-removed", "enum-added", "enum-removed", "class-retyped"),
        *("field-added", "field-removed", "field-required", "field-optional", "field-retyped"),
        *("enum-value-added", "enum-value-removed", "enum-value-retyped"),
    }


def test_additions_backwards_are_removals(before: Path, after: Path) -> None:
    told = {change.text for change in breaking(report(after, before))}
    assert told >= {
        "the operation `things.things_fresh` (`POST /fresh`) is gone",
        "the argument `colour` of `a.a_added` is gone",
        "`KindsKind.BLUE` is gone",
        "the model `NewShape` is gone",
        "the enum `Turned` is of another kind: model",
    }


def test_other_words_and_another_order_change_nothing(after: Path, tmp_path: Path) -> None:
    assert reworded(AFTER) == reworded(reworded(AFTER))
    same = generated(tmp_path, "same", reworded(AFTER))
    assert (same / "models" / "both.py").read_bytes() != (after / "models" / "both.py").read_bytes()
    assert report(after, same) == []


def test_what_the_comparison_does_not_know_is_found_by_griffe(before: Path, tmp_path: Path) -> None:
    edited = tmp_path / before.name
    shutil.copytree(before, edited)
    for name, old, new in [
        ("client.py", "def with_cookies(", "def with_other_cookies("),
        ("models/part.py", "def to_dict(", "def to_other("),
        ("api/things/things_same.py", "def sync(", "def sync_now("),
    ]:
        source = (edited / name).read_text()
        assert old in source
        (edited / name).write_text(source.replace(old, new))
    assert {change.text for change in report(before, edited)} == {
        "`client.Client.with_cookies`: it is gone",
        "`client.AuthenticatedClient.with_cookies`: it is gone",
        "`models.part.Part.to_dict`: it is gone",
        "`api.things.things_same.sync`: it is gone",
    }


# --- for people and programs

SOME = [
    Change("breaking", "field-removed", "D.d", "`D.d` is gone"),
    Change("addition", "field-added", "C.e", "`C.e` (`str`)"),
    Change("note", "status-removed", "B.b", "`B.b` no longer declares the answer 404"),
]


def test_people_get_a_list_for_the_changelog_with_what_breaks_first_and_programs_json() -> None:
    assert render(in_order(SOME[::-1])).splitlines() == [
        "- **Breaking:** `D.d` is gone.",
        "- Added: `C.e` (`str`).",
        "- Note: `B.b` no longer declares the answer 404.",
    ]
    whole = {"since": "v1.0", "breaking": 1, "changes": [vars(change) for change in SOME]}
    assert json.loads(render(SOME, "json", "v1.0")) == whole
    assert render([], "text", "v1.0") == "Nothing changes for callers since v1.0."
    assert json.loads(render([], "json", "v1.0")) == {"since": "v1.0", "breaking": 0, "changes": []}


def test_the_format_is_chosen_by_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for asked, form in (("", "text"), ("text", "text"), ("json", "json")):
        monkeypatch.setenv("FORMAT", asked)
        assert chosen_format() == form
    monkeypatch.setenv("FORMAT", "xml")
    with pytest.raises(Failure, match=re.escape("FORMAT is text or json, not 'xml'")):
        chosen_format()


def test_a_client_of_another_document_is_refused(before: Path, tmp_path: Path) -> None:
    edited = tmp_path / before.name
    shutil.copytree(before, edited)
    (edited / "openapi.yaml").write_text(json.dumps(document({})))
    with pytest.raises(Failure, match=r"the document has no POST /.*; run `make generate`"):
        report(before, edited)


def test_a_folder_that_is_no_package_is_refused(before: Path, tmp_path: Path) -> None:
    with pytest.raises(Failure, match="is not a Python package"):
        report(before, tmp_path)
