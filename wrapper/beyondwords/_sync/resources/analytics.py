# Derived from _async/resources/analytics.py by `make sync-twins`: change that file, not this one.
"""Analytics: how often and how long people listen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Unpack

from beyondwords_api.api.analytics import (
    content_analytics,
    content_analytics_list,
    organization_analytics,
    project_analytics,
)

from ..._pages import Paging
from ..pager import Pager
from . import Id, Resource, day_text, filter_list

if TYPE_CHECKING:
    from beyondwords_api.models import Aggregation, AnalyticsPeriod, ContentAnalytics, MediaFormat, MediaVariant

    Periods = list[AnalyticsPeriod]


class Analytics(Resource):
    """`bw.analytics`. Days are `datetime.date` or text like `2026-01-31`, the first and the last one that counts."""

    def of_organization(self, **which: Any) -> Periods:
        """Of your organization (`GET /organization/analytics`). Arguments: those of `of_project`."""
        return self._client.call(organization_analytics, **_which(**which))

    def of_project(
        self,
        *,
        aggregation: Aggregation | str | None = None,
        start: date | str | None = None,
        end: date | str | None = None,
        variants: Sequence[MediaVariant | str] | None = None,
        formats: Sequence[MediaFormat | str] | None = None,
        project_id: Id | None = None,
    ) -> Periods:
        """Of a project (`GET /projects/{id}/analytics`). Default: the client's.

        Args:
            aggregation: `hour`, `day`, `week`, `month`, `year` or `all`.
            start: The first day.
            end: The last day.
            variants: `article`, `summary`.
            formats: `audio`, `video`.
            project_id: Another project.
        """
        which = _which(aggregation=aggregation, start=start, end=end, variants=variants, formats=formats)
        return self._client.call(project_analytics, id=self._project(project_id), **which)

    def of_content(self, content_id: Id, *, project_id: Id | None = None, **which: Any) -> Periods:
        """Of a content item (`GET .../content/{id}/analytics`). Arguments: those of `of_project`."""
        project = self._project(project_id)
        return self._client.call(content_analytics, project_id=project, id=content_id, **_which(**which))

    def by_content(
        self,
        *,
        title: str | None = None,
        start: date | str | None = None,
        end: date | str | None = None,
        project_id: Id | None = None,
        **paging: Unpack[Paging],
    ) -> Pager[ContentAnalytics]:
        """Of each content item of a project (`GET .../content/analytics`).

        Args:
            title: Only items whose title contains this.
            start: The first day.
            end: The last day.
            project_id: Another project than the client's.
            **paging: `limit`, `offset` and `max_items`, all in rows, and `prefetch`, in pages.
        """
        return self._client.paginate(
            content_analytics_list,
            project_id=self._project(project_id),
            filter_title=title,
            time_range_start=day_text("start", start),
            time_range_end=day_text("end", end),
            **self._checked(self.by_content, paging),
        )


def _which(
    *,
    aggregation: Aggregation | str | None = None,
    start: date | str | None = None,
    end: date | str | None = None,
    variants: Sequence[MediaVariant | str] | None = None,
    formats: Sequence[MediaFormat | str] | None = None,
) -> dict[str, Any]:
    return {
        "aggregation": aggregation,
        "time_range_start": day_text("start", start),
        "time_range_end": day_text("end", end),
        "media_variants": filter_list("variants", variants),
        "media_formats": filter_list("formats", formats),
    }
