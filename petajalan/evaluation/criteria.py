"""By what the quality of reform management is judged, year by year: data/management.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

import yaml

DATA = Path(__file__).parent / "data" / "management.yaml"


@dataclass(frozen=True, slots=True)
class Criterion:
    """`least`: the percentage from which the data suggest that it is met."""

    code: str
    least: Decimal
    source: str


@cache
def _lists() -> tuple[tuple[int, int | None, tuple[Criterion, ...]], ...]:
    return tuple(
        (
            one["since"],
            one["until"],
            tuple(Criterion(each["code"], Decimal(str(each["least"])), one["source"]) for each in one["criteria"]),
        )
        for one in yaml.safe_load(DATA.read_text(encoding="utf-8"))
    )


def criteria_in(year: int) -> tuple[Criterion, ...]:
    """Those of the list that holds in the year; none before the first list."""
    for since, until, criteria in _lists():
        if since <= year and (until is None or year <= until):
            return criteria
    return ()
