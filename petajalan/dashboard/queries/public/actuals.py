"""What indicators reached, as everybody may read it: only of quarters whose measurement has closed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.db.models.fields.json import KT

from petajalan.accounts.models import Agency
from petajalan.planning.models import Indicator
from petajalan.reporting.choices import DeadlineKind, SubjectKind
from petajalan.reporting.models import Achievement, Deadline
from petajalan.reporting.queries.achievement import Achieved, Subject, stored_in
from petajalan.reporting.queries.measuring import keys_of

QUARTERS = range(1, 5)


@dataclass(frozen=True, slots=True)
class Actual:
    """One indicator at the end of one quarter.

    value, level  a number, or a grade or opinion ("WTP")
    percent       of the target, unrounded; `None` where it is not judged
    known, parts  coordinators that measured it, of those that answer for it
    """

    year: int
    quarter: int
    value: Decimal | None
    level: str
    percent: Decimal | None
    known: int
    parts: int
    provisional: bool
    simulated: bool

    @property
    def period(self) -> str:
        return f"{self.year}-Q{self.quarter}"


def closed_quarters(agency: Agency, at: datetime) -> frozenset[str]:
    """ "2024-Q3": nobody enters figures there any more but by correction. One query."""
    found = Deadline.objects.filter(agency=agency, kind=DeadlineKind.QUARTERLY_MEASUREMENT, closed__lt=at)
    return frozenset(found.values_list("period", flat=True))


def actuals_of(agency: Agency, indicators: Iterable[Indicator], at: datetime) -> dict[UUID, tuple[Actual, ...]]:
    """By key of the indicator, the earliest first; quarters without a figure are left out. Two queries."""
    closed = closed_quarters(agency, at)
    rows = Achievement.objects.filter(agency=agency, kind=SubjectKind.INDICATOR).order_by("year", "quarter")
    rows = rows.annotate(level=KT("trace__level"))
    columns = ("year", "quarter", "actual", "level", "percent", "known", "parts", "provisional", "simulated")
    found: dict[str, list[Actual]] = defaultdict(list)
    for key, *row in rows.values_list("key", *columns):
        year, quarter, value, level, *rest = row
        one = Actual(year, quarter, value, level or "", *rest)
        if one.period in closed and (value is not None or one.level):
            found[key].append(one)
    return {
        one.key: tuple(next((found[str(key)] for key in keys_of(one) if str(key) in found), ())) for one in indicators
    }


def achieved_of(agency: Agency, indicator: Indicator, at: datetime) -> list[Achieved]:
    """The closed quarters of one indicator with how each figure came about, the earliest first. Two queries."""
    closed = closed_quarters(agency, at)
    keys = [str(key) for key in keys_of(indicator)]
    rows = Achievement.objects.filter(agency=agency, kind=SubjectKind.INDICATOR, key__in=keys)
    subject = Subject(SubjectKind.INDICATOR, str(indicator.key), indicator.name, indicator=indicator)
    best: dict[tuple[int, int], Achieved] = {}
    for row in sorted(stored_in(rows, QUARTERS), key=lambda one: keys.index(one.key), reverse=True):
        if f"{row.year}-Q{row.quarter}" in closed and (row.actual is not None or row.trace.get("level")):
            best[row.year, row.quarter] = Achieved(row, subject)
    return [best[at] for at in sorted(best)]
