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
        id = self.id

        slug = self.slug

        name = self.name

        model: None | str | Unset
        if isinstance(self.model, Unset):
            model = UNSET
        else:
            model = self.model

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

        created = self.created

        updated = self.updated

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if id is not UNSET:
            field_dict["id"] = id
        if slug is not UNSET:
            field_dict["slug"] = slug
        if name is not UNSET:
            field_dict["name"] = name
        if model is not UNSET:
            field_dict["model"] = model
        if prompt is not UNSET:
            field_dict["prompt"] = prompt
        if temperature is not UNSET:
            field_dict["temperature"] = temperature
        if limit_token_usage is not UNSET:
            field_dict["limit_token_usage"] = limit_token_usage
        if created is not UNSET:
            field_dict["created"] = created
        if updated is not UNSET:
            field_dict["updated"] = updated

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        d = {**src_dict} if type(src_dict) is dict else _copy_of(src_dict)
        if (id := d.pop("id", UNSET)) is None:
            id = UNSET
        self.id = id

        if (slug := d.pop("slug", UNSET)) is None:
            slug = UNSET
        self.slug = slug

        if (name := d.pop("name", UNSET)) is None:
            name = UNSET
        self.name = name

        model = d.pop("model", UNSET)
        self.model = model

        prompt = d.pop("prompt", UNSET)
        self.prompt = prompt

        temperature = d.pop("temperature", UNSET)
        self.temperature = temperature

        limit_token_usage = d.pop("limit_token_usage", UNSET)
        self.limit_token_usage = limit_token_usage

        if (created := d.pop("created", UNSET)) is None:
            created = UNSET
        self.created = created

        if (updated := d.pop("updated", UNSET)) is None:
            updated = UNSET
        self.updated = updated

        self.additional_properties = d
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
