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

T = TypeVar("T", bound="Webhook")


@_attrs_define(repr=False)
class Webhook:
    """A URL that the API calls when audio is ready, failed or was deleted. Its fields are inferred from the request.

    Examples:
        {'id': 15, 'url': 'https://hooks.example.org/beyondwords', 'headers': {'Authorization': 'Bearer made-up'},
            'enabled': True}

    """

    id: int | Unset = UNSET
    url: str | Unset = UNSET
    headers: HttpHeaders | Unset = UNSET
    """ HTTP headers by their names. """
    enabled: bool | Unset = UNSET
    created: str | Unset = UNSET
    """ When it was created, ISO 8601 or `2023-01-01 00:00:00 UTC`. """
    updated: str | Unset = UNSET
    """ When it was last changed, in the same form. """
    additional_properties: dict[str, Any] = _attrs_field(factory=dict, kw_only=True)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        url = self.url

        headers: dict[str, Any] | Unset = UNSET
        if not isinstance(self.headers, Unset):
            headers = self.headers.to_dict()

        enabled = self.enabled

        created = self.created

        updated = self.updated

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if id is not UNSET:
            field_dict["id"] = id
        if url is not UNSET:
            field_dict["url"] = url
        if headers is not UNSET:
            field_dict["headers"] = headers
        if enabled is not UNSET:
            field_dict["enabled"] = enabled
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

        if (url := d.pop("url", UNSET)) is None:
            url = UNSET
        self.url = url

        try:
            _headers = d.pop("headers", UNSET)
            headers: HttpHeaders | Unset = UNSET
            if _headers is not UNSET and _headers is not None:
                headers = HttpHeaders.from_dict(_headers)

        except _UNREADABLE as _error:
            headers = UNSET
            d["headers"] = src_dict["headers"]
            _warn_unread("Webhook", "headers", _error)
        self.headers = headers

        if (enabled := d.pop("enabled", UNSET)) is None:
            enabled = UNSET
        self.enabled = enabled

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
from ..models.http_headers import HttpHeaders
