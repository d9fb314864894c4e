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

T = TypeVar("T", bound="AccessTierUpdate")


_OPTIONAL: frozenset[str] = frozenset(
    (
        "name",
        "ads_enabled",
    )
)
_REQUIRED: frozenset[str] = frozenset()


@_attrs_define(repr=False)
class AccessTierUpdate:
    """Changes of an access tier.

    Example:
        {'ads_enabled': False}

    """

    name: str | Unset = UNSET
    segment_limit: int | None | Unset = UNSET
    """ How many segments may be played; null for all. """
    ads_enabled: bool | Unset = UNSET
    intro_url: None | str | Unset = UNSET
    outro_url: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        segment_limit: int | None | Unset
        if isinstance(self.segment_limit, Unset):
            segment_limit = UNSET
        else:
            segment_limit = self.segment_limit

        ads_enabled = self.ads_enabled

        intro_url: None | str | Unset
        if isinstance(self.intro_url, Unset):
            intro_url = UNSET
        else:
            intro_url = self.intro_url

        outro_url: None | str | Unset
        if isinstance(self.outro_url, Unset):
            outro_url = UNSET
        else:
            outro_url = self.outro_url

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if name is not UNSET:
            field_dict["name"] = name
        if segment_limit is not UNSET:
            field_dict["segment_limit"] = segment_limit
        if ads_enabled is not UNSET:
            field_dict["ads_enabled"] = ads_enabled
        if intro_url is not UNSET:
            field_dict["intro_url"] = intro_url
        if outro_url is not UNSET:
            field_dict["outro_url"] = outro_url

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = _copy_of(src_dict, _OPTIONAL, _REQUIRED)
        name = d.pop("name", UNSET)

        try:

            def _parse_segment_limit(data: object) -> int | None | Unset:
                if data is None:
                    return data
                if isinstance(data, Unset):
                    return data
                return cast(int | None | Unset, data)

            segment_limit = _parse_segment_limit(d.pop("segment_limit", UNSET))

        except _UNREADABLE as _error:
            segment_limit = UNSET
            d["segment_limit"] = src_dict["segment_limit"]
            _warn_unread("AccessTierUpdate", "segment_limit", _error)

        ads_enabled = d.pop("ads_enabled", UNSET)

        try:

            def _parse_intro_url(data: object) -> None | str | Unset:
                if data is None:
                    return data
                if isinstance(data, Unset):
                    return data
                return cast(None | str | Unset, data)

            intro_url = _parse_intro_url(d.pop("intro_url", UNSET))

        except _UNREADABLE as _error:
            intro_url = UNSET
            d["intro_url"] = src_dict["intro_url"]
            _warn_unread("AccessTierUpdate", "intro_url", _error)

        try:

            def _parse_outro_url(data: object) -> None | str | Unset:
                if data is None:
                    return data
                if isinstance(data, Unset):
                    return data
                return cast(None | str | Unset, data)

            outro_url = _parse_outro_url(d.pop("outro_url", UNSET))

        except _UNREADABLE as _error:
            outro_url = UNSET
            d["outro_url"] = src_dict["outro_url"]
            _warn_unread("AccessTierUpdate", "outro_url", _error)

        access_tier_update = cls(
            name=name,
            segment_limit=segment_limit,
            ads_enabled=ads_enabled,
            intro_url=intro_url,
            outro_url=outro_url,
        )

        access_tier_update.additional_properties = d
        return access_tier_update

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
