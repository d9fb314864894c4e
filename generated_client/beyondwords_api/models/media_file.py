from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.media_variant import MediaVariant
from ..types import UNREADABLE as _UNREADABLE
from ..types import UNSET, Unset
from ..types import copy_of as _copy_of
from ..types import model_repr as _model_repr
from ..types import warn_unread as _warn_unread

T = TypeVar("T", bound="MediaFile")


@_attrs_define(repr=False)
class MediaFile:
    """An audio or video file."""

    id: int | Unset = UNSET
    variant: MediaVariant | Unset = UNSET
    """ The whole article or its summary. """
    orientation: str | Unset = UNSET
    """ Aspect ratio of a video, such as `16:9`. """
    content_type: str | Unset = UNSET
    """ MIME type: `audio/mpeg` for MP3; `application/x-mpegURL` or `application/vnd.apple.mpegurl` for HLS. """
    url: str | Unset = UNSET
    """ Address of the file. """
    duration: int | Unset = UNSET
    """ Length in milliseconds. """
    base64_file: None | str | Unset = UNSET
    """ The file itself in Base64, where the API includes it. """
    additional_properties: dict[str, Any] = _attrs_field(factory=dict, kw_only=True)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        _values: dict[str, Any] = {}
        _values.update(self.additional_properties)
        if self.id is not UNSET:
            _values["id"] = self.id
        variant: str | Unset = UNSET
        if not isinstance(self.variant, Unset):
            variant = self.variant.value

        if variant is not UNSET:
            _values["variant"] = variant
        if self.orientation is not UNSET:
            _values["orientation"] = self.orientation
        if self.content_type is not UNSET:
            _values["content_type"] = self.content_type
        if self.url is not UNSET:
            _values["url"] = self.url
        if self.duration is not UNSET:
            _values["duration"] = self.duration
        base64_file: None | str | Unset
        if isinstance(self.base64_file, Unset):
            base64_file = UNSET
        else:
            base64_file = self.base64_file
        if base64_file is not UNSET:
            _values["base64_file"] = base64_file

        return _values

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        _values = {**src_dict} if type(src_dict) is dict else _copy_of(src_dict)
        if (id := _values.pop("id", UNSET)) is None:
            id = UNSET
        self.id = id

        try:
            _raw_variant = _values.pop("variant", UNSET)
            variant: MediaVariant | Unset = UNSET
            if _raw_variant is not UNSET and _raw_variant is not None:
                variant = MediaVariant(_raw_variant)

        except _UNREADABLE as _error:
            variant = UNSET
            _values["variant"] = src_dict["variant"]
            _warn_unread("MediaFile", "variant", _error)
        self.variant = variant

        if (orientation := _values.pop("orientation", UNSET)) is None:
            orientation = UNSET
        self.orientation = orientation

        if (content_type := _values.pop("content_type", UNSET)) is None:
            content_type = UNSET
        self.content_type = content_type

        if (url := _values.pop("url", UNSET)) is None:
            url = UNSET
        self.url = url

        if (duration := _values.pop("duration", UNSET)) is None:
            duration = UNSET
        self.duration = duration

        base64_file = _values.pop("base64_file", UNSET)
        self.base64_file = base64_file

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
