"""The demonstration year is written at once; its rows have to be what the services would have let through."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.db import transaction

from petajalan.accounts.models import Agency, Unit
from petajalan.calc.measuring import doubts, plain
from petajalan.calc.quarters import FigureRule
from petajalan.cli import main
from petajalan.planning.action_cells import Lists
from petajalan.planning.demo import CITY
from petajalan.planning.demo.actions import YEAR, demo_actions
from petajalan.planning.display.actions import row_of
from petajalan.planning.models import Action, ActionPlan, IndicatorRow, KeyActivity, RootCause, Theme
from petajalan.planning.queries.actions import gaps_of
from petajalan.reporting.choices import DeadlineKind, LineState, ReportStatus
from petajalan.reporting.demo import simulate_year
from petajalan.reporting.demo.stories import action_stories
from petajalan.reporting.models import (
    Achievement,
    Deadline,
    LockException,
    Measurement,
    ProgressLine,
    ProgressReport,
    Reminder,
)
from petajalan.reporting.queries.gaps import gap_of
from petajalan.reporting.queries.measured import figure_of, measured
from petajalan.reporting.queries.measuring import led_in
from petajalan.reporting.queries.obligations import by_unit, owing_months
from petajalan.reporting.queries.reports import last_month
from petajalan.reporting.queries.totals.recount import differences
from petajalan.reporting.services.reports import doubts_of
from petajalan.reporting.values import LineValues
from tests.reporting.demonstration import AT, city

SENT = [ReportStatus.SUBMITTED, ReportStatus.SENT_BACK, ReportStatus.ACCEPTED]


pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def year(django_db_setup: None, django_db_blocker: Any) -> Iterator[Agency]:
    """Made once for all tests of this file, which only read."""
    with django_db_blocker.unblock(), transaction.atomic():
        agency = city()
        assert simulate_year(slug=CITY["slug"], at=AT)
        yield agency
        transaction.set_rollback(True)


def sent_lines() -> Iterator[ProgressLine]:
    lines = ProgressLine.objects.select_related("report__unit", "action__plan")
    yield from lines.filter(report__status__in=SENT).order_by("report__unit", "action", "report__month")


def test_every_key_activity_and_theme_has_actions_and_forty_units_report(year: Agency) -> None:
    assert Action.objects.filter(agency=year, simulated=True).count() == len(demo_actions()) == 60
    planned = set(Action.objects.values_list("indicator_key", flat=True))
    for activity in KeyActivity.objects.prefetch_related("indicators__indicator"):
        assert planned & {row.indicator.key for row in activity.indicators.all() if row.indicator}, activity
    assert {one.code for one in demo_actions()} == set(action_stories())
    assert ProgressReport.objects.filter(simulated=True).values("unit").distinct().count() == 40
    assert not ProgressReport.objects.filter(simulated=False).exists()
    assert [(plan.status, gaps_of(plan)) for plan in ActionPlan.objects.all() if gaps_of(plan)] == []


def test_thematic_actions_answer_made_up_root_causes_of_their_theme(year: Agency) -> None:
    causes = {one.key: one for one in RootCause.objects.select_related("theme")}
    assert all(one.simulated for one in causes.values())
    assert {one.theme_id for one in causes.values()} == set(Theme.objects.values_list("pk", flat=True))
    thematic = Action.objects.exclude(problem="")
    assert len(thematic) == len(causes) == len({one.root_cause_key for one in thematic})
    measured = set(IndicatorRow.objects.exclude(theme=None).values_list("theme", "indicator__key"))
    for one in thematic:
        assert one.root_cause_key is not None
        assert (causes[one.root_cause_key].theme_id, one.indicator_key) in measured, one
        shown = {cell.code: cell for cell in row_of(1, one, Lists(one.plan)).cells}
        assert (shown["root_cause"].text, shown["root_cause"].simulated) == (causes[one.root_cause_key].text, True)


def test_every_sent_line_is_whole_and_nothing_in_it_is_hard_to_believe(year: Agency) -> None:
    before: dict[tuple[int, int], ProgressLine] = {}
    count = 0
    for line in sent_lines():
        report, key = line.report, (line.report.unit_id, line.action_id)
        known = before.get(key)
        known = known if known is not None and known.report.month == report.month - 1 else None
        values = LineValues(
            line.realised_output, line.budget_absorbed, line.narrative, line.obstacle, line.solution, line.nil
        )
        told = (report.unit.name, report.period, line.action.name)
        assert (gap_of(line, report), doubts_of(line.action, report, values, known)) == ("", ()), told
        if line.nil:
            begins = (report.month % 3 == 1 and line.action.figure_rule == FigureRule.PER_QUARTER) or report.month == 1
            assert line.realised_output == (0 if begins or known is None else known.realised_output), told
        before[key] = line
        count += 1
    assert count > 4000


def test_reports_have_the_lines_that_are_owed_and_states_that_follow_from_them(year: Agency) -> None:
    units = list(Unit.objects.filter(agency=year))
    owing = owing_months(year, units, [(YEAR, month) for month in range(1, 13)])
    there = set(ProgressReport.objects.values_list("unit", "year", "month"))
    assert there < set(owing)
    assert len(set(owing) - there) == 6  # one in February, one in November, four in December
    dates = {row.period: row for row in Deadline.objects.filter(agency=year, kind=DeadlineKind.MONTHLY_PROGRESS)}
    let_in = {(one.unit_id, one.period): one for one in LockException.objects.all()}
    late = 0
    for report in ProgressReport.objects.prefetch_related("lines__action"):
        lines = list(report.lines.all())
        states = {line.state for line in lines}
        assert (report.status == ReportStatus.ACCEPTED) == (states == {LineState.ACCEPTED})
        assert (report.status == ReportStatus.SENT_BACK) == (LineState.SENT_BACK in states)
        assert report.nil == all(line.nil for line in lines)
        if report.status == ReportStatus.DRAFT:
            assert states == {LineState.OPEN}
            continue
        first, row = report.first_submitted_at, dates[report.period]
        assert first is not None
        assert report.submitted_at is not None
        assert first <= report.submitted_at <= AT
        exception = let_in.get((report.unit_id, report.period))
        assert first <= row.closed or (exception and exception.granted_at <= first <= exception.expires_at)
        late += first > row.due
        for line in lines:
            assert line.prefilled_from == ""
            assert line.reviewed_at is None or report.submitted_at < line.reviewed_at <= AT
        if report.accepted_at:
            assert report.accepted_at == max(line.reviewed_at for line in lines if line.reviewed_at)
    assert 25 < late < 60


def test_a_line_for_each_action_that_is_active(year: Agency) -> None:
    units = list(Unit.objects.filter(agency=year))
    for month in range(1, 13):
        wanted = {unit: {one.pk for one in actions} for unit, actions in by_unit(year, YEAR, month, units).items()}
        for report in ProgressReport.objects.filter(month=month).prefetch_related("lines"):
            assert {line.action_id for line in report.lines.all()} == wanted[report.unit_id], str(report)


def test_drafts_go_on_from_november(year: Agency) -> None:
    drafts = ProgressReport.objects.filter(month=12, status=ReportStatus.DRAFT)
    assert drafts.count() == 5
    for report in drafts:
        before = last_month(report)
        waiting = report.lines.exclude(prefilled_from="")
        assert waiting.exists()
        for line in waiting:
            known = before[line.action_id]
            assert (line.prefilled_from, line.narrative) == ("2024-11", known.narrative)
            assert line.realised_output == known.realised_output


def test_nobody_reviews_what_their_own_unit_reports(year: Agency) -> None:
    for line in ProgressLine.objects.exclude(reviewed_by=None).select_related("report", "reviewed_by"):
        own = line.reviewed_by.holdings.filter(position__unit=line.report.unit_id)  # type: ignore[union-attr]
        assert not own.exists()


def test_july_of_the_fishery_came_in_by_exception(year: Agency) -> None:
    granted = LockException.objects.get(unit__name="Dinas Perikanan")
    report = ProgressReport.objects.get(unit=granted.unit, month=7)
    assert report.first_submitted_at is not None
    assert report.first_submitted_at.date() == date(2024, 9, 6)
    assert report.status == ReportStatus.ACCEPTED


def test_the_command_names_the_dates_of_the_year(year: Agency, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["deadlines", "--agency", year.slug, "--year", str(YEAR), "--json"]) == 0
    rows = {(row["kind"], row["period"]): row["due"] for row in json.loads(capsys.readouterr().out)}
    assert rows["monthly_progress", "2024-12"] == "2024-12-31T23:59:59+07:00"
    assert rows["monthly_evaluation", "2024-12"] == "2025-01-07T23:59:59+07:00"
    assert rows["quarterly_measurement", "2024-Q4"] == "2025-01-10T23:59:59+07:00"
    assert rows["quarterly_forum", "2024-Q4"] == "2025-01-15T23:59:59+07:00"


def test_those_who_still_owe_december_would_be_reminded(year: Agency, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["send-reminders", "--date", "2025-01-06", "--dry-run", "--json"]) == 0
    told = {row["to"].split("@")[0]: row["items"] for row in json.loads(capsys.readouterr().out)}
    reports = {
        name: {item["about"] for item in items if item["kind"] == DeadlineKind.MONTHLY_PROGRESS}
        for name, items in told.items()
    }
    assert reports["siti"] == {"Dinas Komunikasi, Informatika dan Statistik"}
    assert reports["rina"] == {"Sekretariat Daerah"}
    late = ["Badan Kesatuan Bangsa dan Politik", "Satuan Polisi Pamong Praja", "Sekretariat DPRD"]
    assert set(late) <= reports["budi"]  # third working day: the coordinator hears of it
    assert "dewi" not in told
    assert not Reminder.objects.exists()


def test_measurements_are_what_the_form_would_have_let_through(year: Agency) -> None:
    """Each held against the quarter before it: what is hard to believe has a reason, and nothing else has one."""
    rows = list(Measurement.objects.select_related("coordinator__agency").order_by("quarter", "pk"))
    assert len(rows) > 75
    assert all(row.simulated and row.source.endswith("(data simulasi)") for row in rows)
    due = {row.period: row.due for row in Deadline.objects.filter(kind=DeadlineKind.QUARTERLY_MEASUREMENT)}
    led = led_in(year, YEAR)
    for unit in {row.coordinator for row in rows}:
        of = [one for one in led if unit.pk in one.units]
        for quarter in (1, 2, 3, 4):
            for seen in measured(unit, of, YEAR, quarter):
                row = seen.row
                if row is None:
                    continue
                figure = plain(figure_of(row, seen.indicator))
                assert figure is not None
                found = doubts(figure, seen.ground)
                assert bool(found) == bool(row.confirmation), (seen.indicator.name, quarter, found)
                assert row.released or (row.issuer and row.expected_month and row.provisional)
                assert row.measured_at <= min(due[f"{YEAR}-Q{quarter}"], AT)
    waiting = Measurement.objects.filter(quarter=4, released=False)
    assert waiting.count() == 5
    missing = {one.indicator.key for one in led} - {row.indicator_key for row in rows if row.quarter == 4}
    assert len(missing) == 4  # the 10th of January is still ahead


def test_totals_are_those_of_a_recount_from_the_rows(year: Agency) -> None:
    kept = Achievement.objects.filter(agency=year, year=YEAR)
    assert kept.filter(simulated=True).exists()
    assert differences(year, YEAR) == []
