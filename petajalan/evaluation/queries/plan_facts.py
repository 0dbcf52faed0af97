"""What the data say of the plans of a year, aspect by aspect: help for who judges them before the year begins.

Facts are kept as they were that day: {"facts": [{"code", "count", "of"}], "sentences": [...], "points": "2.25"}, where
the sentences are those of the checks of `planning`, in the language of the installation.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.conf import settings
from django.utils import translation

from petajalan.accounts.models import Agency
from petajalan.calc.evaluation import Aspect
from petajalan.planning.models import Action, ActionPlan
from petajalan.planning.queries.action_quality import quality_of
from petajalan.planning.queries.actions import actions_of, gaps_of, indicators_of
from petajalan.planning.queries.completeness import completeness_of
from petajalan.reporting.queries.measuring import keys_of, road_map_in, rows_in_force

Basis = dict[str, Any]


def facts_of_road_map(agency: Agency, year: int, planned: set[Any]) -> dict[str, Basis]:
    """By aspect. `planned`: keys of the indicators that some action of the year is about."""
    road_map = road_map_in(agency, year)
    if road_map is None:
        return {}
    indicators = {row.indicator for row in rows_in_force(agency, year).select_related("indicator") if row.indicator}
    acted = sum(bool(planned & set(keys_of(one))) for one in indicators)
    with translation.override(settings.LANGUAGE_CODE):
        found = completeness_of(road_map)
        sentences = [*found.missing, *(gap.sentence for gap in found.gaps)]
    there = sum(part.is_there for part in found.parts)
    return {
        Aspect.COMPLETENESS: {"facts": [_fact("parts", there, len(found.parts))], "sentences": sentences},
        Aspect.LINKAGE: {"facts": [_fact("acted_on", acted, len(indicators))]},
    }


def facts_of_plan(plan: ActionPlan, in_force: set[Any]) -> dict[str, Basis]:
    """By aspect. `in_force`: keys by which the indicators of the road map in force are known."""
    actions = actions_of(plan)
    rows = [row for row in actions if not row.withdrawn]
    quality = quality_of(plan, actions, indicators_of(plan)).quality
    marks = {mark.code: mark for mark in quality.marks}
    with translation.override(settings.LANGUAGE_CODE):
        sentences = list(gaps_of(plan))
    return {
        Aspect.RELEVANCE: {
            "facts": [_fact("led_acted_on", marks["activities"].fulfilled, marks["activities"].total)]
        },
        Aspect.COMPLETENESS: {"facts": [], "sentences": sentences},
        Aspect.PLAN_QUALITY: {
            "points": None if quality.points is None else format(quality.points, "f"),
            "marks": [
                {"code": one.code, "count": one.fulfilled, "of": one.total, "grade": one.grade} for one in quality.marks
            ],
        },
        Aspect.LINKAGE: {
            "facts": [
                _fact("in_road_map", sum(row.indicator_key in in_force for row in rows), len(rows)),
                _fact("planning_reference", sum(bool(row.planning_reference) for row in rows), len(rows)),
            ]
        },
        Aspect.FEASIBILITY: {"facts": [_budgeted(rows), _carried_out(rows)]},
    }  # fmt: skip


def _budgeted(rows: Sequence[Action]) -> Mapping[str, Any]:
    return _fact("budget", sum(any(figure is not None for figure in row.budgets) for row in rows), len(rows))


def _carried_out(rows: Sequence[Action]) -> Mapping[str, Any]:
    named = sum(row.all_units or bool(row.named_implementers.all()) for row in rows)
    return _fact("implementers", named, len(rows))


def _fact(code: str, count: int, of: int) -> Mapping[str, Any]:
    return {"code": code, "count": count, "of": of}
