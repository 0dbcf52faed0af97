"""The measurements of one coordinator in one quarter as their pages show them, and what this person may do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from petajalan.accounts.models import Agency, Unit, User
from petajalan.calc.deadlines import ZONES
from petajalan.reporting.choices import DeadlineKind
from petajalan.reporting.duties import heads, is_of
from petajalan.reporting.models import Deadline, LockException, Measurement, MeasurementCorrection
from petajalan.reporting.queries.calendar import ZONE_CODES, Dates
from petajalan.reporting.queries.measured import Measured, measured
from petajalan.reporting.queries.measuring import Led, led_in
from petajalan.reporting.queries.reports import today_of


@dataclass(frozen=True, slots=True)
class QuarterPage:
    """open        whether the unit may still enter the quarter; `begun`: whether it has begun
    plan_query  how an address names the road map of the year; "" for the one that people see first"""

    unit: Unit
    year: int
    quarter: int
    rows: list[Measured]
    dates: Dates | None
    begun: bool
    open: bool
    of_unit: bool
    head: bool
    plan_query: str

    @property
    def may_write(self) -> bool:
        return self.begun and self.open and self.of_unit

    @property
    def done(self) -> int:
        return sum(one.row is not None for one in self.rows)

    def may_measure(self, one: Measured) -> bool:
        return self.may_write and not (one.row and one.row.locked_at)

    def may_correct(self, one: Measured) -> bool:
        return one.row is not None and self.head and (not self.open or one.row.locked_at is not None)


@dataclass(frozen=True, slots=True)
class Coordinator:
    unit: Unit
    indicators: int
    measured: int


def units_in(agency: Agency, year: int, quarter: int, *, at: datetime) -> QuerySet[Unit]:
    """Units, each with the dates of the quarter, and whether an exception holds for it: `due`, `closed`, `excepted`."""
    which = {"agency": agency, "kind": DeadlineKind.QUARTERLY_MEASUREMENT, "period": f"{year}-Q{quarter}"}
    dates = Deadline.objects.filter(**which)
    holds = LockException.objects.filter(
        **which, unit=OuterRef("pk"), revoked_at=None, granted_at__lte=at, expires_at__gte=at
    )
    found: QuerySet[Unit] = Unit.objects.filter(agency=agency).annotate(
        due=Subquery(dates.values("due")), closed=Subquery(dates.values("closed")), excepted=Exists(holds)
    )
    return found


def quarter_page(
    unit: Unit, year: int, quarter: int, user: User, *, at: datetime, key: UUID | None = None
) -> QuarterPage:
    """`unit` is one of `units_in`; `key` narrows it to one indicator, which then is the only row, or none."""
    agency = unit.agency
    led = led_in(agency, year, [unit], key=key)
    road_map = led[0].indicator.road_map if led else None
    due: datetime | None = unit.due  # type: ignore[attr-defined]
    closed: datetime | None = unit.closed  # type: ignore[attr-defined]
    excepted: bool = unit.excepted  # type: ignore[attr-defined]
    dates = None
    if due is not None and closed is not None:
        zone = ZONES[ZONE_CODES[agency.time_zone]]
        period = f"{year}-Q{quarter}"
        kind = DeadlineKind.QUARTERLY_MEASUREMENT
        dates = Dates(kind, period, due.astimezone(zone), closed.astimezone(zone))
    return QuarterPage(
        unit=unit,
        year=year,
        quarter=quarter,
        rows=measured(unit, led, year, quarter),
        dates=dates,
        begun=has_begun(agency, year, quarter, at=at),
        open=excepted or dates is None or dates.closed >= at,
        of_unit=is_of(user, unit),
        head=heads(user, unit),
        plan_query="" if road_map is None or road_map.current else f"?versi={road_map.version}",
    )


def history(one: Measured) -> list[Measured]:
    """The quarters of this year and the last that were measured, the newest first, each with its own standing."""
    known = sorted(one.rows, reverse=True)
    return [
        Measured(one.indicator, one.under, year, quarter, one.rows, one.adopted, one.scale) for year, quarter in known
    ]


def corrections_of(row: Measurement) -> list[MeasurementCorrection]:
    return list(row.corrections.select_related("made_by").order_by("pk"))


def coordinators(agency: Agency, year: int, quarter: int) -> list[Coordinator]:
    """Units that measure something in the year, with how much of it they measured in the quarter."""
    led = led_in(agency, year)
    units = Unit.objects.filter(agency=agency).in_bulk({unit for one in led for unit in one.units})
    kept = Measurement.objects.filter(agency=agency, year=year, quarter=quarter)
    done = {(row.coordinator_id, row.indicator_key) for row in kept}
    counted = [_counted(unit, led, done) for unit in units.values()]
    return sorted(counted, key=lambda one: one.unit.name)


def has_begun(agency: Agency, year: int, quarter: int, *, at: datetime) -> bool:
    return date(year, quarter * 3 - 2, 1) <= today_of(agency, at)


def usual_quarter(agency: Agency, *, at: datetime) -> tuple[int, int]:
    """The quarter that people measure now: in its first month still the one before."""
    today = today_of(agency, at)
    month = today.year * 12 + today.month - 2  # of the month before, counted from 0
    return month // 12, month % 12 // 3 + 1


def _counted(unit: Unit, led: Sequence[Led], done: set[tuple[int, UUID]]) -> Coordinator:
    own = [one for one in led if unit.pk in one.units]
    return Coordinator(unit, len(own), sum(any((unit.pk, key) in done for key in one.keys) for one in own))
