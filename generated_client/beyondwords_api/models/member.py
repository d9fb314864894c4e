from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNREADABLE as _UNREADABLE
from ..types import UNSET, Unset
from ..types import copy_of as _copy_of
from ..types import model_repr as _model_repr
from ..types import parse_timestamp as _parse_timestamp
from ..types import warn_unread as _warn_unread

T = TypeVar("T", bound="Member")


@_attrs_define(repr=False)
class Member:
    """A member of the organization.

    Examples:
        {'id': 51, 'first_name': 'Ada', 'last_name': 'Byrne', 'email': 'ada@example.org', 'role': {'id': 2, 'name':
            'Editor', 'key': 'editor'}}

    """

    id: int | Unset = UNSET
    first_name: str | Unset = UNSET
    last_name: None | str | Unset = UNSET
    email: str | Unset = UNSET
    role: None | RoleReference | Unset = UNSET
    """ `role` in the API's description. """
    email_confirmed: bool | Unset = UNSET
    marketing_subscribed: bool | Unset = UNSET
    notifications_billing_enabled: bool | None | Unset = UNSET
    pending: bool | Unset = UNSET
    """ Whether the invitation is still open; only in the vendor's example. """
    avatar_url: None | str | Unset = UNSET
    signup_origin: str | Unset = UNSET
    """ `default` or `google`. """
    created: datetime.datetime | Unset = UNSET
    """ When it was created. """
    updated: datetime.datetime | Unset = UNSET
    """ When it was last changed. """
    additional_properties: dict[str, Any] = _attrs_field(factory=dict, kw_only=True)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        _values: dict[str, Any] = {}
        _values.update(self.additional_properties)
        if self.id is not UNSET:
            _values["id"] = self.id
        if self.first_name is not UNSET:
            _values["first_name"] = self.first_name
        last_name: None | str | Unset
        if isinstance(self.last_name, Unset):
            last_name = UNSET
        else:
            last_name = self.last_name
        if last_name is not UNSET:
            _values["last_name"] = last_name
        if self.email is not UNSET:
            _values["email"] = self.email
        role: dict[str, Any] | None | Unset
        if isinstance(self.role, Unset):
            role = UNSET
        elif isinstance(self.role, RoleReference):
            role = self.role.to_dict()
        else:
            role = self.role
        if role is not UNSET:
            _values["role"] = role
        if self.email_confirmed is not UNSET:
            _values["email_confirmed"] = self.email_confirmed
        if self.marketing_subscribed is not UNSET:
            _values["marketing_subscribed"] = self.marketing_subscribed
        notifications_billing_enabled: bool | None | Unset
        if isinstance(self.notifications_billing_enabled, Unset):
            notifications_billing_enabled = UNSET
        else:
            notifications_billing_enabled = self.notifications_billing_enabled
        if notifications_billing_enabled is not UNSET:
            _values["notifications_billing_enabled"] = notifications_billing_enabled
        if self.pending is not UNSET:
            _values["pending"] = self.pending
        avatar_url: None | str | Unset
        if isinstance(self.avatar_url, Unset):
            avatar_url = UNSET
        else:
            avatar_url = self.avatar_url
        if avatar_url is not UNSET:
            _values["avatar_url"] = avatar_url
        if self.signup_origin is not UNSET:
            _values["signup_origin"] = self.signup_origin
        created: str | Unset = UNSET
        if not isinstance(self.created, Unset):
            created = self.created.isoformat()
        if created is not UNSET:
            _values["created"] = created
        updated: str | Unset = UNSET
        if not isinstance(self.updated, Unset):
            updated = self.updated.isoformat()
        if updated is not UNSET:
            _values["updated"] = updated

        return _values

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        _values = {**src_dict} if type(src_dict) is dict else _copy_of(src_dict)
        if (id := _values.pop("id", UNSET)) is None:
            id = UNSET
        self.id = id

        if (first_name := _values.pop("first_name", UNSET)) is None:
            first_name = UNSET
        self.first_name = first_name

        last_name = _values.pop("last_name", UNSET)
        self.last_name = last_name

        if (email := _values.pop("email", UNSET)) is None:
            email = UNSET
        self.email = email

        try:
            _raw_role = _values.pop("role", UNSET)
            role: None | RoleReference | Unset
            if _raw_role is None or _raw_role is UNSET:
                role = _raw_role
            else:
                role_type_1 = RoleReference.from_dict(_raw_role)

                role = role_type_1

        except _UNREADABLE as _error:
            role = UNSET
            _values["role"] = src_dict["role"]
            _warn_unread("Member", "role", _error)
        self.role = role

        if (email_confirmed := _values.pop("email_confirmed", UNSET)) is None:
            email_confirmed = UNSET
        self.email_confirmed = email_confirmed

        if (marketing_subscribed := _values.pop("marketing_subscribed", UNSET)) is None:
            marketing_subscribed = UNSET
        self.marketing_subscribed = marketing_subscribed

        notifications_billing_enabled = _values.pop(
            "notifications_billing_enabled", UNSET
        )
        self.notifications_billing_enabled = notifications_billing_enabled

        if (pending := _values.pop("pending", UNSET)) is None:
            pending = UNSET
        self.pending = pending

        avatar_url = _values.pop("avatar_url", UNSET)
        self.avatar_url = avatar_url

        if (signup_origin := _values.pop("signup_origin", UNSET)) is None:
            signup_origin = UNSET
        self.signup_origin = signup_origin

        try:
            _raw_created = _values.pop("created", UNSET)
            created: datetime.datetime | Unset = UNSET
            if _raw_created is not UNSET and _raw_created is not None:
                created = _parse_timestamp(_raw_created)

        except _UNREADABLE as _error:
            created = UNSET
            _values["created"] = src_dict["created"]
            _warn_unread("Member", "created", _error)
        self.created = created

        try:
            _raw_updated = _values.pop("updated", UNSET)
            updated: datetime.datetime | Unset = UNSET
            if _raw_updated is not UNSET and _raw_updated is not None:
                updated = _parse_timestamp(_raw_updated)

        except _UNREADABLE as _error:
            updated = UNSET
            _values["updated"] = src_dict["updated"]
            _warn_unread("Member", "updated", _error)
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
from ..models.role_reference import RoleReference
