from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.background_track_media import BackgroundTrackMedia
    from ..models.background_track_project import BackgroundTrackProject


T = TypeVar("T", bound="BackgroundTrack")


@_attrs_define
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
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.background_track_project import BackgroundTrackProject  # noqa: PLC0415

        id = self.id

        name = self.name

        volume = self.volume

        project: dict[str, Any] | None | Unset
        if isinstance(self.project, Unset):
            project = UNSET
        elif isinstance(self.project, BackgroundTrackProject):
            project = self.project.to_dict()
        else:
            project = self.project

        media: dict[str, Any] | Unset = UNSET
        if not isinstance(self.media, Unset):
            media = self.media.to_dict()

        created = self.created

        updated = self.updated

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if id is not UNSET:
            field_dict["id"] = id
        if name is not UNSET:
            field_dict["name"] = name
        if volume is not UNSET:
            field_dict["volume"] = volume
        if project is not UNSET:
            field_dict["project"] = project
        if media is not UNSET:
            field_dict["media"] = media
        if created is not UNSET:
            field_dict["created"] = created
        if updated is not UNSET:
            field_dict["updated"] = updated

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.background_track_media import BackgroundTrackMedia  # noqa: PLC0415
        from ..models.background_track_project import BackgroundTrackProject  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id", UNSET)

        name = d.pop("name", UNSET)

        volume = d.pop("volume", UNSET)

        def _parse_project(data: object) -> BackgroundTrackProject | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                project_type_0 = BackgroundTrackProject.from_dict(data)

                return project_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(BackgroundTrackProject | None | Unset, data)

        project = _parse_project(d.pop("project", UNSET))

        _media = d.pop("media", UNSET)
        media: BackgroundTrackMedia | Unset
        if isinstance(_media, Unset):
            media = UNSET
        else:
            media = BackgroundTrackMedia.from_dict(_media)

        created = d.pop("created", UNSET)

        updated = d.pop("updated", UNSET)

        background_track = cls(
            id=id,
            name=name,
            volume=volume,
            project=project,
            media=media,
            created=created,
            updated=updated,
        )

        background_track.additional_properties = d
        return background_track

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
