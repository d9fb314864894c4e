from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNREADABLE as _UNREADABLE
from ..types import UNSET, Unset
from ..types import copy_of as _copy_of
from ..types import model_repr as _model_repr
from ..types import models_of as _models_of
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
        _values: dict[str, Any] = {}
        _values.update(self.additional_properties)
        if self.language is not UNSET:
            _values["language"] = self.language
        content: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.content, Unset):
            content = []
            for _content_item_data in self.content:
                _content_item = _content_item_data.to_dict()
                content.append(_content_item)

        if content is not UNSET:
            _values["content"] = content
        settings: dict[str, Any] | Unset = UNSET
        if not isinstance(self.settings, Unset):
            settings = self.settings.to_dict()
        if settings is not UNSET:
            _values["settings"] = settings
        video_settings: dict[str, Any] | Unset = UNSET
        if not isinstance(self.video_settings, Unset):
            video_settings = self.video_settings.to_dict()
        if video_settings is not UNSET:
            _values["video_settings"] = video_settings
        playlist: dict[str, Any] | None | Unset
        if isinstance(self.playlist, Unset):
            playlist = UNSET
        elif isinstance(self.playlist, AnyObject):
            playlist = self.playlist.to_dict()
        else:
            playlist = self.playlist
        if playlist is not UNSET:
            _values["playlist"] = playlist
        ads: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.ads, Unset):
            ads = []
            for _ads_item_data in self.ads:
                _ads_item = _ads_item_data.to_dict()
                ads.append(_ads_item)

        if ads is not UNSET:
            _values["ads"] = ads

        return _values

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        _values = {**src_dict} if type(src_dict) is dict else _copy_of(src_dict)
        if (language := _values.pop("language", UNSET)) is None:
            language = UNSET
        self.language = language

        try:
            _raw_content = _values.pop("content", UNSET)
            content: list[PlayerContent] | Unset = UNSET
            if _raw_content is not UNSET and _raw_content is not None:
                content = _models_of(PlayerContent, _raw_content)

        except _UNREADABLE as _error:
            content = UNSET
            _values["content"] = src_dict["content"]
            _warn_unread("Player", "content", _error)
        self.content = content

        try:
            _raw_settings = _values.pop("settings", UNSET)
            settings: PlayerSettings | Unset = UNSET
            if _raw_settings is not UNSET and _raw_settings is not None:
                settings = PlayerSettings.from_dict(_raw_settings)

        except _UNREADABLE as _error:
            settings = UNSET
            _values["settings"] = src_dict["settings"]
            _warn_unread("Player", "settings", _error)
        self.settings = settings

        try:
            _raw_video_settings = _values.pop("video_settings", UNSET)
            video_settings: VideoSettings | Unset = UNSET
            if _raw_video_settings is not UNSET and _raw_video_settings is not None:
                video_settings = VideoSettings.from_dict(_raw_video_settings)

        except _UNREADABLE as _error:
            video_settings = UNSET
            _values["video_settings"] = src_dict["video_settings"]
            _warn_unread("Player", "video_settings", _error)
        self.video_settings = video_settings

        try:
            _raw_playlist = _values.pop("playlist", UNSET)
            playlist: AnyObject | None | Unset
            if _raw_playlist is None or _raw_playlist is UNSET:
                playlist = _raw_playlist
            else:
                playlist_type_1 = AnyObject.from_dict(_raw_playlist)

                playlist = playlist_type_1

        except _UNREADABLE as _error:
            playlist = UNSET
            _values["playlist"] = src_dict["playlist"]
            _warn_unread("Player", "playlist", _error)
        self.playlist = playlist

        try:
            _raw_ads = _values.pop("ads", UNSET)
            ads: list[Ad] | Unset = UNSET
            if _raw_ads is not UNSET and _raw_ads is not None:
                ads = _models_of(Ad, _raw_ads)

        except _UNREADABLE as _error:
            ads = UNSET
            _values["ads"] = src_dict["ads"]
            _warn_unread("Player", "ads", _error)
        self.ads = ads

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
from ..models.ad import Ad
from ..models.any_object import AnyObject
from ..models.player_content import PlayerContent
from ..models.player_settings import PlayerSettings
from ..models.video_settings import VideoSettings
