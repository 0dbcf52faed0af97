"""A quarter of 2025 in Kota Melati: Diskominfo (Siti, Pak Joko) reports to Bagian Organisasi (Budi)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest

from petajalan.accounts.models import Holding, Position, Unit, User
from petajalan.accounts.roles import units_of
from petajalan.common.audit import SYSTEM
from petajalan.planning.choices import ActionPlanStatus
from petajalan.planning.models import Action, ActionImplementer, ActionPlan
from petajalan.reporting.models import ProgressLine, ProgressReport
from petajalan.reporting.services import reports as services
from petajalan.reporting.services.calendar import open_calendar
from petajalan.reporting.values import LineValues
from tests.cast import Cast

YEAR = 2025
CLOSED_JANUARY = datetime(2025, 3, 3, 3, 0, tzinfo=UTC)


def moment(month: int, day: int = 20) -> datetime:
    return datetime(YEAR, month, day, 3, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Quarter:
    cast: Cast
    unit: Unit
    coordinator: Unit
    plan: ActionPlan

    def action(self, name: str = "Menyatukan layanan", **more: object) -> Action:
        position = Action.objects.filter(plan=self.plan).count() + 1
        values = {"target_q1": Decimal(4), "budget_q1": Decimal(100), "output_unit": "dokumen", **more}
        values.setdefault("indicator_key", uuid4())
        action = Action.objects.create(agency=self.cast.agency, plan=self.plan, position=position, name=name, **values)
        ActionImplementer.objects.create(agency=self.cast.agency, action=action, unit=self.unit)
        return action

    def start(self, month: int = 1, *, by: User | None = None, at: datetime | None = None) -> ProgressReport:
        return services.start_report(
            unit=self.unit, year=YEAR, month=month, by=by or self.cast.siti, at=at or moment(month)
        )

    def fill(self, report: ProgressReport, output: object = 1, **more: object) -> list[ProgressLine]:
        values = {"narrative": "Rapat", "budget_absorbed": Decimal(10), **more}
        return [
            services.save_line(
                line=line, version=line.version, by=self.cast.siti, at=moment(report.month),
                values=LineValues(realised_output=Decimal(str(output)), **values),  # type: ignore[arg-type]
            )
            for line in report.lines.all()
        ]  # fmt: skip

    def submit(self, report: ProgressReport) -> ProgressReport:
        return services.submit_report(report=report, by=self.cast.joko, at=moment(report.month))

    def sent(self, month: int = 1, output: object = 1, **more: object) -> ProgressReport:
        report = self.start(month)
        self.fill(report, output, **more)
        return self.submit(report)


def begun(cast: Cast) -> ProgressReport:
    """A report of January 2025 in a city that may have no calendar: for the test of every page."""
    unit, coordinator = units_of(cast.siti, cast.agency)[0], units_of(cast.budi, cast.agency)[0]
    plan = ActionPlan.objects.create(
        agency=cast.agency, year=YEAR, coordinator=coordinator, status=ActionPlanStatus.APPROVED
    )
    quarter = Quarter(cast, unit, coordinator, plan)
    quarter.action()
    return quarter.start()


def ready_to_send(cast: Cast, count: int, *, at: datetime) -> list[ProgressReport]:
    """So many units, headed by Pak Joko, each with a whole draft for the month of `at` that nobody sent yet."""
    today = at.astimezone(ZoneInfo(cast.agency.time_zone)).date()
    coordinator = units_of(cast.budi, cast.agency)[0]
    plan = ActionPlan.objects.create(
        agency=cast.agency, year=today.year, coordinator=coordinator, status=ActionPlanStatus.APPROVED
    )
    targets = {f"target_q{number}": Decimal(4) for number in range(1, 5)}
    of = {"agency": cast.agency}
    action = Action.objects.create(
        **of, plan=plan, position=1, indicator_key=uuid4(), name="Menyatukan layanan", output_unit="dokumen", **targets
    )
    found = []
    for number in range(count):
        unit = Unit.objects.create(**of, kind="department", name=f"Dinas Kirim {number:03}", key=f"kirim-{number}")
        head = Position.objects.create(**of, unit=unit, name="Kepala", key="kepala", is_head=True)
        Holding.objects.create(**of, position=head, user=cast.joko, starts_on=today)
        ActionImplementer.objects.create(**of, action=action, unit=unit)
        joko = User.objects.get(pk=cast.joko.pk)  # anew: a person knows the positions of the day they were asked for
        report = services.start_report(unit=unit, year=today.year, month=today.month, by=joko, at=at)
        line = report.lines.get()
        values = LineValues(realised_output=Decimal(4), narrative="Rapat")
        services.save_line(line=line, version=line.version, by=joko, at=at, values=values)
        found.append(report)
    return found


@pytest.fixture
def quarter(cast: Cast) -> Quarter:
    return in_quarter(cast)


def in_quarter(cast: Cast) -> Quarter:
    """The calendar of 2025 is open, and a plan without actions approved."""
    unit, coordinator = units_of(cast.siti, cast.agency)[0], units_of(cast.budi, cast.agency)[0]
    open_calendar(agency=cast.agency, year=YEAR, by=SYSTEM, at=datetime(2024, 12, 1, tzinfo=UTC))
    plan = ActionPlan.objects.create(
        agency=cast.agency, year=YEAR, coordinator=coordinator, status=ActionPlanStatus.APPROVED
    )
    return Quarter(cast, unit, coordinator, plan)
