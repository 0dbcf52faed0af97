"""What a person writes into one line of a report, and as the measurement of an indicator."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from petajalan.calc.numbers import Reading


@dataclass(frozen=True, slots=True)
class LineValues:
    realised_output: Decimal | None = None
    budget_absorbed: Decimal | None = None
    narrative: str = ""
    obstacle: str = ""
    solution: str = ""
    nil: bool = False
    confirmation: str = ""


@dataclass(frozen=True, slots=True)
class FigureValues:
    """What a person measured: `figure` as typed and read, or what a percentage was made of."""

    figure: Reading | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    released: bool = True
    source: str = ""
    issuer: str = ""
    expected_month: int | None = None
    note: str = ""
    confirmation: str = ""
