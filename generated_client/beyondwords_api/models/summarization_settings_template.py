from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset
from ..types import copy_of as _copy_of
from ..types import model_repr as _model_repr

T = TypeVar("T", bound="SummarizationSettingsTemplate")


@_attrs_define(repr=False)
class SummarizationSettingsTemplate:
    """A script template: a way to write summaries.

    Examples:
        {'id': 1, 'slug': 'two-sentences', 'name': 'Two sentences', 'model': 'gpt-5-mini'}

    """

    id: int | Unset = UNSET
    slug: str | Unset = UNSET
    name: str | Unset = UNSET
    model: None | str | Unset = UNSET
    """ Known: `gpt-5-nano`, `gpt-5-mini`, `gpt-5`, `gpt-5.1`. """
    prompt: None | str | Unset = UNSET
    """ Instructions for the model, at most 3000 characters. """
    temperature: float | None | Unset = UNSET
    """ 0 to 2. """
    limit_token_usage: int | None | Unset = UNSET
    """ Length at most, in tokens: 1 to 500. """
    created: str | Unset = UNSET
    """ When it was created, ISO 8601 or `2023-01-01 00:00:00 UTC`. """
    updated: str | Unset = UNSET
    """ When it was last changed, in the same form. """
    additional_properties: dict[str, Any] = _attrs_field(factory=dict, kw_only=True)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        _values: dict[str, Any] = {}
        _values.update(self.additional_properties)
        if self.id is not UNSET:
            _values["id"] = self.id
        if self.slug is not UNSET:
            _values["slug"] = self.slug
        if self.name is not UNSET:
            _values["name"] = self.name
        model: None | str | Unset
        if isinstance(self.model, Unset):
            model = UNSET
        else:
            model = self.model
        if model is not UNSET:
            _values["model"] = model
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
        if self.created is not UNSET:
            _values["created"] = self.created
        if self.updated is not UNSET:
            _values["updated"] = self.updated

        return _values

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        _values = {**src_dict} if type(src_dict) is dict else _copy_of(src_dict)
        if (id := _values.pop("id", UNSET)) is None:
            id = UNSET
        self.id = id

        if (slug := _values.pop("slug", UNSET)) is None:
            slug = UNSET
        self.slug = slug

        if (name := _values.pop("name", UNSET)) is None:
            name = UNSET
        self.name = name

        model = _values.pop("model", UNSET)
        self.model = model

        prompt = _values.pop("prompt", UNSET)
        self.prompt = prompt

        temperature = _values.pop("temperature", UNSET)
        self.temperature = temperature

        limit_token_usage = _values.pop("limit_token_usage", UNSET)
        self.limit_token_usage = limit_token_usage

        if (created := _values.pop("created", UNSET)) is None:
            created = UNSET
        self.created = created

        if (updated := _values.pop("updated", UNSET)) is None:
            updated = UNSET
        self.updated = updated

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
