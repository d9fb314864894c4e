"""What an account has at first, by the path of its list. The names and voices are made up."""

from __future__ import annotations

from ._document import Json

_WHEN = {"created": "2026-01-05T09:00:00Z", "updated": "2026-01-05T09:00:00Z"}


def _voice(number: int, name: str, language: str, secondary: list[str]) -> Json:
    return {
        "id": number,
        "name": name,
        "type": "premade",
        "status": "enabled",
        "speaking_rate": 100,
        "language": language,
        "secondary_languages": secondary,
        **_WHEN,
    }


def _language(number: int, code: str, name: str, accent: str, voice: Json) -> Json:
    default = {key: voice[key] for key in ("id", "name", "speaking_rate")}
    voices = {"title": default, "body": default, "summary": default}
    created = _WHEN["created"]
    return {"id": number, "code": code, "name": name, "accent": accent, "created": created, "default_voices": voices}


_VOICES = [
    _voice(1, "Ava", "en_US", ["en_GB"]),
    _voice(2, "Noah", "en_US", []),
    _voice(3, "Olivia", "en_GB", ["en_US"]),
    _voice(4, "Lena", "de_DE", []),
    _voice(5, "Hugo", "fr_FR", []),
]

_PROJECT = {
    "id": 1,
    "name": "Harbour News",
    "language": "en_US",
    "environment": "production",
    "title": {"enabled": True, "voice": {"id": 1, "name": "Ava", "speaking_rate": 100}},
    "body": {"enabled": True, "voice": {"id": 1, "name": "Ava", "speaking_rate": 100}},
    "auto_publish_enabled": True,
    "time_zone": "Europe/London",
    **_WHEN,
}

SEEDS: dict[str, list[Json]] = {
    "/projects": [_PROJECT],
    "/organization/voices": _VOICES,
    "/organization/languages": [
        _language(1, "en_US", "English", "American", _VOICES[0]),
        _language(2, "en_GB", "English", "British", _VOICES[2]),
        _language(3, "de_DE", "German", "Germany", _VOICES[3]),
        _language(4, "fr_FR", "French", "France", _VOICES[4]),
    ],
    "/projects/{project_id}/playlists": [
        {"id": 1, "title": "All content", "enabled": True, "type": "project", "content": [], **_WHEN},
    ],
    "/projects/{project_id}/player_settings/access_tiers": [
        {"id": 1, "slug": "anonymous", "name": "Anonymous", "segment_limit": None, "ads_enabled": True},
        {"id": 2, "slug": "registered", "name": "Registered", "segment_limit": None, "ads_enabled": True},
        {"id": 3, "slug": "subscribed", "name": "Subscribed", "segment_limit": None, "ads_enabled": False},
    ],
}
