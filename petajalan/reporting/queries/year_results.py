"""What indicators reached in a whole year, from the stored achievements of its last quarter."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal
from uuid import UUID

from petajalan.accounts.models import Agency
from petajalan.planning.choices import TimeRuleChoice
from petajalan.reporting.choices import SubjectKind
from petajalan.reporting.models import Achievement

LAST = 4


def year_results(*, agency: Agency, year: int, keys: Collection[UUID]) -> dict[UUID, Decimal | str]:
    """Own estimates of an index that is not released yet are left out, and so is a TW IV that says nothing of the year:
    one that was held against its own target, or with quarters missing, unless its last figure is that of the year."""
    rows = Achievement.objects.filter(
        agency=agency, year=year, quarter=LAST, kind=SubjectKind.INDICATOR, key__in=[str(key) for key in keys],
        provisional=False,
    ).order_by()  # fmt: skip
    found: dict[UUID, Decimal | str] = {}
    for row in rows:
        figure = row.trace.get("level") or row.actual
        if figure is not None and _of_year(row):
            found[UUID(row.key)] = figure
    return found


def _of_year(row: Achievement) -> bool:
    if row.trace.get("time_rule") == TimeRuleChoice.LAST:
        return True
    known, parts = row.trace.get("quarters", [0, 0])
    return row.trace.get("basis") == "year" and parts == LAST and known == parts
