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

T = TypeVar("T", bound="HtmlFilter")


@_attrs_define(repr=False)
class HtmlFilter:
    """Which parts of a page are read. Its fields are inferred from the request.

    Examples:
        {'id': 8, 'element_type': 'aside', 'include': False}

    """

    id: int | Unset = UNSET
    element_type: str | Unset = UNSET
    element_class: str | Unset = UNSET
    element_data: str | Unset = UNSET
    element_xpath: str | Unset = UNSET
    element_id: str | Unset = UNSET
    value: str | Unset = UNSET
    include: bool | Unset = UNSET
    """ True to read the elements, false to leave them out. """
    project: None | ProjectReference | Unset = UNSET
    """ `project` in the API's description. """
    created: str | Unset = UNSET
    """ When it was created, ISO 8601 or `2023-01-01 00:00:00 UTC`. """
    updated: str | Unset = UNSET
    """ When it was last changed, in the same form. """
    additional_properties: dict[str, Any] = _attrs_field(factory=dict, kw_only=True)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        _values: dict[str, Any] = {}
        _values.update(self.additional_properties)
        if self.id is not UNSET:
            _values["id"] = self.id
        if self.element_type is not UNSET:
            _values["element_type"] = self.element_type
        if self.element_class is not UNSET:
            _values["element_class"] = self.element_class
        if self.element_data is not UNSET:
            _values["element_data"] = self.element_data
        if self.element_xpath is not UNSET:
            _values["element_xpath"] = self.element_xpath
        if self.element_id is not UNSET:
            _values["element_id"] = self.element_id
        if self.value is not UNSET:
            _values["value"] = self.value
        if self.include is not UNSET:
            _values["include"] = self.include
        project: dict[str, Any] | None | Unset
        if isinstance(self.project, Unset):
            project = UNSET
        elif isinstance(self.project, ProjectReference):
            project = self.project.to_dict()
        else:
            project = self.project
        if project is not UNSET:
            _values["project"] = project
        if self.created is not UNSET:
            _values["created"] = self.created
        if self.updated is not UNSET:
            _values["updated"] = self.updated

        return _values

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        _values = {**src_dict} if type(src_dict) is dict else _copy_of(src_dict)
        if (id := _values.pop("id", UNSET)) is None:
            id = UNSET
        self.id = id

        if (element_type := _values.pop("element_type", UNSET)) is None:
            element_type = UNSET
        self.element_type = element_type

        if (element_class := _values.pop("element_class", UNSET)) is None:
            element_class = UNSET
        self.element_class = element_class

        if (element_data := _values.pop("element_data", UNSET)) is None:
            element_data = UNSET
        self.element_data = element_data

        if (element_xpath := _values.pop("element_xpath", UNSET)) is None:
            element_xpath = UNSET
        self.element_xpath = element_xpath

        if (element_id := _values.pop("element_id", UNSET)) is None:
            element_id = UNSET
        self.element_id = element_id

        if (value := _values.pop("value", UNSET)) is None:
            value = UNSET
        self.value = value

        if (include := _values.pop("include", UNSET)) is None:
            include = UNSET
        self.include = include

        try:
            _raw_project = _values.pop("project", UNSET)
            project: None | ProjectReference | Unset
            if _raw_project is None or _raw_project is UNSET:
                project = _raw_project
            else:
                project_type_1 = ProjectReference.from_dict(_raw_project)

                project = project_type_1

        except _UNREADABLE as _error:
            project = UNSET
            _values["project"] = src_dict["project"]
            _warn_unread("HtmlFilter", "project", _error)
        self.project = project

        if (created := _values.pop("created", UNSET)) is None:
            created = UNSET
        self.created = created

        if (updated := _values.pop("updated", UNSET)) is None:
            updated = UNSET
        self.updated = updated

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
from ..models.project_reference import ProjectReference
