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

T = TypeVar("T", bound="VoiceIssueInput")


_OPTIONAL: frozenset[str] = frozenset(
    (
        "label",
        "description",
        "project",
        "content",
        "media",
    )
)
_REQUIRED: frozenset[str] = frozenset()


@_attrs_define(repr=False)
class VoiceIssueInput:
    """What is wrong with audio.

    Example:
        {'label': 'incorrect_pausing', 'description': 'Too long a pause after the title', 'project': {'id': 4021}}

    """

    label: VoiceIssueLabel | Unset = UNSET
    """ The kind of an issue. """
    description: str | Unset = UNSET
    project: Reference | Unset = UNSET
    """ Names an object by its id. """
    content: VoiceIssueContent | Unset = UNSET
    """ The content item with the issue. """
    media: FileUrl | Unset = UNSET
    """ Names a file by its public address. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        label: str | Unset = UNSET
        if not isinstance(self.label, Unset):
            label = self.label.value

        description = self.description

        project: dict[str, Any] | Unset = UNSET
        if not isinstance(self.project, Unset):
            project = self.project.to_dict()

        content: dict[str, Any] | Unset = UNSET
        if not isinstance(self.content, Unset):
            content = self.content.to_dict()

        media: dict[str, Any] | Unset = UNSET
        if not isinstance(self.media, Unset):
            media = self.media.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if label is not UNSET:
            field_dict["label"] = label
        if description is not UNSET:
            field_dict["description"] = description
        if project is not UNSET:
            field_dict["project"] = project
        if content is not UNSET:
            field_dict["content"] = content
        if media is not UNSET:
            field_dict["media"] = media

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = _copy_of(src_dict, _OPTIONAL, _REQUIRED)
        try:
            _label = d.pop("label", UNSET)
            label: VoiceIssueLabel | Unset
            if isinstance(_label, Unset):
                label = UNSET
            else:
                label = VoiceIssueLabel(_label)

        except _UNREADABLE as _error:
            label = UNSET
            d["label"] = src_dict["label"]
            _warn_unread("VoiceIssueInput", "label", _error)

        description = d.pop("description", UNSET)

        try:
            _project = d.pop("project", UNSET)
            project: Reference | Unset
            if isinstance(_project, Unset):
                project = UNSET
            else:
                project = Reference.from_dict(_project)

        except _UNREADABLE as _error:
            project = UNSET
            d["project"] = src_dict["project"]
            _warn_unread("VoiceIssueInput", "project", _error)

        try:
            _content = d.pop("content", UNSET)
            content: VoiceIssueContent | Unset
            if isinstance(_content, Unset):
                content = UNSET
            else:
                content = VoiceIssueContent.from_dict(_content)

        except _UNREADABLE as _error:
            content = UNSET
            d["content"] = src_dict["content"]
            _warn_unread("VoiceIssueInput", "content", _error)

        try:
            _media = d.pop("media", UNSET)
            media: FileUrl | Unset
            if isinstance(_media, Unset):
                media = UNSET
            else:
                media = FileUrl.from_dict(_media)

        except _UNREADABLE as _error:
            media = UNSET
            d["media"] = src_dict["media"]
            _warn_unread("VoiceIssueInput", "media", _error)

        voice_issue_input = cls(
            label=label,
            description=description,
            project=project,
            content=content,
            media=media,
        )

        voice_issue_input.additional_properties = d
        return voice_issue_input

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
from ..models.voice_issue_content import VoiceIssueContent
