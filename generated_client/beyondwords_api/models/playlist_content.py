from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.content_status import ContentStatus
from ..models.content_type import ContentType
from ..types import UNREADABLE as _UNREADABLE
from ..types import UNSET, Unset
from ..types import copy_of as _copy_of
from ..types import model_repr as _model_repr
from ..types import models_of as _models_of
from ..types import warn_unread as _warn_unread

T = TypeVar("T", bound="PlaylistContent")


@_attrs_define(repr=False)
class PlaylistContent:
    """A content item in a playlist."""

    id: str | Unset = UNSET
    status: ContentStatus | Unset = UNSET
    """ `draft`, `queued` and `processing` are unfinished; `skipped`: not processed, for example for want of
    credits. """
    type_: ContentType | Unset = UNSET
    """ `auto_segment`: text that is read out; `manual_segment`: your own segments; `audio_upload`: your own audio.
    """
    title: None | str | Unset = UNSET
    source_id: None | str | Unset = UNSET
    """ Your own id of the article. """
    source_url: None | str | Unset = UNSET
    author: None | str | Unset = UNSET
    image_url: None | str | Unset = UNSET
    metadata: Metadata | Unset = UNSET
    """ Any data of your own. """
    audio: list[MediaFile] | Unset = UNSET
    video: list[MediaFile] | Unset = UNSET
    ads_enabled: bool | Unset = UNSET
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
        status: str | Unset = UNSET
        if not isinstance(self.status, Unset):
            status = self.status.value

        if status is not UNSET:
            _values["status"] = status
        type_: str | Unset = UNSET
        if not isinstance(self.type_, Unset):
            type_ = self.type_.value

        if type_ is not UNSET:
            _values["type"] = type_
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
        metadata: dict[str, Any] | Unset = UNSET
        if not isinstance(self.metadata, Unset):
            metadata = self.metadata.to_dict()
        if metadata is not UNSET:
            _values["metadata"] = metadata
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
        if self.ads_enabled is not UNSET:
            _values["ads_enabled"] = self.ads_enabled
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

        try:
            _raw_status = _values.pop("status", UNSET)
            status: ContentStatus | Unset = UNSET
            if _raw_status is not UNSET and _raw_status is not None:
                status = ContentStatus(_raw_status)

        except _UNREADABLE as _error:
            status = UNSET
            _values["status"] = src_dict["status"]
            _warn_unread("PlaylistContent", "status", _error)
        self.status = status

        try:
            _raw_type_ = _values.pop("type", UNSET)
            type_: ContentType | Unset = UNSET
            if _raw_type_ is not UNSET and _raw_type_ is not None:
                type_ = ContentType(_raw_type_)

        except _UNREADABLE as _error:
            type_ = UNSET
            _values["type"] = src_dict["type"]
            _warn_unread("PlaylistContent", "type", _error)
        self.type_ = type_

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
            _raw_metadata = _values.pop("metadata", UNSET)
            metadata: Metadata | Unset = UNSET
            if _raw_metadata is not UNSET and _raw_metadata is not None:
                metadata = Metadata.from_dict(_raw_metadata)

        except _UNREADABLE as _error:
            metadata = UNSET
            _values["metadata"] = src_dict["metadata"]
            _warn_unread("PlaylistContent", "metadata", _error)
        self.metadata = metadata

        try:
            _raw_audio = _values.pop("audio", UNSET)
            audio: list[MediaFile] | Unset = UNSET
            if _raw_audio is not UNSET and _raw_audio is not None:
                audio = _models_of(MediaFile, _raw_audio)

        except _UNREADABLE as _error:
            audio = UNSET
            _values["audio"] = src_dict["audio"]
            _warn_unread("PlaylistContent", "audio", _error)
        self.audio = audio

        try:
            _raw_video = _values.pop("video", UNSET)
            video: list[MediaFile] | Unset = UNSET
            if _raw_video is not UNSET and _raw_video is not None:
                video = _models_of(MediaFile, _raw_video)

        except _UNREADABLE as _error:
            video = UNSET
            _values["video"] = src_dict["video"]
            _warn_unread("PlaylistContent", "video", _error)
        self.video = video

        if (ads_enabled := _values.pop("ads_enabled", UNSET)) is None:
            ads_enabled = UNSET
        self.ads_enabled = ads_enabled

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
from ..models.media_file import MediaFile
from ..models.metadata import Metadata
