from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNREADABLE as _UNREADABLE
from ..types import UNSET, Unset
from ..types import copy_of as _copy_of
from ..types import model_repr as _model_repr
from ..types import parse_timestamp as _parse_timestamp
from ..types import warn_unread as _warn_unread

T = TypeVar("T", bound="VoicePermission")


@_attrs_define(repr=False)
class VoicePermission:
    """Whether a project may use a voice.

    Examples:
        {'id': 5, 'project': {'id': 4021, 'name': 'Harbour News'}, 'voice': {'id': 2517, 'name': 'Ava'}, 'included':
            True}

    """

    id: int | Unset = UNSET
    project: ProjectReference | Unset = UNSET
    """ A project that an object belongs to. """
    voice: VoiceReference | Unset = UNSET
    """ A voice that an object names. """
    included: bool | Unset = UNSET
    created: datetime.datetime | Unset = UNSET
    """ When it was created. """
    updated: datetime.datetime | Unset = UNSET
    """ When it was last changed. """
    additional_properties: dict[str, Any] = _attrs_field(factory=dict, kw_only=True)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        _values: dict[str, Any] = {}
        _values.update(self.additional_properties)
        if self.id is not UNSET:
            _values["id"] = self.id
        project: dict[str, Any] | Unset = UNSET
        if not isinstance(self.project, Unset):
            project = self.project.to_dict()
        if project is not UNSET:
            _values["project"] = project
        voice: dict[str, Any] | Unset = UNSET
        if not isinstance(self.voice, Unset):
            voice = self.voice.to_dict()
        if voice is not UNSET:
            _values["voice"] = voice
        if self.included is not UNSET:
            _values["included"] = self.included
        created: str | Unset = UNSET
        if not isinstance(self.created, Unset):
            created = self.created.isoformat()
        if created is not UNSET:
            _values["created"] = created
        updated: str | Unset = UNSET
        if not isinstance(self.updated, Unset):
            updated = self.updated.isoformat()
        if updated is not UNSET:
            _values["updated"] = updated

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
            project: ProjectReference | Unset = UNSET
            if _raw_project is not UNSET and _raw_project is not None:
                project = ProjectReference.from_dict(_raw_project)

        except _UNREADABLE as _error:
            project = UNSET
            _values["project"] = src_dict["project"]
            _warn_unread("VoicePermission", "project", _error)
        self.project = project

        try:
            _raw_voice = _values.pop("voice", UNSET)
            voice: VoiceReference | Unset = UNSET
            if _raw_voice is not UNSET and _raw_voice is not None:
                voice = VoiceReference.from_dict(_raw_voice)

        except _UNREADABLE as _error:
            voice = UNSET
            _values["voice"] = src_dict["voice"]
            _warn_unread("VoicePermission", "voice", _error)
        self.voice = voice

        if (included := _values.pop("included", UNSET)) is None:
            included = UNSET
        self.included = included

        try:
            _raw_created = _values.pop("created", UNSET)
            created: datetime.datetime | Unset = UNSET
            if _raw_created is not UNSET and _raw_created is not None:
                created = _parse_timestamp(_raw_created)

        except _UNREADABLE as _error:
            created = UNSET
            _values["created"] = src_dict["created"]
            _warn_unread("VoicePermission", "created", _error)
        self.created = created

        try:
            _raw_updated = _values.pop("updated", UNSET)
            updated: datetime.datetime | Unset = UNSET
            if _raw_updated is not UNSET and _raw_updated is not None:
                updated = _parse_timestamp(_raw_updated)

        except _UNREADABLE as _error:
            updated = UNSET
            _values["updated"] = src_dict["updated"]
            _warn_unread("VoicePermission", "updated", _error)
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
from ..models.project_reference import ProjectReference
from ..models.voice_reference import VoiceReference
