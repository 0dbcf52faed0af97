"""`petajalan totals`: whether what is kept of reports and measurements is what they make."""

from __future__ import annotations

import argparse

from petajalan.cli.database import open_database
from petajalan.cli.failure import Failure
from petajalan.cli.language import gettext as _
from petajalan.cli.language import ngettext

MOST = 20  # differences that are named


def totals(given: argparse.Namespace) -> int:
    open_database()
    from petajalan.accounts.models import Agency
    from petajalan.reporting.queries.totals.recount import differences
    from petajalan.reporting.services.rollups import refresh_year, years_of

    agency = Agency.objects.filter(slug=given.agency).first()
    if agency is None:
        raise Failure(_("Instansi %(slug)s tidak dikenal. Periksa alamatnya.") % {"slug": given.agency})
    left = 0
    for year in [given.year] if given.year else years_of(agency):
        found = differences(agency, year)
        for one in found[:MOST]:
            period = f"{year}-Q{one.quarter}"
            print(f"{period}  {one.kind} {one.key}  {one.field}: {one.stored} -> {one.computed}")
        told = {"year": year, "count": len(found)}
        print(
            ngettext("%(year)d: %(count)d perbedaan.", "%(year)d: %(count)d perbedaan.", len(found)) % told
            if found
            else _("%(year)d: semua sama.") % told
        )
        if found and given.repair:
            print(_("%(count)d baris disimpan ulang.") % {"count": refresh_year(agency=agency, year=year)})
        elif found:
            left += len(found)
    return 1 if left else 0
