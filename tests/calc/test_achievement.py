"""Achievement by the table cases/capaian.csv, its trace, and the laws that hold for every number."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from petajalan.calc.achievement import (
    RULES,
    Formula,
    GroupMean,
    Input,
    Reason,
    Target,
    Trace,
    Verdict,
    achievement,
    clamped,
    group_mean,
)
from petajalan.calc.numbers import read_value, rounded
from petajalan.catalogue.load import load_reference
from tests.calc.csv_cases import cases, number

SCALES = {scale.code: scale for scale in load_reference().scales}
VERDICTS = {"": None, "tercapai": Verdict.REACHED, "melampaui": Verdict.ABOVE, "belum": Verdict.BELOW}
amounts = st.decimals(min_value=0, max_value=10**6, places=2)
positive = st.decimals(min_value=Decimal("0.01"), max_value=10**6, places=2)


def figure(text: str) -> Decimal | str | None:
    return number(text) if any(character.isdigit() for character in text) else text or None


@pytest.mark.parametrize(
    "case",
    cases("capaian.csv"),
    ids=lambda case: f"{case['rumus']}: {case['realisasi']} / {case['target']} {case['penjelasan']}",
)
def test_achievement(case: dict[str, str]) -> None:
    result = achievement(
        Formula(case["rumus"]),
        figure(case["realisasi"]),
        Target(
            figure(case["target"]), number(case["batas bawah"]), number(case["batas atas"]), case["batas ikut"] != ""
        ),
        baseline=number(case["baseline"]),
        cap=number(case["batas capaian"]),
        scale=SCALES[case["skala"]] if case["skala"] else None,
        year=int(case["tahun"]) if case["tahun"] else None,
    )
    percent = None if result.percent is None else rounded(result.percent, 2)
    assert (percent, result.reason, result.verdict, result.distance) == (
        number(case["persen"]),
        Reason(case["alasan"]) if case["alasan"] else None,
        VERDICTS[case["hasil"]],
        int(case["jarak"]) if case["jarak"] else None,
    )


def test_every_formula_has_cases() -> None:
    assert {Formula(case["rumus"]) for case in cases("capaian.csv")} == set(Formula) == set(RULES)


def test_every_reason_has_a_case() -> None:
    assert {case["alasan"] for case in cases("capaian.csv")} - {""} == {reason.value for reason in Reason}


def test_the_trace_says_formula_version_inputs_and_source() -> None:
    result = achievement(
        Formula.REVERSE,
        Decimal("21.1"),
        Target(Decimal(16)),
        baseline=Decimal(25),
        sources={"actual": "SSGI 2023", "target": "Tabel 3.5 baris 3"},
    )
    assert result.percent == Decimal("68.125")
    assert result.trace == Trace(
        formula=Formula.REVERSE,
        version=1,
        expression="(2T − R) / T × 100",
        inputs=(
            Input("actual", Decimal("21.1"), "SSGI 2023"),
            Input("target", Decimal(16), "Tabel 3.5 baris 3"),
        ),
        source="PermenPANRB 8/2021, kondisi khusus",
        house=False,
    )


def test_a_zero_target_that_is_replaced_by_progress_says_so_in_its_trace() -> None:
    result = achievement(Formula.REVERSE, Decimal("0.5"), Target(Decimal(0)), baseline=Decimal("1.39"))
    assert result.trace.formula is Formula.PROGRESS
    assert [item.name for item in result.trace.inputs] == ["actual", "target", "baseline"]
    assert result.trace.house


@pytest.mark.parametrize(
    ("printed", "target"),
    [
        ("67,56", Target(Decimal("67.56"))),
        ("BB", Target("BB")),
        ("2,0 - 4,0", Target(None, Decimal("2.0"), Decimal("4.0"))),
        ("> 60", Target(Decimal(60), Decimal(60), None, exclusive=True)),
        ("-", Target()),
    ],
)
def test_a_target_is_made_of_a_printed_figure(printed: str, target: Target) -> None:
    assert Target.of(read_value(printed)) == target


@given(amounts, amounts, amounts, st.none() | amounts)
def test_raising_a_higher_is_better_actual_never_lowers_achievement(
    one: Decimal, other: Decimal, target: Decimal, baseline: Decimal | None
) -> None:
    results = [achievement(Formula.RATIO, actual, Target(target), baseline=baseline) for actual in sorted((one, other))]
    lower, higher = (result.percent for result in results)
    assert higher is not None
    assert lower is not None
    assert lower <= higher


@given(st.sampled_from([Formula.REVERSE, Formula.INVERSE]), positive, positive, amounts, st.none() | amounts)
def test_raising_a_lower_is_better_actual_never_raises_achievement(
    formula: Formula, one: Decimal, other: Decimal, target: Decimal, baseline: Decimal | None
) -> None:
    results = [achievement(formula, actual, Target(target), baseline=baseline) for actual in sorted((one, other))]
    lower, higher = (result.percent for result in results)
    assert lower is None or higher is None or lower >= higher


@given(st.sampled_from([Formula.RATIO, Formula.REVERSE, Formula.INVERSE]), amounts)
def test_an_actual_on_its_target_is_one_hundred_percent(formula: Formula, target: Decimal) -> None:
    assert achievement(formula, target, Target(target)).percent == 100


@given(st.sampled_from(list(Formula)), st.none() | amounts, st.none() | amounts)
def test_without_a_percentage_there_is_a_reason_and_without_a_reason_a_percentage(
    formula: Formula, actual: Decimal | None, target: Decimal | None
) -> None:
    result = achievement(formula, actual, Target(target))
    assert (result.percent is None) == (result.reason is not None)


def test_the_shown_percentage_is_clamped_to_its_floor_and_only_to_a_cap_that_is_set() -> None:
    assert [
        clamped(Decimal(-50)),
        clamped(Decimal(150)),
        clamped(Decimal(150), cap=Decimal(120)),
        clamped(Decimal(99), cap=Decimal(100)),
        clamped(Decimal(-50), floor=Decimal(-10)),
    ] == [0, 150, 120, 99, -10]


@pytest.mark.parametrize(
    ("percents", "cap", "mean"),
    [
        (["150", "50", None, "-20"], "100", GroupMean(Decimal(50), 3, 4)),
        (["150", "50"], "120", GroupMean(Decimal(85), 2, 2)),
        ([None, None], "100", GroupMean(None, 0, 2)),
        ([], "100", GroupMean(None, 0, 0)),
    ],
)
def test_a_group_mean_counts_only_known_members_and_says_how_many(
    percents: list[str | None], cap: str, mean: GroupMean
) -> None:
    assert group_mean([None if text is None else Decimal(text) for text in percents], Decimal(cap)) == mean


def test_a_number_against_a_grade_is_classified_first() -> None:
    scale = SCALES["sakip"]
    found = achievement(Formula.RATIO, Decimal("71.3"), Target("BB"), scale=scale, year=2024)
    assert (found.percent, found.verdict, found.trace.formula) == (100, Verdict.REACHED, Formula.LEVEL)
    below = achievement(Formula.RATIO, Decimal(65), Target("BB"), scale=scale, year=2024)
    assert (below.verdict, below.distance) == (Verdict.BELOW, -1)
    assert achievement(Formula.RATIO, Decimal(65), Target("BB")).reason is Reason.NOT_A_NUMBER
