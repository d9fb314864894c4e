"""Uses operations that nobody wrote code for; run in a scratch copy whose document has them (rich_api.py)."""

from __future__ import annotations

from datetime import UTC, date, datetime
from importlib import import_module
from typing import Any
from uuid import UUID

import pytest

from beyondwords import BeyondWords, UnprocessableEntityError
from beyondwords.testing import Sandbox

PROJECT = "a project/with a slash"
MODELS: Any = import_module("beyondwords_api.models")
KEY = UUID("6c0a5b7e-0000-4000-8000-000000000000")
TIME = datetime(2023, 1, 2, 3, 4, 5, tzinfo=UTC)
FILTERS: dict[str, Any] = {
    "filter_style": MODELS.Style.CALM,
    "filter_languages": ["en", "de"],
    "made_from": TIME,
    "made_to": TIME.date(),
    "key": KEY,
}
SENT = {
    *(("filter[style]", "calm"), ("filter[languages][]", "en"), ("filter[languages][]", "de"), ("key", str(KEY))),
    *(("made[from]", "2023-01-02T03:04:05+00:00"), ("made[to]", "2023-01-02")),
}


def operation(name: str) -> Any:
    return import_module(f"beyondwords_api.api.voices.{name}")


INDEX, CREATE, SHOW, DELETE = (operation(f"voices_{name}") for name in ("index", "create", "show", "delete"))
TRAIN = operation("post_projects_project_id_voices_id_train")


def new_voice(name: Any = "Ada") -> Any:
    source = MODELS.Cloned(kind=MODELS.ClonedKind.CLONED, of=5)
    return MODELS.NewVoice(name=name, style=MODELS.Style.LIVELY, from_=date(2023, 1, 2), key=KEY, source=source)


def test_it_is_served_and_called() -> None:
    sandbox = Sandbox(items={"/projects/{project_id}/voices": 30}, default_limit=10)
    with sandbox, BeyondWords(sandbox.api_key, base_url=sandbox.base_url) as bw:
        rows = list(bw.paginate(INDEX, project_id=PROJECT, limit=12))
        assert len(rows) == 30
        assert {type(row) for row in rows} == {MODELS.Voice}
        assert (rows[0].style, rows[0].made, rows[0].speaks[0].language) == (MODELS.Style.CALM, TIME, "en")
        assert rows[0]["a field nobody declared"] is True
        page = bw.paginate(INDEX, project_id=PROJECT, limit=12, offset=24, **FILTERS).page()
        assert (len(page.items), page.total, page.has_next) == (6, 30, False)
        assert set(sandbox.requests[-1].query) >= SENT
        assert sandbox.requests[-1].path == "/v1/projects/a%20project%2Fwith%20a%20slash/voices"
        assert bw.call(CREATE, project_id=PROJECT, body=new_voice()).name == "Ada"
        assert bw.call_detailed(CREATE, project_id=PROJECT, body=new_voice()).status_code == 201
        assert bw.call(SHOW, project_id=PROJECT, id=7).id == 7
        assert bw.call(TRAIN, project_id=PROJECT, id=7).id == KEY
        assert bw.call(DELETE, project_id=PROJECT, id=7) is None
        with pytest.raises(UnprocessableEntityError) as refused:
            bw.call(CREATE, project_id=PROJECT, body=new_voice(name=5))
        assert [each.location for each in refused.value.errors] == ["name"]
