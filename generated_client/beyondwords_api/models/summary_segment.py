from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.segment_content_type import SegmentContentType
from ..models.segment_section import SegmentSection
from ..types import UNREADABLE as _UNREADABLE
from ..types import UNSET, Unset
from ..types import copy_of as _copy_of
from ..types import model_repr as _model_repr
from ..types import warn_unread as _warn_unread

T = TypeVar("T", bound="SummarySegment")


_OPTIONAL: frozenset[str] = frozenset(
    (
        "section",
        "content_type",
    )
)
_REQUIRED: frozenset[str] = frozenset()


@_attrs_define(repr=False)
class SummarySegment:
    """One piece of a written summary.

    Example:
        {'section': 'summary', 'content_type': 'text', 'text': 'The ferry is back.'}

    """

    section: SegmentSection | Unset = UNSET
    """ The part of the article. """
    content_type: SegmentContentType | Unset = UNSET
    """ What a segment consists of. """
    text: None | str | Unset = UNSET
    audio_url: None | str | Unset = UNSET
    image_url: None | str | Unset = UNSET
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

        text: None | str | Unset
        if isinstance(self.text, Unset):
            text = UNSET
        else:
            text = self.text

        audio_url: None | str | Unset
        if isinstance(self.audio_url, Unset):
            audio_url = UNSET
        else:
            audio_url = self.audio_url

        image_url: None | str | Unset
        if isinstance(self.image_url, Unset):
            image_url = UNSET
        else:
            image_url = self.image_url

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
            _warn_unread("SummarySegment", "section", _error)

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
            _warn_unread("SummarySegment", "content_type", _error)

        try:

            def _parse_text(data: object) -> None | str | Unset:
                if data is None:
                    return data
                if isinstance(data, Unset):
                    return data
                return cast(None | str | Unset, data)

            text = _parse_text(d.pop("text", UNSET))

        except _UNREADABLE as _error:
            text = UNSET
            d["text"] = src_dict["text"]
            _warn_unread("SummarySegment", "text", _error)

        try:

            def _parse_audio_url(data: object) -> None | str | Unset:
                if data is None:
                    return data
                if isinstance(data, Unset):
                    return data
                return cast(None | str | Unset, data)

            audio_url = _parse_audio_url(d.pop("audio_url", UNSET))

        except _UNREADABLE as _error:
            audio_url = UNSET
            d["audio_url"] = src_dict["audio_url"]
            _warn_unread("SummarySegment", "audio_url", _error)

        try:

            def _parse_image_url(data: object) -> None | str | Unset:
                if data is None:
                    return data
                if isinstance(data, Unset):
                    return data
                return cast(None | str | Unset, data)

            image_url = _parse_image_url(d.pop("image_url", UNSET))

        except _UNREADABLE as _error:
            image_url = UNSET
            d["image_url"] = src_dict["image_url"]
            _warn_unread("SummarySegment", "image_url", _error)

        summary_segment = cls(
            section=section,
            content_type=content_type,
            text=text,
            audio_url=audio_url,
            image_url=image_url,
        )

        summary_segment.additional_properties = d
        return summary_segment

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
