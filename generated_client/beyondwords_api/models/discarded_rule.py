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

T = TypeVar("T", bound="DiscardedRule")


@_attrs_define(repr=False)
class DiscardedRule:
    """A rule that is not used, and why."""

    rule: Rule | Unset = UNSET
    """ How a text is pronounced. """
    start_index: int | Unset = UNSET
    end_index: int | Unset = UNSET
    discard_reason: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(factory=dict, kw_only=True)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        _values: dict[str, Any] = {}
        _values.update(self.additional_properties)
        rule: dict[str, Any] | Unset = UNSET
        if not isinstance(self.rule, Unset):
            rule = self.rule.to_dict()
        if rule is not UNSET:
            _values["rule"] = rule
        if self.start_index is not UNSET:
            _values["start_index"] = self.start_index
        if self.end_index is not UNSET:
            _values["end_index"] = self.end_index
        if self.discard_reason is not UNSET:
            _values["discard_reason"] = self.discard_reason

        return _values

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        _values = {**src_dict} if type(src_dict) is dict else _copy_of(src_dict)
        try:
            _raw_rule = _values.pop("rule", UNSET)
            rule: Rule | Unset = UNSET
            if _raw_rule is not UNSET and _raw_rule is not None:
                rule = Rule.from_dict(_raw_rule)

        except _UNREADABLE as _error:
            rule = UNSET
            _values["rule"] = src_dict["rule"]
            _warn_unread("DiscardedRule", "rule", _error)
        self.rule = rule

        if (start_index := _values.pop("start_index", UNSET)) is None:
            start_index = UNSET
        self.start_index = start_index

        if (end_index := _values.pop("end_index", UNSET)) is None:
            end_index = UNSET
        self.end_index = end_index

        if (discard_reason := _values.pop("discard_reason", UNSET)) is None:
            discard_reason = UNSET
        self.discard_reason = discard_reason

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
from ..models.rule import Rule
