"""Who owes which measurements, from when until when."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from petajalan.accounts.models import User
from petajalan.common.audit import SYSTEM
from petajalan.planning.choices import RoadMapStatus
from petajalan.planning.models import AdoptedFigure, IndicatorRow, RoadMap
from petajalan.reporting.models import Deadline
from petajalan.reporting.queries.measuring import led_by_year, led_in
from petajalan.reporting.queries.owed import Owed, State, owed, tasks_of
from petajalan.reporting.services.calendar import open_calendar
from petajalan.reporting.services.exceptions import grant_exception
from tests.planning.plans import activity, words
from tests.reporting.measuring import CLOSED, OPEN, YEAR, Measuring
from tests.reporting.measuring import measuring as measuring  # the fixture

KIND = "quarterly_measurement"


def measurements(measuring: Measuring, at: datetime = OPEN, user: User | None = None) -> list[Owed]:
    agency = measuring.cast.agency
    found = tasks_of(user, agency, at=at) if user else owed(agency, at)
    return [one for one in found if one.kind == KIND]


def test_a_coordinator_owes_what_it_has_not_measured(measuring: Measuring) -> None:
    spbe = measuring.indicator()
    measuring.indicator("Aduan", baseline="4", target="8")
    [one] = measurements(measuring)
    assert (one.period, one.about, one.lines, one.state) == ("2025-Q1", "Bagian Organisasi", 2, State.TO_DO)
    assert one.url == f"/kota-melati/pengukuran/{YEAR}/1/{measuring.unit.pk}/"
    measuring.save(spbe, "2,7")
    [one] = measurements(measuring)
    assert (one.lines, one.state) == (1, State.BEGUN)


def test_the_task_counts_indicators(measuring: Measuring, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: OPEN)
    measuring.indicator()
    measuring.indicator("Aduan", baseline="4", target="8")
    client.force_login(measuring.cast.budi)
    page = words(client, "/kota-melati/tugas/")
    assert "Bagian Organisasi · 2 indikator" in page
    assert "baris" not in page


@pytest.mark.parametrize(
    ("who", "count"), [("budi", 1), ("wati", 1), ("siti", 0), ("joko", 0), ("ani", 0), ("dewi", 0)]
)
def test_only_its_people_see_it_among_their_tasks(
    measuring: Measuring, monkeypatch: pytest.MonkeyPatch, who: str, count: int
) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: OPEN)
    measuring.indicator()
    assert len(measurements(measuring, user=measuring.cast[who])) == count


def test_it_is_owed_from_the_end_of_the_quarter_until_it_closes_or_by_exception(measuring: Measuring) -> None:
    measuring.indicator()
    evening = datetime(YEAR, 3, 31, 16, 59, tzinfo=UTC)  # 23.59 WIB
    assert measurements(measuring, evening) == []
    assert len(measurements(measuring, evening + timedelta(minutes=1))) == 1
    assert measurements(measuring, CLOSED) == []
    grant_exception(
        unit=measuring.unit, kind=KIND, period="2025-Q1", reason="Sakit", by=measuring.cast.rina, at=CLOSED,
        expires_at=CLOSED + timedelta(days=3),
    )  # fmt: skip
    assert [one.period for one in measurements(measuring, CLOSED)] == ["2025-Q1"]


def test_what_is_not_assessed_this_year_is_not_owed(measuring: Measuring) -> None:
    measuring.indicator(target="-")
    assert measurements(measuring) == []
    AdoptedFigure.objects.filter(role="target").update(period="2025-Q1", state="set", value=2)
    assert len(measurements(measuring)) == 1


def test_many_indicators_ask_no_more_than_one(measuring: Measuring) -> None:
    counts = []
    for rows in (1, 5):
        for number in range(rows):
            measuring.indicator(f"Indeks {rows}{number}")
        with CaptureQueriesContext(connection) as captured:
            measurements(measuring)
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_three_open_years_ask_no_more_than_one(measuring: Measuring) -> None:
    """Each with its own plan in force: what was amended since, or is of other years, asks for nothing."""
    measuring.indicator()
    amended = measuring.indicator("Aduan")
    RoadMap.objects.create(
        agency=measuring.cast.agency, version=91, title="Sebelumnya", period_start=YEAR - 5, period_end=YEAR - 1,
        status=RoadMapStatus.ENACTED, created_at=OPEN,
    )  # fmt: skip
    counts, found = [], []
    for year in (YEAR, YEAR + 1, YEAR + 2):
        if year > YEAR:
            open_calendar(agency=measuring.cast.agency, year=year, by=SYSTEM, at=OPEN)
            measuring.adopt(amended, "target", str(year), "5")
            Deadline.objects.filter(kind=KIND).update(closed=datetime(YEAR + 3, 1, 31, tzinfo=UTC))
        with CaptureQueriesContext(connection) as captured:
            found = measurements(measuring, datetime(year, 4, 8, 3, tzinfo=UTC))
        counts.append(len(captured))
    assert counts[0] == counts[2]
    assert [one.period for one in found] == [
        *(f"{year}-Q{quarter}" for year in (YEAR, YEAR + 1) for quarter in (1, 2, 3, 4)), f"{YEAR + 2}-Q1",
    ]  # fmt: skip
    assert [one.lines for one in found] == [2] * 4 + [1] * 5


def test_each_year_goes_by_the_plan_that_was_in_force_in_it(measuring: Measuring) -> None:
    spbe = measuring.indicator(unit=measuring.unit)
    before = RoadMap.objects.create(
        agency=measuring.cast.agency, version=89, title="Sebelumnya", period_start=YEAR - 5, period_end=YEAR - 1,
        status=RoadMapStatus.ENACTED, created_at=OPEN,
    )  # fmt: skip
    older = replace(measuring, road_map=before, activity=activity(before, "Arsitektur")).indicator("Lama")
    IndicatorRow.objects.filter(indicator=older).update(coordinator_unit=measuring.unit)
    by_year = led_by_year(measuring.cast.agency, [YEAR - 1, YEAR])
    assert {year: [one.indicator for one in led] for year, led in by_year.items()} == {
        YEAR - 1: [older.pk], YEAR: [spbe.pk],
    }  # fmt: skip
    for year, led in by_year.items():
        told = [(one.indicator.pk, one.keys, one.units) for one in led_in(measuring.cast.agency, year)]
        assert [(one.indicator, one.keys, one.units) for one in led] == told
