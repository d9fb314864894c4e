"""`beyondwords.webhooks`: events, and the secret that comes with them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from beyondwords.webhooks import AudioDeleted, AudioError, AudioUpdated, WebhookError, WebhookEvent, parse

SECRET = "a secret of ours"
EVENT = {
    "action_type": "audio.updated",
    "id": 7,
    "title": "Ferry returns",
    "project_id": "1",
    "content_id": "6f1c1f0e",
    "external_id": "cms-1",
    "source_id": "cms-1",
    "state": "processed",
    "published": True,
    "media": [
        {"id": 1, "content_type": "m3u8", "url": "https://cdn.example.org/a.m3u8", "duration": 185},
        {"id": 2, "content_type": "mp3", "url": "https://cdn.example.org/a.mp3", "duration": 185},
    ],
}


def parsed(body: Any, headers: Any = None, **more: str) -> WebhookEvent:
    sent = body if isinstance(body, bytes) else json.dumps(body)
    return parse(sent, headers=headers or {"authorization": f"Bearer {SECRET}"}, secret=SECRET, **more)


@pytest.mark.parametrize(
    ("action", "kind"),
    [("audio.updated", AudioUpdated), ("audio.error", AudioError), ("audio.deleted", AudioDeleted)],
)
def test_events_have_their_kind(action: str, kind: type[WebhookEvent]) -> None:
    event = parsed({**EVENT, "action_type": action})
    assert type(event) is kind
    assert (event.content_id, event.source_id, event.project_id) == ("6f1c1f0e", "cms-1", "1")
    assert (event.status, event.published, event.mp3_url) == ("processed", True, "https://cdn.example.org/a.mp3")
    assert event.media[0].duration_seconds == 185


def test_unknown_events_and_fields_are_kept() -> None:
    event = parsed({"action_type": "video.ready", "new": [1]})
    assert type(event) is WebhookEvent
    assert (event.action, event.media, event.raw["new"]) == ("video.ready", (), [1])


NO_SECRETS = ["", "Bearer", "Bearer wrong", SECRET[:-1], f"{SECRET}x", f"Bearer{SECRET}", "ü", "Basic abc", None, b"x"]


@pytest.mark.parametrize("sent", [*NO_SECRETS, [SECRET]])
def test_a_wrong_secret_is_refused_and_not_shown(sent: Any) -> None:
    with pytest.raises(WebhookError, match="Authorization is missing or wrong") as caught:
        parsed(EVENT, {"Authorization": sent})
    assert SECRET not in str(caught.value)


def test_a_header_of_your_own_is_read() -> None:
    assert parsed(EVENT, {"X-Secret": SECRET}, header="x-secret").title


KINDS = "secret and header must be strings, and headers a mapping"


@pytest.mark.parametrize(
    ("name", "values", "kind", "said"),
    [
        ("secret", ["", " ", "Bearer ", "Bearer"], ValueError, "secret is empty"),
        ("secret", [None, b"s"], TypeError, KINDS),
        ("headers", [None, [("Authorization", "s")]], TypeError, KINDS),
        ("header", [5], TypeError, KINDS),
        ("body", [None, EVENT], TypeError, "body must be bytes or a string, not "),
    ],
)
def test_arguments_that_make_no_sense_are_named(name: str, values: list[Any], kind: type[Exception], said: str) -> None:
    for value in values:
        with pytest.raises(kind, match=said):
            parse(**{"body": json.dumps(EVENT), "headers": {}, "secret": "s", name: value})


def test_equal_events_have_one_hash() -> None:
    assert len({parsed(EVENT), parsed(EVENT), parsed({**EVENT, "title": "Another"})}) == 2


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b"{}", b'{"action_type": 7}', b"[" * 100_000])
def test_what_is_no_event_is_refused(body: bytes) -> None:
    with pytest.raises(WebhookError):
        parsed(body)


def test_odd_values_cost_no_event() -> None:
    media = [{"duration": 10**400}, None, {"duration": "long", "url": 5}]
    event = parsed({"action_type": "audio.error", "media": media, "published": "yes", "title": {}})
    assert (event.published, event.title) == (None, None)
    assert [each.duration_seconds for each in event.media] == [None, None]
    for other in (5, "abc", {"url": "x"}, [None, "x"], True):
        assert parsed({"action_type": "audio.updated", "media": other}).media == ()
