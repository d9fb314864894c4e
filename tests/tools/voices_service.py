"""A service that uses operations nobody wrote code for; run in a scratch copy whose document has them (rich_api.py)."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from importlib import import_module
from typing import Any
from uuid import UUID

import httpx

from beyondwords import (
    AsyncBeyondWords,
    BeyondWords,
    NotFoundError,
    ResponseDecodeError,
    UnprocessableEntityError,
)
from beyondwords.testing import Sandbox

LIST = "/projects/{project_id}/voices"
PROJECT = "a project/with a slash"
MODELS: Any = import_module("beyondwords_api.models")
KEY = UUID("6c0a5b7e-0000-4000-8000-000000000000")


def operation(name: str) -> Any:
    return import_module(f"beyondwords_api.api.voices.{name}")


INDEX, CREATE, SHOW, DELETE = (operation(f"voices_{name}") for name in ("index", "create", "show", "delete"))
TRAIN = operation("post_projects_project_id_voices_id_train")


def new_voice() -> Any:
    return MODELS.NewVoice(
        name="Ada",
        style=MODELS.Style.LIVELY,
        from_=date(2023, 1, 2),
        key=KEY,
        source=MODELS.Cloned(kind=MODELS.ClonedKind.CLONED, of=5),
    )


def filters() -> dict[str, Any]:
    return {
        "filter_style": MODELS.Style.CALM,
        "filter_languages": ["en", "de"],
        "made_from": datetime(2023, 1, 2, 3, 4, 5, tzinfo=UTC),
        "made_to": date(2023, 1, 2),
        "key": KEY,
    }


SENT = {
    ("filter[style]", "calm"),
    ("filter[languages][]", "en"),
    ("filter[languages][]", "de"),
    ("made[from]", "2023-01-02T03:04:05+00:00"),
    ("made[to]", "2023-01-02"),
    ("key", str(KEY)),
}


def check_rows(rows: list[Any]) -> None:
    assert len(rows) == 30
    assert {type(row) for row in rows} == {MODELS.Voice}
    assert rows[0].style is MODELS.Style.CALM
    assert rows[0].made == datetime(2023, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert rows[0].speaks[0].language == "en"
    assert rows[0]["a field nobody declared"] is True


def sync_side(bw: BeyondWords) -> None:
    check_rows(list(bw.paginate(INDEX, project_id=PROJECT, limit=12)))
    page = bw.paginate(INDEX, project_id=PROJECT, limit=12, offset=24, **filters()).page()
    assert (len(page.items), page.total, page.has_next) == (6, 30, False)
    assert bw.call(CREATE, project_id=PROJECT, body=new_voice()).name == "Ada"
    assert bw.call_detailed(CREATE, project_id=PROJECT, body=new_voice()).status_code == 201
    assert bw.call(SHOW, project_id=PROJECT, id=7).id == 7
    assert bw.call(TRAIN, project_id=PROJECT, id=7).id == KEY
    assert SHOW.sync(client=bw.api, project_id=PROJECT, id=7).id == 7
    assert bw.call(DELETE, project_id=PROJECT, id=7) is None


async def async_side(bw: AsyncBeyondWords) -> None:
    check_rows([row async for row in bw.paginate(INDEX, project_id=PROJECT, limit=12)])
    assert (await bw.paginate(INDEX, project_id=PROJECT, **filters()).page()).total == 30
    assert (await bw.call(CREATE, project_id=PROJECT, body=new_voice())).name == "Ada"
    assert (await bw.call(TRAIN, project_id=PROJECT, id=7)).id == KEY
    assert (await SHOW.asyncio(client=bw.api, project_id=PROJECT, id=7)).id == 7
    assert await bw.call(DELETE, project_id=PROJECT, id=7) is None
    await bw.aclose()


def against_the_sandbox() -> None:
    with Sandbox(items={LIST: 30}, default_limit=10) as sandbox:
        access: dict[str, Any] = {"api_key": sandbox.api_key, "base_url": sandbox.base_url}
        with BeyondWords(**access) as bw:
            sync_side(bw)
            filtered = [request for request in sandbox.requests if set(request.query) >= SENT]
            assert len(filtered) == 1
            assert filtered[0].path == "/v1/projects/a%20project%2Fwith%20a%20slash/voices"
            wrong = new_voice()
            wrong.name = 5
            error = refused(UnprocessableEntityError, lambda: bw.call(CREATE, project_id=PROJECT, body=wrong))
            assert [each.location for each in error.errors] == ["name"]
        sandbox.reset()
        asyncio.run(async_side(AsyncBeyondWords(**access)))


def refused(expected: type[Any], action: Callable[[], Any]) -> Any:
    try:
        action()
    except expected as error:
        return error
    raise AssertionError(f"no {expected.__name__}")


def answering(body: Any, status: int = 200) -> BeyondWords:
    answer = httpx.MockTransport(lambda request: httpx.Response(status, content=json.dumps(body)))
    return BeyondWords("key", transport=answer)


def against_planned_answers() -> None:
    full = {
        "id": 1,
        "parent": {"id": 2, "parent": None},
        "labels": {"any": "text"},
        "quotas": {"plan": "pro", "minutes": {"left": 3}},
        "source": {"kind": "recorded", "at": "2023-01-02T03:04:05Z"},
        "score": "high",
        "style": "a style learnt since",
        "new": {"in": "answers"},
    }
    voice: Any = answering(full).call(SHOW, project_id="1", id=1)
    assert (voice.parent.id, voice.parent.parent) == (2, None)
    assert voice.labels["any"] == "text"
    assert (voice.quotas.plan, voice.quotas["minutes"].left) == ("pro", 3)
    assert isinstance(voice.source, MODELS.Recorded)
    assert isinstance(
        answering({**full, "source": {"kind": "cloned", "of": 5}}).call(SHOW, project_id="1", id=1).source,
        MODELS.Cloned,
    )
    assert voice.score == "high"
    assert voice.style == "a style learnt since"
    assert voice["new"] == {"in": "answers"}
    wrong = {**full, "quotas": {"plan": "pro", "minutes": [3]}}
    odd: Any = answering(wrong).call(SHOW, project_id="1", id=1)
    assert not odd.quotas
    assert odd.to_dict()["quotas"] == wrong["quotas"]
    missing = refused(ResponseDecodeError, lambda: answering([{"name": "x"}]).paginate(INDEX, project_id="1").page())
    assert missing.location == "$[0].id"
    gone = answering({"code": 404, "message": "No such voice"}, 404)
    assert "No such voice" in str(refused(NotFoundError, lambda: gone.call(SHOW, project_id="1", id=1)))


if __name__ == "__main__":
    against_the_sandbox()
    against_planned_answers()
    print("served")
