from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.segment_content_type import SegmentContentType
from ..models.segment_section import SegmentSection
from ..types import UNREADABLE as _UNREADABLE
from ..types import UNSET, Unset
from ..types import copy_of as _copy_of
from ..types import model_repr as _model_repr
from ..types import warn_unread as _warn_unread

T = TypeVar("T", bound="NewSegment")


@_attrs_define(repr=False)
class NewSegment:
    """A segment to send: a text to read, an audio file or an image."""

    section: SegmentSection | Unset = UNSET
    """ The part of the article. """
    content_type: SegmentContentType | Unset = UNSET
    """ What a segment consists of. """
    text: str | Unset = UNSET
    """ The text, if `content_type` is `text`. """
    audio_url: str | Unset = UNSET
    """ Public address of the audio file, if `content_type` is `audio`. """
    image_url: str | Unset = UNSET
    """ Public address of the image, if `content_type` is `image`. """
    voice: Reference | Unset = UNSET
    """ Names an object by its id. """
    marker: str | Unset = UNSET
    """ Ties the segment to an element of your page (`data-beyondwords-marker`). """
    additional_properties: dict[str, Any] = _attrs_field(factory=dict, kw_only=True)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        _values: dict[str, Any] = {}
        _values.update(self.additional_properties)
        section: str | Unset = UNSET
        if not isinstance(self.section, Unset):
            section = self.section.value

        if section is not UNSET:
            _values["section"] = section
        content_type: str | Unset = UNSET
        if not isinstance(self.content_type, Unset):
            content_type = self.content_type.value

        if content_type is not UNSET:
            _values["content_type"] = content_type
        if self.text is not UNSET:
            _values["text"] = self.text
        if self.audio_url is not UNSET:
            _values["audio_url"] = self.audio_url
        if self.image_url is not UNSET:
            _values["image_url"] = self.image_url
        voice: dict[str, Any] | Unset = UNSET
        if not isinstance(self.voice, Unset):
            voice = self.voice.to_dict()
        if voice is not UNSET:
            _values["voice"] = voice
        if self.marker is not UNSET:
            _values["marker"] = self.marker

        return _values

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        _values = {**src_dict} if type(src_dict) is dict else _copy_of(src_dict)
        try:
            _raw_section = _values.pop("section", UNSET)
            section: SegmentSection | Unset = UNSET
            if _raw_section is not UNSET and _raw_section is not None:
                section = SegmentSection(_raw_section)

        except _UNREADABLE as _error:
            section = UNSET
            _values["section"] = src_dict["section"]
            _warn_unread("NewSegment", "section", _error)
        self.section = section

        try:
            _raw_content_type = _values.pop("content_type", UNSET)
            content_type: SegmentContentType | Unset = UNSET
            if _raw_content_type is not UNSET and _raw_content_type is not None:
                content_type = SegmentContentType(_raw_content_type)

        except _UNREADABLE as _error:
            content_type = UNSET
            _values["content_type"] = src_dict["content_type"]
            _warn_unread("NewSegment", "content_type", _error)
        self.content_type = content_type

        if (text := _values.pop("text", UNSET)) is None:
            text = UNSET
        self.text = text

        if (audio_url := _values.pop("audio_url", UNSET)) is None:
            audio_url = UNSET
        self.audio_url = audio_url

        if (image_url := _values.pop("image_url", UNSET)) is None:
            image_url = UNSET
        self.image_url = image_url

        try:
            _raw_voice = _values.pop("voice", UNSET)
            voice: Reference | Unset = UNSET
            if _raw_voice is not UNSET and _raw_voice is not None:
                voice = Reference.from_dict(_raw_voice)

        except _UNREADABLE as _error:
            voice = UNSET
            _values["voice"] = src_dict["voice"]
            _warn_unread("NewSegment", "voice", _error)
        self.voice = voice

        if (marker := _values.pop("marker", UNSET)) is None:
            marker = UNSET
        self.marker = marker

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
from ..models.reference import Reference
