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

T = TypeVar("T", bound="ContentSummarizationSettings")


@_attrs_define(repr=False)
class ContentSummarizationSettings:
    """Whether and how a content item is summarized."""

    enabled: bool | Unset = UNSET
    template: Reference | Unset = UNSET
    """ Names an object by its id. """
    additional_properties: dict[str, Any] = _attrs_field(factory=dict, kw_only=True)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        _values: dict[str, Any] = {}
        _values.update(self.additional_properties)
        if self.enabled is not UNSET:
            _values["enabled"] = self.enabled
        template: dict[str, Any] | Unset = UNSET
        if not isinstance(self.template, Unset):
            template = self.template.to_dict()
        if template is not UNSET:
            _values["template"] = template

        return _values

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        _values = {**src_dict} if type(src_dict) is dict else _copy_of(src_dict)
        if (enabled := _values.pop("enabled", UNSET)) is None:
            enabled = UNSET
        self.enabled = enabled

        try:
            _raw_template = _values.pop("template", UNSET)
            template: Reference | Unset = UNSET
            if _raw_template is not UNSET and _raw_template is not None:
                template = Reference.from_dict(_raw_template)

        except _UNREADABLE as _error:
            template = UNSET
            _values["template"] = src_dict["template"]
            _warn_unread("ContentSummarizationSettings", "template", _error)
        self.template = template

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
from ..models.reference import Reference
