from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNREADABLE as _UNREADABLE
from ..types import UNSET, Unset
from ..types import copy_of as _copy_of
from ..types import model_repr as _model_repr
from ..types import warn_unread as _warn_unread

T = TypeVar("T", bound="LanguageDefaultVoices")


@_attrs_define(repr=False)
class LanguageDefaultVoices:
    """`default_voices` in the API's description."""

    title: DefaultVoice | Unset = UNSET
    """ The voice that a language starts with. """
    body: DefaultVoice | Unset = UNSET
    """ The voice that a language starts with. """
    summary: DefaultVoice | Unset = UNSET
    """ The voice that a language starts with. """
    additional_properties: dict[str, Any] = _attrs_field(factory=dict, kw_only=True)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        _values: dict[str, Any] = {}
        _values.update(self.additional_properties)
        title: dict[str, Any] | Unset = UNSET
        if not isinstance(self.title, Unset):
            title = self.title.to_dict()
        if title is not UNSET:
            _values["title"] = title
        body: dict[str, Any] | Unset = UNSET
        if not isinstance(self.body, Unset):
            body = self.body.to_dict()
        if body is not UNSET:
            _values["body"] = body
        summary: dict[str, Any] | Unset = UNSET
        if not isinstance(self.summary, Unset):
            summary = self.summary.to_dict()
        if summary is not UNSET:
            _values["summary"] = summary

        return _values

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        _values = {**src_dict} if type(src_dict) is dict else _copy_of(src_dict)
        try:
            _raw_title = _values.pop("title", UNSET)
            title: DefaultVoice | Unset = UNSET
            if _raw_title is not UNSET and _raw_title is not None:
                title = DefaultVoice.from_dict(_raw_title)

        except _UNREADABLE as _error:
            title = UNSET
            _values["title"] = src_dict["title"]
            _warn_unread("LanguageDefaultVoices", "title", _error)
        self.title = title

        try:
            _raw_body = _values.pop("body", UNSET)
            body: DefaultVoice | Unset = UNSET
            if _raw_body is not UNSET and _raw_body is not None:
                body = DefaultVoice.from_dict(_raw_body)

        except _UNREADABLE as _error:
            body = UNSET
            _values["body"] = src_dict["body"]
            _warn_unread("LanguageDefaultVoices", "body", _error)
        self.body = body

        try:
            _raw_summary = _values.pop("summary", UNSET)
            summary: DefaultVoice | Unset = UNSET
            if _raw_summary is not UNSET and _raw_summary is not None:
                summary = DefaultVoice.from_dict(_raw_summary)

        except _UNREADABLE as _error:
            summary = UNSET
            _values["summary"] = src_dict["summary"]
            _warn_unread("LanguageDefaultVoices", "summary", _error)
        self.summary = summary

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
from ..models.default_voice import DefaultVoice
