"""Other units, other totals: what "all units" did is counted anew in the transaction that changes the units."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from petajalan.accounts import services as accounts
from petajalan.accounts.models import Unit
from petajalan.accounts.services import UnitValues, import_units
from petajalan.accounts.services.units import values_of_unit
from petajalan.accounts.unit_sheet import UnitLine
from petajalan.planning.models import Action
from petajalan.reporting.services.rollups import refresh_year
from tests.reporting.reports import YEAR, moment
from tests.reporting.reports import quarter as quarter  # the fixture
from tests.reporting.test_rollups import City
from tests.reporting.test_rollups import city as city  # the fixture

AT = moment(4, 2)


@pytest.fixture
def everybody(city: City) -> Action:
    """An action of all units, counted once."""
    action = city.quarter.action(
        all_units=True, unit_rule="sum", target_q2=Decimal(8), indicator_key=city.indicator.key
    )
    action.named_implementers.all().delete()
    refresh_year(agency=action.agency, year=YEAR)
    return action


def parts(city: City, action: Action, quarter: int = 1) -> int:
    city.check()
    return city.stored("action", action.key, quarter).parts


def added(city: City) -> Unit:
    values = UnitValues(kind="department", name="Dinas Sosial")
    return accounts.create_unit(agency=city.quarter.cast.agency, values=values, by=city.quarter.cast.wati, at=AT)


def test_a_unit_more_and_its_active_days_count_at_once(city: City, everybody: Action) -> None:
    before = parts(city, everybody)
    unit = added(city)
    assert parts(city, everybody) == before + 1
    wati = city.quarter.cast.wati
    later = replace(values_of_unit(unit), active_from=date(YEAR, 4, 1))
    accounts.change_unit(unit=unit, values=later, by=wati, at=AT)
    assert (parts(city, everybody), parts(city, everybody, 2)) == (before, before + 1)
    accounts.retire_unit(unit=unit, on=date(YEAR, 5, 31), by=wati, at=AT, reason="Digabung")
    assert parts(city, everybody, 2) == before
    accounts.reopen_unit(unit=unit, by=wati, at=AT, reason="Keliru")
    assert parts(city, everybody, 2) == before + 1
    accounts.change_unit(unit=unit, values=replace(later, kind="technical"), by=wati, at=AT)
    assert parts(city, everybody, 2) == before


def test_a_list_of_units_counts_once_it_is_taken_over(city: City, everybody: Action) -> None:
    before = parts(city, everybody)
    lines = [UnitLine(number, {"kind": 0, "name": 1}, kind="department", name=f"Dinas {number}") for number in (2, 3)]
    import_units(agency=city.quarter.cast.agency, lines=lines, by=city.quarter.cast.wati, at=AT)
    assert parts(city, everybody) == before + 2
