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


_OPTIONAL: frozenset[str] = frozenset(
    (
        "section",
        "content_type",
        "text",
        "audio_url",
        "image_url",
        "voice",
        "marker",
    )
)
_REQUIRED: frozenset[str] = frozenset()


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
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        section: str | Unset = UNSET
        if not isinstance(self.section, Unset):
            section = self.section.value

        content_type: str | Unset = UNSET
        if not isinstance(self.content_type, Unset):
            content_type = self.content_type.value

        text = self.text

        audio_url = self.audio_url

        image_url = self.image_url

        voice: dict[str, Any] | Unset = UNSET
        if not isinstance(self.voice, Unset):
            voice = self.voice.to_dict()

        marker = self.marker

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if section is not UNSET:
            field_dict["section"] = section
        if content_type is not UNSET:
            field_dict["content_type"] = content_type
        if text is not UNSET:
            field_dict["text"] = text
        if audio_url is not UNSET:
            field_dict["audio_url"] = audio_url
        if image_url is not UNSET:
            field_dict["image_url"] = image_url
        if voice is not UNSET:
            field_dict["voice"] = voice
        if marker is not UNSET:
            field_dict["marker"] = marker

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = _copy_of(src_dict, _OPTIONAL, _REQUIRED)
        try:
            _section = d.pop("section", UNSET)
            section: SegmentSection | Unset
            if isinstance(_section, Unset):
                section = UNSET
            else:
                section = SegmentSection(_section)

        except _UNREADABLE as _error:
            section = UNSET
            d["section"] = src_dict["section"]
            _warn_unread("NewSegment", "section", _error)

        try:
            _content_type = d.pop("content_type", UNSET)
            content_type: SegmentContentType | Unset
            if isinstance(_content_type, Unset):
                content_type = UNSET
            else:
                content_type = SegmentContentType(_content_type)

        except _UNREADABLE as _error:
            content_type = UNSET
            d["content_type"] = src_dict["content_type"]
            _warn_unread("NewSegment", "content_type", _error)

        text = d.pop("text", UNSET)

        audio_url = d.pop("audio_url", UNSET)

        image_url = d.pop("image_url", UNSET)

        try:
            _voice = d.pop("voice", UNSET)
            voice: Reference | Unset
            if isinstance(_voice, Unset):
                voice = UNSET
            else:
                voice = Reference.from_dict(_voice)

        except _UNREADABLE as _error:
            voice = UNSET
            d["voice"] = src_dict["voice"]
            _warn_unread("NewSegment", "voice", _error)

        marker = d.pop("marker", UNSET)

        new_segment = cls(
            section=section,
            content_type=content_type,
            text=text,
            audio_url=audio_url,
            image_url=image_url,
            voice=voice,
            marker=marker,
        )

        new_segment.additional_properties = d
        return new_segment

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
