"""Reading what the API's webhooks send: typed events, and a check of the secret. Webhooks are made with `bw.webhooks`.

The vendor signs nothing. It sends the headers that you give the webhook, so one with a secret tells a real event:

    bw.webhooks.create(NewWebhook(url=..., headers=HttpHeaders.from_dict({"Authorization": f"Bearer {secret}"})))

Examples:
    >>> event = parse(request.body, headers=request.headers, secret=secret)
    >>> if isinstance(event, AudioUpdated):
    ...     print(event.source_id, event.mp3_url)
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from ._text import short_repr
from .errors import BeyondWordsError

__all__ = ["AudioDeleted", "AudioError", "AudioUpdated", "WebhookError", "WebhookEvent", "WebhookMedia", "parse"]


class WebhookError(BeyondWordsError):
    """A request that is no event: the secret is missing or wrong, or the body is not what the API sends."""


@dataclass(frozen=True)
class WebhookMedia:
    """A file of an event."""

    url: str | None
    """Where it is."""
    content_type: str | None
    """`mp3` or `m3u8`, unlike the MIME types in the API's responses."""
    duration_seconds: float | None
    """Its length in seconds, unlike the milliseconds in the API's responses."""


@dataclass(frozen=True)
class WebhookEvent:
    """What happened. Fields are None where the event does not have them; all of it is in `raw`."""

    action: str
    """For example `audio.updated`; also one that this package does not know."""
    content_id: str | None
    """The item's id in the API."""
    source_id: str | None
    """Your id for it."""
    project_id: str | None
    """Its project."""
    title: str | None
    """Its title."""
    status: str | None
    """Its state, for example `processed`."""
    published: bool | None
    """Whether it is published."""
    media: tuple[WebhookMedia, ...]
    """Its files."""
    raw: Mapping[str, Any] = field(repr=False, hash=False)
    """The whole event as it came."""

    @property
    def mp3_url(self) -> str | None:
        """Where the MP3 is."""
        return next((each.url for each in self.media if each.content_type in ("mp3", "audio/mpeg")), None)


class AudioUpdated(WebhookEvent):
    """`audio.updated`: there is new audio."""


class AudioError(WebhookEvent):
    """`audio.error`: the audio could not be made."""


class AudioDeleted(WebhookEvent):
    """`audio.deleted`: the audio is gone."""


_EVENTS = {"audio.updated": AudioUpdated, "audio.error": AudioError, "audio.deleted": AudioDeleted}


def parse(body: bytes | str, *, headers: Mapping[str, str], secret: str, header: str = "Authorization") -> WebhookEvent:
    """The event in a webhook's request; one of an unknown kind is a plain `WebhookEvent`.

    Args:
        body: The request's body, as it came.
        headers: The request's headers.
        secret: What the webhook was told to send in `header`, with or without `Bearer ` before it.
        header: The header that carries the secret.

    Raises:
        WebhookError: The secret is missing or wrong, or the body is no event. Respond with 401 or 400.
        TypeError, ValueError: The secret is empty, or an argument is of another type.
    """
    if not isinstance(secret, str) or not isinstance(header, str) or not isinstance(headers, Mapping):
        raise TypeError("secret and header must be strings, and headers a mapping")
    if not isinstance(body, bytes | bytearray | str):
        raise TypeError(f"body must be bytes or a string, not {short_repr(body)}")
    if not (expected := _without_scheme(secret)):
        raise ValueError("secret is empty, so everybody could send events")
    named = (value for name, value in headers.items() if isinstance(name, str) and name.lower() == header.lower())
    sent = next((value for value in named if isinstance(value, str)), "")
    # Compared whole, so that the time it takes tells nothing of the secret.
    if not hmac.compare_digest(_without_scheme(sent), expected):
        raise WebhookError(f"the secret in the header {header} is missing or wrong")
    try:
        raw = json.loads(body)
    except (ValueError, RecursionError):
        raise WebhookError("the body is not JSON") from None
    action = raw.get("action_type") if isinstance(raw, dict) else None
    if not isinstance(action, str):
        raise WebhookError("the body is no event: it has no action_type")
    return _EVENTS.get(action, WebhookEvent)(
        action=action,
        content_id=_string(raw.get("content_id") or raw.get("id")),
        source_id=_string(raw.get("source_id") or raw.get("external_id")),
        project_id=_string(raw.get("project_id")),
        title=_string(raw.get("title")),
        status=_string(raw.get("state")),
        published=raw["published"] if isinstance(raw.get("published"), bool) else None,
        media=tuple(_media(each) for each in _list(raw.get("media")) if isinstance(each, dict)),
        raw=raw,
    )


def _without_scheme(text: str) -> bytes:
    """The secret alone; where nothing follows the `Bearer`, it is empty."""
    scheme, _, secret = text.strip().partition(" ")
    return (secret.strip() if scheme.lower() == "bearer" else text.strip()).encode("utf-8", "replace")


def _string(value: object) -> str | None:
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else None


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _media(each: Mapping[str, Any]) -> WebhookMedia:
    duration, seconds = each.get("duration"), None
    if isinstance(duration, int | float) and not isinstance(duration, bool):
        # No file has a length of hundreds of digits.
        with suppress(OverflowError):
            seconds = float(duration)
    return WebhookMedia(_string(each.get("url")), _string(each.get("content_type")), seconds)
