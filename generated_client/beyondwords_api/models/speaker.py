from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset
from ..types import copy_of as _copy_of
from ..types import model_repr as _model_repr

T = TypeVar("T", bound="Speaker")


@_attrs_define(repr=False)
class Speaker:
    """The person behind a voice of yours. Its fields are not documented; these are the ones of a voice's `speaker`.

    Examples:
        {'id': 12, 'first_name': 'Ada', 'last_name': 'Byrne'}

    """

    id: int | Unset = UNSET
    first_name: str | Unset = UNSET
    last_name: str | Unset = UNSET
    avatar_url: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(factory=dict, kw_only=True)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        _values: dict[str, Any] = {}
        _values.update(self.additional_properties)
        if self.id is not UNSET:
            _values["id"] = self.id
        if self.first_name is not UNSET:
            _values["first_name"] = self.first_name
        if self.last_name is not UNSET:
            _values["last_name"] = self.last_name
        if self.avatar_url is not UNSET:
            _values["avatar_url"] = self.avatar_url

        return _values

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        _values = {**src_dict} if type(src_dict) is dict else _copy_of(src_dict)
        if (id := _values.pop("id", UNSET)) is None:
            id = UNSET
        self.id = id

        if (first_name := _values.pop("first_name", UNSET)) is None:
            first_name = UNSET
        self.first_name = first_name

        if (last_name := _values.pop("last_name", UNSET)) is None:
            last_name = UNSET
        self.last_name = last_name

        if (avatar_url := _values.pop("avatar_url", UNSET)) is None:
            avatar_url = UNSET
        self.avatar_url = avatar_url

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
