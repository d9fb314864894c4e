from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset
from ..types import copy_of as _copy_of
from ..types import model_repr as _model_repr

T = TypeVar("T", bound="SummarizationSettingsUpdate")


@_attrs_define(repr=False)
class SummarizationSettingsUpdate:
    """Changes of the summarization settings.

    Examples:
        {'limit_token_usage': 2000}

    """

    enabled: bool | Unset = UNSET
    prompt: None | str | Unset = UNSET
    """ Instructions for the model. """
    temperature: float | None | Unset = UNSET
    limit_token_usage: int | None | Unset = UNSET
    """ Length at most, in tokens. """
    additional_properties: dict[str, Any] = _attrs_field(factory=dict, kw_only=True)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        _values: dict[str, Any] = {}
        _values.update(self.additional_properties)
        if self.enabled is not UNSET:
            _values["enabled"] = self.enabled
        prompt: None | str | Unset
        if isinstance(self.prompt, Unset):
            prompt = UNSET
        else:
            prompt = self.prompt
        if prompt is not UNSET:
            _values["prompt"] = prompt
        temperature: float | None | Unset
        if isinstance(self.temperature, Unset):
            temperature = UNSET
        else:
            temperature = self.temperature
        if temperature is not UNSET:
            _values["temperature"] = temperature
        limit_token_usage: int | None | Unset
        if isinstance(self.limit_token_usage, Unset):
            limit_token_usage = UNSET
        else:
            limit_token_usage = self.limit_token_usage
        if limit_token_usage is not UNSET:
            _values["limit_token_usage"] = limit_token_usage

        return _values

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        _values = {**src_dict} if type(src_dict) is dict else _copy_of(src_dict)
        if (enabled := _values.pop("enabled", UNSET)) is None:
            enabled = UNSET
        self.enabled = enabled

        prompt = _values.pop("prompt", UNSET)
        self.prompt = prompt

        temperature = _values.pop("temperature", UNSET)
        self.temperature = temperature

        limit_token_usage = _values.pop("limit_token_usage", UNSET)
        self.limit_token_usage = limit_token_usage

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
