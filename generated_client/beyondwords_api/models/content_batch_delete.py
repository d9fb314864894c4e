from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNREADABLE as _UNREADABLE
from ..types import copy_of as _copy_of
from ..types import list_of as _list_of
from ..types import model_repr as _model_repr
from ..types import unreadable as _unreadable

T = TypeVar("T", bound="ContentBatchDelete")


_REQUIRED = frozenset(("ids",))


@_attrs_define(repr=False)
class ContentBatchDelete:
    """The content items to delete.

    Examples:
        {'ids': ['6f1c1f0e-3f6f-4d53-9a53-0d7c9f1a2b3c']}

    """

    ids: list[str]
    """ Ids of items of one project. How many are allowed is not documented. """
    additional_properties: dict[str, Any] = _attrs_field(factory=dict, kw_only=True)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        _values: dict[str, Any] = {}
        _values.update(self.additional_properties)
        ids = self.ids

        _values["ids"] = ids

        return _values

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        _values = _copy_of(src_dict, _REQUIRED)
        try:
            ids: list[str] = _list_of(_values.pop("ids"))

        except _UNREADABLE as _error:
            raise _unreadable(".ids", src_dict["ids"], "list[str]", _error) from None
        self.ids = ids

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
