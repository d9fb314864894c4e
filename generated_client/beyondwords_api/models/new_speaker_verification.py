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

T = TypeVar("T", bound="NewSpeakerVerification")


_OPTIONAL: frozenset[str] = frozenset(("consent_statement",))
_REQUIRED: frozenset[str] = frozenset()


@_attrs_define(repr=False)
class NewSpeakerVerification:
    """A speaker's consent to send.

    Example:
        {'consent_statement': {'url': 'https://media.example.org/consent.mp3'}}

    """

    note: None | str | Unset = UNSET
    consent_statement: FileUrl | Unset = UNSET
    """ Names a file by its public address. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        note: None | str | Unset
        if isinstance(self.note, Unset):
            note = UNSET
        else:
            note = self.note

        consent_statement: dict[str, Any] | Unset = UNSET
        if not isinstance(self.consent_statement, Unset):
            consent_statement = self.consent_statement.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if note is not UNSET:
            field_dict["note"] = note
        if consent_statement is not UNSET:
            field_dict["consent_statement"] = consent_statement

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = _copy_of(src_dict, _OPTIONAL, _REQUIRED)
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
            _warn_unread("NewSpeakerVerification", "note", _error)

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
            _warn_unread("NewSpeakerVerification", "consent_statement", _error)

        new_speaker_verification = cls(
            note=note,
            consent_statement=consent_statement,
        )

        new_speaker_verification.additional_properties = d
        return new_speaker_verification

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
