"""Who owes which measurements, from when until when."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from petajalan.accounts.models import User
from petajalan.planning.models import AdoptedFigure
from petajalan.reporting.queries.owed import Owed, State, owed, tasks_of
from petajalan.reporting.services.exceptions import grant_exception
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
