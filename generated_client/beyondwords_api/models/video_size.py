from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset
from ..types import copy_of as _copy_of
from ..types import model_repr as _model_repr

T = TypeVar("T", bound="VideoSize")


_OPTIONAL: frozenset[str] = frozenset(
    (
        "name",
        "description",
        "width",
        "height",
        "enabled",
    )
)
_REQUIRED: frozenset[str] = frozenset()


@_attrs_define(repr=False)
class VideoSize:
    """The size of a video."""

    name: str | Unset = UNSET
    description: str | Unset = UNSET
    width: int | Unset = UNSET
    """ Pixels. """
    height: int | Unset = UNSET
    """ Pixels. """
    enabled: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        description = self.description

        width = self.width

        height = self.height

        enabled = self.enabled

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if name is not UNSET:
            field_dict["name"] = name
        if description is not UNSET:
            field_dict["description"] = description
        if width is not UNSET:
            field_dict["width"] = width
        if height is not UNSET:
            field_dict["height"] = height
        if enabled is not UNSET:
            field_dict["enabled"] = enabled

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = _copy_of(src_dict, _OPTIONAL, _REQUIRED)
        name = d.pop("name", UNSET)

        description = d.pop("description", UNSET)

        width = d.pop("width", UNSET)

        height = d.pop("height", UNSET)

        enabled = d.pop("enabled", UNSET)

        video_size = cls(
            name=name,
            description=description,
            width=width,
            height=height,
            enabled=enabled,
        )

        video_size.additional_properties = d
        return video_size

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
