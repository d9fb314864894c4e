from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.rule_preview_status import RulePreviewStatus
from ..models.rule_type import RuleType
from ..types import UNREADABLE as _UNREADABLE
from ..types import UNSET, Unset
from ..types import copy_of as _copy_of
from ..types import model_repr as _model_repr
from ..types import warn_unread as _warn_unread

T = TypeVar("T", bound="Rule")


@_attrs_define(repr=False)
class Rule:
    """How a text is pronounced.

    Examples:
        {'id': 31, 'project': {'id': 4021, 'name': 'Harbour News'}, 'type': 'substitute', 'preview_status': 'processed',
            'key': 'NHS', 'value': 'N H S'}

    """

    id: int | Unset = UNSET
    project: None | ProjectReference | Unset = UNSET
    """ `project` in the API's description. """
    content: None | RuleContent | Unset = UNSET
    """ `content` in the API's description. """
    type_: RuleType | Unset = UNSET
    """ How a rule replaces a text. """
    preview_status: RulePreviewStatus | Unset = UNSET
    """ How far the audio preview of a rule is. """
    language: LanguageReference | None | Unset = UNSET
    """ `language` in the API's description. """
    preview_voice: None | Unset | VoiceReference = UNSET
    """ `preview_voice` in the API's description. """
    preview_audio: None | RulePreviewAudio | Unset = UNSET
    """ `preview_audio` in the API's description. """
    key: str | Unset = UNSET
    """ The text that is replaced. """
    value: None | str | Unset = UNSET
    """ What is read instead, or its transcription. """
    magic_ipa_used: bool | Unset = UNSET
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
        project: dict[str, Any] | None | Unset
        if isinstance(self.project, Unset):
            project = UNSET
        elif isinstance(self.project, ProjectReference):
            project = self.project.to_dict()
        else:
            project = self.project
        if project is not UNSET:
            _values["project"] = project
        content: dict[str, Any] | None | Unset
        if isinstance(self.content, Unset):
            content = UNSET
        elif isinstance(self.content, RuleContent):
            content = self.content.to_dict()
        else:
            content = self.content
        if content is not UNSET:
            _values["content"] = content
        type_: str | Unset = UNSET
        if not isinstance(self.type_, Unset):
            type_ = self.type_.value

        if type_ is not UNSET:
            _values["type"] = type_
        preview_status: str | Unset = UNSET
        if not isinstance(self.preview_status, Unset):
            preview_status = self.preview_status.value

        if preview_status is not UNSET:
            _values["preview_status"] = preview_status
        language: dict[str, Any] | None | Unset
        if isinstance(self.language, Unset):
            language = UNSET
        elif isinstance(self.language, LanguageReference):
            language = self.language.to_dict()
        else:
            language = self.language
        if language is not UNSET:
            _values["language"] = language
        preview_voice: dict[str, Any] | None | Unset
        if isinstance(self.preview_voice, Unset):
            preview_voice = UNSET
        elif isinstance(self.preview_voice, VoiceReference):
            preview_voice = self.preview_voice.to_dict()
        else:
            preview_voice = self.preview_voice
        if preview_voice is not UNSET:
            _values["preview_voice"] = preview_voice
        preview_audio: dict[str, Any] | None | Unset
        if isinstance(self.preview_audio, Unset):
            preview_audio = UNSET
        elif isinstance(self.preview_audio, RulePreviewAudio):
            preview_audio = self.preview_audio.to_dict()
        else:
            preview_audio = self.preview_audio
        if preview_audio is not UNSET:
            _values["preview_audio"] = preview_audio
        if self.key is not UNSET:
            _values["key"] = self.key
        value: None | str | Unset
        if isinstance(self.value, Unset):
            value = UNSET
        else:
            value = self.value
        if value is not UNSET:
            _values["value"] = value
        if self.magic_ipa_used is not UNSET:
            _values["magic_ipa_used"] = self.magic_ipa_used
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
            _warn_unread("Rule", "project", _error)
        self.project = project

        try:
            _raw_content = _values.pop("content", UNSET)
            content: None | RuleContent | Unset
            if _raw_content is None or _raw_content is UNSET:
                content = _raw_content
            else:
                content_type_0 = RuleContent.from_dict(_raw_content)

                content = content_type_0

        except _UNREADABLE as _error:
            content = UNSET
            _values["content"] = src_dict["content"]
            _warn_unread("Rule", "content", _error)
        self.content = content

        try:
            _raw_type_ = _values.pop("type", UNSET)
            type_: RuleType | Unset = UNSET
            if _raw_type_ is not UNSET and _raw_type_ is not None:
                type_ = RuleType(_raw_type_)

        except _UNREADABLE as _error:
            type_ = UNSET
            _values["type"] = src_dict["type"]
            _warn_unread("Rule", "type", _error)
        self.type_ = type_

        try:
            _raw_preview_status = _values.pop("preview_status", UNSET)
            preview_status: RulePreviewStatus | Unset = UNSET
            if _raw_preview_status is not UNSET and _raw_preview_status is not None:
                preview_status = RulePreviewStatus(_raw_preview_status)

        except _UNREADABLE as _error:
            preview_status = UNSET
            _values["preview_status"] = src_dict["preview_status"]
            _warn_unread("Rule", "preview_status", _error)
        self.preview_status = preview_status

        try:
            _raw_language = _values.pop("language", UNSET)
            language: LanguageReference | None | Unset
            if _raw_language is None or _raw_language is UNSET:
                language = _raw_language
            else:
                language_type_1 = LanguageReference.from_dict(_raw_language)

                language = language_type_1

        except _UNREADABLE as _error:
            language = UNSET
            _values["language"] = src_dict["language"]
            _warn_unread("Rule", "language", _error)
        self.language = language

        try:
            _raw_preview_voice = _values.pop("preview_voice", UNSET)
            preview_voice: None | Unset | VoiceReference
            if _raw_preview_voice is None or _raw_preview_voice is UNSET:
                preview_voice = _raw_preview_voice
            else:
                preview_voice_type_1 = VoiceReference.from_dict(_raw_preview_voice)

                preview_voice = preview_voice_type_1

        except _UNREADABLE as _error:
            preview_voice = UNSET
            _values["preview_voice"] = src_dict["preview_voice"]
            _warn_unread("Rule", "preview_voice", _error)
        self.preview_voice = preview_voice

        try:
            _raw_preview_audio = _values.pop("preview_audio", UNSET)
            preview_audio: None | RulePreviewAudio | Unset
            if _raw_preview_audio is None or _raw_preview_audio is UNSET:
                preview_audio = _raw_preview_audio
            else:
                preview_audio_type_0 = RulePreviewAudio.from_dict(_raw_preview_audio)

                preview_audio = preview_audio_type_0

        except _UNREADABLE as _error:
            preview_audio = UNSET
            _values["preview_audio"] = src_dict["preview_audio"]
            _warn_unread("Rule", "preview_audio", _error)
        self.preview_audio = preview_audio

        if (key := _values.pop("key", UNSET)) is None:
            key = UNSET
        self.key = key

        value = _values.pop("value", UNSET)
        self.value = value

        if (magic_ipa_used := _values.pop("magic_ipa_used", UNSET)) is None:
            magic_ipa_used = UNSET
        self.magic_ipa_used = magic_ipa_used

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
from ..models.language_reference import LanguageReference
from ..models.project_reference import ProjectReference
from ..models.rule_content import RuleContent
from ..models.rule_preview_audio import RulePreviewAudio
from ..models.voice_reference import VoiceReference
