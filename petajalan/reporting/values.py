"""What a person writes into one line of a report."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class LineValues:
    realised_output: Decimal | None = None
    budget_absorbed: Decimal | None = None
    narrative: str = ""
    obstacle: str = ""
    solution: str = ""
    nil: bool = False
    confirmation: str = ""
