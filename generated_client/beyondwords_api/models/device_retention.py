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
        total: list[int] | Unset = UNSET
        if not isinstance(self.total, Unset):
            total = self.total

        desktop: list[int] | Unset = UNSET
        if not isinstance(self.desktop, Unset):
            desktop = self.desktop

        tablet: list[int] | Unset = UNSET
        if not isinstance(self.tablet, Unset):
            tablet = self.tablet

        mobile_web: list[int] | Unset = UNSET
        if not isinstance(self.mobile_web, Unset):
            mobile_web = self.mobile_web

        ios: list[int] | Unset = UNSET
        if not isinstance(self.ios, Unset):
            ios = self.ios

        android: list[int] | Unset = UNSET
        if not isinstance(self.android, Unset):
            android = self.android

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if total is not UNSET:
            field_dict["total"] = total
        if desktop is not UNSET:
            field_dict["desktop"] = desktop
        if tablet is not UNSET:
            field_dict["tablet"] = tablet
        if mobile_web is not UNSET:
            field_dict["mobile_web"] = mobile_web
        if ios is not UNSET:
            field_dict["ios"] = ios
        if android is not UNSET:
            field_dict["android"] = android

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        d = {**src_dict} if type(src_dict) is dict else _copy_of(src_dict)
        try:
            _total = d.pop("total", UNSET)
            total: list[int] | Unset = UNSET
            if _total is not UNSET and _total is not None:
                total = _list_of(_total)

        except _UNREADABLE as _error:
            total = UNSET
            d["total"] = src_dict["total"]
            _warn_unread("DeviceRetention", "total", _error)
        self.total = total

        try:
            _desktop = d.pop("desktop", UNSET)
            desktop: list[int] | Unset = UNSET
            if _desktop is not UNSET and _desktop is not None:
                desktop = _list_of(_desktop)

        except _UNREADABLE as _error:
            desktop = UNSET
            d["desktop"] = src_dict["desktop"]
            _warn_unread("DeviceRetention", "desktop", _error)
        self.desktop = desktop

        try:
            _tablet = d.pop("tablet", UNSET)
            tablet: list[int] | Unset = UNSET
            if _tablet is not UNSET and _tablet is not None:
                tablet = _list_of(_tablet)

        except _UNREADABLE as _error:
            tablet = UNSET
            d["tablet"] = src_dict["tablet"]
            _warn_unread("DeviceRetention", "tablet", _error)
        self.tablet = tablet

        try:
            _mobile_web = d.pop("mobile_web", UNSET)
            mobile_web: list[int] | Unset = UNSET
            if _mobile_web is not UNSET and _mobile_web is not None:
                mobile_web = _list_of(_mobile_web)

        except _UNREADABLE as _error:
            mobile_web = UNSET
            d["mobile_web"] = src_dict["mobile_web"]
            _warn_unread("DeviceRetention", "mobile_web", _error)
        self.mobile_web = mobile_web

        try:
            _ios = d.pop("ios", UNSET)
            ios: list[int] | Unset = UNSET
            if _ios is not UNSET and _ios is not None:
                ios = _list_of(_ios)

        except _UNREADABLE as _error:
            ios = UNSET
            d["ios"] = src_dict["ios"]
            _warn_unread("DeviceRetention", "ios", _error)
        self.ios = ios

        try:
            _android = d.pop("android", UNSET)
            android: list[int] | Unset = UNSET
            if _android is not UNSET and _android is not None:
                android = _list_of(_android)

        except _UNREADABLE as _error:
            android = UNSET
            d["android"] = src_dict["android"]
            _warn_unread("DeviceRetention", "android", _error)
        self.android = android

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
