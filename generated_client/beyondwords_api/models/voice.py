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
from ..types import unreadable as _unreadable
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
        id = self.id

        name = self.name

        type_ = self.type_

        status = self.status

        speaker: dict[str, Any] | None | Unset
        if isinstance(self.speaker, Unset):
            speaker = UNSET
        elif isinstance(self.speaker, VoiceSpeaker):
            speaker = self.speaker.to_dict()
        else:
            speaker = self.speaker

        script_ids: list[Any] | Unset = UNSET
        if not isinstance(self.script_ids, Unset):
            script_ids = self.script_ids

        speaking_rate = self.speaking_rate

        gender = self.gender

        languages: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.languages, Unset):
            languages = []
            for languages_item_data in self.languages:
                languages_item = languages_item_data.to_dict()
                languages.append(languages_item)

        cloning_consent: None | str | Unset
        if isinstance(self.cloning_consent, Unset):
            cloning_consent = UNSET
        else:
            cloning_consent = self.cloning_consent

        clone_errors: list[Any] | Unset = UNSET
        if not isinstance(self.clone_errors, Unset):
            clone_errors = self.clone_errors

        language = self.language

        secondary_languages: list[str] | Unset = UNSET
        if not isinstance(self.secondary_languages, Unset):
            secondary_languages = self.secondary_languages

        service = self.service

        model_id = self.model_id

        preview_url = self.preview_url

        exclusive = self.exclusive

        custom = self.custom

        created = self.created

        updated = self.updated

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if id is not UNSET:
            field_dict["id"] = id
        if name is not UNSET:
            field_dict["name"] = name
        if type_ is not UNSET:
            field_dict["type"] = type_
        if status is not UNSET:
            field_dict["status"] = status
        if speaker is not UNSET:
            field_dict["speaker"] = speaker
        if script_ids is not UNSET:
            field_dict["script_ids"] = script_ids
        if speaking_rate is not UNSET:
            field_dict["speaking_rate"] = speaking_rate
        if gender is not UNSET:
            field_dict["gender"] = gender
        if languages is not UNSET:
            field_dict["languages"] = languages
        if cloning_consent is not UNSET:
            field_dict["cloning_consent"] = cloning_consent
        if clone_errors is not UNSET:
            field_dict["clone_errors"] = clone_errors
        if language is not UNSET:
            field_dict["language"] = language
        if secondary_languages is not UNSET:
            field_dict["secondary_languages"] = secondary_languages
        if service is not UNSET:
            field_dict["service"] = service
        if model_id is not UNSET:
            field_dict["model_id"] = model_id
        if preview_url is not UNSET:
            field_dict["preview_url"] = preview_url
        if exclusive is not UNSET:
            field_dict["exclusive"] = exclusive
        if custom is not UNSET:
            field_dict["custom"] = custom
        if created is not UNSET:
            field_dict["created"] = created
        if updated is not UNSET:
            field_dict["updated"] = updated

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        d = {**src_dict} if type(src_dict) is dict else _copy_of(src_dict)
        if (id := d.pop("id", UNSET)) is None:
            id = UNSET
        self.id = id

        if (name := d.pop("name", UNSET)) is None:
            name = UNSET
        self.name = name

        if (type_ := d.pop("type", UNSET)) is None:
            type_ = UNSET
        self.type_ = type_

        if (status := d.pop("status", UNSET)) is None:
            status = UNSET
        self.status = status

        try:
            _speaker = d.pop("speaker", UNSET)
            speaker: None | Unset | VoiceSpeaker
            if _speaker is None or _speaker is UNSET:
                speaker = _speaker
            else:
                speaker_type_1 = VoiceSpeaker.from_dict(_speaker)

                speaker = speaker_type_1

        except _UNREADABLE as _error:
            speaker = UNSET
            d["speaker"] = src_dict["speaker"]
            _warn_unread("Voice", "speaker", _error)
        self.speaker = speaker

        try:
            _script_ids = d.pop("script_ids", UNSET)
            script_ids: list[Any] | Unset = UNSET
            if _script_ids is not UNSET and _script_ids is not None:
                script_ids = _list_of(_script_ids)

        except _UNREADABLE as _error:
            script_ids = UNSET
            d["script_ids"] = src_dict["script_ids"]
            _warn_unread("Voice", "script_ids", _error)
        self.script_ids = script_ids

        if (speaking_rate := d.pop("speaking_rate", UNSET)) is None:
            speaking_rate = UNSET
        self.speaking_rate = speaking_rate

        if (gender := d.pop("gender", UNSET)) is None:
            gender = UNSET
        self.gender = gender

        try:
            _languages = d.pop("languages", UNSET)
            languages: list[VoiceLanguage] | Unset = UNSET
            if _languages is not UNSET and _languages is not None:
                languages = []
                for languages_item_data in _list_of(_languages):
                    try:
                        languages_item = VoiceLanguage.from_dict(languages_item_data)

                    except _UNREADABLE as _languages_item_error:
                        raise _unreadable(
                            f"[{len(languages)}]",
                            languages_item_data,
                            "VoiceLanguage",
                            _languages_item_error,
                        ) from None
                    languages.append(languages_item)

        except _UNREADABLE as _error:
            languages = UNSET
            d["languages"] = src_dict["languages"]
            _warn_unread("Voice", "languages", _error)
        self.languages = languages

        cloning_consent = d.pop("cloning_consent", UNSET)
        self.cloning_consent = cloning_consent

        try:
            _clone_errors = d.pop("clone_errors", UNSET)
            clone_errors: list[Any] | Unset = UNSET
            if _clone_errors is not UNSET and _clone_errors is not None:
                clone_errors = _list_of(_clone_errors)

        except _UNREADABLE as _error:
            clone_errors = UNSET
            d["clone_errors"] = src_dict["clone_errors"]
            _warn_unread("Voice", "clone_errors", _error)
        self.clone_errors = clone_errors

        language = d.pop("language", UNSET)
        self.language = language

        try:
            _secondary_languages = d.pop("secondary_languages", UNSET)
            secondary_languages: list[str] | Unset = UNSET
            if _secondary_languages is not UNSET and _secondary_languages is not None:
                secondary_languages = _list_of(_secondary_languages)

        except _UNREADABLE as _error:
            secondary_languages = UNSET
            d["secondary_languages"] = src_dict["secondary_languages"]
            _warn_unread("Voice", "secondary_languages", _error)
        self.secondary_languages = secondary_languages

        if (service := d.pop("service", UNSET)) is None:
            service = UNSET
        self.service = service

        if (model_id := d.pop("model_id", UNSET)) is None:
            model_id = UNSET
        self.model_id = model_id

        if (preview_url := d.pop("preview_url", UNSET)) is None:
            preview_url = UNSET
        self.preview_url = preview_url

        if (exclusive := d.pop("exclusive", UNSET)) is None:
            exclusive = UNSET
        self.exclusive = exclusive

        if (custom := d.pop("custom", UNSET)) is None:
            custom = UNSET
        self.custom = custom

        if (created := d.pop("created", UNSET)) is None:
            created = UNSET
        self.created = created

        if (updated := d.pop("updated", UNSET)) is None:
            updated = UNSET
        self.updated = updated

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
from ..models.voice_language import VoiceLanguage
from ..models.voice_speaker import VoiceSpeaker
