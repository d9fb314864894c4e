from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset
from ..types import copy_of as _copy_of
from ..types import model_repr as _model_repr

T = TypeVar("T", bound="AccessTierUpdate")


@_attrs_define(repr=False)
class AccessTierUpdate:
    """Changes of an access tier.

    Examples:
        {'ads_enabled': False}

    """

    name: str | Unset = UNSET
    segment_limit: int | None | Unset = UNSET
    """ How many segments may be played; null for all. """
    ads_enabled: bool | Unset = UNSET
    intro_url: None | str | Unset = UNSET
    outro_url: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(factory=dict, kw_only=True)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        _values: dict[str, Any] = {}
        _values.update(self.additional_properties)
        if self.name is not UNSET:
            _values["name"] = self.name
        segment_limit: int | None | Unset
        if isinstance(self.segment_limit, Unset):
            segment_limit = UNSET
        else:
            segment_limit = self.segment_limit
        if segment_limit is not UNSET:
            _values["segment_limit"] = segment_limit
        if self.ads_enabled is not UNSET:
            _values["ads_enabled"] = self.ads_enabled
        intro_url: None | str | Unset
        if isinstance(self.intro_url, Unset):
            intro_url = UNSET
        else:
            intro_url = self.intro_url
        if intro_url is not UNSET:
            _values["intro_url"] = intro_url
        outro_url: None | str | Unset
        if isinstance(self.outro_url, Unset):
            outro_url = UNSET
        else:
            outro_url = self.outro_url
        if outro_url is not UNSET:
            _values["outro_url"] = outro_url

        return _values

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        _values = {**src_dict} if type(src_dict) is dict else _copy_of(src_dict)
        if (name := _values.pop("name", UNSET)) is None:
            name = UNSET
        self.name = name

        segment_limit = _values.pop("segment_limit", UNSET)
        self.segment_limit = segment_limit

        if (ads_enabled := _values.pop("ads_enabled", UNSET)) is None:
            ads_enabled = UNSET
        self.ads_enabled = ads_enabled

        intro_url = _values.pop("intro_url", UNSET)
        self.intro_url = intro_url

        outro_url = _values.pop("outro_url", UNSET)
        self.outro_url = outro_url

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
