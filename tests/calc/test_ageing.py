from __future__ import annotations

from datetime import date

import pytest

from petajalan.calc.ageing import days_late, whole_months

DUE = date(2024, 3, 31)


@pytest.mark.parametrize(
    ("done_on", "today", "late"),
    [
        (None, date(2024, 3, 31), 0),
        (None, date(2024, 4, 1), 1),
        (None, date(2025, 1, 6), 281),
        (date(2024, 3, 30), date(2025, 1, 6), 0),
        (date(2024, 4, 5), date(2025, 1, 6), 5),
    ],
)
def test_it_is_late_until_it_is_done(done_on: date | None, today: date, late: int) -> None:
    assert days_late(DUE, done_on, today) == late


@pytest.mark.parametrize(
    ("since", "day", "months"),
    [
        (date(2024, 1, 15), date(2024, 2, 14), 0),
        (date(2024, 1, 15), date(2024, 2, 15), 1),
        (date(2024, 1, 31), date(2024, 2, 29), 0),
        (date(2024, 1, 31), date(2024, 3, 1), 1),
        (date(2023, 12, 1), date(2025, 1, 6), 13),
        (date(2024, 2, 1), date(2024, 1, 1), 0),
    ],
)
def test_months_are_counted_when_they_are_full(since: date, day: date, months: int) -> None:
    assert whole_months(since, day) == months
