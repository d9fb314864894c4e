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

T = TypeVar("T", bound="BackgroundTrackInput")


@_attrs_define(repr=False)
class BackgroundTrackInput:
    """A background track.

    Examples:
        {'name': 'Slow piano', 'volume': 40, 'media': {'url': 'https://media.example.org/piano.mp3'}}

    """

    name: str | Unset = UNSET
    volume: int | Unset = UNSET
    """ Percent. """
    project: None | Reference | Unset = UNSET
    """ `project` in the API's description. """
    media: FileUrl | Unset = UNSET
    """ Names a file by its public address. """
    additional_properties: dict[str, Any] = _attrs_field(factory=dict, kw_only=True)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        _values: dict[str, Any] = {}
        _values.update(self.additional_properties)
        if self.name is not UNSET:
            _values["name"] = self.name
        if self.volume is not UNSET:
            _values["volume"] = self.volume
        project: dict[str, Any] | None | Unset
        if isinstance(self.project, Unset):
            project = UNSET
        elif isinstance(self.project, Reference):
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

        return _values

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        _values = {**src_dict} if type(src_dict) is dict else _copy_of(src_dict)
        if (name := _values.pop("name", UNSET)) is None:
            name = UNSET
        self.name = name

        if (volume := _values.pop("volume", UNSET)) is None:
            volume = UNSET
        self.volume = volume

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
            _warn_unread("BackgroundTrackInput", "project", _error)
        self.project = project

        try:
            _raw_media = _values.pop("media", UNSET)
            media: FileUrl | Unset = UNSET
            if _raw_media is not UNSET and _raw_media is not None:
                media = FileUrl.from_dict(_raw_media)

        except _UNREADABLE as _error:
            media = UNSET
            _values["media"] = src_dict["media"]
            _warn_unread("BackgroundTrackInput", "media", _error)
        self.media = media

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
from ..models.reference import Reference
