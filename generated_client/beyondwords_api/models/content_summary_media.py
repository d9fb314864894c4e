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
        audio: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.audio, Unset):
            audio = []
            for audio_item_data in self.audio:
                audio_item = audio_item_data.to_dict()
                audio.append(audio_item)

        video: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.video, Unset):
            video = []
            for video_item_data in self.video:
                video_item = video_item_data.to_dict()
                video.append(video_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if audio is not UNSET:
            field_dict["audio"] = audio
        if video is not UNSET:
            field_dict["video"] = video

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        d = {**src_dict} if type(src_dict) is dict else _copy_of(src_dict)
        try:
            _audio = d.pop("audio", UNSET)
            audio: list[MediaFile] | Unset = UNSET
            if _audio is not UNSET and _audio is not None:
                audio = []
                for audio_item_data in _list_of(_audio):
                    try:
                        audio_item = MediaFile.from_dict(audio_item_data)

                    except _UNREADABLE as _audio_item_error:
                        raise _unreadable(
                            f"[{len(audio)}]",
                            audio_item_data,
                            "MediaFile",
                            _audio_item_error,
                        ) from None
                    audio.append(audio_item)

        except _UNREADABLE as _error:
            audio = UNSET
            d["audio"] = src_dict["audio"]
            _warn_unread("ContentSummaryMedia", "audio", _error)
        self.audio = audio

        try:
            _video = d.pop("video", UNSET)
            video: list[MediaFile] | Unset = UNSET
            if _video is not UNSET and _video is not None:
                video = []
                for video_item_data in _list_of(_video):
                    try:
                        video_item = MediaFile.from_dict(video_item_data)

                    except _UNREADABLE as _video_item_error:
                        raise _unreadable(
                            f"[{len(video)}]",
                            video_item_data,
                            "MediaFile",
                            _video_item_error,
                        ) from None
                    video.append(video_item)

        except _UNREADABLE as _error:
            video = UNSET
            d["video"] = src_dict["video"]
            _warn_unread("ContentSummaryMedia", "video", _error)
        self.video = video

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
from ..models.media_file import MediaFile
