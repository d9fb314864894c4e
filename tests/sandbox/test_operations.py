"""Operations of a spec nobody wrote code for that are about no collection are answered from their examples."""

from __future__ import annotations

import httpx


def test_a_concrete_path_wins_over_a_template(made_up: httpx.Client) -> None:
    assert made_up.get("/things/newest").json() == {"from": "concrete"}


def test_without_an_example_a_value_of_the_schema(made_up: httpx.Client) -> None:
    response = made_up.get("/no_example")
    assert (response.status_code, response.headers["x-needed"]) == (200, "5")
    assert response.json() == {
        "id": 0,
        "title": "text",
        "when": "2023-01-01T00:00:00Z",
        "who": "textxx",
        "mood": "glad",
        "more": [2],
        "yes": False,
        "uuid": "00000000-0000-4000-8000-000000000000",
    }


def test_an_example_that_contradicts_its_schema_is_not_sent(made_up: httpx.Client) -> None:
    assert made_up.get("/wrong_example").json() == {"id": 0}


def test_where_there_is_a_choice_the_answer_is_json(made_up: httpx.Client) -> None:
    assert made_up.get("/two_forms").json() == {"form": "json"}


def test_a_body_that_is_not_json(made_up: httpx.Client) -> None:
    response = made_up.get("/audio")
    assert (response.status_code, response.headers["content-type"]) == (200, "audio/mpeg")
