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
        id = self.id

        key = self.key

        name = self.name

        organization_id = self.organization_id

        permissions: dict[str, Any] | None | Unset
        if isinstance(self.permissions, Unset):
            permissions = UNSET
        elif isinstance(self.permissions, Permissions):
            permissions = self.permissions.to_dict()
        else:
            permissions = self.permissions

        members_count = self.members_count

        created = self.created

        updated = self.updated

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if id is not UNSET:
            field_dict["id"] = id
        if key is not UNSET:
            field_dict["key"] = key
        if name is not UNSET:
            field_dict["name"] = name
        if organization_id is not UNSET:
            field_dict["organization_id"] = organization_id
        if permissions is not UNSET:
            field_dict["permissions"] = permissions
        if members_count is not UNSET:
            field_dict["members_count"] = members_count
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

        if (key := d.pop("key", UNSET)) is None:
            key = UNSET
        self.key = key

        if (name := d.pop("name", UNSET)) is None:
            name = UNSET
        self.name = name

        if (organization_id := d.pop("organization_id", UNSET)) is None:
            organization_id = UNSET
        self.organization_id = organization_id

        try:
            _permissions = d.pop("permissions", UNSET)
            permissions: None | Permissions | Unset
            if _permissions is None or _permissions is UNSET:
                permissions = _permissions
            else:
                permissions_type_1 = Permissions.from_dict(_permissions)

                permissions = permissions_type_1

        except _UNREADABLE as _error:
            permissions = UNSET
            d["permissions"] = src_dict["permissions"]
            _warn_unread("Role", "permissions", _error)
        self.permissions = permissions

        if (members_count := d.pop("members_count", UNSET)) is None:
            members_count = UNSET
        self.members_count = members_count

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


# At the end, because models may hold one another.
from ..models.permissions import Permissions
