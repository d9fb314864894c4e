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

T = TypeVar("T", bound="SummarySegment")


@_attrs_define(repr=False)
class SummarySegment:
    """One piece of a written summary.

    Examples:
        {'section': 'summary', 'content_type': 'text', 'text': 'The ferry is back.'}

    """

    section: SegmentSection | Unset = UNSET
    """ The part of the article. """
    content_type: SegmentContentType | Unset = UNSET
    """ What a segment consists of. """
    text: None | str | Unset = UNSET
    audio_url: None | str | Unset = UNSET
    image_url: None | str | Unset = UNSET
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
        text: None | str | Unset
        if isinstance(self.text, Unset):
            text = UNSET
        else:
            text = self.text
        if text is not UNSET:
            _values["text"] = text
        audio_url: None | str | Unset
        if isinstance(self.audio_url, Unset):
            audio_url = UNSET
        else:
            audio_url = self.audio_url
        if audio_url is not UNSET:
            _values["audio_url"] = audio_url
        image_url: None | str | Unset
        if isinstance(self.image_url, Unset):
            image_url = UNSET
        else:
            image_url = self.image_url
        if image_url is not UNSET:
            _values["image_url"] = image_url

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
            _warn_unread("SummarySegment", "section", _error)
        self.section = section

        try:
            _raw_content_type = _values.pop("content_type", UNSET)
            content_type: SegmentContentType | Unset = UNSET
            if _raw_content_type is not UNSET and _raw_content_type is not None:
                content_type = SegmentContentType(_raw_content_type)

        except _UNREADABLE as _error:
            content_type = UNSET
            _values["content_type"] = src_dict["content_type"]
            _warn_unread("SummarySegment", "content_type", _error)
        self.content_type = content_type

        text = _values.pop("text", UNSET)
        self.text = text

        audio_url = _values.pop("audio_url", UNSET)
        self.audio_url = audio_url

        image_url = _values.pop("image_url", UNSET)
        self.image_url = image_url

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
