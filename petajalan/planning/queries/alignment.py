"""A plan beside the national framework of its period: what is matched, what is mandatory and missing, what is local."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from petajalan.catalogue.national import GROUP_OF_KIND, Framework, NationalActivity, Stated
from petajalan.planning.models import Goal, Indicator, IndicatorRow, KeyActivity, Objective, RoadMap, Theme
from petajalan.planning.queries.national import framework_of

Local: TypeAlias = Goal | Objective | KeyActivity | Theme | Indicator

KINDS = {
    "goals": "tujuan", "objectives": "sasaran", "activities": "kegiatan", "themes": "tema", "indicators": "indikator",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Match:
    """One thing of the framework and the rows of the plan that stand beside it.

    required  whether an agency of this kind has to have it; `None` where that is not known
    parts     of an activity or objective: its national indicators, each as a match of its own
    """

    national: Stated
    rows: tuple[Local, ...]
    required: bool | None
    parts: tuple[Match, ...] = ()

    @property
    def is_matched(self) -> bool:
        return bool(self.rows)

    @property
    def is_missing(self) -> bool:
        """Required, and not in the plan."""
        return self.required is True and not self.rows


@dataclass(frozen=True)
class Section:
    """One kind of row. `local` are the rows of the plan without a national counterpart."""

    code: str  # "goals", "objectives", "activities", "themes", "indicators"
    matches: tuple[Match, ...]
    local: tuple[Local, ...]

    @property
    def kind(self) -> str:
        """How addresses of the plan name such a row."""
        return KINDS[self.code]

    @cached_property
    def matched(self) -> tuple[Match, ...]:
        return tuple(one for one in self.matches if one.is_matched)

    @cached_property
    def missing(self) -> tuple[Match, ...]:
        return tuple(one for one in self.matches if one.is_missing)


@dataclass(frozen=True)
class Alignment:
    """`national_rows` are rows of the print that state a national indicator without a local one."""

    framework: Framework
    sections: tuple[Section, ...]
    national_rows: tuple[IndicatorRow, ...]

    def section(self, code: str) -> Section:
        return next(one for one in self.sections if one.code == code)

    @property
    def missing(self) -> int:
        return sum(len(section.missing) for section in self.sections)


def alignment_of(road_map: RoadMap) -> Alignment | None:
    """Seven queries; `None` where no framework is known for the period of the plan."""
    framework = framework_of(road_map)
    if framework is None:
        return None
    group = GROUP_OF_KIND.get(road_map.agency.kind)
    of_plan = {"agency": road_map.agency_id, "road_map": road_map}
    goals = list(Goal.objects.filter(**of_plan, name__isnull=False))
    objectives = list(Objective.objects.filter(**of_plan, name__isnull=False))
    activities = list(KeyActivity.objects.filter(**of_plan).select_related("objective", "coordinator"))
    themes = list(Theme.objects.filter(**of_plan))
    indicators = list(Indicator.objects.filter(**of_plan))
    by_code = _by_code(indicators)

    def indicators_of(codes: Iterable[str]) -> tuple[Match, ...]:
        return tuple(
            Match(one, tuple(by_code[one.code]), one.applies_to(group) if group else None)
            for one in framework.indicators_of(codes)
        )

    def required(activity: NationalActivity) -> bool | None:
        return framework.applies_to(activity, group) if group else None

    of_goal, of_objective = _by_code(goals), _by_code(objectives)
    of_activity, of_theme = _by_code(activities), _by_code(themes)
    national_goal = framework.goal
    scored = {item.code: theme.code for theme in framework.themes for item in theme.items}
    for code, rows in list(of_theme.items()):
        if code in scored and scored[code] != code:
            of_theme[scored[code]] = [*of_theme[scored[code]], *rows]
    sections = (
        Section(
            "goals",
            (Match(national_goal, tuple(of_goal[national_goal.code]), True, indicators_of(national_goal.indicators)),)
            if national_goal
            else (),
            _unmatched(goals),
        ),
        Section(
            "objectives",
            tuple(
                Match(one, tuple(of_objective[one.code]), True, indicators_of(one.indicators))
                for one in framework.objectives
            ),
            _unmatched(objectives),
        ),
        Section(
            "activities",
            tuple(
                Match(one, tuple(of_activity[one.code]), required(one), indicators_of(one.indicators))
                for one in framework.activities
            ),
            _unmatched(activities),
        ),
        Section(
            "themes",
            tuple(
                Match(
                    one,
                    tuple(of_theme[one.code]),
                    None,  # an agency chooses its themes
                    tuple(
                        Match(item, tuple(of_theme[item.code]), None)
                        for item in (one.items if len(one.items) > 1 else ())
                    ),
                )
                for one in framework.themes
            ),
            _unmatched(themes),
        ),
        Section(
            "indicators",
            indicators_of(one.code for one in framework.indicators),
            _unmatched(indicators),
        ),
    )
    national_rows = IndicatorRow.objects.filter(**of_plan, indicator=None).select_related("goal", "objective")
    return Alignment(framework, sections, tuple(national_rows))


def _by_code(rows: Sequence[Local]) -> dict[str, list[Local]]:
    found: dict[str, list[Local]] = defaultdict(list)
    for row in rows:
        if row.national_code:
            found[row.national_code].append(row)
    return found


def _unmatched(rows: Sequence[Local]) -> tuple[Local, ...]:
    return tuple(row for row in rows if not row.national_code)
