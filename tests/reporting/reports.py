"""A quarter of 2025 in Kota Melati: Diskominfo (Siti, Pak Joko) reports to Bagian Organisasi (Budi)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from uuid import uuid4

import pytest

from petajalan.accounts.models import Unit, User
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


@pytest.fixture
def quarter(cast: Cast) -> Quarter:
    unit, coordinator = units_of(cast.siti, cast.agency)[0], units_of(cast.budi, cast.agency)[0]
    open_calendar(agency=cast.agency, year=YEAR, by=SYSTEM, at=datetime(2024, 12, 1, tzinfo=UTC))
    plan = ActionPlan.objects.create(
        agency=cast.agency, year=YEAR, coordinator=coordinator, status=ActionPlanStatus.APPROVED
    )
    return Quarter(cast, unit, coordinator, plan)
