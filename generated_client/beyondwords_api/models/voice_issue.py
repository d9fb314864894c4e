from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.voice_issue_label import VoiceIssueLabel
from ..types import UNREADABLE as _UNREADABLE
from ..types import UNSET, Unset
from ..types import copy_of as _copy_of
from ..types import model_repr as _model_repr
from ..types import warn_unread as _warn_unread

T = TypeVar("T", bound="VoiceIssue")


@_attrs_define(repr=False)
class VoiceIssue:
    """Something wrong with audio. Its fields are inferred from the request.

    Examples:
        {'id': 4, 'label': 'incorrect_pausing', 'description': 'Too long a pause after the title'}

    """

    id: int | Unset = UNSET
    label: VoiceIssueLabel | Unset = UNSET
    """ The kind of an issue. """
    status: str | Unset = UNSET
    description: str | Unset = UNSET
    project: ProjectReference | Unset = UNSET
    """ A project that an object belongs to. """
    content: VoiceIssueContent | Unset = UNSET
    """ The content item with the issue. """
    media: FileUrl | Unset = UNSET
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
        label: str | Unset = UNSET
        if not isinstance(self.label, Unset):
            label = self.label.value

        if label is not UNSET:
            _values["label"] = label
        if self.status is not UNSET:
            _values["status"] = self.status
        if self.description is not UNSET:
            _values["description"] = self.description
        project: dict[str, Any] | Unset = UNSET
        if not isinstance(self.project, Unset):
            project = self.project.to_dict()
        if project is not UNSET:
            _values["project"] = project
        content: dict[str, Any] | Unset = UNSET
        if not isinstance(self.content, Unset):
            content = self.content.to_dict()
        if content is not UNSET:
            _values["content"] = content
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

        try:
            _raw_label = _values.pop("label", UNSET)
            label: VoiceIssueLabel | Unset = UNSET
            if _raw_label is not UNSET and _raw_label is not None:
                label = VoiceIssueLabel(_raw_label)

        except _UNREADABLE as _error:
            label = UNSET
            _values["label"] = src_dict["label"]
            _warn_unread("VoiceIssue", "label", _error)
        self.label = label

        if (status := _values.pop("status", UNSET)) is None:
            status = UNSET
        self.status = status

        if (description := _values.pop("description", UNSET)) is None:
            description = UNSET
        self.description = description

        try:
            _raw_project = _values.pop("project", UNSET)
            project: ProjectReference | Unset = UNSET
            if _raw_project is not UNSET and _raw_project is not None:
                project = ProjectReference.from_dict(_raw_project)

        except _UNREADABLE as _error:
            project = UNSET
            _values["project"] = src_dict["project"]
            _warn_unread("VoiceIssue", "project", _error)
        self.project = project

        try:
            _raw_content = _values.pop("content", UNSET)
            content: VoiceIssueContent | Unset = UNSET
            if _raw_content is not UNSET and _raw_content is not None:
                content = VoiceIssueContent.from_dict(_raw_content)

        except _UNREADABLE as _error:
            content = UNSET
            _values["content"] = src_dict["content"]
            _warn_unread("VoiceIssue", "content", _error)
        self.content = content

        try:
            _raw_media = _values.pop("media", UNSET)
            media: FileUrl | Unset = UNSET
            if _raw_media is not UNSET and _raw_media is not None:
                media = FileUrl.from_dict(_raw_media)

        except _UNREADABLE as _error:
            media = UNSET
            _values["media"] = src_dict["media"]
            _warn_unread("VoiceIssue", "media", _error)
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
from ..models.file_url import FileUrl
from ..models.project_reference import ProjectReference
from ..models.voice_issue_content import VoiceIssueContent
