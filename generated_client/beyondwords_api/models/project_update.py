from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.environment import Environment
from ..types import UNREADABLE as _UNREADABLE
from ..types import UNSET, Unset
from ..types import copy_of as _copy_of
from ..types import model_repr as _model_repr
from ..types import warn_unread as _warn_unread

T = TypeVar("T", bound="ProjectUpdate")


@_attrs_define(repr=False)
class ProjectUpdate:
    """Changes of a project.

    Examples:
        {'name': 'Harbour News'}

    """

    name: str | Unset = UNSET
    language: LanguageCode | Unset = UNSET
    """ Names a language by its code. """
    title: ReadingSettings | Unset = UNSET
    """ Whether a section is read, and by which voice. In requests only `id` and `speaking_rate` of the voice are
    documented. """
    summary: ReadingSettings | Unset = UNSET
    """ Whether a section is read, and by which voice. In requests only `id` and `speaking_rate` of the voice are
    documented. """
    body: ReadingSettings | Unset = UNSET
    """ Whether a section is read, and by which voice. In requests only `id` and `speaking_rate` of the voice are
    documented. """
    background_track: AnyObject | None | Unset = UNSET
    """ Music under the voices. """
    auto_publish_enabled: bool | Unset = UNSET
    """ Whether new content is published by itself. Default for a new project: true. """
    auto_video_published_enabled: bool | Unset = UNSET
    """ Whether new videos are published by itself; responses spell it `auto_video_publish_enabled`. """
    avatar_url: str | Unset = UNSET
    time_zone: str | Unset = UNSET
    """ IANA name, such as `Europe/London`. """
    environment: Environment | Unset = UNSET
    """ What a project is for. """
    additional_properties: dict[str, Any] = _attrs_field(factory=dict, kw_only=True)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        language: dict[str, Any] | Unset = UNSET
        if not isinstance(self.language, Unset):
            language = self.language.to_dict()

        title: dict[str, Any] | Unset = UNSET
        if not isinstance(self.title, Unset):
            title = self.title.to_dict()

        summary: dict[str, Any] | Unset = UNSET
        if not isinstance(self.summary, Unset):
            summary = self.summary.to_dict()

        body: dict[str, Any] | Unset = UNSET
        if not isinstance(self.body, Unset):
            body = self.body.to_dict()

        background_track: dict[str, Any] | None | Unset
        if isinstance(self.background_track, Unset):
            background_track = UNSET
        elif isinstance(self.background_track, AnyObject):
            background_track = self.background_track.to_dict()
        else:
            background_track = self.background_track

        auto_publish_enabled = self.auto_publish_enabled

        auto_video_published_enabled = self.auto_video_published_enabled

        avatar_url = self.avatar_url

        time_zone = self.time_zone

        environment: str | Unset = UNSET
        if not isinstance(self.environment, Unset):
            environment = self.environment.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if name is not UNSET:
            field_dict["name"] = name
        if language is not UNSET:
            field_dict["language"] = language
        if title is not UNSET:
            field_dict["title"] = title
        if summary is not UNSET:
            field_dict["summary"] = summary
        if body is not UNSET:
            field_dict["body"] = body
        if background_track is not UNSET:
            field_dict["background_track"] = background_track
        if auto_publish_enabled is not UNSET:
            field_dict["auto_publish_enabled"] = auto_publish_enabled
        if auto_video_published_enabled is not UNSET:
            field_dict["auto_video_published_enabled"] = auto_video_published_enabled
        if avatar_url is not UNSET:
            field_dict["avatar_url"] = avatar_url
        if time_zone is not UNSET:
            field_dict["time_zone"] = time_zone
        if environment is not UNSET:
            field_dict["environment"] = environment

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        d = {**src_dict} if type(src_dict) is dict else _copy_of(src_dict)
        if (name := d.pop("name", UNSET)) is None:
            name = UNSET
        self.name = name

        try:
            _language = d.pop("language", UNSET)
            language: LanguageCode | Unset = UNSET
            if _language is not UNSET and _language is not None:
                language = LanguageCode.from_dict(_language)

        except _UNREADABLE as _error:
            language = UNSET
            d["language"] = src_dict["language"]
            _warn_unread("ProjectUpdate", "language", _error)
        self.language = language

        try:
            _title = d.pop("title", UNSET)
            title: ReadingSettings | Unset = UNSET
            if _title is not UNSET and _title is not None:
                title = ReadingSettings.from_dict(_title)

        except _UNREADABLE as _error:
            title = UNSET
            d["title"] = src_dict["title"]
            _warn_unread("ProjectUpdate", "title", _error)
        self.title = title

        try:
            _summary = d.pop("summary", UNSET)
            summary: ReadingSettings | Unset = UNSET
            if _summary is not UNSET and _summary is not None:
                summary = ReadingSettings.from_dict(_summary)

        except _UNREADABLE as _error:
            summary = UNSET
            d["summary"] = src_dict["summary"]
            _warn_unread("ProjectUpdate", "summary", _error)
        self.summary = summary

        try:
            _body = d.pop("body", UNSET)
            body: ReadingSettings | Unset = UNSET
            if _body is not UNSET and _body is not None:
                body = ReadingSettings.from_dict(_body)

        except _UNREADABLE as _error:
            body = UNSET
            d["body"] = src_dict["body"]
            _warn_unread("ProjectUpdate", "body", _error)
        self.body = body

        try:
            _background_track = d.pop("background_track", UNSET)
            background_track: AnyObject | None | Unset
            if _background_track is None or _background_track is UNSET:
                background_track = _background_track
            else:
                background_track_type_1 = AnyObject.from_dict(_background_track)

                background_track = background_track_type_1

        except _UNREADABLE as _error:
            background_track = UNSET
            d["background_track"] = src_dict["background_track"]
            _warn_unread("ProjectUpdate", "background_track", _error)
        self.background_track = background_track

        if (auto_publish_enabled := d.pop("auto_publish_enabled", UNSET)) is None:
            auto_publish_enabled = UNSET
        self.auto_publish_enabled = auto_publish_enabled

        if (
            auto_video_published_enabled := d.pop("auto_video_published_enabled", UNSET)
        ) is None:
            auto_video_published_enabled = UNSET
        self.auto_video_published_enabled = auto_video_published_enabled

        if (avatar_url := d.pop("avatar_url", UNSET)) is None:
            avatar_url = UNSET
        self.avatar_url = avatar_url

        if (time_zone := d.pop("time_zone", UNSET)) is None:
            time_zone = UNSET
        self.time_zone = time_zone

        try:
            _environment = d.pop("environment", UNSET)
            environment: Environment | Unset = UNSET
            if _environment is not UNSET and _environment is not None:
                environment = Environment(_environment)

        except _UNREADABLE as _error:
            environment = UNSET
            d["environment"] = src_dict["environment"]
            _warn_unread("ProjectUpdate", "environment", _error)
        self.environment = environment

        self.additional_properties = d
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
from ..models.any_object import AnyObject
from ..models.language_code import LanguageCode
from ..models.reading_settings import ReadingSettings
