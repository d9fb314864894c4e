"""Content: queued, then processing, then processed with its audio; and the players, which need that audio.

The one part of the sandbox that knows endpoints by name.
"""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from . import _media
from ._clock import Clock
from ._document import Json
from ._filters import Pairs
from ._listing import Answer, error
from ._outbox import Outbox
from ._resources import NOT_FOUND, Handler, Request, Resources, Rules
from ._state import Collection

PROJECT = "/projects/{project_id}"
CONTENT = f"{PROJECT}/content"
WEBHOOKS = f"{PROJECT}/webhooks"
OUTCOMES = ("processed", "error", "skipped")

_MADE_INTO_AUDIO = {
    "type",
    "title",
    "summary",
    "body",
    "segments",
    "title_voice_id",
    "summary_voice_id",
    "body_voice_id",
}
_WORDS_A_SECOND = 2.5
_LONGEST = 60.0


@dataclass
class _Work:
    """An item that is on its way."""

    collection: Collection
    row: Json
    since: float


class Content(Rules):
    """The life of content items.

    Args:
        resources: The collections.
        clock: What tells when an item is due.
        outbox: Where webhooks go.
        origin: The address of the sandbox, under which audio is served.
        seconds: How long an item takes, half of it `queued` and half `processing`.
    """

    def __init__(self, resources: Resources, clock: Clock, outbox: Outbox, origin: str, seconds: float) -> None:
        self._resources, self._clock, self._outbox, self._origin = resources, clock, outbox, origin
        self.seconds = seconds
        self.reset()

    def reset(self) -> None:
        """Forget what is on its way, the files and the outcomes."""
        self._seconds: dict[str, float] = {}
        self.outcomes: dict[str | None, str] = {}
        self._working: list[_Work] = []
        self._media_made = 0

    # What happens to the items of the collection

    def seeded(self, collection: Collection) -> None:
        """Give the first items audio that can be fetched."""
        for row in collection.rows:
            example = any("example.org" in str(each.get("url")) for each in row.get("audio") or ())
            if row.get("status") == "processed" and (example or "audio" not in row):
                row["audio"] = self._audio(row)

    def check(self, collection: Collection, row: Json | None, values: Json) -> Answer | None:
        """Refuse a `source_id` that another item of the project has."""
        source_id = values.get("source_id")
        taken = [each for each in collection.rows if source_id and each.get("source_id") == source_id]
        if taken and taken[0] is not row:
            return error(422, "Invalid request body", [("source_id", "has already been taken")])
        return None

    def saved(self, collection: Collection, row: Json, changes: Json, *, new: bool) -> None:
        """Queue a new item, and an old one whose text or voices changed."""
        if new:
            project = collection.parameters["project_id"]
            first: Json = {"type": "auto_segment", "published": True, "publish_date": row.get("created"), "video": []}
            row |= {name: value for name, value in first.items() if row.get(name) is None}
            row |= {"audio": [], "preview_token": str(uuid.uuid5(uuid.NAMESPACE_URL, row["id"]))}
            row |= {"project_id": int(project)} if project.isdigit() else {}
        if new or _MADE_INTO_AUDIO & set(changes):
            self.queue(collection, row)

    def placed(self, collection: Collection, row: Json) -> None:
        """An item that a test made in the middle of its life, or at its end."""
        if row["status"] != "queued":
            self._working = [work for work in self._working if work.row is not row]
        if row["status"] == "processed" and not row.get("audio"):
            row["audio"] = self._audio(row)

    def queue(self, collection: Collection, row: Json) -> None:
        """Begin to make audio, anew where there is some."""
        row["status"] = "queued"
        self._working = [work for work in self._working if work.row is not row]
        self._working.append(_Work(collection, row, self._clock.now()))

    def deleted(self, collection: Collection, row: Json) -> None:
        """Take its audio away, and tell."""
        self._working = [work for work in self._working if work.row is not row]
        self._seconds = {path: each for path, each in self._seconds.items() if f"/{row['id']}/" not in path}
        self._tell(collection, row, "audio.deleted")

    def shown(self, row: Any, query: Pairs) -> Any:
        """Segments only where they are asked for and the item is processed."""
        asked = dict(query).get("segments") and row.get("status") == "processed"
        return {**row, "segments": _segments(row) if asked else []}

    # What time does

    def advance(self) -> None:
        """Move on what is due."""
        now = self._clock.now()
        for work in list(self._working):
            # Moves of the clock add up to what is due, though not to the last bit.
            passed = round(now - work.since, 6)
            if passed >= self.seconds:
                self._working.remove(work)
                self._finish(work.collection, work.row)
            elif passed >= self.seconds / 2:
                work.row["status"] = "processing"

    def _finish(self, collection: Collection, row: Json) -> None:
        outcome = self.outcomes.get(row.get("source_id") or row["id"], self.outcomes.get(None, "processed"))
        row |= {"status": outcome, "updated": self._clock.text()}
        if outcome == "processed":
            row["audio"] = self._audio(row)
            self._tell(collection, row, "audio.updated")
        elif outcome == "error":
            self._tell(collection, row, "audio.error")

    def _audio(self, row: Json) -> list[Json]:
        """HLS first, MP3 second; one's own audio as it is."""
        own = [
            each["audio_url"] for each in row.get("segments") or [] if isinstance(each, dict) and each.get("audio_url")
        ]
        self._media_made += 1
        number = self._media_made
        path = f"{_media.FOLDER}{row['id']}/{number}"
        words = " ".join(_texts(row).values()).split()
        self._seconds[path] = min(_LONGEST, len(words) / _WORDS_A_SECOND)
        made = []
        for position, (kind, name) in enumerate((("application/x-mpegURL", "m3u8"), ("audio/mpeg", "mp3"))):
            url = own[0] if own and name == "mp3" else f"{self._origin}{path}.{name}"
            made.append(
                {
                    "id": 2 * number + position,
                    "variant": "article",
                    "content_type": kind,
                    "url": url,
                    "duration": _media.milliseconds(self._seconds[path]),
                }
            )
        return made

    def file(self, path: str) -> _media.File | None:
        """The audio file or HLS playlist at a path."""
        name, _, kind = path.rpartition(".")
        seconds = self._seconds.get(name)
        if seconds is None or kind not in ("mp3", "m3u8"):
            return None
        return _media.mp3(seconds) if kind == "mp3" else _media.playlist(f"{name.rpartition('/')[2]}.mp3", seconds)

    def _tell(self, collection: Collection, row: Json, action: str) -> None:
        kind = self._resources.kinds.get(WEBHOOKS)
        if kind is None:
            return
        event = {
            "action_type": action,
            "content_id": row["id"],
            "project_id": collection.parameters["project_id"],
            "state": row.get("status"),
            **{name: row.get(name) for name in ("title", "source_id", "published")},
            "media": [_event_media(each) for each in row.get("audio") or ()],
        }
        for webhook in self._resources.state.collection(kind, collection.parameters).rows:
            if webhook.get("enabled") is not False:
                self._outbox.put(webhook.get("url") or "", webhook.get("headers") or {}, event)

    # Operations that are no create, show, update, delete or list

    def handlers(self) -> Mapping[tuple[str, str], Handler]:
        """By method and path."""
        players: dict[str, Callable[[Request], list[Json]]] = {
            "by_content_id/{id}": lambda request: self._with(request, "id", request.parameters["id"]),
            "by_source_id/{id}": lambda request: self._with(request, "source_id", request.parameters["id"]),
            "by_source_url/{url}": lambda request: self._with(request, "source_url", request.parameters["url"]),
            "by_identifiers/{array}": self._identified,
            "by_playlist_id/{id}": self._of_playlist,
        }
        return {
            ("post", f"{CONTENT}/batch_delete"): self._batch_delete,
            ("post", f"{CONTENT}/{{id}}/regenerate"): self._regenerate,
            **{("get", f"{PROJECT}/player/{path}"): self._player(rows) for path, rows in players.items()},
        }

    def _collection(self, request: Request) -> Collection:
        return self._resources.state.collection(self._resources.kinds[CONTENT], request.parameters)

    def _batch_delete(self, request: Request) -> Answer:
        collection = self._collection(request)
        for key in request.body["ids"]:
            row = collection.find(key)
            if row is not None:
                self._resources.remove(collection, row)
        return Answer(204, None, {}, None)

    def _regenerate(self, request: Request) -> Answer:
        collection = self._collection(request)
        row = collection.find(request.parameters["id"])
        self.queue(collection, row)
        return Answer(200, self.shown(row, request.query), {}, "application/json")

    def _with(self, request: Request, name: str, value: Any) -> list[Json]:
        return [row for row in self._collection(request).rows if value is not None and row.get(name) == value]

    def _identified(self, request: Request) -> list[Json]:
        try:
            wanted = json.loads(request.parameters["array"])
        except ValueError:
            return []
        names = {"content_id": "id", "id": "id", "source_id": "source_id", "source_url": "source_url"}
        pairs = [pair for each in wanted if isinstance(each, dict) for pair in each.items() if pair[0] in names]
        return [row for name, value in pairs for row in self._with(request, names[name], value)]

    def _of_playlist(self, request: Request) -> list[Json]:
        kind = self._resources.kinds[f"{PROJECT}/playlists"]
        playlist = self._resources.state.collection(kind, request.parameters).find(request.parameters["id"])
        if playlist is None:
            return []
        if playlist.get("type") == "project":
            return list(self._collection(request).rows)
        ids = [each.get("id") for each in playlist.get("content") or ()]
        return [row for content_id in ids for row in self._with(request, "id", content_id)]

    def _player(self, chosen: Callable[[Request], list[Json]]) -> Handler:
        def handle(request: Request) -> Answer:
            token = dict(request.query).get("preview_token")
            open_to_us = [row for row in chosen(request) if row.get("published") or row.get("preview_token") == token]
            ready = [row for row in open_to_us if row.get("audio")]
            if not ready:
                return NOT_FOUND
            names = ("id", "title", "source_id", "source_url", "author", "image_url", "audio", "video")
            items = [{name: row[name] for name in names if name in row} for row in ready]
            body = {"language": ready[0].get("language") or "en_US", "content": items}
            return Answer(200, body, {}, "application/json")

        return handle


def _texts(row: Json) -> dict[str, str]:
    """Section to its text, without tags."""
    sections = {name: row.get(name) for name in ("title", "summary", "body")}
    for segment in row.get("segments") or ():
        if isinstance(segment, dict) and segment.get("section") and segment.get("text"):
            sections[segment["section"]] = f"{sections.get(segment['section']) or ''} {segment['text']}"
    return {name: re.sub(r"<[^<>]*>", " ", text).strip() for name, text in sections.items() if text}


def _segments(row: Json) -> list[Json]:
    return [
        {"id": number, "section": section, "content_type": "text", "text": text}
        for number, (section, text) in enumerate(_texts(row).items(), 1)
    ]


def _event_media(audio: Json) -> Json:
    """As webhooks have it: short names of types, and seconds."""
    kind = "mp3" if audio["content_type"] == "audio/mpeg" else "m3u8"
    return {"id": audio["id"], "content_type": kind, "url": audio["url"], "duration": audio["duration"] / 1000}
