from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.media_variant import MediaVariant
from ..types import UNREADABLE as _UNREADABLE
from ..types import UNSET, Unset
from ..types import copy_of as _copy_of
from ..types import list_of as _list_of
from ..types import model_repr as _model_repr
from ..types import models_of as _models_of
from ..types import unreadable as _unreadable
from ..types import warn_unread as _warn_unread

T = TypeVar("T", bound="ContentVideoSettings")


@_attrs_define(repr=False)
class ContentVideoSettings:
    """Whether and how videos are made. The API makes none, and reports no error, unless `enabled` is true and `variants`
    and `sizes` are not empty.

    """

    enabled: bool | Unset = UNSET
    variants: list[MediaVariant] | Unset = UNSET
    sizes: list[VideoSize] | Unset = UNSET
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
        variants: list[str] | Unset = UNSET
        if not isinstance(self.variants, Unset):
            variants = []
            for _variants_item_data in self.variants:
                _variants_item = _variants_item_data.value
                variants.append(_variants_item)

        if variants is not UNSET:
            _values["variants"] = variants
        sizes: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.sizes, Unset):
            sizes = []
            for _sizes_item_data in self.sizes:
                _sizes_item = _sizes_item_data.to_dict()
                sizes.append(_sizes_item)

        if sizes is not UNSET:
            _values["sizes"] = sizes
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
            _raw_variants = _values.pop("variants", UNSET)
            variants: list[MediaVariant] | Unset = UNSET
            if _raw_variants is not UNSET and _raw_variants is not None:
                variants = []
                for variants_item_data in _list_of(_raw_variants):
                    try:
                        variants_item = MediaVariant(variants_item_data)

                    except _UNREADABLE as _variants_item_error:
                        raise _unreadable(
                            f"[{len(variants)}]",
                            variants_item_data,
                            "MediaVariant",
                            _variants_item_error,
                        ) from None
                    variants.append(variants_item)

        except _UNREADABLE as _error:
            variants = UNSET
            _values["variants"] = src_dict["variants"]
            _warn_unread("ContentVideoSettings", "variants", _error)
        self.variants = variants

        try:
            _raw_sizes = _values.pop("sizes", UNSET)
            sizes: list[VideoSize] | Unset = UNSET
            if _raw_sizes is not UNSET and _raw_sizes is not None:
                sizes = _models_of(VideoSize, _raw_sizes)

        except _UNREADABLE as _error:
            sizes = UNSET
            _values["sizes"] = src_dict["sizes"]
            _warn_unread("ContentVideoSettings", "sizes", _error)
        self.sizes = sizes

        try:
            _raw_template = _values.pop("template", UNSET)
            template: Reference | Unset = UNSET
            if _raw_template is not UNSET and _raw_template is not None:
                template = Reference.from_dict(_raw_template)

        except _UNREADABLE as _error:
            template = UNSET
            _values["template"] = src_dict["template"]
            _warn_unread("ContentVideoSettings", "template", _error)
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
from ..models.video_size import VideoSize
