# Derived from _async/resources/webhooks.py by `make sync-twins`: change that file, not this one.
"""Webhooks: what is called when audio is ready. Reading what they send is in `beyondwords.webhooks`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from beyondwords_api.api.webhooks import (
    projects_webhooks_create,
    projects_webhooks_delete,
    projects_webhooks_index,
    projects_webhooks_show,
    projects_webhooks_test,
    projects_webhooks_update,
)

from ..._pages import Paging
from ..pager import Pager
from . import Id, Resource

if TYPE_CHECKING:
    from beyondwords_api.models import NewWebhook, Webhook, WebhookTest, WebhookUpdate


class Webhooks(Resource):
    """`bw.webhooks`. Each method is about the client's project, or that of `project_id`.

    Paths and fields of these operations were read in no vendor page; they are inferred from clients.
    """

    def list(self, *, project_id: Id | None = None, **paging: Unpack[Paging]) -> Pager[Webhook]:
        """The webhooks of a project (`GET /projects/{project_id}/webhooks`)."""
        return self._client.paginate(
            projects_webhooks_index, project_id=self._project(project_id), **self._checked(self.list, paging)
        )

    def get(self, webhook_id: Id, *, project_id: Id | None = None) -> Webhook:
        """One webhook (`GET .../webhooks/{id}`)."""
        project = self._project(project_id)
        return self._client.call(projects_webhooks_show, project_id=project, id=webhook_id)

    def create(self, webhook: NewWebhook, *, project_id: Id | None = None) -> Webhook:
        """Add a webhook (`POST .../webhooks`)."""
        return self._client.call(projects_webhooks_create, project_id=self._project(project_id), body=webhook)

    def update(self, webhook_id: Id, changes: WebhookUpdate, *, project_id: Id | None = None) -> Webhook:
        """Change a webhook (`PUT .../webhooks/{id}`)."""
        project = self._project(project_id)
        return self._client.call(projects_webhooks_update, project_id=project, id=webhook_id, body=changes)

    def delete(self, webhook_id: Id, *, project_id: Id | None = None) -> None:
        """Delete a webhook (`DELETE .../webhooks/{id}`)."""
        project = self._project(project_id)
        self._client.call(projects_webhooks_delete, project_id=project, id=webhook_id)

    def test(self, test: WebhookTest, *, project_id: Id | None = None) -> None:
        """Have a test event sent (`POST .../webhooks/test`)."""
        self._client.call(projects_webhooks_test, project_id=self._project(project_id), body=test)
