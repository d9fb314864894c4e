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

T = TypeVar("T", bound="PlayerContent")


@_attrs_define(repr=False)
class PlayerContent:
    """A content item to play."""

    id: str | Unset = UNSET
    title: None | str | Unset = UNSET
    source_id: None | str | Unset = UNSET
    """ Your own id of the article. """
    source_url: None | str | Unset = UNSET
    author: None | str | Unset = UNSET
    image_url: None | str | Unset = UNSET
    audio: list[MediaFile] | Unset = UNSET
    video: list[MediaFile] | Unset = UNSET
    segments: list[PlayerSegment] | Unset = UNSET
    ads_enabled: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(factory=dict, kw_only=True)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        _values: dict[str, Any] = {}
        _values.update(self.additional_properties)
        if self.id is not UNSET:
            _values["id"] = self.id
        title: None | str | Unset
        if isinstance(self.title, Unset):
            title = UNSET
        else:
            title = self.title
        if title is not UNSET:
            _values["title"] = title
        source_id: None | str | Unset
        if isinstance(self.source_id, Unset):
            source_id = UNSET
        else:
            source_id = self.source_id
        if source_id is not UNSET:
            _values["source_id"] = source_id
        source_url: None | str | Unset
        if isinstance(self.source_url, Unset):
            source_url = UNSET
        else:
            source_url = self.source_url
        if source_url is not UNSET:
            _values["source_url"] = source_url
        author: None | str | Unset
        if isinstance(self.author, Unset):
            author = UNSET
        else:
            author = self.author
        if author is not UNSET:
            _values["author"] = author
        image_url: None | str | Unset
        if isinstance(self.image_url, Unset):
            image_url = UNSET
        else:
            image_url = self.image_url
        if image_url is not UNSET:
            _values["image_url"] = image_url
        audio: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.audio, Unset):
            audio = []
            for _audio_item_data in self.audio:
                _audio_item = _audio_item_data.to_dict()
                audio.append(_audio_item)

        if audio is not UNSET:
            _values["audio"] = audio
        video: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.video, Unset):
            video = []
            for _video_item_data in self.video:
                _video_item = _video_item_data.to_dict()
                video.append(_video_item)

        if video is not UNSET:
            _values["video"] = video
        segments: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.segments, Unset):
            segments = []
            for _segments_item_data in self.segments:
                _segments_item = _segments_item_data.to_dict()
                segments.append(_segments_item)

        if segments is not UNSET:
            _values["segments"] = segments
        if self.ads_enabled is not UNSET:
            _values["ads_enabled"] = self.ads_enabled

        return _values

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        _values = {**src_dict} if type(src_dict) is dict else _copy_of(src_dict)
        if (id := _values.pop("id", UNSET)) is None:
            id = UNSET
        self.id = id

        title = _values.pop("title", UNSET)
        self.title = title

        source_id = _values.pop("source_id", UNSET)
        self.source_id = source_id

        source_url = _values.pop("source_url", UNSET)
        self.source_url = source_url

        author = _values.pop("author", UNSET)
        self.author = author

        image_url = _values.pop("image_url", UNSET)
        self.image_url = image_url

        try:
            _raw_audio = _values.pop("audio", UNSET)
            audio: list[MediaFile] | Unset = UNSET
            if _raw_audio is not UNSET and _raw_audio is not None:
                audio = _models_of(MediaFile, _raw_audio)

        except _UNREADABLE as _error:
            audio = UNSET
            _values["audio"] = src_dict["audio"]
            _warn_unread("PlayerContent", "audio", _error)
        self.audio = audio

        try:
            _raw_video = _values.pop("video", UNSET)
            video: list[MediaFile] | Unset = UNSET
            if _raw_video is not UNSET and _raw_video is not None:
                video = _models_of(MediaFile, _raw_video)

        except _UNREADABLE as _error:
            video = UNSET
            _values["video"] = src_dict["video"]
            _warn_unread("PlayerContent", "video", _error)
        self.video = video

        try:
            _raw_segments = _values.pop("segments", UNSET)
            segments: list[PlayerSegment] | Unset = UNSET
            if _raw_segments is not UNSET and _raw_segments is not None:
                segments = _models_of(PlayerSegment, _raw_segments)

        except _UNREADABLE as _error:
            segments = UNSET
            _values["segments"] = src_dict["segments"]
            _warn_unread("PlayerContent", "segments", _error)
        self.segments = segments

        if (ads_enabled := _values.pop("ads_enabled", UNSET)) is None:
            ads_enabled = UNSET
        self.ads_enabled = ads_enabled

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
from ..models.media_file import MediaFile
from ..models.player_segment import PlayerSegment
