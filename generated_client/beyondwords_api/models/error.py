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

T = TypeVar("T", bound="Error")


@_attrs_define(repr=False)
class Error:
    """`errorModel` in the API's description."""

    code: int | Unset = UNSET
    """ Error code """
    message: str | Unset = UNSET
    """ Error message """
    errors: list[ErrorErrorsItem] | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(factory=dict, kw_only=True)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        _values: dict[str, Any] = {}
        _values.update(self.additional_properties)
        if self.code is not UNSET:
            _values["code"] = self.code
        if self.message is not UNSET:
            _values["message"] = self.message
        errors: list[dict[str, Any]] | None | Unset
        if isinstance(self.errors, Unset):
            errors = UNSET
        elif isinstance(self.errors, list):
            errors = []
            for _errors_type_0_item_data in self.errors:
                _errors_type_0_item = _errors_type_0_item_data.to_dict()
                errors.append(_errors_type_0_item)

        else:
            errors = self.errors
        if errors is not UNSET:
            _values["errors"] = errors

        return _values

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        _values = {**src_dict} if type(src_dict) is dict else _copy_of(src_dict)
        if (code := _values.pop("code", UNSET)) is None:
            code = UNSET
        self.code = code

        if (message := _values.pop("message", UNSET)) is None:
            message = UNSET
        self.message = message

        try:
            _raw_errors = _values.pop("errors", UNSET)
            errors: list[ErrorErrorsItem] | None | Unset
            if _raw_errors is None or _raw_errors is UNSET:
                errors = _raw_errors
            else:
                errors_type_0: list[ErrorErrorsItem] = _models_of(
                    ErrorErrorsItem, _raw_errors
                )

                errors = errors_type_0

        except _UNREADABLE as _error:
            errors = UNSET
            _values["errors"] = src_dict["errors"]
            _warn_unread("Error", "errors", _error)
        self.errors = errors

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
from ..models.error_errors_item import ErrorErrorsItem
