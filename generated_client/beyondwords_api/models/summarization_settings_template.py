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

T = TypeVar("T", bound="SummarizationSettingsTemplate")


_OPTIONAL: frozenset[str] = frozenset(
    (
        "id",
        "slug",
        "name",
        "created",
        "updated",
    )
)
_REQUIRED: frozenset[str] = frozenset()


@_attrs_define(repr=False)
class SummarizationSettingsTemplate:
    """A script template: a way to write summaries.

    Example:
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
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

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
        d = _copy_of(src_dict, _OPTIONAL, _REQUIRED)
        id = d.pop("id", UNSET)

        slug = d.pop("slug", UNSET)

        name = d.pop("name", UNSET)

        try:

            def _parse_model(data: object) -> None | str | Unset:
                if data is None:
                    return data
                if isinstance(data, Unset):
                    return data
                return cast(None | str | Unset, data)

            model = _parse_model(d.pop("model", UNSET))

        except _UNREADABLE as _error:
            model = UNSET
            d["model"] = src_dict["model"]
            _warn_unread("SummarizationSettingsTemplate", "model", _error)

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
            _warn_unread("SummarizationSettingsTemplate", "prompt", _error)

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
            _warn_unread("SummarizationSettingsTemplate", "temperature", _error)

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
            _warn_unread("SummarizationSettingsTemplate", "limit_token_usage", _error)

        created = d.pop("created", UNSET)

        updated = d.pop("updated", UNSET)

        summarization_settings_template = cls(
            id=id,
            slug=slug,
            name=name,
            model=model,
            prompt=prompt,
            temperature=temperature,
            limit_token_usage=limit_token_usage,
            created=created,
            updated=updated,
        )

        summarization_settings_template.additional_properties = d
        return summarization_settings_template

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
