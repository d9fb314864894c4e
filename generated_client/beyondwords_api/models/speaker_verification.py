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

T = TypeVar("T", bound="SpeakerVerification")


@_attrs_define(repr=False)
class SpeakerVerification:
    """A speaker's consent to a voice.

    Examples:
        {'id': 2, 'voice_id': 3901, 'consent_statement': {'url': 'https://media.example.org/consent.mp3'}}

    """

    id: int | Unset = UNSET
    voice_id: int | Unset = UNSET
    note: None | str | Unset = UNSET
    consent_statement: FileUrl | Unset = UNSET
    """ Names a file by its public address. """
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
        if self.voice_id is not UNSET:
            _values["voice_id"] = self.voice_id
        note: None | str | Unset
        if isinstance(self.note, Unset):
            note = UNSET
        else:
            note = self.note
        if note is not UNSET:
            _values["note"] = note
        consent_statement: dict[str, Any] | Unset = UNSET
        if not isinstance(self.consent_statement, Unset):
            consent_statement = self.consent_statement.to_dict()
        if consent_statement is not UNSET:
            _values["consent_statement"] = consent_statement
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

        if (voice_id := _values.pop("voice_id", UNSET)) is None:
            voice_id = UNSET
        self.voice_id = voice_id

        note = _values.pop("note", UNSET)
        self.note = note

        try:
            _raw_consent_statement = _values.pop("consent_statement", UNSET)
            consent_statement: FileUrl | Unset = UNSET
            if (
                _raw_consent_statement is not UNSET
                and _raw_consent_statement is not None
            ):
                consent_statement = FileUrl.from_dict(_raw_consent_statement)

        except _UNREADABLE as _error:
            consent_statement = UNSET
            _values["consent_statement"] = src_dict["consent_statement"]
            _warn_unread("SpeakerVerification", "consent_statement", _error)
        self.consent_statement = consent_statement

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
from ..models.file_url import FileUrl
