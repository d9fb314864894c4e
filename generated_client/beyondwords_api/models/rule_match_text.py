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

T = TypeVar("T", bound="RuleMatchText")


@_attrs_define(repr=False)
class RuleMatchText:
    """A text with its language and voice."""

    uuid: str | Unset = UNSET
    """ Your own id of the text; the response names it. """
    text: str | Unset = UNSET
    language: LanguageCode | Unset = UNSET
    """ Names a language by its code. """
    voice: Reference | Unset = UNSET
    """ Names an object by its id. """
    additional_properties: dict[str, Any] = _attrs_field(factory=dict, kw_only=True)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        _values: dict[str, Any] = {}
        _values.update(self.additional_properties)
        if self.uuid is not UNSET:
            _values["uuid"] = self.uuid
        if self.text is not UNSET:
            _values["text"] = self.text
        language: dict[str, Any] | Unset = UNSET
        if not isinstance(self.language, Unset):
            language = self.language.to_dict()
        if language is not UNSET:
            _values["language"] = language
        voice: dict[str, Any] | Unset = UNSET
        if not isinstance(self.voice, Unset):
            voice = self.voice.to_dict()
        if voice is not UNSET:
            _values["voice"] = voice

        return _values

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        _values = {**src_dict} if type(src_dict) is dict else _copy_of(src_dict)
        if (uuid := _values.pop("uuid", UNSET)) is None:
            uuid = UNSET
        self.uuid = uuid

        if (text := _values.pop("text", UNSET)) is None:
            text = UNSET
        self.text = text

        try:
            _raw_language = _values.pop("language", UNSET)
            language: LanguageCode | Unset = UNSET
            if _raw_language is not UNSET and _raw_language is not None:
                language = LanguageCode.from_dict(_raw_language)

        except _UNREADABLE as _error:
            language = UNSET
            _values["language"] = src_dict["language"]
            _warn_unread("RuleMatchText", "language", _error)
        self.language = language

        try:
            _raw_voice = _values.pop("voice", UNSET)
            voice: Reference | Unset = UNSET
            if _raw_voice is not UNSET and _raw_voice is not None:
                voice = Reference.from_dict(_raw_voice)

        except _UNREADABLE as _error:
            voice = UNSET
            _values["voice"] = src_dict["voice"]
            _warn_unread("RuleMatchText", "voice", _error)
        self.voice = voice

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
from ..models.language_code import LanguageCode
from ..models.reference import Reference
