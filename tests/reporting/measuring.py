"""Indicators of Kota Melati that Bagian Organisasi (Budi, Wati) measures in 2025. Diskominfo (Siti) has none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from petajalan.accounts.models import Unit, User
from petajalan.accounts.roles import units_of
from petajalan.calc.numbers import read_typed
from petajalan.common.audit import SYSTEM
from petajalan.planning.choices import RoadMapStatus
from petajalan.planning.models import AdoptedFigure, Indicator, IndicatorRow, KeyActivity, RoadMap
from petajalan.planning.services.figures import columns_of
from petajalan.reporting.models import Measurement
from petajalan.reporting.services.calendar import open_calendar
from petajalan.reporting.services.measurements import Subject, save_measurement
from petajalan.reporting.values import FigureValues
from tests.cast import Cast
from tests.planning.plans import activity

YEAR = 2025
OPEN = datetime(YEAR, 4, 8, 3, 0, tzinfo=UTC)  # TW I is due on 10 April, closed at the end of it
CLOSED = datetime(YEAR, 5, 2, 3, 0, tzinfo=UTC)
INDEX = {"value_kind": "number", "direction": "higher", "formula": "ratio", "time_rule": "last"}
PERCENT = {**INDEX, "value_kind": "percent"}
GRADE = {"value_kind": "ordinal", "direction": "higher", "formula": "level", "time_rule": "last", "scale_code": "sakip"}


@dataclass(frozen=True)
class Measuring:
    cast: Cast
    unit: Unit
    road_map: RoadMap
    activity: KeyActivity

    def indicator(
        self, name: str = "Indeks SPBE", *, baseline: str = "2,66", target: str = "2,95", unit: Unit | None = None,
        **more: Any,
    ) -> Indicator:  # fmt: skip
        place = {"agency": self.cast.agency, "road_map": self.road_map}
        position = Indicator.objects.filter(**place).count() + 1
        made = Indicator.objects.create(**place, position=position, name=name, baseline_year=2024, **(more or INDEX))
        IndicatorRow.objects.create(
            **place, position=position, key_activity=self.activity, indicator=made, name=name, coordinator_unit=unit
        )
        self.adopt(made, "baseline", "", baseline)
        self.adopt(made, "target", str(YEAR), target)
        return made

    def adopt(self, indicator: Indicator, role: str, period: str, text: str) -> None:
        position = AdoptedFigure.objects.filter(road_map=self.road_map).count() + 1
        AdoptedFigure.objects.create(
            agency=self.cast.agency, road_map=self.road_map, indicator=indicator, position=position, role=role,
            period=period, decided_at=OPEN, **columns_of(read_typed(text)),
        )  # fmt: skip

    def of(self, indicator: Indicator, quarter: int = 1, unit: Unit | None = None) -> Subject:
        return Subject(indicator, unit or self.unit, YEAR, quarter)

    def save(
        self, indicator: Indicator, figure: str = "", *, quarter: int = 1, version: int = 0, by: User | None = None,
        at: datetime = OPEN, key: Any = None, **more: Any,
    ) -> Measurement:  # fmt: skip
        values = {"figure": read_typed(figure) if figure else None, "source": "Surat KemenPANRB 12/2025", **more}
        return save_measurement(
            of=self.of(indicator, quarter), values=FigureValues(**values), version=version, by=by or self.cast.budi,
            at=at, key=key,
        )  # fmt: skip


def measures(cast: Cast) -> Measuring:
    unit = units_of(cast.budi, cast.agency)[0]
    unit.agency = cast.agency
    road_map = RoadMap.objects.create(
        agency=cast.agency, version=90, title="Road map 2025", period_start=YEAR, period_end=2029,
        status=RoadMapStatus.ENACTED, created_at=OPEN,
    )  # fmt: skip
    leads = activity(road_map, "Arsitektur SPBE")
    leads.coordinator = unit
    leads.save()
    return Measuring(cast, unit, road_map, leads)


@pytest.fixture
def measuring(cast: Cast) -> Measuring:
    open_calendar(agency=cast.agency, year=YEAR, by=SYSTEM, at=datetime(2024, 12, 1, tzinfo=UTC))
    return measures(cast)


def number(text: str) -> Decimal:
    return Decimal(text)


def lead(cast: Cast, road_map: RoadMap) -> None:
    """Let Bagian Organisasi answer for the key activities of a plan in force: for the test of every page."""
    KeyActivity.objects.filter(road_map=road_map).update(coordinator=units_of(cast.budi, cast.agency)[0])
