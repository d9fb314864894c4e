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

T = TypeVar("T", bound="ContentSummaryMedia")


@_attrs_define(repr=False)
class ContentSummaryMedia:
    """Audio and video of a content item's summary."""

    audio: list[MediaFile] | Unset = UNSET
    video: list[MediaFile] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(factory=dict, kw_only=True)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        _values: dict[str, Any] = {}
        _values.update(self.additional_properties)
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

        return _values

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        _values = {**src_dict} if type(src_dict) is dict else _copy_of(src_dict)
        try:
            _raw_audio = _values.pop("audio", UNSET)
            audio: list[MediaFile] | Unset = UNSET
            if _raw_audio is not UNSET and _raw_audio is not None:
                audio = _models_of(MediaFile, _raw_audio)

        except _UNREADABLE as _error:
            audio = UNSET
            _values["audio"] = src_dict["audio"]
            _warn_unread("ContentSummaryMedia", "audio", _error)
        self.audio = audio

        try:
            _raw_video = _values.pop("video", UNSET)
            video: list[MediaFile] | Unset = UNSET
            if _raw_video is not UNSET and _raw_video is not None:
                video = _models_of(MediaFile, _raw_video)

        except _UNREADABLE as _error:
            video = UNSET
            _values["video"] = src_dict["video"]
            _warn_unread("ContentSummaryMedia", "video", _error)
        self.video = video

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
