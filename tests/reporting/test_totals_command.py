"""`petajalan totals` finds what is stored wrongly, and puts it right when asked to."""

from __future__ import annotations

from decimal import Decimal

import pytest

from petajalan.cli import main, totals
from petajalan.reporting.models import Achievement
from petajalan.reporting.queries.totals.recount import differences
from tests.reporting.reports import YEAR
from tests.reporting.reports import quarter as quarter  # the fixture
from tests.reporting.test_rollups import City
from tests.reporting.test_rollups import city as city  # the fixture

HERE = ["totals", "--agency", "kota-melati", "--year", str(YEAR)]


@pytest.fixture(autouse=True)
def _same_database(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(totals, "open_database", lambda: None)


def test_what_parts_is_named_and_repaired(city: City, capsys: pytest.CaptureFixture[str]) -> None:
    action = city.quarter.action(indicator_key=city.indicator.key)
    city.accept(city.quarter.sent(3, 4))
    assert main(HERE) == 0
    assert "2025: semua sama." in capsys.readouterr().out
    Achievement.objects.filter(kind="action", key=str(action.key), quarter=1).update(percent=Decimal(99))
    assert main(HERE) == 1
    assert "percent: 99 -> 100" in capsys.readouterr().out
    assert main([*HERE, "--repair"]) == 0
    assert differences(city.quarter.cast.agency, YEAR) == []


def test_an_unknown_agency_is_said_so(city: City, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["totals", "--agency", "kota-lain"]) == 2
    assert "kota-lain" in capsys.readouterr().err
