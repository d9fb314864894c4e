from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset
from ..types import copy_of as _copy_of
from ..types import model_repr as _model_repr

T = TypeVar("T", bound="OrganizationQuota")


@_attrs_define(repr=False)
class OrganizationQuota:
    """How much may be used, and what was."""

    type_: str | Unset = UNSET
    interval: str | Unset = UNSET
    limit: int | Unset = UNSET
    content_overage_enabled: bool | Unset = UNSET
    content_overage_limit: int | None | Unset = UNSET
    remaining: float | Unset = UNSET
    used: float | Unset = UNSET
    start: str | Unset = UNSET
    end: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(factory=dict, kw_only=True)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_

        interval = self.interval

        limit = self.limit

        content_overage_enabled = self.content_overage_enabled

        content_overage_limit: int | None | Unset
        if isinstance(self.content_overage_limit, Unset):
            content_overage_limit = UNSET
        else:
            content_overage_limit = self.content_overage_limit

        remaining = self.remaining

        used = self.used

        start = self.start

        end: None | str | Unset
        if isinstance(self.end, Unset):
            end = UNSET
        else:
            end = self.end

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if type_ is not UNSET:
            field_dict["type"] = type_
        if interval is not UNSET:
            field_dict["interval"] = interval
        if limit is not UNSET:
            field_dict["limit"] = limit
        if content_overage_enabled is not UNSET:
            field_dict["content_overage_enabled"] = content_overage_enabled
        if content_overage_limit is not UNSET:
            field_dict["content_overage_limit"] = content_overage_limit
        if remaining is not UNSET:
            field_dict["remaining"] = remaining
        if used is not UNSET:
            field_dict["used"] = used
        if start is not UNSET:
            field_dict["start"] = start
        if end is not UNSET:
            field_dict["end"] = end

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        d = {**src_dict} if type(src_dict) is dict else _copy_of(src_dict)
        if (type_ := d.pop("type", UNSET)) is None:
            type_ = UNSET
        self.type_ = type_

        if (interval := d.pop("interval", UNSET)) is None:
            interval = UNSET
        self.interval = interval

        if (limit := d.pop("limit", UNSET)) is None:
            limit = UNSET
        self.limit = limit

        if (content_overage_enabled := d.pop("content_overage_enabled", UNSET)) is None:
            content_overage_enabled = UNSET
        self.content_overage_enabled = content_overage_enabled

        content_overage_limit = d.pop("content_overage_limit", UNSET)
        self.content_overage_limit = content_overage_limit

        if (remaining := d.pop("remaining", UNSET)) is None:
            remaining = UNSET
        self.remaining = remaining

        if (used := d.pop("used", UNSET)) is None:
            used = UNSET
        self.used = used

        if (start := d.pop("start", UNSET)) is None:
            start = UNSET
        self.start = start

        end = d.pop("end", UNSET)
        self.end = end

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
