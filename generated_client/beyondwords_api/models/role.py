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

T = TypeVar("T", bound="Role")


@_attrs_define(repr=False)
class Role:
    """What members may do.

    Examples:
        {'id': 2, 'key': 'editor', 'name': 'Editor', 'permissions': {'content_view': {'enabled': True}},
            'members_count': 4}

    """

    id: int | Unset = UNSET
    key: str | Unset = UNSET
    name: str | Unset = UNSET
    organization_id: int | Unset = UNSET
    permissions: None | Permissions | Unset = UNSET
    """ By the name of the permission. """
    members_count: int | Unset = UNSET
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
        if self.key is not UNSET:
            _values["key"] = self.key
        if self.name is not UNSET:
            _values["name"] = self.name
        if self.organization_id is not UNSET:
            _values["organization_id"] = self.organization_id
        permissions: dict[str, Any] | None | Unset
        if isinstance(self.permissions, Unset):
            permissions = UNSET
        elif isinstance(self.permissions, Permissions):
            permissions = self.permissions.to_dict()
        else:
            permissions = self.permissions
        if permissions is not UNSET:
            _values["permissions"] = permissions
        if self.members_count is not UNSET:
            _values["members_count"] = self.members_count
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

        if (key := _values.pop("key", UNSET)) is None:
            key = UNSET
        self.key = key

        if (name := _values.pop("name", UNSET)) is None:
            name = UNSET
        self.name = name

        if (organization_id := _values.pop("organization_id", UNSET)) is None:
            organization_id = UNSET
        self.organization_id = organization_id

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
            _warn_unread("Role", "permissions", _error)
        self.permissions = permissions

        if (members_count := _values.pop("members_count", UNSET)) is None:
            members_count = UNSET
        self.members_count = members_count

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


# At the end, because models may hold one another.
from ..models.permissions import Permissions
