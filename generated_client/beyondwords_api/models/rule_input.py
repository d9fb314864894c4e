from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.rule_type import RuleType
from ..types import UNREADABLE as _UNREADABLE
from ..types import UNSET, Unset
from ..types import copy_of as _copy_of
from ..types import model_repr as _model_repr
from ..types import warn_unread as _warn_unread

T = TypeVar("T", bound="RuleInput")


@_attrs_define(repr=False)
class RuleInput:
    """A pronunciation rule.

    Examples:
        {'type': 'substitute', 'key': 'NHS', 'value': 'N H S', 'project': {'id': 4021}}

    """

    type_: RuleType | Unset = UNSET
    """ How a rule replaces a text. """
    key: str | Unset = UNSET
    """ The exact text that is replaced. """
    value: None | str | Unset = UNSET
    """ What is read instead, or its transcription. """
    project: None | Reference | Unset = UNSET
    """ `project` in the API's description. """
    content: ContentReference | None | Unset = UNSET
    """ `content` in the API's description. """
    language: LanguageCode | None | Unset = UNSET
    """ `language` in the API's description. """
    magic_ipa_used: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(factory=dict, kw_only=True)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        _values: dict[str, Any] = {}
        _values.update(self.additional_properties)
        type_: str | Unset = UNSET
        if not isinstance(self.type_, Unset):
            type_ = self.type_.value

        if type_ is not UNSET:
            _values["type"] = type_
        if self.key is not UNSET:
            _values["key"] = self.key
        value: None | str | Unset
        if isinstance(self.value, Unset):
            value = UNSET
        else:
            value = self.value
        if value is not UNSET:
            _values["value"] = value
        project: dict[str, Any] | None | Unset
        if isinstance(self.project, Unset):
            project = UNSET
        elif isinstance(self.project, Reference):
            project = self.project.to_dict()
        else:
            project = self.project
        if project is not UNSET:
            _values["project"] = project
        content: dict[str, Any] | None | Unset
        if isinstance(self.content, Unset):
            content = UNSET
        elif isinstance(self.content, ContentReference):
            content = self.content.to_dict()
        else:
            content = self.content
        if content is not UNSET:
            _values["content"] = content
        language: dict[str, Any] | None | Unset
        if isinstance(self.language, Unset):
            language = UNSET
        elif isinstance(self.language, LanguageCode):
            language = self.language.to_dict()
        else:
            language = self.language
        if language is not UNSET:
            _values["language"] = language
        if self.magic_ipa_used is not UNSET:
            _values["magic_ipa_used"] = self.magic_ipa_used

        return _values

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        _values = {**src_dict} if type(src_dict) is dict else _copy_of(src_dict)
        try:
            _raw_type_ = _values.pop("type", UNSET)
            type_: RuleType | Unset = UNSET
            if _raw_type_ is not UNSET and _raw_type_ is not None:
                type_ = RuleType(_raw_type_)

        except _UNREADABLE as _error:
            type_ = UNSET
            _values["type"] = src_dict["type"]
            _warn_unread("RuleInput", "type", _error)
        self.type_ = type_

        if (key := _values.pop("key", UNSET)) is None:
            key = UNSET
        self.key = key

        value = _values.pop("value", UNSET)
        self.value = value

        try:
            _raw_project = _values.pop("project", UNSET)
            project: None | Reference | Unset
            if _raw_project is None or _raw_project is UNSET:
                project = _raw_project
            else:
                project_type_1 = Reference.from_dict(_raw_project)

                project = project_type_1

        except _UNREADABLE as _error:
            project = UNSET
            _values["project"] = src_dict["project"]
            _warn_unread("RuleInput", "project", _error)
        self.project = project

        try:
            _raw_content = _values.pop("content", UNSET)
            content: ContentReference | None | Unset
            if _raw_content is None or _raw_content is UNSET:
                content = _raw_content
            else:
                content_type_1 = ContentReference.from_dict(_raw_content)

                content = content_type_1

        except _UNREADABLE as _error:
            content = UNSET
            _values["content"] = src_dict["content"]
            _warn_unread("RuleInput", "content", _error)
        self.content = content

        try:
            _raw_language = _values.pop("language", UNSET)
            language: LanguageCode | None | Unset
            if _raw_language is None or _raw_language is UNSET:
                language = _raw_language
            else:
                language_type_1 = LanguageCode.from_dict(_raw_language)

                language = language_type_1

        except _UNREADABLE as _error:
            language = UNSET
            _values["language"] = src_dict["language"]
            _warn_unread("RuleInput", "language", _error)
        self.language = language

        if (magic_ipa_used := _values.pop("magic_ipa_used", UNSET)) is None:
            magic_ipa_used = UNSET
        self.magic_ipa_used = magic_ipa_used

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
from ..models.language_code import LanguageCode
from ..models.reference import Reference
