"""The dates of a year: generated once, kept, and moved only by a decision."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import PermissionDenied

from petajalan.accounts.models import Agency
from petajalan.common.audit import SYSTEM
from petajalan.common.models import AuditEntry
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.models import CalendarYear, Deadline, DeadlineSetting, OwnDay
from petajalan.reporting.queries.calendar import Move, settings_of, stored
from petajalan.reporting.services.calendar import open_calendar, set_own_day, set_rule, set_work_week
from tests.cast import Cast

AT = datetime(2025, 1, 2, 3, 0, tzinfo=UTC)


def calendar(cast: Cast, year: int = 2025) -> CalendarYear:
    return open_calendar(agency=cast.agency, year=year, by=cast.wati, at=AT)


def dates(agency: Agency, year: int) -> dict[tuple[str, str], tuple[str, str]]:
    return {(one.kind, one.period): (one.due.isoformat(), one.closed.isoformat()) for one in stored(agency, year)}


def moved(found: list[Move]) -> list[tuple[str, str, str, str]]:
    return [(one.before.kind, one.before.period, f"{one.before.due:%d-%m}", f"{one.after.due:%d-%m}") for one in found]


def test_a_year_has_a_date_for_every_period(cast: Cast) -> None:
    calendar(cast)
    kinds = [one.kind for one in stored(cast.agency, 2025)]
    assert {kind: kinds.count(kind) for kind in sorted(set(kinds))} == {
        "acceptance": 12, "ex_ante": 1, "monthly_evaluation": 12, "monthly_progress": 12,
        "quarterly_forum": 4, "quarterly_measurement": 4, "yearly_evaluation": 1,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("year", "kind", "period", "due"),
    [
        (2025, "monthly_evaluation", "2025-03", "2025-04-08"),  # Idulfitri: the first seven days hold no working day
        (2025, "monthly_progress", "2025-03", "2025-03-27"),  # joint leave of Nyepi on the 28th
        (2023, "monthly_evaluation", "2023-03", "2023-04-06"),  # Good Friday on the 7th
        (2024, "monthly_evaluation", "2024-12", "2025-01-07"),  # over the end of the year
        (2024, "yearly_evaluation", "2024", "2025-03-27"),
        (2024, "ex_ante", "2024", "2024-03-28"),  # Good Friday on the 29th, a Sunday on the 31st
        (2024, "quarterly_forum", "2024-Q4", "2025-01-15"),
    ],
)
def test_dates_fall_on_working_days(cast: Cast, year: int, kind: str, period: str, due: str) -> None:
    calendar(cast, year)
    assert dates(cast.agency, year)[kind, period][0] == f"{due}T23:59:59+07:00"


@pytest.mark.parametrize(
    ("zone", "offset"), [("Asia/Jakarta", "+07:00"), ("Asia/Makassar", "+08:00"), ("Asia/Jayapura", "+09:00")]
)
def test_days_end_in_the_zone_of_the_agency(cast: Cast, zone: str, offset: str) -> None:
    Agency.objects.filter(pk=cast.agency.pk).update(time_zone=zone)
    agency = Agency.objects.get(pk=cast.agency.pk)
    open_calendar(agency=agency, year=2025, by=SYSTEM, at=AT)
    assert dates(agency, 2025)["monthly_progress", "2025-01"] == (
        f"2025-01-31T23:59:59{offset}",
        f"2025-02-28T23:59:59{offset}",
    )


def test_a_year_is_opened_once(cast: Cast) -> None:
    first = calendar(cast)
    Deadline.objects.filter(kind="ex_ante").update(due=datetime(2025, 3, 20, tzinfo=UTC))
    assert calendar(cast) == first
    assert dates(cast.agency, 2025)["ex_ante", "2025"][0] == "2025-03-20T07:00:00+07:00"
    assert AuditEntry.objects.filter(action="calendar_opened").count() == 1


def test_a_rule_moves_dates_that_lie_ahead_and_leaves_those_that_passed(cast: Cast) -> None:
    found = set_rule(
        calendar=calendar(cast), kind="quarterly_forum", due="on_or_before_day", months=1, number=20,
        reason="SE Sekda 4/2025", seen=1, by=cast.wati, at=datetime(2025, 5, 1, tzinfo=UTC),
    )  # fmt: skip
    assert moved(found) == [
        ("quarterly_forum", "2025-Q2", "15-07", "18-07"),
        ("quarterly_forum", "2025-Q3", "15-10", "20-10"),
        ("quarterly_forum", "2025-Q4", "15-01", "20-01"),
    ]
    assert dates(cast.agency, 2025)["quarterly_forum", "2025-Q1"][0].startswith("2025-04-15")
    assert dates(cast.agency, 2025)["quarterly_forum", "2025-Q2"][0].startswith("2025-07-18")
    entry = AuditEntry.objects.get(action="deadline_rule_set")
    assert (entry.reason, entry.before["number"], entry.after["number"]) == ("SE Sekda 4/2025", 15, 20)
    assert entry.after["dates"]["quarterly_forum 2025-Q3"] == "2025-10-20T23:59:59+07:00"
    assert settings_of(cast.agency, 2025).rules["quarterly_forum"].source == "SE Sekda 4/2025"
    assert settings_of(cast.agency, 2026).rules["quarterly_forum"].number == 15


def test_a_day_of_the_agency_moves_what_falls_on_it_and_comes_back(cast: Cast) -> None:
    opened, holiday = calendar(cast), date(2025, 6, 30)
    before = dates(cast.agency, 2025)
    found = set_own_day(calendar=opened, day=holiday, working=False, reason="Libur daerah", seen=1, by=cast.wati, at=AT)
    closings = [(one.before.kind, one.before.period) for one in found if one.before.due == one.after.due]
    # The 27th is Islamic New Year, and the entry of May closed on the 30th too.
    assert [one for one in moved(found) if one[2] != one[3]] == [("monthly_progress", "2025-06", "30-06", "26-06")]
    assert closings == [
        ("monthly_progress", "2025-05"), ("acceptance", "2025-05"), ("monthly_evaluation", "2025-05"),
    ]  # fmt: skip
    set_own_day(calendar=opened, day=holiday, working=None, reason="Dibatalkan", seen=2, by=cast.wati, at=AT)
    assert dates(cast.agency, 2025) == before
    assert OwnDay.objects.count() == 0


def test_six_working_days(cast: Cast) -> None:
    found = set_work_week(calendar=calendar(cast), saturday=True, reason="Perwali", seen=1, by=cast.wati, at=AT)
    assert ("monthly_progress", "2025-05", "28-05", "31-05") in moved(found)
    assert settings_of(cast.agency, 2025).saturday is True


def test_a_change_on_top_of_one_not_seen_is_refused(cast: Cast) -> None:
    opened = calendar(cast)
    set_work_week(calendar=opened, saturday=True, reason="Perwali", seen=1, by=cast.wati, at=AT)
    before = dates(cast.agency, 2025)
    with pytest.raises(Refused, match="baru saja diubah orang lain"):
        set_work_week(calendar=opened, saturday=False, reason="Lama", seen=1, by=cast.wati, at=AT)
    assert dates(cast.agency, 2025) == before


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"reason": " "}, "Isi alasan perubahan"),
        ({"months": 0}, "tenggat tidak boleh mendahului akhir periode"),
        ({"months": 13}, "0 sampai 12"),
        ({"number": 32}, "1 sampai 31"),
    ],
)
def test_rules_that_make_no_sense_are_refused(cast: Cast, values: dict[str, object], sentence: str) -> None:
    given = {"due": "on_or_before_day", "months": 1, "number": 20, "reason": "SE", **values}
    with pytest.raises(Refused, match=sentence):
        set_rule(calendar=calendar(cast), kind="quarterly_forum", seen=1, by=cast.wati, at=AT, **given)  # type: ignore[arg-type]
    assert (DeadlineSetting.objects.count(), CalendarYear.objects.get().version) == (0, 1)


@pytest.mark.parametrize("who", ["siti", "joko", "ani", "rina", "wali", "dewi"])
def test_only_the_administrator_changes_the_calendar(cast: Cast, who: str) -> None:
    opened = calendar(cast)
    with pytest.raises(PermissionDenied):
        open_calendar(agency=cast.agency, year=2026, by=cast[who], at=AT)
    with pytest.raises(PermissionDenied):
        set_own_day(
            calendar=opened, day=date(2025, 6, 30), working=False, reason="x", seen=1, by=cast[who], at=AT
        )  # fmt: skip
    assert (Deadline.objects.filter(year=2026).count(), OwnDay.objects.count()) == (0, 0)
