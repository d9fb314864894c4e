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

T = TypeVar("T", bound="RoleReference")


@_attrs_define(repr=False)
class RoleReference:
    """The role of a member."""

    id: int | Unset = UNSET
    name: str | Unset = UNSET
    key: str | Unset = UNSET
    permissions: None | Permissions | Unset = UNSET
    """ `permissions` in the API's description. """
    additional_properties: dict[str, Any] = _attrs_field(factory=dict, kw_only=True)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        _values: dict[str, Any] = {}
        _values.update(self.additional_properties)
        if self.id is not UNSET:
            _values["id"] = self.id
        if self.name is not UNSET:
            _values["name"] = self.name
        if self.key is not UNSET:
            _values["key"] = self.key
        permissions: dict[str, Any] | None | Unset
        if isinstance(self.permissions, Unset):
            permissions = UNSET
        elif isinstance(self.permissions, Permissions):
            permissions = self.permissions.to_dict()
        else:
            permissions = self.permissions
        if permissions is not UNSET:
            _values["permissions"] = permissions

        return _values

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        _values = {**src_dict} if type(src_dict) is dict else _copy_of(src_dict)
        if (id := _values.pop("id", UNSET)) is None:
            id = UNSET
        self.id = id

        if (name := _values.pop("name", UNSET)) is None:
            name = UNSET
        self.name = name

        if (key := _values.pop("key", UNSET)) is None:
            key = UNSET
        self.key = key

        try:
            _raw_permissions = _values.pop("permissions", UNSET)
            permissions: None | Permissions | Unset
            if _raw_permissions is None or _raw_permissions is UNSET:
                permissions = _raw_permissions
            else:
                permissions_type_1 = Permissions.from_dict(_raw_permissions)

                permissions = permissions_type_1

        except _UNREADABLE as _error:
            permissions = UNSET
            _values["permissions"] = src_dict["permissions"]
            _warn_unread("RoleReference", "permissions", _error)
        self.permissions = permissions

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
from ..models.permissions import Permissions
