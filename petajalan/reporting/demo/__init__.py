"""What the demonstration city has for reporting: open calendars, whose dates follow from the rules, and a made-up year.

The year is written once. A city in which somebody works on that year already is left alone.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from petajalan.accounts.models import Agency, Holding, User
from petajalan.common import audit
from petajalan.common.audit import SYSTEM
from petajalan.common.models import AuditEntry
from petajalan.planning.choices import ActionPlanStatus
from petajalan.planning.demo.actions import YEAR, plan_year
from petajalan.planning.models import ActionPlan
from petajalan.reporting.demo import months, stories
from petajalan.reporting.demo.measurements import measure
from petajalan.reporting.demo.reports import City, Written
from petajalan.reporting.models import LockException, ProgressLine, ProgressReport
from petajalan.reporting.services.calendar import open_calendar
from petajalan.reporting.services.rollups import refresh_year

SIMULATED = "year_simulated"


def open_demonstration_years(*, slug: str, at: datetime) -> None:
    """The years of its road map, the one that follows, and this one. Those that are open already stay as they are."""
    agency = Agency.objects.get(slug=slug)
    for year in sorted({YEAR - 1, YEAR, YEAR + 1, at.year}):
        open_calendar(agency=agency, year=year, by=SYSTEM, at=at)


@transaction.atomic
def simulate_year(*, slug: str, at: datetime) -> bool:
    """Action plans, twelve months of reports and four quarters of measurements. `False` when the city has them, or work
    of its own in that year."""
    agency = Agency.objects.select_for_update().get(slug=slug)
    begun = ActionPlan.objects.filter(Q(status=ActionPlanStatus.APPROVED) | Q(revision__gt=1), agency=agency, year=YEAR)
    if (
        AuditEntry.objects.filter(agency=agency, action=SIMULATED).exists()
        or begun.exists()
        or ProgressReport.objects.filter(agency=agency, year=YEAR).exists()
    ):
        return False
    heads = heads_of(agency)
    secretary = secretary_of(agency)
    actions = plan_year(agency=agency, decider=secretary)
    city = City(agency, actions, heads, secretary)
    count, figures = _report(city), measure(city)
    refresh_year(agency=agency, year=YEAR)
    audit.record(
        agency=agency, by=SYSTEM, action=SIMULATED, about=agency, at=at,
        after={"year": YEAR, "actions": len(actions), "reports": count, "measurements": figures, "simulated": True},
    )  # fmt: skip
    return True


def _report(city: City) -> int:
    LockException.objects.bulk_create(months.exceptions(city))
    count = 0
    last: dict[tuple[int, int], ProgressLine] = {}
    for month in range(1, 12):
        kept = _keep(list(months.month_of(city, month)))
        sent = [one for one in kept if one.report.first_submitted_at]
        last = {(one.report.unit_id, line.action_id): line for one in sent for line in one.lines}
        for story in stories.sent_back():
            for one in kept:
                if story.month == month and story.unit == months.called(one.report.unit):
                    months.tell(city, one, story)
        count += len(kept)
    return count + len(_keep(list(months.december(city, last))))


def _keep(month: list[Written]) -> list[Written]:
    ProgressReport.objects.bulk_create(one.report for one in month)
    ProgressLine.objects.bulk_create(line for one in month for line in one.lines)
    return month


def heads_of(agency: Agency) -> dict[int, User]:
    """Who heads a unit, by the key of the unit; most units of the demonstration have nobody."""
    held = Holding.objects.filter(agency=agency, position__is_head=True, ends_on=None)
    return {one.position.unit_id: one.user for one in held.select_related("user", "position") if one.position.unit_id}


def secretary_of(agency: Agency) -> User | None:
    """Who chairs the secretariat of the demonstration, if that person is still there."""
    found: User | None = User.objects.filter(email=f"rina@{agency.slug}.example", is_active=True).first()
    return found
