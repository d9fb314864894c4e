from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset
from ..types import copy_of as _copy_of
from ..types import model_repr as _model_repr

T = TypeVar("T", bound="DeviceFigures")


@_attrs_define(repr=False)
class DeviceFigures:
    """A figure for all devices and for each kind of device."""

    total: float | Unset = UNSET
    desktop: float | Unset = UNSET
    tablet: float | Unset = UNSET
    mobile_web: float | Unset = UNSET
    ios: float | Unset = UNSET
    android: float | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(factory=dict, kw_only=True)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        _values: dict[str, Any] = {}
        _values.update(self.additional_properties)
        if self.total is not UNSET:
            _values["total"] = self.total
        if self.desktop is not UNSET:
            _values["desktop"] = self.desktop
        if self.tablet is not UNSET:
            _values["tablet"] = self.tablet
        if self.mobile_web is not UNSET:
            _values["mobile_web"] = self.mobile_web
        if self.ios is not UNSET:
            _values["ios"] = self.ios
        if self.android is not UNSET:
            _values["android"] = self.android

        return _values

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        _values = {**src_dict} if type(src_dict) is dict else _copy_of(src_dict)
        if (total := _values.pop("total", UNSET)) is None:
            total = UNSET
        self.total = total

        if (desktop := _values.pop("desktop", UNSET)) is None:
            desktop = UNSET
        self.desktop = desktop

        if (tablet := _values.pop("tablet", UNSET)) is None:
            tablet = UNSET
        self.tablet = tablet

        if (mobile_web := _values.pop("mobile_web", UNSET)) is None:
            mobile_web = UNSET
        self.mobile_web = mobile_web

        if (ios := _values.pop("ios", UNSET)) is None:
            ios = UNSET
        self.ios = ios

        if (android := _values.pop("android", UNSET)) is None:
            android = UNSET
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
