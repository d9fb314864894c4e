from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset
from ..types import copy_of as _copy_of
from ..types import model_repr as _model_repr

T = TypeVar("T", bound="PlayerTheme")


@_attrs_define(repr=False)
class PlayerTheme:
    """Colors of a player."""

    text_color: str | Unset = UNSET
    background_color: str | Unset = UNSET
    icon_color: str | Unset = UNSET
    highlight_color: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(factory=dict, kw_only=True)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        _values: dict[str, Any] = {}
        _values.update(self.additional_properties)
        if self.text_color is not UNSET:
            _values["text_color"] = self.text_color
        if self.background_color is not UNSET:
            _values["background_color"] = self.background_color
        if self.icon_color is not UNSET:
            _values["icon_color"] = self.icon_color
        if self.highlight_color is not UNSET:
            _values["highlight_color"] = self.highlight_color

        return _values

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        _values = {**src_dict} if type(src_dict) is dict else _copy_of(src_dict)
        if (text_color := _values.pop("text_color", UNSET)) is None:
            text_color = UNSET
        self.text_color = text_color

        if (background_color := _values.pop("background_color", UNSET)) is None:
            background_color = UNSET
        self.background_color = background_color

        if (icon_color := _values.pop("icon_color", UNSET)) is None:
            icon_color = UNSET
        self.icon_color = icon_color

        if (highlight_color := _values.pop("highlight_color", UNSET)) is None:
            highlight_color = UNSET
        self.highlight_color = highlight_color

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
