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

T = TypeVar("T", bound="WebhookUpdate")


@_attrs_define(repr=False)
class WebhookUpdate:
    """Changes of a webhook.

    Examples:
        {'enabled': False}

    """

    url: str | Unset = UNSET
    """ HTTPS only. """
    headers: HttpHeaders | Unset = UNSET
    """ HTTP headers by their names. """
    enabled: bool | Unset = UNSET
    """ Default for a new webhook: true. """
    additional_properties: dict[str, Any] = _attrs_field(factory=dict, kw_only=True)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        _values: dict[str, Any] = {}
        _values.update(self.additional_properties)
        if self.url is not UNSET:
            _values["url"] = self.url
        headers: dict[str, Any] | Unset = UNSET
        if not isinstance(self.headers, Unset):
            headers = self.headers.to_dict()
        if headers is not UNSET:
            _values["headers"] = headers
        if self.enabled is not UNSET:
            _values["enabled"] = self.enabled

        return _values

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        _values = {**src_dict} if type(src_dict) is dict else _copy_of(src_dict)
        if (url := _values.pop("url", UNSET)) is None:
            url = UNSET
        self.url = url

        try:
            _raw_headers = _values.pop("headers", UNSET)
            headers: HttpHeaders | Unset = UNSET
            if _raw_headers is not UNSET and _raw_headers is not None:
                headers = HttpHeaders.from_dict(_raw_headers)

        except _UNREADABLE as _error:
            headers = UNSET
            _values["headers"] = src_dict["headers"]
            _warn_unread("WebhookUpdate", "headers", _error)
        self.headers = headers

        if (enabled := _values.pop("enabled", UNSET)) is None:
            enabled = UNSET
        self.enabled = enabled

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
from ..models.http_headers import HttpHeaders
