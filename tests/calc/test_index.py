"""The index by the table cases/indeks.csv, grades where "A" needs more than a number, parts, gains, and properties."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from petajalan.calc.index import (
    Instrument,
    Item,
    Level,
    Section,
    State,
    Step,
    Value,
    compute,
    gains,
    grade,
    parts,
    steps,
    uneven,
)
from petajalan.calc.numbers import rounded
from petajalan.catalogue.load import national_reference
from tests.calc.csv_cases import cases, number

SCALES = {one.code: one for one in national_reference().scales}
CASES = cases("indeks.csv")


def item(code: str, weight: int, low: int = 0, high: int = 100, **more: object) -> Item:
    return Item(code, code, Decimal(weight), Decimal(low), Decimal(high), "Evaluator", "uji", "P", **more)  # type: ignore[arg-type]


def section(code: str, weight: int, *inside: Section | Item) -> Section:
    return Section(code, code, Decimal(weight), inside, "uji", "P")


SMALL = Instrument(
    code="kecil",
    name="LKE kecil",
    group="kabkota",
    first_year=2024,
    last_year=2024,
    scale="reform-index",
    general=section(
        "general",
        100,
        section("A", 40, item("A1", 10), item("A2", 30, multiplier="A1")),
        section("B", 60, item("B1", 60, 1, 5)),
    ),
    thematic=section("thematic", 10, item("T", 10)),
    source="uji",
    confidence="P",
)
CODES = [one.code for one in SMALL.items()]


def value(text: str) -> Value | None:
    if text == "x":
        return Value(None, State.EXCLUDED)
    if not text:
        return None
    return Value(number(text.removeprefix("d")), State.CARRIED if text.startswith("d") else State.ASSESSED)


def values_of(row: dict[str, str]) -> dict[str, Value]:
    return {code: found for code in CODES if (found := value(row[code])) is not None}


@pytest.mark.parametrize("row", CASES, ids=[row["kasus"] for row in CASES])
def test_index_by_the_table(row: dict[str, str]) -> None:
    coefficient = number(row["koefisien"])
    assert coefficient is not None
    result = compute(SMALL, values_of(row), coefficient)
    assert {code: result.item(code).score for code in ("A1", "A2", "B1")} == {
        code: number(row[f"skor {code}"]) for code in ("A1", "A2", "B1")
    }
    assert (result.general, result.adjusted, result.thematic, result.index) == tuple(
        number(row[column]) for column in ("umum", "penyesuaian", "tematik", "indeks")
    )
    assert ", ".join(result.unknown) == row["belum diketahui"]


def test_what_is_certain_so_far_grows_into_the_index() -> None:
    known = {"A1": Value(Decimal(100)), "A2": Value(Decimal(100))}
    half = compute(SMALL, known)
    assert (half.index, half.reached, half.unknown) == (None, Decimal(40), ("B1", "T"))
    assert [(one.section.code, one.counted, one.total, one.known, one.scope) for one in half.sections] == [
        ("general", 2, 3, Decimal(40), Decimal(100)),
        ("A", 2, 2, Decimal(40), Decimal(40)),
        ("B", 0, 1, Decimal(0), Decimal(60)),
        ("thematic", 0, 1, Decimal(0), Decimal(10)),
    ]
    whole = compute(SMALL, {**known, "B1": Value(Decimal(5)), "T": Value(Decimal(100))})
    assert whole.index == whole.reached == Decimal(110)


def test_an_item_judged_in_words_needs_a_number_for_its_level() -> None:
    words = item("B1", 60, levels=(Level("WTP", Decimal(100)), Level("WDP")))
    instrument = replace(SMALL, general=section("general", 60, words), thematic=None)
    reasons = {
        text: compute(instrument, {"B1": Value(None, level=text)}).item("B1").reason for text in ("wtp", "WDP", "ABC")
    }
    assert reasons == {"wtp": "", "WDP": "no_number", "ABC": "unknown_level"}
    assert compute(instrument, {"B1": Value(None, level="WTP")}).index == Decimal(100)


def test_an_unknown_weight_or_range_makes_no_index() -> None:
    full = {code: Value(Decimal(1)) for code in CODES}
    for broken, reason in (
        (replace(item("B1", 60), weight=None), "no_weight"),
        (replace(item("B1", 60), high=None), "no_range"),
    ):
        instrument = replace(SMALL, general=section("general", 100, section("A", 40, item("A1", 40)), broken))
        result = compute(instrument, full)
        assert (result.index, result.item("B1").reason) == (None, reason)


def test_multipliers_in_a_circle_give_no_score() -> None:
    circle = section("general", 100, item("A1", 50, multiplier="A2"), item("A2", 50, multiplier="A1"))
    result = compute(replace(SMALL, general=circle), {code: Value(Decimal(50)) for code in CODES})
    assert [(one.score, one.reason) for one in result.items[:2]] == [(None, "multiplier")] * 2


def test_weights_must_sum_exactly() -> None:
    assert uneven(SMALL) == ()
    short = replace(SMALL, general=section("general", 100, item("A1", 40), item("B1", 59)))
    assert [(one.section.code, one.total) for one in uneven(short)] == [("general", Decimal(99))]
    open_weight = replace(item("B1", 1), weight=None)
    unknown = replace(SMALL, general=section("general", 100, item("A1", 40), open_weight))
    assert uneven(unknown) == ()
    too_much = replace(SMALL, general=section("general", 100, item("A1", 101), open_weight))
    assert [(one.section.code, one.total) for one in uneven(too_much)] == [("general", Decimal(101))]


# ---- grade ----


@pytest.mark.parametrize(
    ("targets", "letter", "reason", "items"),
    [
        ({"A1": 80, "A2": 80, "B1": 4, "T": 80}, "A", "all_good", ()),
        ({"A1": 80, "A2": 95, "B1": 4, "T": 80}, "A-", "below_target", ("A2",)),
        ({"A1": 80, "B1": 4, "T": 80}, "A/A-", "unknown_target", ("A2",)),
        ({"A1": 95, "B1": 4, "T": 80}, "A-", "below_target", ("A1",)),
        ({}, "A/A-", "unknown_target", ("A1", "A2", "B1", "T")),
    ],
)
def test_a_needs_every_item_at_its_target(
    targets: dict[str, int], letter: str, reason: str, items: tuple[str, ...]
) -> None:
    def aimed(one: Section | Item) -> Section | Item:
        if isinstance(one, Section):
            return replace(one, parts=tuple(aimed(part) for part in one.parts))
        goal = targets.get(one.code)
        return replace(one, target_good=None if goal is None else Decimal(goal))

    general, thematic = aimed(SMALL.general), aimed(SMALL.thematic or SMALL.general)
    assert isinstance(general, Section)
    assert isinstance(thematic, Section)
    instrument = replace(SMALL, general=general, thematic=thematic)
    values = {code: Value(Decimal(4 if code == "B1" else 90)) for code in CODES}
    result = compute(instrument, values)
    found = grade(SCALES["reform-index"], result.index, 2024, result.items)
    assert found is not None
    assert (found.letter, found.reason, found.items) == (letter, reason, items)


@pytest.mark.parametrize(
    ("index", "year", "letter"),
    [
        ("60", 2024, "CC"),
        ("60.01", 2024, "B"),
        ("100", 2024, "A"),
        ("100.01", 2024, "AA"),
        ("85", 2022, "A"),
        ("-1", 2024, None),
    ],
)
def test_boundaries_and_schemes(index: str, year: int, letter: str | None) -> None:
    found = grade(SCALES["reform-index"], Decimal(index), year, ())
    assert (found and found.letter) == letter


# ---- parts, gains, properties ----

raws = st.decimals(0, 100, places=3, allow_nan=False)
known = st.fixed_dictionaries(
    {code: st.builds(Value, raws if code != "B1" else st.decimals(1, 5, places=2)) for code in CODES}
)
coefficients = st.decimals(-5, 0, places=2)


@given(known, coefficients)
def test_parts_add_up_to_the_printed_index(values: dict[str, Value], coefficient: Decimal) -> None:
    result = compute(SMALL, values, coefficient)
    assert result.index is not None
    assert sum(part.points for part in parts(result)) == rounded(result.index, 4)
    assert [part.code for part in parts(result)] == [*CODES, *([""] if coefficient else [])]


def test_no_parts_while_the_index_is_unknown() -> None:
    assert parts(compute(SMALL, {})) == ()


@given(known, coefficients)
def test_the_index_agrees_with_fractions(values: dict[str, Value], coefficient: Decimal) -> None:
    raw = {code: Fraction(one.raw or 0) for code, one in values.items()}
    first = raw["A1"] / 100
    general = first * 10 + raw["A2"] / 100 * 30 * first + raw["B1"] / 5 * 60
    wanted = general + Fraction(coefficient) + raw["T"] / 10
    found = compute(SMALL, values, coefficient).index
    assert found is not None
    assert abs(Fraction(found) - wanted) < Fraction(1, 10**20)


@given(known, st.sampled_from(CODES), st.decimals(0, 1, places=3))
def test_raising_a_raw_value_never_lowers_the_index(values: dict[str, Value], code: str, share: Decimal) -> None:
    top = SMALL.items()
    high = next(one.high for one in top if one.code == code)
    raw = values[code].raw
    assert high is not None
    assert raw is not None
    raised = {**values, code: Value(raw + (high - raw) * share)}
    before, after = compute(SMALL, values).index, compute(SMALL, raised).index
    assert before is not None
    assert after is not None
    assert after >= before


@given(known, st.sets(st.sampled_from(CODES)))
def test_excluding_never_divides_by_zero(values: dict[str, Value], out: set[str]) -> None:
    left = {code: Value(None, State.EXCLUDED) if code in out else one for code, one in values.items()}
    result = compute(SMALL, left)
    assert (result.index is None) == ({"A1", "A2", "B1"} <= out)
    assert result.unknown == ()


@given(known, coefficients)
def test_the_simulation_of_the_actual_values_is_the_actual_index(
    values: dict[str, Value], coefficient: Decimal
) -> None:
    same = [(code, Step("top", one.raw or Decimal(0))) for code, one in values.items()]
    assert {gain.points for gain in gains(SMALL, values, same, coefficient)} == {Decimal(0)}


def test_gains_are_ranked_and_follow_the_multiplier() -> None:
    values = {"A1": Value(Decimal(50)), "A2": Value(Decimal(100)), "B1": Value(Decimal(4)), "T": Value(Decimal(90))}
    wanted = [
        (code, Step("top", high)) for code, high in (("A1", Decimal(100)), ("B1", Decimal(5)), ("T", Decimal(100)))
    ]
    assert [(one.item.code, one.points) for one in gains(SMALL, values, wanted)] == [
        ("A1", Decimal(20)),  # 5 of its own, 15 through the item it multiplies
        ("B1", Decimal(12)),
        ("T", Decimal(1)),
    ]


def test_an_item_out_of_scope_brings_nothing() -> None:
    values = {"A1": Value(None, State.EXCLUDED), "A2": Value(Decimal(10)), "B1": Value(Decimal(4))}
    wanted = [(code, Step("top", Decimal(100))) for code in ("A1", "T")]
    assert gains(SMALL, values, wanted) == ()


def test_steps_lead_to_the_next_class_the_target_and_the_top() -> None:
    spbe = replace(item("C1", 9, 1, 5), target_good=Decimal(4))
    found = steps(spbe, Decimal("2.66"), SCALES["spbe"], 2024, Decimal("2.95"))
    assert [(one.kind, str(one.raw), one.label) for one in found] == [
        ("target", "2.95", ""),
        ("band", "3.5", "Sangat Baik"),
        ("target_good", "4", ""),
        ("top", "5", ""),
    ]
    legal = item("B13", 9)
    assert steps(legal, Decimal(60), SCALES["irh"], 2024, None)[0] == Step("band", Decimal("60.01"), "B")
    assert steps(legal, Decimal(100), SCALES["irh"], 2024, Decimal(90)) == ()
