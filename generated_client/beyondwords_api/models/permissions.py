from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNREADABLE as _UNREADABLE
from ..types import copy_of as _copy_of
from ..types import model_repr as _model_repr
from ..types import unreadable as _unreadable

T = TypeVar("T", bound="Permissions")


@_attrs_define(repr=False)
class Permissions:
    """Permissions by their names."""

    additional_properties: dict[str, Permission] = _attrs_field(
        factory=dict, kw_only=True
    )

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        _values: dict[str, Any] = {}
        for _name, _value in self.additional_properties.items():
            _values[_name] = _value.to_dict()

        return _values

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        _values = {**src_dict} if type(src_dict) is dict else _copy_of(src_dict)
        _additional_properties = {}
        for _name, _value in _values.items():
            try:
                additional_property = Permission.from_dict(_value)

            except _UNREADABLE as _error:
                raise _unreadable(f".{_name}", _value, "Permission", _error) from None
            _additional_properties[_name] = additional_property

        self.additional_properties = _additional_properties
        return self

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Permission:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Permission) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties


# At the end, because models may hold one another.
from ..models.permission import Permission
