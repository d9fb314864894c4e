from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.environment import Environment
from ..types import UNREADABLE as _UNREADABLE
from ..types import UNSET, Unset
from ..types import copy_of as _copy_of
from ..types import model_repr as _model_repr
from ..types import parse_timestamp as _parse_timestamp
from ..types import warn_unread as _warn_unread

T = TypeVar("T", bound="Project")


@_attrs_define(repr=False)
class Project:
    """A project with its defaults.

    Examples:
        {'id': 4021, 'name': 'Harbour News', 'language': 'en_GB', 'environment': 'production', 'content_total_count':
            12, 'body': {'enabled': True, 'voice': {'id': 2517, 'name': 'Ava', 'speaking_rate': 100}}, 'created':
            '2026-03-02T08:15:00Z', 'updated': '2026-03-02T08:15:42Z'}

    """

    id: int | Unset = UNSET
    name: str | Unset = UNSET
    language: str | Unset = UNSET
    """ Language code, such as `en_GB`. """
    language_data: LanguageReference | Unset = UNSET
    """ A language that an object names. """
    environment: Environment | Unset = UNSET
    """ What a project is for. """
    content_total_count: int | Unset = UNSET
    """ Number of content items. """
    content_updated: datetime.datetime | None | Unset = UNSET
    """ When its content last changed. """
    title: ReadingSettings | Unset = UNSET
    """ Whether a section is read, and by which voice. In requests only `id` and `speaking_rate` of the voice are
    documented. """
    summary: None | ReadingSettings | Unset = UNSET
    """ How summaries are read. """
    body: ReadingSettings | Unset = UNSET
    """ Whether a section is read, and by which voice. In requests only `id` and `speaking_rate` of the voice are
    documented. """
    background_track: None | ProjectBackgroundTrack | Unset = UNSET
    """ `background_track` in the API's description. """
    auto_publish_enabled: bool | Unset = UNSET
    """ Whether new content is published by itself. """
    auto_video_publish_enabled: bool | Unset = UNSET
    """ Whether new videos are published by itself. """
    time_zone: str | Unset = UNSET
    """ IANA name, such as `Europe/London`; the vendor's mock has `London`. """
    avatar_url: None | str | Unset = UNSET
    created: str | Unset = UNSET
    """ When it was created, ISO 8601 or `2023-01-01 00:00:00 UTC`. """
    updated: str | Unset = UNSET
    """ When it was last changed, in the same form. """
    additional_properties: dict[str, Any] = _attrs_field(factory=dict, kw_only=True)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        _values: dict[str, Any] = {}
        _values.update(self.additional_properties)
        if self.id is not UNSET:
            _values["id"] = self.id
        if self.name is not UNSET:
            _values["name"] = self.name
        if self.language is not UNSET:
            _values["language"] = self.language
        language_data: dict[str, Any] | Unset = UNSET
        if not isinstance(self.language_data, Unset):
            language_data = self.language_data.to_dict()
        if language_data is not UNSET:
            _values["language_data"] = language_data
        environment: str | Unset = UNSET
        if not isinstance(self.environment, Unset):
            environment = self.environment.value

        if environment is not UNSET:
            _values["environment"] = environment
        if self.content_total_count is not UNSET:
            _values["content_total_count"] = self.content_total_count
        content_updated: None | str | Unset
        if isinstance(self.content_updated, Unset):
            content_updated = UNSET
        elif isinstance(self.content_updated, datetime.datetime):
            content_updated = self.content_updated.isoformat()
        else:
            content_updated = self.content_updated
        if content_updated is not UNSET:
            _values["content_updated"] = content_updated
        title: dict[str, Any] | Unset = UNSET
        if not isinstance(self.title, Unset):
            title = self.title.to_dict()
        if title is not UNSET:
            _values["title"] = title
        summary: dict[str, Any] | None | Unset
        if isinstance(self.summary, Unset):
            summary = UNSET
        elif isinstance(self.summary, ReadingSettings):
            summary = self.summary.to_dict()
        else:
            summary = self.summary
        if summary is not UNSET:
            _values["summary"] = summary
        body: dict[str, Any] | Unset = UNSET
        if not isinstance(self.body, Unset):
            body = self.body.to_dict()
        if body is not UNSET:
            _values["body"] = body
        background_track: dict[str, Any] | None | Unset
        if isinstance(self.background_track, Unset):
            background_track = UNSET
        elif isinstance(self.background_track, ProjectBackgroundTrack):
            background_track = self.background_track.to_dict()
        else:
            background_track = self.background_track
        if background_track is not UNSET:
            _values["background_track"] = background_track
        if self.auto_publish_enabled is not UNSET:
            _values["auto_publish_enabled"] = self.auto_publish_enabled
        if self.auto_video_publish_enabled is not UNSET:
            _values["auto_video_publish_enabled"] = self.auto_video_publish_enabled
        if self.time_zone is not UNSET:
            _values["time_zone"] = self.time_zone
        avatar_url: None | str | Unset
        if isinstance(self.avatar_url, Unset):
            avatar_url = UNSET
        else:
            avatar_url = self.avatar_url
        if avatar_url is not UNSET:
            _values["avatar_url"] = avatar_url
        if self.created is not UNSET:
            _values["created"] = self.created
        if self.updated is not UNSET:
            _values["updated"] = self.updated

        return _values

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        _values = {**src_dict} if type(src_dict) is dict else _copy_of(src_dict)
        if (id := _values.pop("id", UNSET)) is None:
            id = UNSET
        self.id = id

        if (name := _values.pop("name", UNSET)) is None:
            name = UNSET
        self.name = name

        if (language := _values.pop("language", UNSET)) is None:
            language = UNSET
        self.language = language

        try:
            _raw_language_data = _values.pop("language_data", UNSET)
            language_data: LanguageReference | Unset = UNSET
            if _raw_language_data is not UNSET and _raw_language_data is not None:
                language_data = LanguageReference.from_dict(_raw_language_data)

        except _UNREADABLE as _error:
            language_data = UNSET
            _values["language_data"] = src_dict["language_data"]
            _warn_unread("Project", "language_data", _error)
        self.language_data = language_data

        try:
            _raw_environment = _values.pop("environment", UNSET)
            environment: Environment | Unset = UNSET
            if _raw_environment is not UNSET and _raw_environment is not None:
                environment = Environment(_raw_environment)

        except _UNREADABLE as _error:
            environment = UNSET
            _values["environment"] = src_dict["environment"]
            _warn_unread("Project", "environment", _error)
        self.environment = environment

        if (content_total_count := _values.pop("content_total_count", UNSET)) is None:
            content_total_count = UNSET
        self.content_total_count = content_total_count

        try:
            _raw_content_updated = _values.pop("content_updated", UNSET)
            content_updated: datetime.datetime | None | Unset
            if _raw_content_updated is None or _raw_content_updated is UNSET:
                content_updated = _raw_content_updated
            else:
                content_updated_type_0 = _parse_timestamp(_raw_content_updated)

                content_updated = content_updated_type_0

        except _UNREADABLE as _error:
            content_updated = UNSET
            _values["content_updated"] = src_dict["content_updated"]
            _warn_unread("Project", "content_updated", _error)
        self.content_updated = content_updated

        try:
            _raw_title = _values.pop("title", UNSET)
            title: ReadingSettings | Unset = UNSET
            if _raw_title is not UNSET and _raw_title is not None:
                title = ReadingSettings.from_dict(_raw_title)

        except _UNREADABLE as _error:
            title = UNSET
            _values["title"] = src_dict["title"]
            _warn_unread("Project", "title", _error)
        self.title = title

        try:
            _raw_summary = _values.pop("summary", UNSET)
            summary: None | ReadingSettings | Unset
            if _raw_summary is None or _raw_summary is UNSET:
                summary = _raw_summary
            else:
                summary_type_1 = ReadingSettings.from_dict(_raw_summary)

                summary = summary_type_1

        except _UNREADABLE as _error:
            summary = UNSET
            _values["summary"] = src_dict["summary"]
            _warn_unread("Project", "summary", _error)
        self.summary = summary

        try:
            _raw_body = _values.pop("body", UNSET)
            body: ReadingSettings | Unset = UNSET
            if _raw_body is not UNSET and _raw_body is not None:
                body = ReadingSettings.from_dict(_raw_body)

        except _UNREADABLE as _error:
            body = UNSET
            _values["body"] = src_dict["body"]
            _warn_unread("Project", "body", _error)
        self.body = body

        try:
            _raw_background_track = _values.pop("background_track", UNSET)
            background_track: None | ProjectBackgroundTrack | Unset
            if _raw_background_track is None or _raw_background_track is UNSET:
                background_track = _raw_background_track
            else:
                background_track_type_1 = ProjectBackgroundTrack.from_dict(
                    _raw_background_track
                )

                background_track = background_track_type_1

        except _UNREADABLE as _error:
            background_track = UNSET
            _values["background_track"] = src_dict["background_track"]
            _warn_unread("Project", "background_track", _error)
        self.background_track = background_track

        if (auto_publish_enabled := _values.pop("auto_publish_enabled", UNSET)) is None:
            auto_publish_enabled = UNSET
        self.auto_publish_enabled = auto_publish_enabled

        if (
            auto_video_publish_enabled := _values.pop(
                "auto_video_publish_enabled", UNSET
            )
        ) is None:
            auto_video_publish_enabled = UNSET
        self.auto_video_publish_enabled = auto_video_publish_enabled

        if (time_zone := _values.pop("time_zone", UNSET)) is None:
            time_zone = UNSET
        self.time_zone = time_zone

        avatar_url = _values.pop("avatar_url", UNSET)
        self.avatar_url = avatar_url

        if (created := _values.pop("created", UNSET)) is None:
            created = UNSET
        self.created = created

        if (updated := _values.pop("updated", UNSET)) is None:
            updated = UNSET
        self.updated = updated

        self.additional_properties = _values
        return self

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties


# At the end, because models may hold one another.
from ..models.language_reference import LanguageReference
from ..models.project_background_track import ProjectBackgroundTrack
from ..models.reading_settings import ReadingSettings
