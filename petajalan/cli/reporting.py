"""`petajalan deadlines`: the dates of a year. `petajalan send-reminders`: who still owes what."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import UTC, date, datetime
from typing import Any

from petajalan.cli.database import open_database
from petajalan.cli.failure import Failure
from petajalan.cli.language import gettext as _


def deadlines(given: argparse.Namespace) -> int:
    """Prints the stored dates; generates them first when the year has not been opened."""
    open_database()
    from petajalan.accounts.models import Agency
    from petajalan.common.audit import SYSTEM
    from petajalan.planning.services.refusals import Refused
    from petajalan.reporting.choices import DeadlineKind
    from petajalan.reporting.queries.calendar import stored
    from petajalan.reporting.services.calendar import open_calendar

    agency = Agency.objects.filter(slug=given.agency).first()
    if agency is None:
        raise Failure(_("Instansi %(slug)s tidak dikenal. Periksa alamatnya.") % {"slug": given.agency})
    try:
        open_calendar(agency=agency, year=given.year, by=SYSTEM, at=datetime.now(UTC))
    except Refused as refusal:
        raise Failure(refusal.sentence) from refusal
    dates = stored(agency, given.year)
    if given.json:
        rows = [
            {"kind": one.kind, "period": one.period, "due": one.due.isoformat(), "closed": one.closed.isoformat()}
            for one in dates
        ]
        json.dump(rows, sys.stdout, indent=1)
        print()
    else:
        for one in dates:
            name = DeadlineKind(one.kind).label
            print(f"{one.due:%Y-%m-%d}  {one.period:8} {name} ({_('ditutup')} {one.closed:%Y-%m-%d})")
    return 0


def remind(given: argparse.Namespace) -> int:
    """Sends at once, at whatever hour: quiet hours bind the worker, not the person who runs a command."""
    try:
        day = date.fromisoformat(given.date)
    except ValueError as error:
        raise Failure(_("Tulis tanggal seperti 2025-03-14, bukan “%(text)s”.") % {"text": given.date}) from error
    open_database()
    from petajalan.accounts.models import Agency
    from petajalan.common import outbox
    from petajalan.reporting.queries.reminders import digests
    from petajalan.reporting.services.reminders import as_data, send_reminders

    agencies = Agency.objects.order_by("slug")
    if given.agency:
        agencies = agencies.filter(slug=given.agency)
        if not agencies:
            raise Failure(_("Instansi %(slug)s tidak dikenal. Periksa alamatnya.") % {"slug": given.agency})
    rows: list[dict[str, Any]] = []
    for agency in agencies:
        at = datetime.now(UTC)
        if given.dry_run:
            chosen = digests(agency, day)
        else:
            sent = send_reminders(agency=agency, day=day, at=at)
            chosen = [digest for digest, _mail in sent]
            for _digest, mail in sent:
                outbox.deliver(mail.pk, at=datetime.now(UTC))  # no worker need run; one that does cannot send it twice
        rows += [
            {
                "agency": agency.slug,
                "simulated": agency.is_demonstration,
                "to": one.user.email,
                "name": one.user.full_name,
                "items": as_data(one),
            }
            for one in chosen
        ]
    if given.json:
        json.dump(rows, sys.stdout, indent=1, ensure_ascii=False)
        print()
        return 0
    for row in rows:
        print(f"{row['to']}: {len(row['items'])}")
    if not rows:
        print(_("Tidak ada yang perlu diingatkan."))
    return 0
