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

T = TypeVar("T", bound="TranscriptionRequest")


@_attrs_define(repr=False)
class TranscriptionRequest:
    """A text to transcribe.

    Examples:
        {'text': 'Leicester', 'type': 'ipa', 'language': {'code': 'en_GB'}}

    """

    text: str | Unset = UNSET
    type_: None | str | Unset = UNSET
    """ Only `ipa` is documented. """
    language: LanguageCode | None | Unset = UNSET
    """ `language` in the API's description. """
    additional_properties: dict[str, Any] = _attrs_field(factory=dict, kw_only=True)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        _values: dict[str, Any] = {}
        _values.update(self.additional_properties)
        if self.text is not UNSET:
            _values["text"] = self.text
        type_: None | str | Unset
        if isinstance(self.type_, Unset):
            type_ = UNSET
        else:
            type_ = self.type_
        if type_ is not UNSET:
            _values["type"] = type_
        language: dict[str, Any] | None | Unset
        if isinstance(self.language, Unset):
            language = UNSET
        elif isinstance(self.language, LanguageCode):
            language = self.language.to_dict()
        else:
            language = self.language
        if language is not UNSET:
            _values["language"] = language

        return _values

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        _values = {**src_dict} if type(src_dict) is dict else _copy_of(src_dict)
        if (text := _values.pop("text", UNSET)) is None:
            text = UNSET
        self.text = text

        type_ = _values.pop("type", UNSET)
        self.type_ = type_

        try:
            _raw_language = _values.pop("language", UNSET)
            language: LanguageCode | None | Unset
            if _raw_language is None or _raw_language is UNSET:
                language = _raw_language
            else:
                language_type_1 = LanguageCode.from_dict(_raw_language)

                language = language_type_1

        except _UNREADABLE as _error:
            language = UNSET
            _values["language"] = src_dict["language"]
            _warn_unread("TranscriptionRequest", "language", _error)
        self.language = language

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
