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

T = TypeVar("T", bound="BackgroundTrack")


@_attrs_define(repr=False)
class BackgroundTrack:
    """`backgroundTrackModel` in the API's description."""

    id: int | Unset = UNSET
    """ Unique identifier for the object """
    name: str | Unset = UNSET
    """ The background track name """
    volume: int | Unset = UNSET
    """ Percent volume of the track """
    project: BackgroundTrackProject | None | Unset = UNSET
    """ `project` in the API's description. """
    media: BackgroundTrackMedia | Unset = UNSET
    """ `media` in the API's description. """
    created: str | Unset = UNSET
    """ Time at which the object was created (ISO 8601) """
    updated: str | Unset = UNSET
    """ Time at which the object was updated (ISO 8601) """
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
        if self.volume is not UNSET:
            _values["volume"] = self.volume
        project: dict[str, Any] | None | Unset
        if isinstance(self.project, Unset):
            project = UNSET
        elif isinstance(self.project, BackgroundTrackProject):
            project = self.project.to_dict()
        else:
            project = self.project
        if project is not UNSET:
            _values["project"] = project
        media: dict[str, Any] | Unset = UNSET
        if not isinstance(self.media, Unset):
            media = self.media.to_dict()
        if media is not UNSET:
            _values["media"] = media
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

        if (volume := _values.pop("volume", UNSET)) is None:
            volume = UNSET
        self.volume = volume

        try:
            _raw_project = _values.pop("project", UNSET)
            project: BackgroundTrackProject | None | Unset
            if _raw_project is None or _raw_project is UNSET:
                project = _raw_project
            else:
                project_type_0 = BackgroundTrackProject.from_dict(_raw_project)

                project = project_type_0

        except _UNREADABLE as _error:
            project = UNSET
            _values["project"] = src_dict["project"]
            _warn_unread("BackgroundTrack", "project", _error)
        self.project = project

        try:
            _raw_media = _values.pop("media", UNSET)
            media: BackgroundTrackMedia | Unset = UNSET
            if _raw_media is not UNSET and _raw_media is not None:
                media = BackgroundTrackMedia.from_dict(_raw_media)

        except _UNREADABLE as _error:
            media = UNSET
            _values["media"] = src_dict["media"]
            _warn_unread("BackgroundTrack", "media", _error)
        self.media = media

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
from ..models.background_track_media import BackgroundTrackMedia
from ..models.background_track_project import BackgroundTrackProject
