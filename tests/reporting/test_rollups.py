"""Totals are kept with what they are made of, and equal what the rows make when everything is counted anew."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import pytest

from petajalan.planning.choices import ActionPlanStatus, RoadMapStatus
from petajalan.planning.models import Goal, Indicator, IndicatorRow, Objective, Theme
from petajalan.planning.services import actions as action_services
from petajalan.planning.services import life
from petajalan.reporting.models import Achievement, ProgressLine, ProgressReport
from petajalan.reporting.queries.totals.recount import differences
from petajalan.reporting.services import review
from petajalan.reporting.services.rollups import refresh_year
from tests.reporting.measuring import INDEX, PERCENT, Measuring, measures
from tests.reporting.reports import YEAR, Quarter, moment
from tests.reporting.reports import quarter as quarter  # the fixture


@dataclass(frozen=True)
class City:
    """The activity of Bagian Organisasi under an objective, a theme beside it, an action of Diskominfo."""

    quarter: Quarter
    measuring: Measuring
    indicator: Indicator
    objective: Objective
    theme: Theme

    def stored(self, kind: str, key: object, quarter: int = 1) -> Achievement:
        row: Achievement = Achievement.objects.get(
            agency=self.quarter.cast.agency, year=YEAR, quarter=quarter, kind=kind, key=str(key)
        )
        return row

    def accept(self, report: ProgressReport) -> None:
        for line in report.lines.all():
            by = self.quarter.cast.budi
            review.accept_line(line=line, version=line.version, by=by, at=moment(report.month, 28))

    def check(self) -> None:
        assert differences(self.quarter.cast.agency, YEAR) == []


def city_of(quarter: Quarter) -> City:
    measuring = measures(quarter.cast)
    of_plan = {"agency": quarter.cast.agency, "road_map": measuring.road_map}
    goal = Goal.objects.create(**of_plan, position=1, name="Birokrasi bersih")
    objective = Objective.objects.create(**of_plan, position=1, name="Digital", goal=goal)
    measuring.activity.objective = objective
    measuring.activity.save()
    indicator = measuring.indicator()
    theme = Theme.objects.create(**of_plan, position=1, name="Kemiskinan")
    IndicatorRow.objects.create(**of_plan, position=90, theme=theme, indicator=indicator, name=indicator.name)
    return City(quarter, measuring, indicator, objective, theme)


@pytest.fixture
def city(quarter: Quarter) -> City:
    return city_of(quarter)


def test_an_accepted_line_moves_its_action_and_everything_above(city: City) -> None:
    action = city.quarter.action(indicator_key=city.indicator.key)
    city.accept(city.quarter.sent(1, 1))
    row = city.stored("action", action.key)
    assert (row.actual, row.percent, row.reason, row.known, row.parts) == (1, None, "quarter_running", 0, 1)
    city.check()
    city.accept(city.quarter.sent(3, 3, obstacle="Hujan", solution="Tenda"))
    row = city.stored("action", action.key)
    assert (row.actual, row.target, row.percent, row.known, row.parts) == (3, 4, 75, 1, 1)
    assert (row.budget, row.absorbed) == (100, 10)
    groups = [("indicator", city.indicator.key), ("activity", city.measuring.activity.key)]
    groups += [("objective", city.objective.key), ("theme", city.theme.key), ("unit", city.quarter.coordinator.pk)]
    for kind, key in groups:
        above = city.stored(kind, key)
        assert (above.work_percent, above.work_known, above.work_parts) == (75, 1, 1), kind
        assert (above.budget, above.absorbed, above.percent) == (100, 10, None)
    assert city.stored("action", action.key, 2).absorbed == 10  # budget counts from the beginning of the year
    city.check()


def test_nothing_achieved_reads_as_zero_and_nothing_reported_as_unknown(city: City) -> None:
    first = city.quarter.action(indicator_key=city.indicator.key)
    city.accept(city.quarter.sent(3, 0, budget_absorbed=Decimal(0), obstacle="Hujan", solution="Tenda"))
    row = city.stored("action", first.key)
    assert (row.actual, row.percent, row.absorbed, row.reason) == (0, 0, 0, "")
    later = city.stored("action", first.key, 2)
    assert (later.actual, later.percent, later.reason) == (None, None, "not_active")
    city.check()


def test_a_correction_moves_the_total_at_once(city: City) -> None:
    action = city.quarter.action(indicator_key=city.indicator.key)
    report = city.quarter.sent(3, 4)
    city.accept(report)
    line = ProgressLine.objects.get(report=report)
    review.correct_line(
        line=line, field="realised_output", value=Decimal(2), reason="Salah ketik", version=line.version,
        by=city.quarter.cast.budi, at=moment(4, 2),
    )  # fmt: skip
    assert city.stored("action", action.key).percent == 50
    assert city.stored("unit", city.quarter.coordinator.pk).work_percent == 50
    city.check()


def test_a_measurement_moves_its_indicator_and_its_groups(city: City) -> None:
    other = city.measuring.indicator("Layanan puas", target="80%", baseline="70%", **PERCENT)
    city.measuring.save(city.indicator, "2,95")
    city.check()
    city.measuring.save(other, numerator=Decimal(30), denominator=Decimal(75), confirmation="Survei diulang")
    row = city.stored("indicator", other.key)
    assert (row.actual, row.target, row.percent) == (40, 80, 50)
    activity = city.stored("activity", city.measuring.activity.key)
    assert (activity.percent, activity.known, activity.parts) == (75, 2, 2)
    theme = city.stored("theme", city.theme.key)
    assert (theme.percent, theme.known, theme.parts) == (100, 1, 1)
    assert city.stored("indicator", other.key, 2).reason == "no_actual"
    city.check()


def test_a_year_target_is_met_by_all_quarters_that_are_added_up(city: City) -> None:
    counted = city.measuring.indicator("Inovasi", target="10", baseline="8", **{**INDEX, "time_rule": "sum"})
    city.measuring.save(counted, "4")
    city.measuring.save(counted, "5", quarter=2, at=moment(7, 8))
    row = city.stored("indicator", counted.key, 2)
    assert (row.actual, row.percent, row.trace["basis"], len(row.trace["parts"])) == (9, 90, "year", 2)
    city.check()


def test_the_trace_says_formula_source_and_lines(city: City) -> None:
    action = city.quarter.action(indicator_key=city.indicator.key)
    report = city.quarter.sent(3, 4)
    city.accept(report)
    trace = city.stored("action", action.key).trace
    assert (trace["formula"], trace["version"], trace["source"]) == ("ratio", 1, "PermenPANRB 8/2021, kondisi normal")
    [part] = trace["parts"]
    assert (part["line"], part["month"], part["value"]) == (report.lines.get().pk, 3, "4")


def test_a_plan_that_is_being_amended_counts_as_it_was_approved(city: City) -> None:
    action = city.quarter.action(indicator_key=city.indicator.key)
    city.accept(city.quarter.sent(3, 2, obstacle="Hujan", solution="Tenda"))
    plan, budi, rina = city.quarter.plan, city.quarter.cast.budi, city.quarter.cast.rina
    action_services.amend_action_plan(plan=plan, seen=plan.version, reason="Revisi", by=budi, at=moment(4))
    action.refresh_from_db()
    action.target_q1, action.output, action.output_indicator = Decimal(8), "Dokumen", "Jumlah dokumen"
    action.save()
    city.check()
    assert city.stored("action", action.key).percent == 50
    action_services.submit_action_plan(plan=plan, seen=plan.version, by=budi, at=moment(4))
    action_services.approve_action_plan(plan=plan, seen=plan.version, by=rina, at=moment(4))
    assert city.stored("action", action.key).percent == 25
    assert plan.status == ActionPlanStatus.APPROVED
    city.check()


def test_another_road_map_in_force_is_counted_at_once(city: City) -> None:
    city.measuring.save(city.indicator, "2,95")
    revoked = life.revoke(
        road_map=city.measuring.road_map, reference="SK 1", reason="Diganti", by=city.quarter.cast.rina, at=moment(5)
    )
    assert revoked.status == RoadMapStatus.REVOKED
    assert not Achievement.objects.filter(kind="indicator").exists()
    city.check()


def test_what_is_stored_wrongly_is_found_and_put_right(city: City) -> None:
    action = city.quarter.action(indicator_key=city.indicator.key)
    city.accept(city.quarter.sent(3, 4))
    Achievement.objects.filter(kind="action", key=str(action.key), quarter=1).update(percent=Decimal(99))
    [found] = differences(city.quarter.cast.agency, YEAR)
    assert (found.kind, found.field, found.stored, found.computed) == ("action", "percent", 99, 100)
    assert refresh_year(agency=city.quarter.cast.agency, year=YEAR) == 1
    city.check()
