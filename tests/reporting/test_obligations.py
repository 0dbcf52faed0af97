"""Which unit reports on which action."""

from __future__ import annotations

from petajalan.accounts.models import Unit
from petajalan.planning.models import ActionImplementer
from petajalan.reporting.queries.obligations import actions_of, by_unit
from tests.reporting.reports import YEAR, Quarter, moment
from tests.reporting.reports import quarter as quarter  # the fixture


def reporters(quarter: Quarter) -> set[Unit]:
    units = list(Unit.objects.filter(agency=quarter.cast.agency))
    found = by_unit(quarter.cast.agency, YEAR, 1, units)
    return {unit for unit in units if found[unit.pk]}


def test_all_units_are_the_departments_and_districts_of_the_month(quarter: Quarter) -> None:
    action = quarter.action(all_units=True)
    ActionImplementer.objects.filter(action=action).delete()
    everybody = set(Unit.objects.all_units(quarter.cast.agency, moment(1).date()))
    assert quarter.unit in everybody
    assert quarter.coordinator not in everybody
    assert reporters(quarter) == everybody


def test_where_nobody_is_named_the_coordinator_does_it(quarter: Quarter) -> None:
    action = quarter.action()
    assert reporters(quarter) == {quarter.unit}
    ActionImplementer.objects.filter(action=action).delete()
    assert reporters(quarter) == {quarter.coordinator}
    assert actions_of(quarter.coordinator, YEAR, 1) == [action]
    assert actions_of(quarter.coordinator, YEAR, 4) == []
