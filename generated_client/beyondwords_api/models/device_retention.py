from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNREADABLE as _UNREADABLE
from ..types import UNSET, Unset
from ..types import copy_of as _copy_of
from ..types import list_of as _list_of
from ..types import model_repr as _model_repr
from ..types import warn_unread as _warn_unread

T = TypeVar("T", bound="DeviceRetention")


@_attrs_define(repr=False)
class DeviceRetention:
    """A series of figures for all devices and for each kind of device."""

    total: list[int] | Unset = UNSET
    desktop: list[int] | Unset = UNSET
    tablet: list[int] | Unset = UNSET
    mobile_web: list[int] | Unset = UNSET
    ios: list[int] | Unset = UNSET
    android: list[int] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(factory=dict, kw_only=True)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        _values: dict[str, Any] = {}
        _values.update(self.additional_properties)
        total: list[int] | Unset = UNSET
        if not isinstance(self.total, Unset):
            total = self.total

        if total is not UNSET:
            _values["total"] = total
        desktop: list[int] | Unset = UNSET
        if not isinstance(self.desktop, Unset):
            desktop = self.desktop

        if desktop is not UNSET:
            _values["desktop"] = desktop
        tablet: list[int] | Unset = UNSET
        if not isinstance(self.tablet, Unset):
            tablet = self.tablet

        if tablet is not UNSET:
            _values["tablet"] = tablet
        mobile_web: list[int] | Unset = UNSET
        if not isinstance(self.mobile_web, Unset):
            mobile_web = self.mobile_web

        if mobile_web is not UNSET:
            _values["mobile_web"] = mobile_web
        ios: list[int] | Unset = UNSET
        if not isinstance(self.ios, Unset):
            ios = self.ios

        if ios is not UNSET:
            _values["ios"] = ios
        android: list[int] | Unset = UNSET
        if not isinstance(self.android, Unset):
            android = self.android

        if android is not UNSET:
            _values["android"] = android

        return _values

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        _values = {**src_dict} if type(src_dict) is dict else _copy_of(src_dict)
        try:
            _raw_total = _values.pop("total", UNSET)
            total: list[int] | Unset = UNSET
            if _raw_total is not UNSET and _raw_total is not None:
                total = _list_of(_raw_total)

        except _UNREADABLE as _error:
            total = UNSET
            _values["total"] = src_dict["total"]
            _warn_unread("DeviceRetention", "total", _error)
        self.total = total

        try:
            _raw_desktop = _values.pop("desktop", UNSET)
            desktop: list[int] | Unset = UNSET
            if _raw_desktop is not UNSET and _raw_desktop is not None:
                desktop = _list_of(_raw_desktop)

        except _UNREADABLE as _error:
            desktop = UNSET
            _values["desktop"] = src_dict["desktop"]
            _warn_unread("DeviceRetention", "desktop", _error)
        self.desktop = desktop

        try:
            _raw_tablet = _values.pop("tablet", UNSET)
            tablet: list[int] | Unset = UNSET
            if _raw_tablet is not UNSET and _raw_tablet is not None:
                tablet = _list_of(_raw_tablet)

        except _UNREADABLE as _error:
            tablet = UNSET
            _values["tablet"] = src_dict["tablet"]
            _warn_unread("DeviceRetention", "tablet", _error)
        self.tablet = tablet

        try:
            _raw_mobile_web = _values.pop("mobile_web", UNSET)
            mobile_web: list[int] | Unset = UNSET
            if _raw_mobile_web is not UNSET and _raw_mobile_web is not None:
                mobile_web = _list_of(_raw_mobile_web)

        except _UNREADABLE as _error:
            mobile_web = UNSET
            _values["mobile_web"] = src_dict["mobile_web"]
            _warn_unread("DeviceRetention", "mobile_web", _error)
        self.mobile_web = mobile_web

        try:
            _raw_ios = _values.pop("ios", UNSET)
            ios: list[int] | Unset = UNSET
            if _raw_ios is not UNSET and _raw_ios is not None:
                ios = _list_of(_raw_ios)

        except _UNREADABLE as _error:
            ios = UNSET
            _values["ios"] = src_dict["ios"]
            _warn_unread("DeviceRetention", "ios", _error)
        self.ios = ios

        try:
            _raw_android = _values.pop("android", UNSET)
            android: list[int] | Unset = UNSET
            if _raw_android is not UNSET and _raw_android is not None:
                android = _list_of(_raw_android)

        except _UNREADABLE as _error:
            android = UNSET
            _values["android"] = src_dict["android"]
            _warn_unread("DeviceRetention", "android", _error)
        self.android = android

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
