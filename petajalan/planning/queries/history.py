"""The trail of a plan: of one indicator, or of everything in it.

Everybody who may read a plan may read how it came about; the view asks for that. The trail of the whole agency, with
its people and sign-ins, is for fewer (`accounts.queries.trail`).
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import CharField, Q, QuerySet
from django.db.models.functions import Cast
from django.utils import timezone

from petajalan.accounts.models import Agency
from petajalan.accounts.queries.trail import TrailRow, in_words
from petajalan.common.models import AuditEntry
from petajalan.planning.models import Indicator, IndicatorRow, RoadMap
from petajalan.planning.models.rows import PlanRow

A_FEW = 30
NOT_OF_THE_PLAN = ("planning.regulation",)


def of_indicator(indicator: Indicator) -> list[TrailRow]:
    """What happened to an indicator, to those that were joined into it and to rows that name it, in every version of
    the plan, the newest first. One query."""
    joined = [one["pk"] for one in indicator.joined]
    keys = [indicator.key, *(one["key"] for one in indicator.joined)]
    versions = Indicator.objects.filter(agency=indicator.agency_id, key__in=keys).annotate(text=Cast("pk", CharField()))
    rows = IndicatorRow.objects.filter(agency=indicator.agency_id, indicator__key__in=keys)
    rows = rows.annotate(text=Cast("pk", CharField()))
    entries = AuditEntry.objects.filter(
        Q(object_key__in=versions.values("text"), object_type=Indicator._meta.label_lower)
        | Q(object_key__in=[str(pk) for pk in joined], object_type=Indicator._meta.label_lower)
        | Q(
            object_key__in=rows.values("text"),
            object_type=IndicatorRow._meta.label_lower,
            action="indicator_row_changed",
        ),
        agency=indicator.agency_id,
    )
    # Joining is in the trail of both; here once.
    twice = Q(action="indicators_joined", object_key__in=[str(pk) for pk in joined])
    return [in_words(entry) for entry in entries.exclude(twice).order_by("-at", "-pk")[:A_FEW]]


def of_row(agency: Agency, model: type[PlanRow], key: UUID) -> list[TrailRow]:
    """What happened to one row in every version of the plan, the newest first. One query."""
    versions = model._default_manager.filter(agency=agency, key=key).annotate(text=Cast("pk", CharField()))
    entries = AuditEntry.objects.filter(
        agency=agency, object_type=model._meta.label_lower, object_key__in=versions.values("text")
    )
    return [in_words(entry) for entry in entries.order_by("-at", "-pk")[:A_FEW]]


def of_plan(
    agency: Agency,
    *,
    version: RoadMap | None = None,
    kind: str = "",
    who: str = "",
    first: date | None = None,
    last: date | None = None,
) -> QuerySet[AuditEntry]:
    """What happened to the plan of an agency, the newest first, in all its versions or one; `kind` is the name of a
    model ("indicator")."""
    entries = AuditEntry.objects.filter(agency=agency, object_type__startswith="planning.")
    if version is not None:
        entries = entries.filter(whole=version.audit_whole)
    if kind:
        entries = entries.filter(object_type=f"planning.{kind}")
    if who:
        entries = entries.filter(actor_name=who)
    if first:
        entries = entries.filter(at__gte=_midnight(first))
    if last:
        entries = entries.filter(at__lt=_midnight(last) + timedelta(days=1))
    return entries.exclude(object_type__in=NOT_OF_THE_PLAN).order_by("-at", "-pk")


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def people_of_plan(agency: Agency) -> list[str]:
    names = of_plan(agency).order_by("actor_name").values_list("actor_name", flat=True)
    return list(names.distinct())
