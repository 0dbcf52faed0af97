"""The periods that surveys are held for: a quarter ("2025-Q1"), a semester ("2025-S1") or a year ("2025")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

_CODE = re.compile(r"(\d{4})(?:-(Q[1-4]|S[12]))?")
PARTS = ("", "S1", "S2", "Q1", "Q2", "Q3", "Q4")


@dataclass(frozen=True, slots=True)
class Span:
    code: str
    first: date
    last: date

    @property
    def year(self) -> int:
        return self.first.year

    @property
    def quarter(self) -> int:
        """The quarter in which it ends: its index is measured there."""
        return (self.last.month + 2) // 3

    def holds(self, other: Span) -> bool:
        return self.first <= other.first and other.last <= self.last


def code_of(year: int, part: str) -> str:
    return f"{year}-{part}" if part else str(year)


def span_of(code: str) -> Span:
    """Raises `ValueError` for what is no period."""
    found = _CODE.fullmatch(code)
    if found is None:
        raise ValueError(f"{code} is not a quarter, a semester or a year")
    year, part = int(found[1]), found[2] or ""
    months = {"": 12, "S": 6, "Q": 3}[part[:1]]
    begins = (int(part[1:] or 1) - 1) * months + 1
    after = date(year + 1, 1, 1) if begins + months > 12 else date(year, begins + months, 1)
    return Span(code, date(year, begins, 1), after - timedelta(days=1))
