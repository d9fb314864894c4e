from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNREADABLE as _UNREADABLE
from ..types import UNSET, Unset
from ..types import copy_of as _copy_of
from ..types import model_repr as _model_repr
from ..types import warn_unread as _warn_unread

T = TypeVar("T", bound="SpeakerVerification")


_OPTIONAL: frozenset[str] = frozenset(
    (
        "id",
        "voice_id",
        "consent_statement",
        "created",
        "updated",
    )
)
_REQUIRED: frozenset[str] = frozenset()


@_attrs_define(repr=False)
class SpeakerVerification:
    """A speaker's consent to a voice.

    Example:
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
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        voice_id = self.voice_id

        note: None | str | Unset
        if isinstance(self.note, Unset):
            note = UNSET
        else:
            note = self.note

        consent_statement: dict[str, Any] | Unset = UNSET
        if not isinstance(self.consent_statement, Unset):
            consent_statement = self.consent_statement.to_dict()

        created = self.created

        updated = self.updated

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if id is not UNSET:
            field_dict["id"] = id
        if voice_id is not UNSET:
            field_dict["voice_id"] = voice_id
        if note is not UNSET:
            field_dict["note"] = note
        if consent_statement is not UNSET:
            field_dict["consent_statement"] = consent_statement
        if created is not UNSET:
            field_dict["created"] = created
        if updated is not UNSET:
            field_dict["updated"] = updated

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = _copy_of(src_dict, _OPTIONAL, _REQUIRED)
        id = d.pop("id", UNSET)

        voice_id = d.pop("voice_id", UNSET)

        try:

            def _parse_note(data: object) -> None | str | Unset:
                if data is None:
                    return data
                if isinstance(data, Unset):
                    return data
                return cast(None | str | Unset, data)

            note = _parse_note(d.pop("note", UNSET))

        except _UNREADABLE as _error:
            note = UNSET
            d["note"] = src_dict["note"]
            _warn_unread("SpeakerVerification", "note", _error)

        try:
            _consent_statement = d.pop("consent_statement", UNSET)
            consent_statement: FileUrl | Unset
            if isinstance(_consent_statement, Unset):
                consent_statement = UNSET
            else:
                consent_statement = FileUrl.from_dict(_consent_statement)

        except _UNREADABLE as _error:
            consent_statement = UNSET
            d["consent_statement"] = src_dict["consent_statement"]
            _warn_unread("SpeakerVerification", "consent_statement", _error)

        created = d.pop("created", UNSET)

        updated = d.pop("updated", UNSET)

        speaker_verification = cls(
            id=id,
            voice_id=voice_id,
            note=note,
            consent_statement=consent_statement,
            created=created,
            updated=updated,
        )

        speaker_verification.additional_properties = d
        return speaker_verification

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
