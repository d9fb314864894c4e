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

T = TypeVar("T", bound="Voice")


@_attrs_define(repr=False)
class Voice:
    """A voice.

    Examples:
        {'id': 2517, 'name': 'Ava', 'type': 'premade', 'status': 'enabled', 'speaking_rate': 100, 'language': 'en_US',
            'secondary_languages': ['en_GB']}

    """

    id: int | Unset = UNSET
    name: str | Unset = UNSET
    type_: str | Unset = UNSET
    """ Known: `premade`, `professional`. """
    status: str | Unset = UNSET
    """ Known: `enabled`, `deprecated`. """
    speaker: None | Unset | VoiceSpeaker = UNSET
    """ `speaker` in the API's description. """
    script_ids: list[Any] | Unset = UNSET
    speaking_rate: int | Unset = UNSET
    """ Percent. """
    gender: str | Unset = UNSET
    languages: list[VoiceLanguage] | Unset = UNSET
    cloning_consent: None | str | Unset = UNSET
    clone_errors: list[Any] | Unset = UNSET
    language: Any | Unset = UNSET
    """ A language code in the vendor's documentation, an object with `code` in its mock. """
    secondary_languages: list[str] | Unset = UNSET
    """ Codes of the further languages of a multilingual voice. """
    service: str | Unset = UNSET
    """ Known: `azure`, `ElevenLabs`. """
    model_id: str | Unset = UNSET
    preview_url: str | Unset = UNSET
    """ Address of a sample. """
    exclusive: bool | Unset = UNSET
    custom: bool | Unset = UNSET
    """ Whether it is a voice of your organization. """
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
        if self.name is not UNSET:
            _values["name"] = self.name
        if self.type_ is not UNSET:
            _values["type"] = self.type_
        if self.status is not UNSET:
            _values["status"] = self.status
        speaker: dict[str, Any] | None | Unset
        if isinstance(self.speaker, Unset):
            speaker = UNSET
        elif isinstance(self.speaker, VoiceSpeaker):
            speaker = self.speaker.to_dict()
        else:
            speaker = self.speaker
        if speaker is not UNSET:
            _values["speaker"] = speaker
        script_ids: list[Any] | Unset = UNSET
        if not isinstance(self.script_ids, Unset):
            script_ids = self.script_ids

        if script_ids is not UNSET:
            _values["script_ids"] = script_ids
        if self.speaking_rate is not UNSET:
            _values["speaking_rate"] = self.speaking_rate
        if self.gender is not UNSET:
            _values["gender"] = self.gender
        languages: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.languages, Unset):
            languages = []
            for _languages_item_data in self.languages:
                _languages_item = _languages_item_data.to_dict()
                languages.append(_languages_item)

        if languages is not UNSET:
            _values["languages"] = languages
        cloning_consent: None | str | Unset
        if isinstance(self.cloning_consent, Unset):
            cloning_consent = UNSET
        else:
            cloning_consent = self.cloning_consent
        if cloning_consent is not UNSET:
            _values["cloning_consent"] = cloning_consent
        clone_errors: list[Any] | Unset = UNSET
        if not isinstance(self.clone_errors, Unset):
            clone_errors = self.clone_errors

        if clone_errors is not UNSET:
            _values["clone_errors"] = clone_errors
        if self.language is not UNSET:
            _values["language"] = self.language
        secondary_languages: list[str] | Unset = UNSET
        if not isinstance(self.secondary_languages, Unset):
            secondary_languages = self.secondary_languages

        if secondary_languages is not UNSET:
            _values["secondary_languages"] = secondary_languages
        if self.service is not UNSET:
            _values["service"] = self.service
        if self.model_id is not UNSET:
            _values["model_id"] = self.model_id
        if self.preview_url is not UNSET:
            _values["preview_url"] = self.preview_url
        if self.exclusive is not UNSET:
            _values["exclusive"] = self.exclusive
        if self.custom is not UNSET:
            _values["custom"] = self.custom
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

        if (name := _values.pop("name", UNSET)) is None:
            name = UNSET
        self.name = name

        if (type_ := _values.pop("type", UNSET)) is None:
            type_ = UNSET
        self.type_ = type_

        if (status := _values.pop("status", UNSET)) is None:
            status = UNSET
        self.status = status

        try:
            _raw_speaker = _values.pop("speaker", UNSET)
            speaker: None | Unset | VoiceSpeaker
            if _raw_speaker is None or _raw_speaker is UNSET:
                speaker = _raw_speaker
            else:
                speaker_type_1 = VoiceSpeaker.from_dict(_raw_speaker)

                speaker = speaker_type_1

        except _UNREADABLE as _error:
            speaker = UNSET
            _values["speaker"] = src_dict["speaker"]
            _warn_unread("Voice", "speaker", _error)
        self.speaker = speaker

        try:
            _raw_script_ids = _values.pop("script_ids", UNSET)
            script_ids: list[Any] | Unset = UNSET
            if _raw_script_ids is not UNSET and _raw_script_ids is not None:
                script_ids = _list_of(_raw_script_ids)

        except _UNREADABLE as _error:
            script_ids = UNSET
            _values["script_ids"] = src_dict["script_ids"]
            _warn_unread("Voice", "script_ids", _error)
        self.script_ids = script_ids

        if (speaking_rate := _values.pop("speaking_rate", UNSET)) is None:
            speaking_rate = UNSET
        self.speaking_rate = speaking_rate

        if (gender := _values.pop("gender", UNSET)) is None:
            gender = UNSET
        self.gender = gender

        try:
            _raw_languages = _values.pop("languages", UNSET)
            languages: list[VoiceLanguage] | Unset = UNSET
            if _raw_languages is not UNSET and _raw_languages is not None:
                languages = _models_of(VoiceLanguage, _raw_languages)

        except _UNREADABLE as _error:
            languages = UNSET
            _values["languages"] = src_dict["languages"]
            _warn_unread("Voice", "languages", _error)
        self.languages = languages

        cloning_consent = _values.pop("cloning_consent", UNSET)
        self.cloning_consent = cloning_consent

        try:
            _raw_clone_errors = _values.pop("clone_errors", UNSET)
            clone_errors: list[Any] | Unset = UNSET
            if _raw_clone_errors is not UNSET and _raw_clone_errors is not None:
                clone_errors = _list_of(_raw_clone_errors)

        except _UNREADABLE as _error:
            clone_errors = UNSET
            _values["clone_errors"] = src_dict["clone_errors"]
            _warn_unread("Voice", "clone_errors", _error)
        self.clone_errors = clone_errors

        language = _values.pop("language", UNSET)
        self.language = language

        try:
            _raw_secondary_languages = _values.pop("secondary_languages", UNSET)
            secondary_languages: list[str] | Unset = UNSET
            if (
                _raw_secondary_languages is not UNSET
                and _raw_secondary_languages is not None
            ):
                secondary_languages = _list_of(_raw_secondary_languages)

        except _UNREADABLE as _error:
            secondary_languages = UNSET
            _values["secondary_languages"] = src_dict["secondary_languages"]
            _warn_unread("Voice", "secondary_languages", _error)
        self.secondary_languages = secondary_languages

        if (service := _values.pop("service", UNSET)) is None:
            service = UNSET
        self.service = service

        if (model_id := _values.pop("model_id", UNSET)) is None:
            model_id = UNSET
        self.model_id = model_id

        if (preview_url := _values.pop("preview_url", UNSET)) is None:
            preview_url = UNSET
        self.preview_url = preview_url

        if (exclusive := _values.pop("exclusive", UNSET)) is None:
            exclusive = UNSET
        self.exclusive = exclusive

        if (custom := _values.pop("custom", UNSET)) is None:
            custom = UNSET
        self.custom = custom

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
from ..models.voice_language import VoiceLanguage
from ..models.voice_speaker import VoiceSpeaker
