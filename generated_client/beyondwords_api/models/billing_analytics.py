from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNREADABLE as _UNREADABLE
from ..types import UNSET, Unset
from ..types import copy_of as _copy_of
from ..types import list_of as _list_of
from ..types import model_repr as _model_repr
from ..types import models_of as _models_of
from ..types import warn_unread as _warn_unread

T = TypeVar("T", bound="BillingAnalytics")


@_attrs_define(repr=False)
class BillingAnalytics:
    """What was used.

    Examples:
        {'projects': [{'id': 4021, 'name': 'Harbour News'}], 'analytics': [{'project_id': 4021, 'counter': 12, 'start':
            '2026-03-01T00:00:00Z'}]}

    """

    projects: list[ProjectReference] | Unset = UNSET
    voices: list[Any] | Unset = UNSET
    content: list[Any] | Unset = UNSET
    analytics: list[BillingCounter] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(factory=dict, kw_only=True)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        _values: dict[str, Any] = {}
        _values.update(self.additional_properties)
        projects: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.projects, Unset):
            projects = []
            for _projects_item_data in self.projects:
                _projects_item = _projects_item_data.to_dict()
                projects.append(_projects_item)

        if projects is not UNSET:
            _values["projects"] = projects
        voices: list[Any] | Unset = UNSET
        if not isinstance(self.voices, Unset):
            voices = self.voices

        if voices is not UNSET:
            _values["voices"] = voices
        content: list[Any] | Unset = UNSET
        if not isinstance(self.content, Unset):
            content = self.content

        if content is not UNSET:
            _values["content"] = content
        analytics: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.analytics, Unset):
            analytics = []
            for _analytics_item_data in self.analytics:
                _analytics_item = _analytics_item_data.to_dict()
                analytics.append(_analytics_item)

        if analytics is not UNSET:
            _values["analytics"] = analytics

        return _values

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        _values = {**src_dict} if type(src_dict) is dict else _copy_of(src_dict)
        try:
            _raw_projects = _values.pop("projects", UNSET)
            projects: list[ProjectReference] | Unset = UNSET
            if _raw_projects is not UNSET and _raw_projects is not None:
                projects = _models_of(ProjectReference, _raw_projects)

        except _UNREADABLE as _error:
            projects = UNSET
            _values["projects"] = src_dict["projects"]
            _warn_unread("BillingAnalytics", "projects", _error)
        self.projects = projects

        try:
            _raw_voices = _values.pop("voices", UNSET)
            voices: list[Any] | Unset = UNSET
            if _raw_voices is not UNSET and _raw_voices is not None:
                voices = _list_of(_raw_voices)

        except _UNREADABLE as _error:
            voices = UNSET
            _values["voices"] = src_dict["voices"]
            _warn_unread("BillingAnalytics", "voices", _error)
        self.voices = voices

        try:
            _raw_content = _values.pop("content", UNSET)
            content: list[Any] | Unset = UNSET
            if _raw_content is not UNSET and _raw_content is not None:
                content = _list_of(_raw_content)

        except _UNREADABLE as _error:
            content = UNSET
            _values["content"] = src_dict["content"]
            _warn_unread("BillingAnalytics", "content", _error)
        self.content = content

        try:
            _raw_analytics = _values.pop("analytics", UNSET)
            analytics: list[BillingCounter] | Unset = UNSET
            if _raw_analytics is not UNSET and _raw_analytics is not None:
                analytics = _models_of(BillingCounter, _raw_analytics)

        except _UNREADABLE as _error:
            analytics = UNSET
            _values["analytics"] = src_dict["analytics"]
            _warn_unread("BillingAnalytics", "analytics", _error)
        self.analytics = analytics

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
from ..models.billing_counter import BillingCounter
from ..models.project_reference import ProjectReference
