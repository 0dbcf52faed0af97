"""Scores and factors: one change moves the whole list at once."""

from decimal import Decimal

import pytest

from petajalan.common.models import AuditEntry
from petajalan.planning.models import Factor, KeyActivity, RoadMap, Score
from petajalan.planning.services import (
    Conflict,
    Refused,
    add_factor,
    add_key_activity,
    edit_factor,
    edit_key_activity,
    remove_factor,
    remove_key_activity,
    set_score,
)
from tests.planning.regulations import AT
from tests.planning.services.conftest import Plan


def ranks(road_map: RoadMap) -> dict[str, tuple[Decimal | None, int | None]]:
    return {one.name: (one.total, one.rank) for one in KeyActivity.objects.filter(road_map=road_map)}


def scored(plan: Plan, **scores: tuple[int, int, int]) -> None:
    """Activities by name with their scores on the three usual factors."""
    factors = list(Factor.objects.filter(road_map=plan.road_map))
    for name, values in scores.items():
        found = KeyActivity.objects.filter(road_map=plan.road_map, name=name).first()
        activity = found or add_key_activity(road_map=plan.road_map, name=name, by=plan.rina, at=AT)
        for factor, value in zip(factors, values, strict=True):
            write(plan, activity, factor, value)


def write(plan: Plan, activity: KeyActivity, factor: Factor, value: int | str | None) -> Score:
    known = Score.objects.filter(key_activity=activity, factor=factor).first()
    given = None if value is None else Decimal(value)
    return set_score(
        activity=activity, factor=factor, value=given, seen=known.version if known else 0, by=plan.rina, at=AT
    )


def test_total_is_unknown_until_every_factor_is_scored(plan: Plan) -> None:
    assert ranks(plan.road_map) == {"Arsitektur SPBE": (None, None)}
    scored(plan, **{"Arsitektur SPBE": (8, 5, 5)})
    assert ranks(plan.road_map) == {"Arsitektur SPBE": (Decimal(18), 1)}


def test_changing_one_score_moves_the_others(plan: Plan) -> None:
    scored(plan, Arsip=(10, 10, 10), **{"Arsitektur SPBE": (8, 5, 5)}, Aduan=(8, 5, 5))
    assert {name: rank for name, (_total, rank) in ranks(plan.road_map).items()} == {
        "Arsip": 1, "Arsitektur SPBE": 2, "Aduan": 2,
    }  # fmt: skip
    severity = Factor.objects.get(road_map=plan.road_map, code="severity")
    write(plan, KeyActivity.objects.get(name="Aduan"), severity, 10)
    assert {name: rank for name, (_total, rank) in ranks(plan.road_map).items()} == {
        "Arsip": 1, "Aduan": 2, "Arsitektur SPBE": 3,
    }  # fmt: skip
    entry = AuditEntry.objects.order_by("-pk").first()
    assert (entry.action, entry.before, entry.after) == ("score_changed", {"value": "5"}, {"value": "10"})


def test_initiative_ranks_after_the_mandatory_ones(plan: Plan) -> None:
    scored(plan, Arsip=(10, 10, 10), **{"Arsitektur SPBE": (8, 5, 5)})
    arsip = KeyActivity.objects.get(name="Arsip")
    edit_key_activity(activity=arsip, seen=arsip.version, mandatory=False, by=plan.rina, at=AT)
    assert ranks(plan.road_map) == {"Arsitektur SPBE": (Decimal(18), 1), "Arsip": (Decimal(30), 2)}
    assert arsip.rank == 2


@pytest.mark.parametrize("value", [0, 11, "10.5", "-1"])
def test_score_outside_its_scale_is_refused(plan: Plan, value: int | str) -> None:
    with pytest.raises(Refused, match="di luar skala 1–10"):
        write(plan, plan.activity, plan.factor, value)
    assert Score.objects.get(pk=plan.score.pk).value == 8


def test_score_may_be_emptied_and_the_total_is_unknown_again(plan: Plan) -> None:
    scored(plan, **{"Arsitektur SPBE": (8, 5, 5)})
    write(plan, plan.activity, plan.factor, None)
    assert ranks(plan.road_map) == {"Arsitektur SPBE": (None, None)}


def test_stale_score_names_both_values(plan: Plan) -> None:
    set_score(activity=plan.activity, factor=plan.factor, value=Decimal(9), seen=1, by=plan.cast.wati, at=AT)
    with pytest.raises(Conflict) as refusal:
        set_score(activity=plan.activity, factor=plan.factor, value=Decimal(7), seen=1, by=plan.rina, at=AT)
    assert [(one.yours, one.theirs) for one in refusal.value.clashes] == [("7", "9")]
    assert refusal.value.by == "Wati Setyowati"


def test_weights_count(plan: Plan) -> None:
    scored(plan, **{"Arsitektur SPBE": (8, 5, 5)})
    edit_factor(factor=plan.factor, seen=1, weight=Decimal("0.5"), by=plan.rina, at=AT)
    assert ranks(plan.road_map)["Arsitektur SPBE"] == (Decimal(14), 1)


def test_new_factor_leaves_totals_unknown_and_its_removal_brings_them_back(plan: Plan) -> None:
    scored(plan, **{"Arsitektur SPBE": (8, 5, 5)})
    factor = add_factor(road_map=plan.road_map, name="Kesiapan Daerah", by=plan.rina, at=AT)
    assert factor.code == "kesiapan_daerah"
    assert ranks(plan.road_map)["Arsitektur SPBE"] == (None, None)
    remove_factor(factor=factor, seen=1, by=plan.rina, at=AT)
    assert ranks(plan.road_map)["Arsitektur SPBE"] == (Decimal(18), 1)


def test_factor_twice_or_with_an_upside_down_scale_is_refused(plan: Plan) -> None:
    with pytest.raises(Refused, match="sudah ada"):
        add_factor(road_map=plan.road_map, name="Mandat", code="mandate", by=plan.rina, at=AT)
    with pytest.raises(Refused, match="lebih besar"):
        add_factor(road_map=plan.road_map, name="X", low=Decimal(5), high=Decimal(5), by=plan.rina, at=AT)
    with pytest.raises(Refused, match="lebih besar"):
        edit_factor(factor=plan.factor, seen=1, low=Decimal(10), by=plan.rina, at=AT)


def test_factor_of_another_plan_is_refused(plan: Plan, in_force: RoadMap) -> None:
    other = Factor.objects.filter(road_map=in_force).first()
    with pytest.raises(Refused, match="bukan bagian"):
        set_score(activity=plan.activity, factor=other, value=Decimal(5), seen=0, by=plan.rina, at=AT)


def test_when_an_activity_goes_the_others_move_up(plan: Plan) -> None:
    scored(plan, Arsip=(10, 10, 10), **{"Arsitektur SPBE": (8, 5, 5)})
    arsip = KeyActivity.objects.get(name="Arsip")
    remove_key_activity(activity=arsip, seen=arsip.version, by=plan.rina, at=AT)
    assert ranks(plan.road_map) == {"Arsitektur SPBE": (Decimal(18), 1)}
