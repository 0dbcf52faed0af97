"""What pages read of a quarter: names, groups and classes of stored achievements; and who reported in time."""

from __future__ import annotations

from datetime import UTC, datetime

from petajalan.accounts.models import Unit
from petajalan.planning.models import ActionImplementer
from petajalan.reporting.models import Deadline
from petajalan.reporting.queries.achievement import achieved
from petajalan.reporting.queries.punctuality import Cell, Month, punctuality
from petajalan.reporting.services.exceptions import grant_exception
from tests.reporting.reports import YEAR, Quarter, moment
from tests.reporting.reports import quarter as quarter  # the fixture
from tests.reporting.test_rollups import City
from tests.reporting.test_rollups import city as city  # the fixture


def test_a_quarter_is_read_with_names_groups_and_classes(city: City) -> None:
    action = city.quarter.action(indicator_key=city.indicator.key)
    city.accept(city.quarter.sent(3, 3, obstacle="Hujan", solution="Tenda"))
    city.measuring.save(city.indicator, "2,95")
    found = achieved(city.quarter.cast.agency, YEAR, 1)
    one = found.get("action", action.key)
    assert one is not None
    assert one.band is not None
    assert (one.shown, one.band.label, one.absorbed_percent) == (75, "Sedang", 10)
    assert one.subject.units == ("Bagor",)
    activity = found.get("activity", city.measuring.activity.key)
    assert activity is not None
    assert activity.band is not None
    assert (activity.row.percent, activity.band.label) == (100, "Sangat Tinggi")
    assert [below.subject.name for below in found.below("indicator", ("theme", str(city.theme.key)))] == ["Indeks SPBE"]
    assert [below.subject.name for below in found.below("action", ("objective", str(city.objective.key)))] == [
        action.name
    ]
    assert found.get("unit", city.quarter.coordinator.pk) is not None
    assert achieved(city.quarter.cast.other_agency, YEAR, 1).of == {}


def months_of(quarter: Quarter, at: datetime) -> tuple[Month, ...]:
    [row] = punctuality(quarter.cast.agency, YEAR, at=at).rows
    assert row.unit == quarter.unit
    return row.months


def test_punctuality_goes_by_the_first_time_a_report_was_sent(quarter: Quarter) -> None:
    quarter.action()
    quarter.sent(1)
    report = quarter.start(2)
    quarter.fill(report)
    Deadline.objects.filter(kind="monthly_progress", period="2025-02").update(
        due=datetime(YEAR, 2, 17, 16, 59, 59, tzinfo=UTC)
    )
    quarter.submit(report)
    cells = [one.cell for one in months_of(quarter, moment(4, 2))]
    assert cells == [Cell.ON_TIME, Cell.LATE, Cell.MISSING, *[Cell.NOTHING_OWED] * 9]
    assert months_of(quarter, moment(4, 2))[1].late == 3
    assert months_of(quarter, moment(3, 2))[2].cell is Cell.NOT_DUE
    found = punctuality(quarter.cast.agency, YEAR, at=moment(4, 2))
    assert (found.due, found.counts[Cell.ON_TIME]) == (3, 1)


def test_an_exception_is_shown_while_it_holds(quarter: Quarter) -> None:
    quarter.action()
    grant_exception(
        unit=quarter.unit, kind="monthly_progress", period="2025-01", reason="Banjir", by=quarter.cast.rina,
        at=moment(3, 5), expires_at=moment(3, 20),
    )  # fmt: skip
    assert months_of(quarter, moment(3, 6))[0].cell is Cell.EXCEPTION
    assert months_of(quarter, moment(3, 21))[0].cell is Cell.MISSING


def test_both_are_read_with_as_many_queries_for_forty_units(city: City, django_assert_num_queries) -> None:  # type: ignore[no-untyped-def]
    action = city.quarter.action(indicator_key=city.indicator.key, unit_rule="sum")
    city.accept(city.quarter.sent(3, 3, obstacle="Hujan", solution="Tenda"))
    agency = city.quarter.cast.agency
    for number in range(40):
        unit = Unit.objects.create(agency=agency, kind="department", name=f"Dinas {number}", key=f"dinas {number}")
        ActionImplementer.objects.create(agency=agency, action=action, unit=unit)
    with django_assert_num_queries(5):
        achieved(agency, YEAR, 1)
    with django_assert_num_queries(3):
        found = punctuality(agency, YEAR, at=moment(4))
    assert len(found.rows) == 41
