"""The audit trail of an agency, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from django.db.models import QuerySet
from django.utils import timezone

from petajalan.common import audit
from petajalan.common.models import AuditEntry

if TYPE_CHECKING:
    from petajalan.accounts.models import Agency, User


@dataclass(frozen=True, slots=True)
class Change:
    """One field of an entry. `before` is "" where the field had no value before, `after` where it has none now."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class TrailRow:
    at: datetime
    who: str
    what: str
    about: str
    reason: str
    changes: tuple[Change, ...]


def trail(
    *, agency: Agency, user: User, action: str = "", who: str = "", first: date | None = None, last: date | None = None
) -> QuerySet[AuditEntry]:
    """Entries of the agency that the person may see, newest first; days are days of the active time zone."""
    entries = AuditEntry.objects.visible_to(user).filter(agency=agency)
    if action:
        entries = entries.filter(action=action)
    if who:
        entries = entries.filter(actor_name=who)
    if first:
        entries = entries.filter(at__gte=_midnight(first))
    if last:
        entries = entries.filter(at__lt=_midnight(last + timedelta(days=1)))
    return entries


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def people_in_trail(*, agency: Agency, user: User) -> list[str]:
    entries = AuditEntry.objects.visible_to(user).filter(agency=agency)
    return list(entries.order_by("actor_name").values_list("actor_name", flat=True).distinct())


def in_words(entry: AuditEntry) -> TrailRow:
    # Databases keep the keys of a JSON object in their own order.
    fields = sorted((audit.field_words(field), field) for field in {*entry.before, *entry.after})
    changes = (
        Change(
            field=words,
            before=audit.value_words(field, entry.before[field]) if field in entry.before else "",
            after=audit.value_words(field, entry.after[field]) if field in entry.after else "",
        )
        for words, field in fields
    )
    return TrailRow(
        at=entry.at,
        who=entry.actor_name,
        what=audit.action_words(entry.action),
        about=entry.object_name,
        reason=entry.reason,
        changes=tuple(changes),
    )
