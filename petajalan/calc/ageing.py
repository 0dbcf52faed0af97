"""How old something is that waits, and how late: in days, and in whole months where days say little."""

from __future__ import annotations

from datetime import date


def days_late(due: date, done_on: date | None, today: date) -> int:
    """Days past the due day on which it was done, or, while it is not, today. 0 when it is in time."""
    return max(((done_on or today) - due).days, 0)


def whole_months(since: date, day: date) -> int:
    """Months that went by: from 31 January one is full on 1 March, for there is no 31 February. 0 before `since`."""
    months = (day.year - since.year) * 12 + day.month - since.month
    return max(months - (day.day < since.day), 0)
