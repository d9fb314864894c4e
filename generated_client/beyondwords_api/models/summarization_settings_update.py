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

T = TypeVar("T", bound="SummarizationSettingsUpdate")


_OPTIONAL: frozenset[str] = frozenset(("enabled",))
_REQUIRED: frozenset[str] = frozenset()


@_attrs_define(repr=False)
class SummarizationSettingsUpdate:
    """Changes of the summarization settings.

    Example:
        {'limit_token_usage': 2000}

    """

    enabled: bool | Unset = UNSET
    prompt: None | str | Unset = UNSET
    """ Instructions for the model. """
    temperature: float | None | Unset = UNSET
    limit_token_usage: int | None | Unset = UNSET
    """ Length at most, in tokens. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        enabled = self.enabled

        prompt: None | str | Unset
        if isinstance(self.prompt, Unset):
            prompt = UNSET
        else:
            prompt = self.prompt

        temperature: float | None | Unset
        if isinstance(self.temperature, Unset):
            temperature = UNSET
        else:
            temperature = self.temperature

        limit_token_usage: int | None | Unset
        if isinstance(self.limit_token_usage, Unset):
            limit_token_usage = UNSET
        else:
            limit_token_usage = self.limit_token_usage

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if enabled is not UNSET:
            field_dict["enabled"] = enabled
        if prompt is not UNSET:
            field_dict["prompt"] = prompt
        if temperature is not UNSET:
            field_dict["temperature"] = temperature
        if limit_token_usage is not UNSET:
            field_dict["limit_token_usage"] = limit_token_usage

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = _copy_of(src_dict, _OPTIONAL, _REQUIRED)
        enabled = d.pop("enabled", UNSET)

        try:

            def _parse_prompt(data: object) -> None | str | Unset:
                if data is None:
                    return data
                if isinstance(data, Unset):
                    return data
                return cast(None | str | Unset, data)

            prompt = _parse_prompt(d.pop("prompt", UNSET))

        except _UNREADABLE as _error:
            prompt = UNSET
            d["prompt"] = src_dict["prompt"]
            _warn_unread("SummarizationSettingsUpdate", "prompt", _error)

        try:

            def _parse_temperature(data: object) -> float | None | Unset:
                if data is None:
                    return data
                if isinstance(data, Unset):
                    return data
                return cast(float | None | Unset, data)

            temperature = _parse_temperature(d.pop("temperature", UNSET))

        except _UNREADABLE as _error:
            temperature = UNSET
            d["temperature"] = src_dict["temperature"]
            _warn_unread("SummarizationSettingsUpdate", "temperature", _error)

        try:

            def _parse_limit_token_usage(data: object) -> int | None | Unset:
                if data is None:
                    return data
                if isinstance(data, Unset):
                    return data
                return cast(int | None | Unset, data)

            limit_token_usage = _parse_limit_token_usage(
                d.pop("limit_token_usage", UNSET)
            )

        except _UNREADABLE as _error:
            limit_token_usage = UNSET
            d["limit_token_usage"] = src_dict["limit_token_usage"]
            _warn_unread("SummarizationSettingsUpdate", "limit_token_usage", _error)

        summarization_settings_update = cls(
            enabled=enabled,
            prompt=prompt,
            temperature=temperature,
            limit_token_usage=limit_token_usage,
        )

        summarization_settings_update.additional_properties = d
        return summarization_settings_update

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
