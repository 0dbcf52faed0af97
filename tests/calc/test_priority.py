"""Totals and ranks by the table cases/prioritas.csv, other factors and weights, and the warnings about factors."""

from __future__ import annotations

import time
from decimal import Decimal
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from petajalan.calc.priority import (
    DEFAULT_FACTORS,
    Priority,
    Scored,
    ScoringFactor,
    constant_factors,
    prioritise,
    scores_outside_scale,
    total,
)
from tests.calc.csv_cases import cases, number

TABLES = {name: list(rows) for name, rows in groupby(cases("prioritas.csv"), key=lambda row: row["tabel"])}


def scored(row: dict[str, str]) -> Scored:
    return Scored(
        scores={
            "mandate": number(row["mandat"]),
            "severity": number(row["keparahan"]),
            "urgency": number(row["waktu"]),
        },
        mandatory={"ya": True, "tidak": False, "": None}[row["wajib"]],
        total_printed=number(row["total tercetak"]),
    )


def whole(text: str) -> int | None:
    return int(text) if text else None


@pytest.mark.parametrize("name", TABLES)
def test_totals_ranks_and_order(name: str) -> None:
    rows = TABLES[name]
    priorities = prioritise(DEFAULT_FACTORS, [scored(row) for row in rows])
    assert dict(zip([row["kegiatan"] for row in rows], priorities, strict=True)) == {
        row["kegiatan"]: Priority(
            total=number(row["total"]),
            rank=whole(row["peringkat"]),
            last_rank=whole(row["sampai"]),
            order=int(row["urutan"]),
            difference=number(row["selisih"]),
            rank_as_printed=whole(row["peringkat cetak"]),
        )
        for row in rows
    }


def by(**scores: int) -> Scored:
    return Scored({code: Decimal(score) for code, score in scores.items()})


def test_other_factors_scales_and_weights_make_the_total() -> None:
    factors = [
        ScoringFactor("impact", Decimal(1), Decimal(5), Decimal("0.6")),
        ScoringFactor("cost", Decimal(1), Decimal(5), Decimal("0.4")),
    ]
    assert total(factors, by(impact=5, cost=2).scores) == Decimal("3.8")
    assert total(factors, by(impact=5).scores) is None


def test_tie_breakers_order_the_list_but_leave_the_shared_rank() -> None:
    activities = [
        by(mandate=8, severity=5, urgency=7),
        by(mandate=4, severity=8, urgency=8),
        by(mandate=5, severity=8, urgency=7),
    ]
    plain = prioritise(DEFAULT_FACTORS, activities)
    broken = prioritise(DEFAULT_FACTORS, activities, tie_breakers=("severity", "urgency"))
    assert [(item.rank, item.order) for item in plain] == [(1, 1), (1, 2), (1, 3)]
    assert [(item.rank, item.order) for item in broken] == [(1, 3), (1, 1), (1, 2)]


@pytest.mark.parametrize(("place", "agrees"), [(1, False), (2, True), (3, True), (4, False)])
def test_a_place_in_a_later_table_agrees_with_any_place_of_its_tie(place: int, agrees: bool) -> None:
    activities = [
        by(mandate=9, severity=9, urgency=9),
        *[by(mandate=5, severity=5, urgency=5)] * 2,
        by(mandate=1, severity=1, urgency=1),
    ]
    assert prioritise(DEFAULT_FACTORS, activities)[1].allows_place(place) is agrees


def test_without_a_total_no_place_can_be_judged() -> None:
    assert prioritise(DEFAULT_FACTORS, [by(mandate=9)])[0].allows_place(1) is None


def test_a_factor_that_never_varies_is_named() -> None:
    activities = [by(mandate=10, severity=2, urgency=5), by(mandate=10, severity=3, urgency=5)]
    assert constant_factors(DEFAULT_FACTORS, activities) == ("mandate", "urgency")
    assert constant_factors(DEFAULT_FACTORS, activities[:1]) == ()
    assert constant_factors(DEFAULT_FACTORS, [*activities, by(severity=2, urgency=6)]) == ()


def test_scores_outside_their_scale_are_named() -> None:
    assert scores_outside_scale(DEFAULT_FACTORS, by(mandate=0, severity=10, urgency=11)) == ("mandate", "urgency")
    assert scores_outside_scale([ScoringFactor("mandate", None, None)], by(mandate=99)) == ()


scores = st.integers(1, 10).map(Decimal)


@given(st.lists(st.tuples(scores, scores, scores, st.sampled_from([True, False])), min_size=1, max_size=12))
def test_ranks_follow_totals_and_the_order_is_complete(rows: list[tuple[Decimal, Decimal, Decimal, bool]]) -> None:
    activities = [Scored({"mandate": a, "severity": b, "urgency": c}, mandatory) for a, b, c, mandatory in rows]
    results = prioritise(DEFAULT_FACTORS, activities)
    assert sorted(result.order for result in results) == list(range(1, len(rows) + 1))
    for one, first in zip(results, activities, strict=True):
        assert one.allows_place(one.order)
        for other, second in zip(results, activities, strict=True):
            assert one.rank is not None
            assert other.rank is not None
            assert one.total is not None
            assert other.total is not None
            better = (not first.mandatory, -one.total) < (not second.mandatory, -other.total)
            assert (one.rank < other.rank) == better


@given(st.lists(st.tuples(st.none() | st.integers(1, 4), st.sampled_from([True, False, None])), max_size=15))
def test_a_rank_is_one_more_than_the_number_of_better_ones(rows: list[tuple[int | None, bool | None]]) -> None:
    factors = [ScoringFactor("mandate")]
    results = prioritise(factors, [Scored({"mandate": None if s is None else Decimal(s)}, m) for s, m in rows])
    keys = [None if score is None else (mandatory is False, -score) for score, mandatory in rows]
    known = [key for key in keys if key is not None]
    assert [(result.rank, result.last_rank) for result in results] == [
        (None, None) if key is None else (1 + sum(other < key for other in known), sum(other <= key for other in known))
        for key in keys
    ]


def test_thousands_of_activities_are_ranked_at_once() -> None:
    activities = [by(mandate=at % 97, severity=at % 89, urgency=at % 83) for at in range(8000)]
    began = time.process_time()
    results = prioritise(DEFAULT_FACTORS, activities)
    assert time.process_time() - began < 2  # comparing every pair takes ten times as long
    assert max(result.last_rank or 0 for result in results) == 8000
