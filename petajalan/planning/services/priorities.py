"""Scores and factors: whoever changes one moves the whole list in the same transaction."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from decimal import Decimal
from typing import TypedDict, Unpack

from django.db import transaction
from django.utils.translation import gettext as _

from petajalan.calc.numbers import format_value
from petajalan.calc.priority import Scored, ScoringFactor, prioritise
from petajalan.common import audit
from petajalan.planning.models import Factor, KeyActivity, RoadMap, Score
from petajalan.planning.services.refusals import Refused
from petajalan.planning.services.writing import add, change, conflict, open_draft, remove
from petajalan.regulation.recognise.names import slug


class FactorValues(TypedDict, total=False):
    name: str
    low: Decimal | None
    high: Decimal | None
    weight: Decimal | None  # None: adds plainly


@transaction.atomic
def set_score(
    *, activity: KeyActivity, factor: Factor, value: Decimal | None, seen: int, by: audit.Actor, at: datetime,
    reason: str = "",
) -> Score:  # fmt: skip
    """Write one score; totals and ranks of all follow. `seen` is 0 where the person saw no score yet."""
    road_map = activity.road_map
    open_draft(road_map, by=by, at=at)
    if factor.road_map_id != road_map.pk:
        raise Refused(_("Faktor itu bukan bagian dari road map ini. Muat ulang halaman."))
    _on_scale(factor, value)
    score = Score.objects.filter(agency=road_map.agency_id, key_activity=activity, factor=factor).first()
    if score is None:
        score = add(
            Score, road_map=road_map, by=by, at=at, reason=reason, key_activity=activity, factor=factor, value=value
        )
    elif seen == 0 and score.value != value:
        raise conflict(score, {"value": value})
    else:
        change(score, seen=seen or score.version, by=by, at=at, values={"value": value}, reason=reason)
    rank_again(road_map)
    return score


@transaction.atomic
def add_factor(
    *, road_map: RoadMap, name: str, by: audit.Actor, at: datetime,
    low: Decimal | None = Decimal(1), high: Decimal | None = Decimal(10), weight: Decimal | None = None,
    code: str = "", reason: str = "",
) -> Factor:  # fmt: skip
    """A new factor leaves every total unknown until the activities are scored on it."""
    open_draft(road_map, by=by, at=at)
    code = code or slug(name)
    if Factor.objects.filter(agency=road_map.agency_id, road_map=road_map, code=code).exists():
        raise Refused(_("Faktor “%(name)s” sudah ada. Pakai nama lain.") % {"name": name})
    _scale_in_order(low, high)
    factor = add(
        Factor, road_map=road_map, by=by, at=at, reason=reason,
        code=code, name=name, low=low, high=high, weight=weight,
    )  # fmt: skip
    rank_again(road_map)
    return factor


@transaction.atomic
def edit_factor(
    *, factor: Factor, seen: int, by: audit.Actor, at: datetime, reason: str = "", **values: Unpack[FactorValues]
) -> Factor:
    open_draft(factor.road_map, by=by, at=at)
    _scale_in_order(values.get("low", factor.low), values.get("high", factor.high))
    if change(factor, seen=seen, by=by, at=at, values=dict(values), reason=reason):
        rank_again(factor.road_map)
    return factor


@transaction.atomic
def remove_factor(*, factor: Factor, seen: int, by: audit.Actor, at: datetime, reason: str = "") -> None:
    """Its scores go with it."""
    open_draft(factor.road_map, by=by, at=at)
    remove(factor, seen=seen, by=by, at=at, names=("low", "high", "weight"), reason=reason)
    rank_again(factor.road_map)


def rank_again(road_map: RoadMap) -> None:
    """Compute totals and ranks of all key activities and write those that moved."""
    factors = [
        ScoringFactor(one.code, one.low, one.high, Decimal(1) if one.weight is None else one.weight)
        for one in Factor.objects.filter(agency=road_map.agency_id, road_map=road_map)
    ]
    scores: dict[int, dict[str, Decimal | None]] = defaultdict(dict)
    for score in Score.objects.filter(agency=road_map.agency_id, road_map=road_map).select_related("factor"):
        scores[score.key_activity_id][score.factor.code] = score.value
    activities = list(KeyActivity.objects.filter(agency=road_map.agency_id, road_map=road_map))
    computed = prioritise(factors, [Scored(scores[one.pk], one.mandatory) for one in activities]) if factors else ()
    moved = []
    for at, activity in enumerate(activities):
        total, rank = (computed[at].total, computed[at].rank) if computed else (None, None)
        if (activity.total, activity.rank) != (total, rank):
            activity.total, activity.rank = total, rank
            moved.append(activity)
    KeyActivity.objects.bulk_update(moved, ["total", "rank"])


def _on_scale(factor: Factor, value: Decimal | None) -> None:
    too_low = value is not None and factor.low is not None and value < factor.low
    too_high = value is not None and factor.high is not None and value > factor.high
    if too_low or too_high:
        words = {"value": format_value(value), "low": format_value(factor.low), "high": format_value(factor.high)}
        raise Refused(_("Skor %(value)s di luar skala %(low)s–%(high)s. Tulis skor di dalam skala itu.") % words)


def _scale_in_order(low: Decimal | None, high: Decimal | None) -> None:
    if low is not None and high is not None and high <= low:
        raise Refused(_("Skor tertinggi harus lebih besar daripada skor terendah. Perbaiki skalanya."))
