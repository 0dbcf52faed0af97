from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from petajalan.calc.achievement import Target
from petajalan.calc.numbers import rounded
from petajalan.calc.plan_quality import ACTION_MARKS, ACTIVITY_MARKS, Tally, is_logical, not_worse, plan_quality
from petajalan.calc.scales import Scale

CASES = list(csv.DictReader((Path(__file__).parent / "cases" / "plan_quality.csv").open(encoding="utf-8")))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_case(case: dict[str, str]) -> None:
    counts = {}
    for code in (*ACTIVITY_MARKS, *ACTION_MARKS):
        if case[code]:
            fulfilled, rest = case[code].split("/")
            total, _mark, unknown = rest.partition("?")
            counts[code] = Tally(int(fulfilled), int(total), int(unknown or 0))
    quality = plan_quality(counts)
    assert "".join(mark.grade or "." for mark in quality.marks) == case["grades"]
    found = "" if quality.points is None else format(rounded(quality.points, 4).normalize(), "f")
    assert found == case["points"]
    assert [format(rounded(one, 4).normalize(), "f") for one in (quality.least, quality.most)] == (
        case["between"].split(" ") if case["between"] else [case["points"]] * 2
    )


def test_what_is_missing_is_counted() -> None:
    marks = {mark.code: mark.missing for mark in plan_quality({"budget": Tally(5, 8), "targets": Tally(5, 8, 2)}).marks}
    assert (marks["budget"], marks["targets"]) == (3, 1)


NUMBERS = [
    ("higher", "3", "2.66", True), ("higher", "2.66", "2.66", True), ("higher", "2.5", "2.66", False),
    ("lower", "16", "21.1", True), ("lower", "25", "21.1", False), ("unknown", "3", "2", None),
    ("higher", "", "2", None), ("higher", "3", "", None), ("higher", "0", "0", True), ("higher", "-1", "0", False),
]  # fmt: skip


@pytest.mark.parametrize(("way", "target", "last", "found"), NUMBERS)
def test_a_target_is_held_against_a_number(way: str, target: str, last: str, found: bool | None) -> None:
    higher = {"higher": True, "lower": False}.get(way)
    new, old = (Target(Decimal(one) if one else None) for one in (target, last))
    assert not_worse(new, old, higher=higher) is found


def test_grades_are_compared_by_rank_and_a_range_is_not_compared() -> None:
    scale = Scale("predikat", "Predikat", None, None, ("C", "B", "A"), "higher", (), "contoh", "P")
    assert not_worse(Target("A"), Target("B"), higher=None, scale=scale) is True
    assert not_worse(Target("C"), Target("B"), higher=None, scale=scale) is False
    assert not_worse(Target("Z"), Target("B"), higher=None, scale=scale) is None
    assert not_worse(Target("A"), Target("B"), higher=True) is None
    assert not_worse(Target(low=Decimal(2), high=Decimal(4)), Target(Decimal(3)), higher=True) is None


@pytest.mark.parametrize(
    ("last", "national", "found"),
    [
        (True, True, True), (True, None, True), (True, False, False), (False, True, False), (None, False, False),
        (None, True, None), (None, None, None), (False, None, False),
    ],
)  # fmt: skip
def test_unknown_never_counts_as_logical(last: bool | None, national: bool | None, found: bool | None) -> None:
    assert is_logical(last, national) is found
