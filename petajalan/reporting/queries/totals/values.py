"""One computed achievement, before it is stored."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from decimal import Decimal
from typing import Any

from petajalan.calc.achievement import Trace
from petajalan.calc.totals import kept

NUMBERS = ("actual", "target", "percent", "work_percent", "budget", "absorbed")


@dataclass(frozen=True, slots=True)
class Computed:
    """The columns of `Achievement`; see there."""

    kind: str
    key: str
    quarter: int
    actual: Decimal | None = None
    target: Decimal | None = None
    percent: Decimal | None = None
    reason: str = ""
    known: int = 0
    parts: int = 0
    work_percent: Decimal | None = None
    work_known: int = 0
    work_parts: int = 0
    budget: Decimal | None = None
    absorbed: Decimal | None = None
    provisional: bool = False
    simulated: bool = False
    trace: dict[str, Any] = field(default_factory=dict)

    @property
    def identity(self) -> tuple[int, str, str]:
        return self.quarter, self.kind, self.key

    def columns(self) -> dict[str, Any]:
        """As they are stored: numbers as far as every database keeps them."""
        values = {one.name: getattr(self, one.name) for one in fields(self)}
        return {name: kept(value) if name in NUMBERS else value for name, value in values.items()}


def trace_as_data(trace: Trace) -> dict[str, Any]:
    """Numbers as texts, so that none is rounded on the way."""
    return {
        "formula": str(trace.formula),
        "version": trace.version,
        "expression": trace.expression,
        "source": trace.source,
        "house": trace.house,
        "inputs": [{"name": one.name, "value": plain(one.value), "source": one.source} for one in trace.inputs],
    }


def plain(value: Decimal | str | None) -> str | None:
    return format(value, "f") if isinstance(value, Decimal) else value
