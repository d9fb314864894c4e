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

T = TypeVar("T", bound="HtmlFilterInput")


@_attrs_define(repr=False)
class HtmlFilterInput:
    """A filter for HTML elements.

    Examples:
        {'element_type': 'aside', 'include': False, 'project': {'id': 4021}}

    """

    element_type: str | Unset = UNSET
    element_class: str | Unset = UNSET
    element_data: str | Unset = UNSET
    element_xpath: str | Unset = UNSET
    element_id: str | Unset = UNSET
    value: str | Unset = UNSET
    include: bool | Unset = UNSET
    """ True to read the elements, false to leave them out. """
    project: Reference | Unset = UNSET
    """ Names an object by its id. """
    additional_properties: dict[str, Any] = _attrs_field(factory=dict, kw_only=True)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        element_type = self.element_type

        element_class = self.element_class

        element_data = self.element_data

        element_xpath = self.element_xpath

        element_id = self.element_id

        value = self.value

        include = self.include

        project: dict[str, Any] | Unset = UNSET
        if not isinstance(self.project, Unset):
            project = self.project.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if element_type is not UNSET:
            field_dict["element_type"] = element_type
        if element_class is not UNSET:
            field_dict["element_class"] = element_class
        if element_data is not UNSET:
            field_dict["element_data"] = element_data
        if element_xpath is not UNSET:
            field_dict["element_xpath"] = element_xpath
        if element_id is not UNSET:
            field_dict["element_id"] = element_id
        if value is not UNSET:
            field_dict["value"] = value
        if include is not UNSET:
            field_dict["include"] = include
        if project is not UNSET:
            field_dict["project"] = project

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        d = {**src_dict} if type(src_dict) is dict else _copy_of(src_dict)
        if (element_type := d.pop("element_type", UNSET)) is None:
            element_type = UNSET
        self.element_type = element_type

        if (element_class := d.pop("element_class", UNSET)) is None:
            element_class = UNSET
        self.element_class = element_class

        if (element_data := d.pop("element_data", UNSET)) is None:
            element_data = UNSET
        self.element_data = element_data

        if (element_xpath := d.pop("element_xpath", UNSET)) is None:
            element_xpath = UNSET
        self.element_xpath = element_xpath

        if (element_id := d.pop("element_id", UNSET)) is None:
            element_id = UNSET
        self.element_id = element_id

        if (value := d.pop("value", UNSET)) is None:
            value = UNSET
        self.value = value

        if (include := d.pop("include", UNSET)) is None:
            include = UNSET
        self.include = include

        try:
            _project = d.pop("project", UNSET)
            project: Reference | Unset = UNSET
            if _project is not UNSET and _project is not None:
                project = Reference.from_dict(_project)

        except _UNREADABLE as _error:
            project = UNSET
            d["project"] = src_dict["project"]
            _warn_unread("HtmlFilterInput", "project", _error)
        self.project = project

        self.additional_properties = d
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
