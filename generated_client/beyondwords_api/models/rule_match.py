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

T = TypeVar("T", bound="RuleMatch")


@_attrs_define(repr=False)
class RuleMatch:
    """The rules that apply to a text.

    Examples:
        {'uuid': 'b7c3c1de-8f0a-4c61-9a74-2a5d1a9b4e10', 'selected': [{'rule': {'id': 31, 'key': 'NHS'}, 'start_index':
            4, 'end_index': 7}], 'discarded': []}

    """

    uuid: str | Unset = UNSET
    selected: list[SelectedRule] | Unset = UNSET
    discarded: list[DiscardedRule] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(factory=dict, kw_only=True)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        _values: dict[str, Any] = {}
        _values.update(self.additional_properties)
        if self.uuid is not UNSET:
            _values["uuid"] = self.uuid
        selected: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.selected, Unset):
            selected = []
            for _selected_item_data in self.selected:
                _selected_item = _selected_item_data.to_dict()
                selected.append(_selected_item)

        if selected is not UNSET:
            _values["selected"] = selected
        discarded: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.discarded, Unset):
            discarded = []
            for _discarded_item_data in self.discarded:
                _discarded_item = _discarded_item_data.to_dict()
                discarded.append(_discarded_item)

        if discarded is not UNSET:
            _values["discarded"] = discarded

        return _values

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        _values = {**src_dict} if type(src_dict) is dict else _copy_of(src_dict)
        if (uuid := _values.pop("uuid", UNSET)) is None:
            uuid = UNSET
        self.uuid = uuid

        try:
            _raw_selected = _values.pop("selected", UNSET)
            selected: list[SelectedRule] | Unset = UNSET
            if _raw_selected is not UNSET and _raw_selected is not None:
                selected = _models_of(SelectedRule, _raw_selected)

        except _UNREADABLE as _error:
            selected = UNSET
            _values["selected"] = src_dict["selected"]
            _warn_unread("RuleMatch", "selected", _error)
        self.selected = selected

        try:
            _raw_discarded = _values.pop("discarded", UNSET)
            discarded: list[DiscardedRule] | Unset = UNSET
            if _raw_discarded is not UNSET and _raw_discarded is not None:
                discarded = _models_of(DiscardedRule, _raw_discarded)

        except _UNREADABLE as _error:
            discarded = UNSET
            _values["discarded"] = src_dict["discarded"]
            _warn_unread("RuleMatch", "discarded", _error)
        self.discarded = discarded

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
from ..models.discarded_rule import DiscardedRule
from ..models.selected_rule import SelectedRule
