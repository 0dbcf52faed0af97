"""A draft from nothing and a plan in force, both of Kota Melati, for the tests of services."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import pytest

from petajalan.accounts.models import Agency, Unit, User
from petajalan.planning import services
from petajalan.planning.models import (
    Condition,
    DataPoint,
    DataSeries,
    Factor,
    Goal,
    Indicator,
    IndicatorRow,
    KeyActivity,
    Objective,
    Obstacle,
    PolicyObjective,
    Programme,
    RelatedRegulation,
    RoadMap,
    RootCause,
    Score,
    SectionText,
    StrategicIssue,
    Theme,
)
from petajalan.regulation.recognise.names import plain
from tests.cast import Cast
from tests.planning.regulations import AT, stored


@dataclass(frozen=True)
class Plan:
    """One row of every kind, at version 1, in a draft for 2024–2025."""

    cast: Cast
    road_map: RoadMap
    goal: Goal
    objective: Objective
    policy: PolicyObjective
    activity: KeyActivity
    factor: Factor
    score: Score
    indicator: Indicator  # of the activity
    row: IndicatorRow
    theme: Theme
    obstacle: Obstacle
    cause: RootCause
    programme: Programme
    law: RelatedRegulation
    series: DataSeries
    point: DataPoint
    section: SectionText
    issue: StrategicIssue
    condition: Condition
    unit: Unit
    other_unit: Unit

    @property
    def agency(self) -> Agency:
        return self.cast.agency

    @property
    def rina(self) -> User:
        return self.cast.rina

    def enacted(self) -> Plan:
        """The same plan, in force without being checked."""
        RoadMap.objects.filter(pk=self.road_map.pk).update(status="enacted")
        self.road_map.refresh_from_db()
        return self


def unit(agency: Agency, name: str, short_name: str = "") -> Unit:
    return Unit.objects.create(agency=agency, kind="department", name=name, key=plain(name), short_name=short_name)


@pytest.fixture
def plan(cast: Cast) -> Plan:
    who = {"by": cast.rina, "at": AT}
    road_map = services.create_road_map(
        agency=cast.agency, title="Road map Melati", period_start=2024, period_end=2025, **who
    )
    goal = services.add_goal(road_map=road_map, name="Birokrasi bersih", **who)
    objective = services.add_objective(road_map=road_map, name="Tata kelola digital", goal=goal, **who)
    policy = services.add_policy_objective(objective=objective, name="Layanan digital meluas", **who)
    activity = services.add_key_activity(
        road_map=road_map, name="Arsitektur SPBE", objective=objective, mandatory=True, **who
    )
    factor = Factor.objects.get(road_map=road_map, code="mandate")
    score = services.set_score(activity=activity, factor=factor, value=Decimal(8), seen=0, **who)
    indicator = services.add_indicator(owner=activity, name="Indeks SPBE", direction="higher", formula="ratio", **who)
    theme = services.add_theme(road_map=road_map, name="Pengendalian Inflasi", **who)
    cause = services.add_root_cause(theme=theme, text="Data harga terlambat", category="data", **who)
    series = services.add_series(theme=theme, name="Inflasi", unit="persen", **who)
    services.set_points(series=series, points=[services.Point("2023", Decimal("2.5"))], **who)
    return Plan(
        cast=cast,
        road_map=road_map,
        goal=goal,
        objective=objective,
        policy=policy,
        activity=activity,
        factor=factor,
        score=score,
        indicator=indicator,
        row=IndicatorRow.objects.get(indicator=indicator),
        theme=theme,
        obstacle=services.add_obstacle(theme=theme, text="Pasokan lewat satu jalur", **who),
        cause=cause,
        programme=services.add_programme(theme=theme, name="Pasar murah", kind="programme", **who),
        law=services.add_related_regulation(theme=theme, title="Peraturan Daerah 1/2023", **who),
        series=series,
        point=DataPoint.objects.get(series=series),
        section=SectionText.objects.get(road_map=road_map, part="management"),
        issue=services.add_issue(
            road_map=road_map, title="Digitalisasi lambat", level="upstream", scope="local", **who
        ),
        condition=services.add_condition(road_map=road_map, title="Indeks SPBE 2,5", **who),
        unit=unit(cast.agency, "Dinas Komunikasi Melati", "Diskomel"),
        other_unit=unit(cast.agency, "Inspektorat Melati"),
    )


@pytest.fixture
def in_force(cast: Cast) -> RoadMap:
    """The regulation of Kota Melati, adopted as printed."""
    _regulation, road_map = stored(cast.agency)
    return road_map
