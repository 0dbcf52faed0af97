"""What the stored totals say of a year that ended: each indicator's target, each action plan's effect.

`reporting` computed every figure here; this only gathers them by indicator and by plan. Facts are kept as they were
that day: figures as texts, `None` where not known.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.utils import translation

from petajalan.accounts.models import Agency, Unit
from petajalan.calc.evaluation import Movement, movement, reached_target, year_done
from petajalan.calc.totals import Pending, total
from petajalan.planning.choices import Direction, FigureRole, FigureRule
from petajalan.planning.display.figures import figure
from petajalan.planning.models import Action, AdoptedFigure, Indicator
from petajalan.reporting.choices import SubjectKind
from petajalan.reporting.display.totals import view_of
from petajalan.reporting.models import Achievement
from petajalan.reporting.queries.achievement import Achieved, Key, Subject, band_of, bands_of, subjects

KINDS = (SubjectKind.INDICATOR, SubjectKind.ACTION)
LAST = 4  # the quarter that says what the year came to


@dataclass(frozen=True)
class YearFacts:
    """What the year came to. `achieved`: by kind and key, the quarters of which something is stored; `baselines`: by
    key of the indicator."""

    subjects: Mapping[Key, Subject]
    achieved: Mapping[Key, Mapping[int, Achieved]]
    baselines: Mapping[int, AdoptedFigure]

    @property
    def indicators(self) -> list[Subject]:
        return [one for one in self.subjects.values() if one.kind == SubjectKind.INDICATOR]

    def actions_of(self, plan: int) -> list[Subject]:
        """Those that are still in the plan."""
        return [one for one in self.subjects.values() if one.action and _counts(one.action, plan)]


def year_facts(agency: Agency, year: int) -> YearFacts:
    """At most six queries, however many indicators and actions."""
    names = subjects(agency, year, (*KINDS, SubjectKind.THEME), Unit.objects.filter(agency=agency).order_by("name"))
    scale = bands_of(agency)
    found: dict[Key, dict[int, Achieved]] = defaultdict(dict)
    for row in Achievement.objects.filter(agency=agency, year=year, kind__in=KINDS).order_by("quarter"):
        subject = names.get((row.kind, row.key))
        if subject is not None:
            found[row.kind, row.key][row.quarter] = Achieved(row, subject, band_of(scale, row.percent, year))
    indicators = [one.indicator.pk for one in names.values() if one.indicator and one.kind == SubjectKind.INDICATOR]
    adopted = AdoptedFigure.objects.filter(agency=agency, indicator__in=indicators, role=FigureRole.BASELINE)
    return YearFacts(names, found, {one.indicator_id: one for one in adopted})


def facts_of_target(facts: YearFacts, subject: Subject) -> dict[str, Any]:
    """Target, actual and achievement of the year as its last quarter has them, and where it went since its baseline;
    `themes`: those whose impact it shows, by name."""
    one = facts.achieved.get((subject.kind, subject.key), {}).get(LAST)
    impact = _impact(facts, subject, one)
    if one is None:
        return {"reached": None, **impact}
    with translation.override(settings.LANGUAGE_CODE):
        view = view_of(one)
    return {
        "target": view.target, "actual": view.actual, "achievement": view.text, "known": view.known, "band": view.band,
        "mood": view.mood, "units": list(subject.units), "provisional": one.row.provisional,
        "simulated": one.row.simulated, "reached": reached_target(one.row.percent), **impact,
    }  # fmt: skip


def _impact(facts: YearFacts, subject: Subject, one: Achieved | None) -> dict[str, Any]:
    indicator = subject.indicator
    themes = [facts.subjects[key].name for key in subject.under if key[0] == SubjectKind.THEME]
    if indicator is None or not themes:
        return {}
    baseline = facts.baselines.get(indicator.pk)
    measured = one is not None and _measured(one)
    went = _went(indicator, baseline, one.row.actual) if one is not None and measured else None
    with translation.override(settings.LANGUAGE_CODE):
        words = figure(baseline.reading) if baseline is not None else ""
    return {
        "themes": themes, "baseline": words, "baseline_year": indicator.baseline_year, "measured": measured,
        "moved": went.value if went else "",
    }  # fmt: skip


def facts_of_effect(facts: YearFacts, plan: int) -> dict[str, Any]:
    """Of a plan: its actions done, budget and what was absorbed of it, and where the indicators of its actions went.

    unmeasured  indicators whose actions were all done although nobody measured what came of it
    """
    actions = facts.actions_of(plan)
    done = {one.key: _done(one, facts.achieved.get((one.kind, one.key), {})) for one in actions}
    last = [rows[LAST].row for one in actions if LAST in (rows := facts.achieved.get((one.kind, one.key), {}))]
    of_indicator: dict[Key, list[Subject]] = defaultdict(list)
    for one in actions:
        of_indicator[next(key for key in one.under if key[0] == SubjectKind.INDICATOR)].append(one)
    moved = [
        _moved(facts, key, all(done[one.key] for one in below)) for key, below in of_indicator.items()
    ]  # fmt: skip
    return {
        "done": sum(one is True for one in done.values()), "known": sum(one is not None for one in done.values()),
        "of": len(actions), "budget": _plain(total([row.budget for row in last])),
        "absorbed": _plain(total([row.absorbed for row in last])), "indicators": moved,
        "unmeasured": [one["name"] for one in moved if one["done"] and not one["measured"]],
        "simulated": any(row.simulated for row in last),
    }  # fmt: skip


def _counts(action: Action, plan: int) -> bool:
    return action.plan_id == plan and not action.withdrawn


def _done(subject: Subject, quarters: Mapping[int, Achieved]) -> bool | None:
    assert subject.action is not None
    active = [one.row.percent for one in quarters.values() if one.row.reason != Pending.NOT_ACTIVE]
    return year_done(active, to_date=subject.action.figure_rule == FigureRule.TO_DATE)


def _moved(facts: YearFacts, key: Key, done: bool) -> dict[str, Any]:
    """An indicator that a plan works on: whether it was measured in the year, and where it went since its baseline."""
    subject = facts.subjects.get(key)
    quarters: Sequence[Achieved] = [one for one in facts.achieved.get(key, {}).values() if _measured(one)]
    newest = quarters[-1] if quarters else None
    indicator = subject.indicator if subject else None
    went = _went(indicator, facts.baselines.get(indicator.pk), newest.row.actual) if indicator and newest else None
    return {
        "name": subject.name if subject else "", "done": done, "measured": newest is not None,
        "quarter": newest.row.quarter if newest else None, "moved": went.value if went else "",
    }  # fmt: skip


def _measured(one: Achieved) -> bool:
    return one.row.actual is not None or bool(one.row.trace.get("level"))


def _went(indicator: Indicator, baseline: AdoptedFigure | None, actual: Decimal | None) -> Movement | None:
    lower = {Direction.LOWER: True, Direction.HIGHER: False}.get(Direction(indicator.direction or Direction.RANGE))
    return movement(baseline.value if baseline else None, actual, lower_is_better=lower)


def _plain(value: Decimal | None) -> str | None:
    return None if value is None else format(value, "f")
