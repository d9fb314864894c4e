from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNREADABLE as _UNREADABLE
from ..types import UNSET, Unset
from ..types import copy_of as _copy_of
from ..types import model_repr as _model_repr
from ..types import warn_unread as _warn_unread

T = TypeVar("T", bound="TextTranscription")


_OPTIONAL: frozenset[str] = frozenset()
_REQUIRED: frozenset[str] = frozenset()


@_attrs_define(repr=False)
class TextTranscription:
    """The transcription of a text.

    Example:
        {'transcription': 'ˈlɛstə'}

    """

    transcription: None | str | Unset = UNSET
    language: Any | Unset = UNSET
    """ Its form is not documented. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        transcription: None | str | Unset
        if isinstance(self.transcription, Unset):
            transcription = UNSET
        else:
            transcription = self.transcription

        language = self.language

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if transcription is not UNSET:
            field_dict["transcription"] = transcription
        if language is not UNSET:
            field_dict["language"] = language

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = _copy_of(src_dict, _OPTIONAL, _REQUIRED)
        try:

            def _parse_transcription(data: object) -> None | str | Unset:
                if data is None:
                    return data
                if isinstance(data, Unset):
                    return data
                return cast(None | str | Unset, data)

            transcription = _parse_transcription(d.pop("transcription", UNSET))

        except _UNREADABLE as _error:
            transcription = UNSET
            d["transcription"] = src_dict["transcription"]
            _warn_unread("TextTranscription", "transcription", _error)

        language = d.pop("language", UNSET)

        text_transcription = cls(
            transcription=transcription,
            language=language,
        )

        text_transcription.additional_properties = d
        return text_transcription

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
