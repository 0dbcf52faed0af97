"""How the year of the demonstration went, unit by unit and action by action, from the files beside this one."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class UnitStory:
    """late  days after the due day, by month; nil, missing, draft: months; slow: quarters behind the target"""

    late: dict[int, int] = field(default_factory=dict)
    nil: frozenset[int] = frozenset()
    missing: frozenset[int] = frozenset()
    draft: frozenset[int] = frozenset()
    slow: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class ActionStory:
    """words  what a line says in the first, second and third month of a quarter
    slow   which part of a quarter's target those behind reach; start: where figures up to date begin the year"""

    words: tuple[str, str, str]
    obstacle: str
    solution: str
    slow: dict[int, Decimal]
    start: Decimal


@dataclass(frozen=True, slots=True)
class SentBack:
    """A report that came back with a note on one line; the days count from the first sending."""

    unit: str
    month: int
    action: str
    note: str
    repaired: str
    back_after: int
    again_after: int


@dataclass(frozen=True, slots=True)
class Reopened:
    """sent  null while the unit has not used the exception yet"""

    unit: str
    month: int
    granted: date
    expires: date
    sent: date | None
    reason: str


@dataclass(frozen=True, slots=True)
class December:
    """The month in motion: `late` by unit, units with a draft, with nothing, wholly accepted, and notes by unit."""

    late: dict[str, date]
    draft: frozenset[str]
    none: frozenset[str]
    accepted: frozenset[str]
    sent_back: dict[str, tuple[str, str]]


@cache
def unit_stories() -> dict[str, UnitStory]:
    return {
        row["unit"]: UnitStory(
            row.get("late", {}), *(frozenset(row.get(name, ())) for name in ("nil", "missing", "draft", "slow"))
        )
        for row in _units()["units"]
    }


@cache
def action_stories() -> dict[str, ActionStory]:
    return {
        code: ActionStory(
            (row["begin"], row["going"], row["done"]), row["obstacle"], row["solution"],
            {quarter: Decimal(str(part)) for quarter, part in row.get("slow", {}).items()},
            Decimal(str(row.get("from", 0))),
        )
        for code, row in _read("progress-2024.yaml").items()
    }  # fmt: skip


def sent_back() -> list[SentBack]:
    return [SentBack(**row) for row in _units()["sent_back"]]


def reopened() -> list[Reopened]:
    return [
        Reopened(row["unit"], int(row["period"][5:]), row["granted"], row["expires"], row.get("sent"), row["reason"])
        for row in _units()["exceptions"]
    ]


def december() -> December:
    row = _units()["december"]
    return December(
        {unit: day for day, units in row["late"].items() for unit in units},
        frozenset(row["draft"]),
        frozenset(row["none"]),
        frozenset(row["accepted"]),
        {one["unit"]: (one["action"], one["note"]) for one in row["sent_back"]},
    )


def measured_figures() -> list[dict[str, Any]]:
    return list(_read("measurements-2024.yaml"))


def forum_stories() -> dict[str, Any]:
    found: dict[str, Any] = _read("forums-2024.yaml")
    return found


def _units() -> dict[str, Any]:
    found: dict[str, Any] = _read("units-2024.yaml")
    return found


@cache
def _read(name: str) -> Any:
    return yaml.safe_load(files(__package__).joinpath(name).read_text("utf-8"))
