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

T = TypeVar("T", bound="RulePreviewRequest")


@_attrs_define(repr=False)
class RulePreviewRequest:
    """A pronunciation rule to listen to.

    Examples:
        {'type': 'substitute', 'key': 'NHS', 'value': 'N H S'}

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
    preview_voice: None | Reference | Unset = UNSET
    """ `preview_voice` in the API's description. """
    additional_properties: dict[str, Any] = _attrs_field(factory=dict, kw_only=True)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        type_: str | Unset = UNSET
        if not isinstance(self.type_, Unset):
            type_ = self.type_.value

        key = self.key

        value: None | str | Unset
        if isinstance(self.value, Unset):
            value = UNSET
        else:
            value = self.value

        project: dict[str, Any] | None | Unset
        if isinstance(self.project, Unset):
            project = UNSET
        elif isinstance(self.project, Reference):
            project = self.project.to_dict()
        else:
            project = self.project

        content: dict[str, Any] | None | Unset
        if isinstance(self.content, Unset):
            content = UNSET
        elif isinstance(self.content, ContentReference):
            content = self.content.to_dict()
        else:
            content = self.content

        language: dict[str, Any] | None | Unset
        if isinstance(self.language, Unset):
            language = UNSET
        elif isinstance(self.language, LanguageCode):
            language = self.language.to_dict()
        else:
            language = self.language

        preview_voice: dict[str, Any] | None | Unset
        if isinstance(self.preview_voice, Unset):
            preview_voice = UNSET
        elif isinstance(self.preview_voice, Reference):
            preview_voice = self.preview_voice.to_dict()
        else:
            preview_voice = self.preview_voice

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if type_ is not UNSET:
            field_dict["type"] = type_
        if key is not UNSET:
            field_dict["key"] = key
        if value is not UNSET:
            field_dict["value"] = value
        if project is not UNSET:
            field_dict["project"] = project
        if content is not UNSET:
            field_dict["content"] = content
        if language is not UNSET:
            field_dict["language"] = language
        if preview_voice is not UNSET:
            field_dict["preview_voice"] = preview_voice

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        d = {**src_dict} if type(src_dict) is dict else _copy_of(src_dict)
        try:
            _type_ = d.pop("type", UNSET)
            type_: RuleType | Unset = UNSET
            if _type_ is not UNSET and _type_ is not None:
                type_ = RuleType(_type_)

        except _UNREADABLE as _error:
            type_ = UNSET
            d["type"] = src_dict["type"]
            _warn_unread("RulePreviewRequest", "type", _error)
        self.type_ = type_

        if (key := d.pop("key", UNSET)) is None:
            key = UNSET
        self.key = key

        value = d.pop("value", UNSET)
        self.value = value

        try:
            _project = d.pop("project", UNSET)
            project: None | Reference | Unset
            if _project is None or _project is UNSET:
                project = _project
            else:
                project_type_1 = Reference.from_dict(_project)

                project = project_type_1

        except _UNREADABLE as _error:
            project = UNSET
            d["project"] = src_dict["project"]
            _warn_unread("RulePreviewRequest", "project", _error)
        self.project = project

        try:
            _content = d.pop("content", UNSET)
            content: ContentReference | None | Unset
            if _content is None or _content is UNSET:
                content = _content
            else:
                content_type_1 = ContentReference.from_dict(_content)

                content = content_type_1

        except _UNREADABLE as _error:
            content = UNSET
            d["content"] = src_dict["content"]
            _warn_unread("RulePreviewRequest", "content", _error)
        self.content = content

        try:
            _language = d.pop("language", UNSET)
            language: LanguageCode | None | Unset
            if _language is None or _language is UNSET:
                language = _language
            else:
                language_type_1 = LanguageCode.from_dict(_language)

                language = language_type_1

        except _UNREADABLE as _error:
            language = UNSET
            d["language"] = src_dict["language"]
            _warn_unread("RulePreviewRequest", "language", _error)
        self.language = language

        try:
            _preview_voice = d.pop("preview_voice", UNSET)
            preview_voice: None | Reference | Unset
            if _preview_voice is None or _preview_voice is UNSET:
                preview_voice = _preview_voice
            else:
                preview_voice_type_1 = Reference.from_dict(_preview_voice)

                preview_voice = preview_voice_type_1

        except _UNREADABLE as _error:
            preview_voice = UNSET
            d["preview_voice"] = src_dict["preview_voice"]
            _warn_unread("RulePreviewRequest", "preview_voice", _error)
        self.preview_voice = preview_voice

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
from ..models.content_reference import ContentReference
from ..models.language_code import LanguageCode
from ..models.reference import Reference
