"""Filters that several lists share."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any

from django.db.models import CharField, Exists, Model, OuterRef, Q, QuerySet
from django.db.models.functions import Cast
from msgspec import Meta

from petajalan.common.models import AuditEntry
from petajalan.reporting.services.calendar import YEARS

Year = Annotated[int, Meta(ge=YEARS[0], le=YEARS[-1])]
Month = Annotated[int, Meta(ge=1, le=12)]
Quarter = Annotated[int, Meta(ge=1, le=4)]
Since = Annotated[datetime, Meta(tz=True, description="A moment with its offset, such as 2025-03-01T00:00:00Z")]


def changed_since(
    rows: QuerySet[Any], moment: datetime, *, parts: Mapping[type[Model], str] | None = None
) -> QuerySet[Any]:
    """Rows that the trail says were written to since, or one of whose `parts` was: a model, and its field that names
    the row."""
    wanted: Q | Exists = Exists(_entries(rows.model, moment, OuterRef("pk"), OuterRef("agency")))
    for part, name in (parts or {}).items():
        inside = part._default_manager.filter(**{name: OuterRef("pk")})
        written = Exists(_entries(part, moment, OuterRef("pk"), OuterRef("agency")))
        wanted = Q(wanted) | Q(Exists(inside.filter(written)))
    return rows.filter(wanted)


def _entries(model: type[Model], moment: datetime, key: OuterRef, agency: OuterRef) -> QuerySet[AuditEntry]:
    return AuditEntry.objects.filter(
        agency=agency, object_type=model._meta.label_lower, object_key=Cast(key, CharField()), at__gte=moment
    )
