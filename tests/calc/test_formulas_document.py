"""docs/formulas.md names every code, and its worked examples are what the code computes."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from petajalan.calc.achievement import RULES, Formula, Reason, Target, achievement
from petajalan.calc.deadlines import RULES as DEADLINES
from petajalan.calc.numbers import rounded
from petajalan.calc.rollup import TimeRule, UnitRule
from petajalan.calc.totals import Pending
from petajalan.catalogue.load import load_reference
from tests.calc.csv_cases import cases, number
from tests.calc.test_numbers import DOUBTS, REASONS

DOCUMENT = (Path(__file__).parents[2] / "docs" / "formulas.md").read_text(encoding="utf-8")
SCALES = {scale.code: scale for scale in load_reference().scales}
EXAMPLES = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in DOCUMENT.splitlines()
    if re.match(r"\| [^|]+ \| `[a-z_]+` \| [^|]*100 \|", line)
]


@pytest.mark.parametrize(
    "code",
    [
        *Formula,
        *Reason,
        *(rule.code for rule in DEADLINES),
        *(reason for reason in REASONS.values() if reason),
        *(code for codes in DOUBTS.values() for code in codes),
        *TimeRule,
        *UnitRule,
        *Pending,
        *SCALES,
    ],
)
def test_every_code_is_explained(code: str) -> None:
    assert f"`{code}`" in DOCUMENT


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example[1])
def test_a_worked_example_is_what_is_computed(example: list[str]) -> None:
    _, code, expression, actual, target, low, high, baseline, percent, *_ = example
    formula = Formula(code.strip("`"))
    result = achievement(
        formula,
        actual if actual.isalpha() else number(actual),
        Target(target if target.isalpha() else number(target), number(low), number(high)),
        baseline=number(baseline),
        scale=SCALES["bpk-opinion"],
        year=2024,
    )
    assert result.percent is not None
    assert (RULES[formula].expression, rounded(result.percent, 2)) == (expression, number(percent))


def test_every_formula_has_a_worked_example() -> None:
    assert [Formula(example[1].strip("`")) for example in EXAMPLES] == list(Formula)


def test_the_printed_figures_of_the_document_are_cases() -> None:
    section = DOCUMENT[DOCUMENT.index("## 1.") : DOCUMENT.index("## 2.")]
    printed = [text for line in section.splitlines() if line.startswith("|") for text in re.findall(r"`([^`]+)`", line)]
    known = {case["tercetak"] for case in cases("angka.csv")}
    codes = {
        *REASONS.values(),
        *(code for codes in DOUBTS.values() for code in codes),
        "not_set",
        "not_available",
        "text",
    }
    assert [text for text in printed if text not in known and text not in codes] == []
    assert Decimal(len(printed)) > 30
