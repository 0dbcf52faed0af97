"""`petajalan deadlines`: the dates of a year."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import UTC, datetime

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
