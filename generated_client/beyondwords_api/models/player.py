from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNREADABLE as _UNREADABLE
from ..types import UNSET, Unset
from ..types import copy_of as _copy_of
from ..types import list_of as _list_of
from ..types import model_repr as _model_repr
from ..types import unreadable as _unreadable
from ..types import warn_unread as _warn_unread

T = TypeVar("T", bound="Player")


@_attrs_define(repr=False)
class Player:
    """Everything that a player needs.

    Examples:
        {'language': 'en_GB', 'content': [{'id': '6f1c1f0e-3f6f-4d53-9a53-0d7c9f1a2b3c', 'title': 'Ferry returns',
            'audio': [{'id': 7002, 'content_type': 'audio/mpeg', 'url': 'https://cdn.example.org/a/7002.mp3', 'duration':
            185460}]}], 'settings': {'player_style': 'standard'}}

    """

    language: str | Unset = UNSET
    content: list[PlayerContent] | Unset = UNSET
    settings: PlayerSettings | Unset = UNSET
    """ How the players of a project look and behave. """
    video_settings: VideoSettings | Unset = UNSET
    """ How the videos of a project are made. """
    playlist: AnyObject | None | Unset = UNSET
    """ Inferred; its fields are not documented. """
    ads: list[Ad] | Unset = UNSET
    """ Inferred. """
    additional_properties: dict[str, Any] = _attrs_field(factory=dict, kw_only=True)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        language = self.language

        content: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.content, Unset):
            content = []
            for content_item_data in self.content:
                content_item = content_item_data.to_dict()
                content.append(content_item)

        settings: dict[str, Any] | Unset = UNSET
        if not isinstance(self.settings, Unset):
            settings = self.settings.to_dict()

        video_settings: dict[str, Any] | Unset = UNSET
        if not isinstance(self.video_settings, Unset):
            video_settings = self.video_settings.to_dict()

        playlist: dict[str, Any] | None | Unset
        if isinstance(self.playlist, Unset):
            playlist = UNSET
        elif isinstance(self.playlist, AnyObject):
            playlist = self.playlist.to_dict()
        else:
            playlist = self.playlist

        ads: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.ads, Unset):
            ads = []
            for ads_item_data in self.ads:
                ads_item = ads_item_data.to_dict()
                ads.append(ads_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if language is not UNSET:
            field_dict["language"] = language
        if content is not UNSET:
            field_dict["content"] = content
        if settings is not UNSET:
            field_dict["settings"] = settings
        if video_settings is not UNSET:
            field_dict["video_settings"] = video_settings
        if playlist is not UNSET:
            field_dict["playlist"] = playlist
        if ads is not UNSET:
            field_dict["ads"] = ads

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        d = {**src_dict} if type(src_dict) is dict else _copy_of(src_dict)
        if (language := d.pop("language", UNSET)) is None:
            language = UNSET
        self.language = language

        try:
            _content = d.pop("content", UNSET)
            content: list[PlayerContent] | Unset = UNSET
            if _content is not UNSET and _content is not None:
                content = []
                for content_item_data in _list_of(_content):
                    try:
                        content_item = PlayerContent.from_dict(content_item_data)

                    except _UNREADABLE as _content_item_error:
                        raise _unreadable(
                            f"[{len(content)}]",
                            content_item_data,
                            "PlayerContent",
                            _content_item_error,
                        ) from None
                    content.append(content_item)

        except _UNREADABLE as _error:
            content = UNSET
            d["content"] = src_dict["content"]
            _warn_unread("Player", "content", _error)
        self.content = content

        try:
            _settings = d.pop("settings", UNSET)
            settings: PlayerSettings | Unset = UNSET
            if _settings is not UNSET and _settings is not None:
                settings = PlayerSettings.from_dict(_settings)

        except _UNREADABLE as _error:
            settings = UNSET
            d["settings"] = src_dict["settings"]
            _warn_unread("Player", "settings", _error)
        self.settings = settings

        try:
            _video_settings = d.pop("video_settings", UNSET)
            video_settings: VideoSettings | Unset = UNSET
            if _video_settings is not UNSET and _video_settings is not None:
                video_settings = VideoSettings.from_dict(_video_settings)

        except _UNREADABLE as _error:
            video_settings = UNSET
            d["video_settings"] = src_dict["video_settings"]
            _warn_unread("Player", "video_settings", _error)
        self.video_settings = video_settings

        try:
            _playlist = d.pop("playlist", UNSET)
            playlist: AnyObject | None | Unset
            if _playlist is None or _playlist is UNSET:
                playlist = _playlist
            else:
                playlist_type_1 = AnyObject.from_dict(_playlist)

                playlist = playlist_type_1

        except _UNREADABLE as _error:
            playlist = UNSET
            d["playlist"] = src_dict["playlist"]
            _warn_unread("Player", "playlist", _error)
        self.playlist = playlist

        try:
            _ads = d.pop("ads", UNSET)
            ads: list[Ad] | Unset = UNSET
            if _ads is not UNSET and _ads is not None:
                ads = []
                for ads_item_data in _list_of(_ads):
                    try:
                        ads_item = Ad.from_dict(ads_item_data)

                    except _UNREADABLE as _ads_item_error:
                        raise _unreadable(
                            f"[{len(ads)}]", ads_item_data, "Ad", _ads_item_error
                        ) from None
                    ads.append(ads_item)

        except _UNREADABLE as _error:
            ads = UNSET
            d["ads"] = src_dict["ads"]
            _warn_unread("Player", "ads", _error)
        self.ads = ads

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
from ..models.ad import Ad
from ..models.any_object import AnyObject
from ..models.player_content import PlayerContent
from ..models.player_settings import PlayerSettings
from ..models.video_settings import VideoSettings
