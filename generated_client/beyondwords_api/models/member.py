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
        id = self.id

        first_name = self.first_name

        last_name: None | str | Unset
        if isinstance(self.last_name, Unset):
            last_name = UNSET
        else:
            last_name = self.last_name

        email = self.email

        role: dict[str, Any] | None | Unset
        if isinstance(self.role, Unset):
            role = UNSET
        elif isinstance(self.role, RoleReference):
            role = self.role.to_dict()
        else:
            role = self.role

        email_confirmed = self.email_confirmed

        marketing_subscribed = self.marketing_subscribed

        notifications_billing_enabled: bool | None | Unset
        if isinstance(self.notifications_billing_enabled, Unset):
            notifications_billing_enabled = UNSET
        else:
            notifications_billing_enabled = self.notifications_billing_enabled

        pending = self.pending

        avatar_url: None | str | Unset
        if isinstance(self.avatar_url, Unset):
            avatar_url = UNSET
        else:
            avatar_url = self.avatar_url

        signup_origin = self.signup_origin

        created: str | Unset = UNSET
        if not isinstance(self.created, Unset):
            created = self.created.isoformat()

        updated: str | Unset = UNSET
        if not isinstance(self.updated, Unset):
            updated = self.updated.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if id is not UNSET:
            field_dict["id"] = id
        if first_name is not UNSET:
            field_dict["first_name"] = first_name
        if last_name is not UNSET:
            field_dict["last_name"] = last_name
        if email is not UNSET:
            field_dict["email"] = email
        if role is not UNSET:
            field_dict["role"] = role
        if email_confirmed is not UNSET:
            field_dict["email_confirmed"] = email_confirmed
        if marketing_subscribed is not UNSET:
            field_dict["marketing_subscribed"] = marketing_subscribed
        if notifications_billing_enabled is not UNSET:
            field_dict["notifications_billing_enabled"] = notifications_billing_enabled
        if pending is not UNSET:
            field_dict["pending"] = pending
        if avatar_url is not UNSET:
            field_dict["avatar_url"] = avatar_url
        if signup_origin is not UNSET:
            field_dict["signup_origin"] = signup_origin
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

        if (first_name := d.pop("first_name", UNSET)) is None:
            first_name = UNSET
        self.first_name = first_name

        last_name = d.pop("last_name", UNSET)
        self.last_name = last_name

        if (email := d.pop("email", UNSET)) is None:
            email = UNSET
        self.email = email

        try:
            _role = d.pop("role", UNSET)
            role: None | RoleReference | Unset
            if _role is None or _role is UNSET:
                role = _role
            else:
                role_type_1 = RoleReference.from_dict(_role)

                role = role_type_1

        except _UNREADABLE as _error:
            role = UNSET
            d["role"] = src_dict["role"]
            _warn_unread("Member", "role", _error)
        self.role = role

        if (email_confirmed := d.pop("email_confirmed", UNSET)) is None:
            email_confirmed = UNSET
        self.email_confirmed = email_confirmed

        if (marketing_subscribed := d.pop("marketing_subscribed", UNSET)) is None:
            marketing_subscribed = UNSET
        self.marketing_subscribed = marketing_subscribed

        notifications_billing_enabled = d.pop("notifications_billing_enabled", UNSET)
        self.notifications_billing_enabled = notifications_billing_enabled

        if (pending := d.pop("pending", UNSET)) is None:
            pending = UNSET
        self.pending = pending

        avatar_url = d.pop("avatar_url", UNSET)
        self.avatar_url = avatar_url

        if (signup_origin := d.pop("signup_origin", UNSET)) is None:
            signup_origin = UNSET
        self.signup_origin = signup_origin

        try:
            _created = d.pop("created", UNSET)
            created: datetime.datetime | Unset = UNSET
            if _created is not UNSET and _created is not None:
                created = _parse_timestamp(_created)

        except _UNREADABLE as _error:
            created = UNSET
            d["created"] = src_dict["created"]
            _warn_unread("Member", "created", _error)
        self.created = created

        try:
            _updated = d.pop("updated", UNSET)
            updated: datetime.datetime | Unset = UNSET
            if _updated is not UNSET and _updated is not None:
                updated = _parse_timestamp(_updated)

        except _UNREADABLE as _error:
            updated = UNSET
            d["updated"] = src_dict["updated"]
            _warn_unread("Member", "updated", _error)
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
from ..models.role_reference import RoleReference
