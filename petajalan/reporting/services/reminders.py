"""Reminding: one digest for a person and a day, in the application and by mail."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from itertools import groupby
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
from petajalan.reporting.models import Reminder
from petajalan.reporting.queries.owed import State
from petajalan.reporting.queries.reminders import Digest, Reminding, digests

LOUD = range(7, 18)  # hours of the agency in which the worker reminds; outside of them it is quiet
NAMED = 3  # units that one line of a mail names


def is_quiet(agency: Agency, at: datetime) -> bool:
    return at.astimezone(ZoneInfo(agency.time_zone)).hour not in LOUD


def send_reminders(*, agency: Agency, day: date, at: datetime) -> list[tuple[Digest, OutboxMail]]:
    """The digests that nobody sent yet that day, with their mails. A second call, or another worker, sends nothing."""
    sent = []
    for digest in digests(agency, day):
        try:
            with transaction.atomic(), translation.override(digest.user.language or "id"):
                Reminder.objects.create(agency=agency, user=digest.user, day=day, items=as_data(digest))
                sent.append((digest, _mail(agency, digest, at)))
        except IntegrityError:  # the row of that person and day is there: it went out already
            continue
    return sent


def as_data(digest: Digest) -> list[dict[str, Any]]:
    """What is kept of a digest, in the words of the language in force; `closed` null where nothing closes."""
    return [
        {
            "kind": one.thing.kind,
            "period": one.thing.period,
            "title": one.thing.title,
            "about": one.thing.about,
            "url": one.thing.url,
            "due": one.due.isoformat(),
            "closed": one.thing.closed.isoformat() if one.thing.closed else None,
            "stage": one.stage,
            "repair": one.thing.state is State.SENT_BACK,
        }
        for one in digest.items
    ]


def _mail(agency: Agency, digest: Digest, at: datetime) -> OutboxMail:
    count = len(digest.items)
    subject = ngettext("%(count)d kewajiban menunggu Anda", "%(count)d kewajiban menunggu Anda", count)
    lines = [
        _("Yth. %(name)s,") % {"name": digest.user.full_name},
        "",
        _("Yang masih menunggu di %(agency)s:") % {"agency": agency.name},
        *_lines(digest),
        "",
        _("Surel ini tidak dikirim bila tidak ada yang menunggu. Hari libur dan malam tidak diganggu."),
    ]
    if settings.PUBLIC_URL:
        lines.insert(
            -1, _("Semua tugas Anda: %(address)s") % {"address": _public(reverse("tasks", args=[agency.slug]))}
        )
    if agency.is_demonstration:
        lines.insert(-1, _("Ini kota contoh: yang disebut di atas adalah data simulasi."))
    return outbox.write(
        to=digest.user.email, subject=subject % {"count": count}, body="\n".join(lines), at=at, agency=agency
    )


def _lines(digest: Digest) -> Iterator[str]:
    """A line for each thing; things that differ only in whom they are about share one."""
    for (title, when), items in groupby(digest.items, key=lambda one: (one.thing.title, _when(one))):
        things = [one.thing for one in items]
        names = [one.about for one in things if one.about]
        yield _("- %(what)s: %(when)s") % {"what": ", ".join([title, *_some(names)]), "when": when}
        if settings.PUBLIC_URL and len(things) == 1:
            yield f"  {_public(things[0].url)}"


def _some(names: list[str]) -> list[str]:
    more = len(names) - NAMED
    if more <= 1:
        return names
    return [*names[:NAMED], ngettext("dan %(count)d lainnya", "dan %(count)d lainnya", more) % {"count": more}]


def _public(path: str) -> str:
    return settings.PUBLIC_URL.rstrip("/") + path


def _when(one: Reminding) -> str:
    due = formats.date_format(one.due, "j F Y")
    if one.thing.closed is None:
        dates = {"due": due}
        if one.stage == "overdue":
            return _("terlambat sejak %(due)s") % dates
        return (_("tenggatnya hari ini, %(due)s") if one.stage == "due" else _("tenggat %(due)s")) % dates
    dates = {"due": due, "closed": formats.date_format(one.thing.closed, "j F Y")}
    if one.stage == "overdue":
        return _("terlambat sejak %(due)s, ditutup %(closed)s") % dates
    if one.stage == "due":
        return _("tenggatnya hari ini, %(due)s; ditutup %(closed)s") % dates
    return _("tenggat %(due)s, ditutup %(closed)s") % dates
