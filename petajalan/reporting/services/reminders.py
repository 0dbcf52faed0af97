"""Reminding: one digest for a person and a day, in the application and by mail."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import formats, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from petajalan.accounts.models import Agency
from petajalan.common import outbox
from petajalan.common.models import OutboxMail
from petajalan.reporting.choices import DeadlineKind
from petajalan.reporting.models import Reminder
from petajalan.reporting.queries.reminders import Digest, Reminding, digests
from petajalan.reporting.words import period_words

LOUD = range(7, 18)  # hours of the agency in which the worker reminds; outside of them it is quiet


def is_quiet(agency: Agency, at: datetime) -> bool:
    return at.astimezone(ZoneInfo(agency.time_zone)).hour not in LOUD


def send_reminders(*, agency: Agency, day: date, at: datetime) -> list[tuple[Digest, OutboxMail]]:
    """The digests that nobody sent yet that day, with their mails. A second call, or another worker, sends nothing."""
    sent = []
    for digest in digests(agency, day):
        try:
            with transaction.atomic():
                Reminder.objects.create(agency=agency, user=digest.user, day=day, items=as_data(digest))
                sent.append((digest, _mail(agency, digest, at)))
        except IntegrityError:  # the row of that person and day is there: it went out already
            continue
    return sent


def as_data(digest: Digest) -> list[dict[str, Any]]:
    return [
        {
            "kind": one.thing.dates.kind,
            "period": one.thing.dates.period,
            "unit": one.thing.unit.name,
            "due": one.thing.dates.due.isoformat(),
            "closed": one.thing.dates.closed.isoformat(),
            "stage": one.stage,
            "repair": one.thing.repair,
        }
        for one in digest.items
    ]


def _mail(agency: Agency, digest: Digest, at: datetime) -> OutboxMail:
    count = len(digest.items)
    with translation.override(digest.user.language or "id"):
        subject = ngettext("%(count)d kewajiban menunggu Anda", "%(count)d kewajiban menunggu Anda", count)
        lines = [
            _("Yth. %(name)s,") % {"name": digest.user.full_name},
            "",
            _("Yang masih menunggu di %(agency)s:") % {"agency": agency.name},
            *(f"- {line}" for line in _lines(digest)),
            "",
            _("Surel ini tidak dikirim bila tidak ada yang menunggu. Hari libur dan malam tidak diganggu."),
        ]
        if settings.PUBLIC_URL:
            lines.insert(-1, settings.PUBLIC_URL.rstrip("/") + reverse("reminders", args=[agency.slug]))
        return outbox.write(
            to=digest.user.email, subject=subject % {"count": count}, body="\n".join(lines), at=at, agency=agency
        )


def _lines(digest: Digest) -> Iterator[str]:
    for one in digest.items:
        told = {
            "kind": DeadlineKind(one.thing.dates.kind).label,
            "period": period_words(one.thing.dates.period),
            "unit": one.thing.unit.name,
            "when": _when(one),
        }
        if one.thing.repair:
            yield _("%(kind)s %(period)s, %(unit)s (perlu diperbaiki): %(when)s") % told
        else:
            yield _("%(kind)s %(period)s, %(unit)s: %(when)s") % told


def _when(one: Reminding) -> str:
    dates = {
        "due": formats.date_format(one.thing.dates.due, "j F Y"),
        "closed": formats.date_format(one.thing.dates.closed, "j F Y"),
    }
    if one.stage == "overdue":
        return _("terlambat sejak %(due)s, ditutup %(closed)s") % dates
    if one.stage == "due":
        return _("tenggatnya hari ini, %(due)s; ditutup %(closed)s") % dates
    return _("tenggat %(due)s, ditutup %(closed)s") % dates
