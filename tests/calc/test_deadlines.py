"""Deadlines by the table cases/tenggat.csv, the laws they obey, and punctuality."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from petajalan.calc.calendar import Period, PeriodKind, WorkCalendar
from petajalan.calc.deadlines import (
    RULES,
    DeadlineRule,
    Due,
    Timeliness,
    closing_day,
    due_day,
    moment,
    period_end,
    timeliness,
)
from petajalan.calc.non_working_days import non_working_days
from tests.calc.csv_cases import cases

BY_CODE = {rule.code: rule for rule in RULES}
LISTED = frozenset(date.fromisoformat(row["tanggal"]) for row in cases("hari_libur.csv"))


def period(text: str) -> Period:
    year, _, part = text.partition("-")
    if not part:
        return Period.whole_year(int(year))
    return Period.quarter(int(year), int(part[1:])) if part[0] == "T" else Period.month(int(year), int(part))


@pytest.mark.parametrize(
    "case", cases("tenggat.csv"), ids=lambda case: f"{case['jenis']} {case['periode']} {case['sabtu kerja']}"
)
def test_a_deadline_and_its_closing(case: dict[str, str]) -> None:
    days = WorkCalendar(LISTED, saturday=case["sabtu kerja"] == "ya")
    rule, of = BY_CODE[case["jenis"]], period(case["periode"])
    assert (due_day(rule, of, days).isoformat(), closing_day(rule, of, days).isoformat()) == (
        case["tenggat"],
        case["ditutup"],
    )


def test_every_rule_has_cases() -> None:
    assert {case["jenis"] for case in cases("tenggat.csv")} == set(BY_CODE)


def test_the_national_holidays_and_joint_leave_are_those_of_the_decrees() -> None:
    assert {day for day in non_working_days([2024, 2025]) if day.year in (2024, 2025)} == LISTED


def test_an_agency_adds_and_takes_away_its_own_days() -> None:
    anniversary, leave = date(2025, 2, 8), date(2025, 4, 7)
    own = non_working_days([2025], add=[anniversary], remove=[leave])
    assert (anniversary in own, leave in own, date(2025, 4, 4) in own) == (True, False, True)
    assert due_day(BY_CODE["monthly_evaluation"], Period.month(2025, 3), WorkCalendar(own)) == leave


@st.composite
def calendars(draw: st.DrawFn) -> WorkCalendar:
    """Calendars with scattered days off and with long rows of them, as at Idulfitri."""
    start = draw(st.dates(date(2023, 1, 1), date(2028, 12, 31)))
    row = {start + timedelta(days=offset) for offset in range(draw(st.integers(0, 45)))}
    scattered = draw(st.sets(st.dates(date(2023, 1, 1), date(2028, 12, 31)), max_size=30))
    return WorkCalendar(frozenset(row | scattered), saturday=draw(st.booleans()))


@st.composite
def obligations(draw: st.DrawFn) -> tuple[DeadlineRule, Period]:
    rule = draw(st.sampled_from(RULES))
    last = {PeriodKind.MONTH: 12, PeriodKind.QUARTER: 4, PeriodKind.YEAR: 1}[rule.period]
    return rule, Period(draw(st.integers(2023, 2027)), rule.period, draw(st.integers(1, last)))


@given(obligations(), calendars())
def test_a_due_date_is_a_working_day_and_never_precedes_the_end_of_its_period(
    obligation: tuple[DeadlineRule, Period], days: WorkCalendar
) -> None:
    rule, of = obligation
    due, closing = due_day(rule, of, days), closing_day(rule, of, days)
    assert days.is_working(due)
    assert days.is_working(closing)
    assert due < closing
    if rule.due is Due.LAST_WORKING_DAY:  # it ends the period itself: nothing but days off may follow
        following = [due + timedelta(days=offset) for offset in range(1, (period_end(rule, of) - due).days + 1)]
        assert not any(days.is_working(day) for day in following)
    else:
        assert due > period_end(rule, of)


def test_a_calendar_without_a_working_day_is_refused() -> None:
    everything = frozenset(date(2024, 1, 1) + timedelta(days=offset) for offset in range(1200))
    with pytest.raises(ValueError, match="no working day within a year before"):
        due_day(BY_CODE["monthly_evaluation"], Period.month(2024, 3), WorkCalendar(everything))


def test_a_rule_refuses_a_period_of_another_kind() -> None:
    with pytest.raises(ValueError, match="monthly_evaluation is due by month, not by year"):
        due_day(BY_CODE["monthly_evaluation"], Period.whole_year(2024), WorkCalendar())


@pytest.mark.parametrize(("kind", "number"), [(PeriodKind.MONTH, 13), (PeriodKind.QUARTER, 0), (PeriodKind.YEAR, 2)])
def test_a_period_that_no_year_has_is_refused(kind: PeriodKind, number: int) -> None:
    with pytest.raises(ValueError, match="in a year"):
        Period(2024, kind, number)


@pytest.mark.parametrize(("zone", "offset"), [("WIB", 7), ("WITA", 8), ("WIT", 9)])
def test_a_deadline_is_the_last_second_of_its_day_in_the_agencys_zone(zone: str, offset: int) -> None:
    last_second = moment(date(2025, 4, 8), zone)
    assert last_second.isoformat() == f"2025-04-08T23:59:59+0{offset}:00"


@pytest.mark.parametrize(
    ("submitted", "now", "state"),
    [
        (None, "2025-03-31T23:59:59", Timeliness.NOT_YET_DUE),
        (None, "2025-04-01T00:00:00", Timeliness.DUE),
        (None, "2025-04-08T23:59:59", Timeliness.DUE),
        (None, "2025-04-09T00:00:00", Timeliness.OVERDUE),
        (None, "2025-04-30T23:59:59", Timeliness.OVERDUE),
        (None, "2025-05-01T00:00:00", Timeliness.LOCKED),
        ("2025-04-08T23:59:59", "2025-06-01T00:00:00", Timeliness.ON_TIME),
        ("2025-04-09T00:00:00", "2025-06-01T00:00:00", Timeliness.LATE),
    ],
)
def test_where_a_report_stands(submitted: str | None, now: str, state: Timeliness) -> None:
    zone = "+08:00"
    assert (
        timeliness(
            period_end=date(2025, 3, 31),
            due=moment(date(2025, 4, 8), "WITA"),
            closed=moment(date(2025, 4, 30), "WITA"),
            first_submitted=datetime.fromisoformat(submitted + zone) if submitted else None,
            now=datetime.fromisoformat(now + zone),
        )
        is state
    )


def test_a_report_due_on_the_last_working_day_of_its_month_is_due_that_day() -> None:
    states = [
        timeliness(
            period_end=date(2025, 3, 31),
            due=moment(date(2025, 3, 27), "WIB"),
            closed=moment(date(2025, 4, 30), "WIB"),
            first_submitted=None,
            now=datetime.fromisoformat(now),
        )
        for now in ("2025-03-26T23:59:59+07:00", "2025-03-26T17:00:00+00:00", "2025-03-28T00:00:00+07:00")
    ]
    assert states == [Timeliness.NOT_YET_DUE, Timeliness.DUE, Timeliness.OVERDUE]
