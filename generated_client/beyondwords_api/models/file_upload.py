from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import types as _types
from ..types import UNREADABLE as _UNREADABLE
from ..types import File
from ..types import copy_of as _copy_of
from ..types import model_repr as _model_repr
from ..types import unreadable as _unreadable

T = TypeVar("T", bound="FileUpload")


_REQUIRED = frozenset(("file",))


@_attrs_define(repr=False)
class FileUpload:
    """`body` in the API's description."""

    file: File
    """ At most 50 MB. """
    additional_properties: dict[str, Any] = _attrs_field(factory=dict, kw_only=True)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        _values: dict[str, Any] = {}
        _values.update(self.additional_properties)
        file = self.file.to_tuple()

        _values["file"] = file

        return _values

    def to_multipart(self) -> _types.RequestFiles:
        files: _types.RequestFiles = []

        files.append(("file", self.file.to_tuple()))

        for _name, _value in self.additional_properties.items():
            files.append((_name, _types.part(_value)))

        return files

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        _values = _copy_of(src_dict, _REQUIRED)
        try:
            file = File(payload=BytesIO(_values.pop("file")))

        except _UNREADABLE as _error:
            raise _unreadable(".file", src_dict["file"], "File", _error) from None
        self.file = file

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
