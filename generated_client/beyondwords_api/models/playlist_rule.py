from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNREADABLE as _UNREADABLE
from ..types import UNSET, Unset
from ..types import copy_of as _copy_of
from ..types import model_repr as _model_repr
from ..types import models_of as _models_of
from ..types import warn_unread as _warn_unread

T = TypeVar("T", bound="PlaylistRule")


@_attrs_define(repr=False)
class PlaylistRule:
    """Conditions for content."""

    operator: str | Unset = UNSET
    """ `and` or `or`. """
    conjunction: list[PlaylistCondition] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(factory=dict, kw_only=True)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        _values: dict[str, Any] = {}
        _values.update(self.additional_properties)
        if self.operator is not UNSET:
            _values["operator"] = self.operator
        conjunction: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.conjunction, Unset):
            conjunction = []
            for _conjunction_item_data in self.conjunction:
                _conjunction_item = _conjunction_item_data.to_dict()
                conjunction.append(_conjunction_item)

        if conjunction is not UNSET:
            _values["conjunction"] = conjunction

        return _values

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        _values = {**src_dict} if type(src_dict) is dict else _copy_of(src_dict)
        if (operator := _values.pop("operator", UNSET)) is None:
            operator = UNSET
        self.operator = operator

        try:
            _raw_conjunction = _values.pop("conjunction", UNSET)
            conjunction: list[PlaylistCondition] | Unset = UNSET
            if _raw_conjunction is not UNSET and _raw_conjunction is not None:
                conjunction = _models_of(PlaylistCondition, _raw_conjunction)

        except _UNREADABLE as _error:
            conjunction = UNSET
            _values["conjunction"] = src_dict["conjunction"]
            _warn_unread("PlaylistRule", "conjunction", _error)
        self.conjunction = conjunction

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
from ..models.playlist_condition import PlaylistCondition
