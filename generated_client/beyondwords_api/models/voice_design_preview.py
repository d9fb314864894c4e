from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset
from ..types import copy_of as _copy_of
from ..types import model_repr as _model_repr

T = TypeVar("T", bound="VoiceDesignPreview")


@_attrs_define(repr=False)
class VoiceDesignPreview:
    """A voice to choose."""

    generated_voice_id: str | Unset = UNSET
    audio_base_64: str | Unset = UNSET
    """ The sample in Base64. """
    duration_secs: float | Unset = UNSET
    """ Length in seconds. """
    language: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(factory=dict, kw_only=True)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        _values: dict[str, Any] = {}
        _values.update(self.additional_properties)
        if self.generated_voice_id is not UNSET:
            _values["generated_voice_id"] = self.generated_voice_id
        if self.audio_base_64 is not UNSET:
            _values["audio_base_64"] = self.audio_base_64
        if self.duration_secs is not UNSET:
            _values["duration_secs"] = self.duration_secs
        if self.language is not UNSET:
            _values["language"] = self.language

        return _values

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        _values = {**src_dict} if type(src_dict) is dict else _copy_of(src_dict)
        if (generated_voice_id := _values.pop("generated_voice_id", UNSET)) is None:
            generated_voice_id = UNSET
        self.generated_voice_id = generated_voice_id

        if (audio_base_64 := _values.pop("audio_base_64", UNSET)) is None:
            audio_base_64 = UNSET
        self.audio_base_64 = audio_base_64

        if (duration_secs := _values.pop("duration_secs", UNSET)) is None:
            duration_secs = UNSET
        self.duration_secs = duration_secs

        if (language := _values.pop("language", UNSET)) is None:
            language = UNSET
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
