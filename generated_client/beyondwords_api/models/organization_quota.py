from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNREADABLE as _UNREADABLE
from ..types import UNSET, Unset
from ..types import copy_of as _copy_of
from ..types import model_repr as _model_repr
from ..types import warn_unread as _warn_unread

T = TypeVar("T", bound="OrganizationQuota")


_OPTIONAL: frozenset[str] = frozenset(
    (
        "type",
        "interval",
        "limit",
        "content_overage_enabled",
        "remaining",
        "used",
        "start",
    )
)
_REQUIRED: frozenset[str] = frozenset()


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
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

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
        d = _copy_of(src_dict, _OPTIONAL, _REQUIRED)
        type_ = d.pop("type", UNSET)

        interval = d.pop("interval", UNSET)

        limit = d.pop("limit", UNSET)

        content_overage_enabled = d.pop("content_overage_enabled", UNSET)

        try:

            def _parse_content_overage_limit(data: object) -> int | None | Unset:
                if data is None:
                    return data
                if isinstance(data, Unset):
                    return data
                return cast(int | None | Unset, data)

            content_overage_limit = _parse_content_overage_limit(
                d.pop("content_overage_limit", UNSET)
            )

        except _UNREADABLE as _error:
            content_overage_limit = UNSET
            d["content_overage_limit"] = src_dict["content_overage_limit"]
            _warn_unread("OrganizationQuota", "content_overage_limit", _error)

        remaining = d.pop("remaining", UNSET)

        used = d.pop("used", UNSET)

        start = d.pop("start", UNSET)

        try:

            def _parse_end(data: object) -> None | str | Unset:
                if data is None:
                    return data
                if isinstance(data, Unset):
                    return data
                return cast(None | str | Unset, data)

            end = _parse_end(d.pop("end", UNSET))

        except _UNREADABLE as _error:
            end = UNSET
            d["end"] = src_dict["end"]
            _warn_unread("OrganizationQuota", "end", _error)

        organization_quota = cls(
            type_=type_,
            interval=interval,
            limit=limit,
            content_overage_enabled=content_overage_enabled,
            content_overage_limit=content_overage_limit,
            remaining=remaining,
            used=used,
            start=start,
            end=end,
        )

        organization_quota.additional_properties = d
        return organization_quota

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
