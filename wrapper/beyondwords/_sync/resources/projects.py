# Derived from _async/resources/projects.py by `make sync-twins`: change that file, not this one.
"""Projects: where content, voices and settings belong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from beyondwords_api.api.projects import (
    projects_create,
    projects_delete,
    projects_index,
    projects_show,
    projects_update,
)

from ..._pages import Paging
from ..pager import Pager
from . import Id, Resource

if TYPE_CHECKING:
    from beyondwords_api.models import NewProject, OrderDirection, Project, ProjectOrder, ProjectUpdate


class Projects(Resource):
    """`bw.projects`."""

    def list(
        self,
        *,
        name: str | None = None,
        language: str | None = None,
        environment: str | None = None,
        order_by: ProjectOrder | str | None = None,
        order: OrderDirection | str | None = None,
        **paging: Unpack[Paging],
    ) -> Pager[Project]:
        """The projects that the API key may see (`GET /projects`).

        Args:
            name: Only projects whose name contains this.
            language: Only projects in this language, by its code, for example `en_US`.
            environment: `production` or `staging`.
            order_by: `name` or `created`.
            order: `asc` or `desc`.
            **paging: `limit`, `offset` and `max_items`, all in rows, and `prefetch`, in pages.
        """
        return self._client.paginate(
            projects_index,
            filter_name=name,
            filter_language_code=language,
            filter_environment=environment,
            order_by=order_by,
            order_dir=order,
            **self._checked(self.list, paging),
        )

    def get(self, project_id: Id | None = None) -> Project:
        """One project (`GET /projects/{id}`). Default: the client's."""
        return self._client.call(projects_show, id=self._project(project_id))

    def create(self, project: NewProject) -> Project:
        """Make a project (`POST /projects`)."""
        return self._client.call(projects_create, body=project)

    def update(self, changes: ProjectUpdate, *, project_id: Id | None = None) -> Project:
        """Change a project (`PUT /projects/{id}`). Default: the client's."""
        return self._client.call(projects_update, id=self._project(project_id), body=changes)

    def delete(self, project_id: Id) -> None:
        """Delete a project with all its content (`DELETE /projects/{id}`)."""
        self._client.call(projects_delete, id=project_id)
