from __future__ import annotations

import csv
from pathlib import Path

import pytest

from petajalan.calc.numbers import rounded
from petajalan.calc.plan_quality import ACTION_MARKS, ACTIVITY_MARKS, plan_quality

CASES = list(csv.DictReader((Path(__file__).parent / "cases" / "plan_quality.csv").open(encoding="utf-8")))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_case(case: dict[str, str]) -> None:
    counts = {}
    for code in (*ACTIVITY_MARKS, *ACTION_MARKS):
        if case[code]:
            fulfilled, total = case[code].split("/")
            counts[code] = (int(fulfilled), int(total))
    quality = plan_quality(counts)
    assert "".join(mark.grade or "." for mark in quality.marks) == case["grades"]
    found = "" if quality.points is None else format(rounded(quality.points, 4).normalize(), "f")
    assert found == case["points"]


def test_what_is_missing_is_counted() -> None:
    marks = {mark.code: mark.missing for mark in plan_quality({"budget": (5, 8), "logic": (8, 8)}).marks}
    assert (marks["budget"], marks["logic"]) == (3, 0)
