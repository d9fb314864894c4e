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
from ..types import warn_unread as _warn_unread

T = TypeVar("T", bound="RuleMatchRequest")


@_attrs_define(repr=False)
class RuleMatchRequest:
    """A text to look for rules in.

    Examples:
        {'project': {'id': 4021}, 'segments': {'text': 'The NHS says'}}

    """

    project: Reference | Unset = UNSET
    """ Names an object by its id. """
    segments: RuleMatchText | Unset = UNSET
    """ A text with its language and voice. """
    content: ContentReference | Unset = UNSET
    """ Names a content item by its id. """
    rules: list[int] | Unset = UNSET
    """ Ids of rules. """
    additional_properties: dict[str, Any] = _attrs_field(factory=dict, kw_only=True)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        _values: dict[str, Any] = {}
        _values.update(self.additional_properties)
        project: dict[str, Any] | Unset = UNSET
        if not isinstance(self.project, Unset):
            project = self.project.to_dict()
        if project is not UNSET:
            _values["project"] = project
        segments: dict[str, Any] | Unset = UNSET
        if not isinstance(self.segments, Unset):
            segments = self.segments.to_dict()
        if segments is not UNSET:
            _values["segments"] = segments
        content: dict[str, Any] | Unset = UNSET
        if not isinstance(self.content, Unset):
            content = self.content.to_dict()
        if content is not UNSET:
            _values["content"] = content
        rules: list[int] | Unset = UNSET
        if not isinstance(self.rules, Unset):
            rules = self.rules

        if rules is not UNSET:
            _values["rules"] = rules

        return _values

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        _values = {**src_dict} if type(src_dict) is dict else _copy_of(src_dict)
        try:
            _raw_project = _values.pop("project", UNSET)
            project: Reference | Unset = UNSET
            if _raw_project is not UNSET and _raw_project is not None:
                project = Reference.from_dict(_raw_project)

        except _UNREADABLE as _error:
            project = UNSET
            _values["project"] = src_dict["project"]
            _warn_unread("RuleMatchRequest", "project", _error)
        self.project = project

        try:
            _raw_segments = _values.pop("segments", UNSET)
            segments: RuleMatchText | Unset = UNSET
            if _raw_segments is not UNSET and _raw_segments is not None:
                segments = RuleMatchText.from_dict(_raw_segments)

        except _UNREADABLE as _error:
            segments = UNSET
            _values["segments"] = src_dict["segments"]
            _warn_unread("RuleMatchRequest", "segments", _error)
        self.segments = segments

        try:
            _raw_content = _values.pop("content", UNSET)
            content: ContentReference | Unset = UNSET
            if _raw_content is not UNSET and _raw_content is not None:
                content = ContentReference.from_dict(_raw_content)

        except _UNREADABLE as _error:
            content = UNSET
            _values["content"] = src_dict["content"]
            _warn_unread("RuleMatchRequest", "content", _error)
        self.content = content

        try:
            _raw_rules = _values.pop("rules", UNSET)
            rules: list[int] | Unset = UNSET
            if _raw_rules is not UNSET and _raw_rules is not None:
                rules = _list_of(_raw_rules)

        except _UNREADABLE as _error:
            rules = UNSET
            _values["rules"] = src_dict["rules"]
            _warn_unread("RuleMatchRequest", "rules", _error)
        self.rules = rules

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
from ..models.content_reference import ContentReference
from ..models.reference import Reference
from ..models.rule_match_text import RuleMatchText
