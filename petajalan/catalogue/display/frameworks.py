"""A national framework as its page shows it to one agency: what applies to its group, and where that is not known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from petajalan.catalogue.display import words
from petajalan.catalogue.national import (
    Framework,
    Group,
    NationalActivity,
    NationalIndicator,
    NationalObjective,
    NationalTheme,
    ScoredItem,
)
from petajalan.regulation.reference import Reference


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """`applies` is `None` where the facts do not say; `scale` the code of its scale, "" when it has none."""

    indicator: NationalIndicator
    range: str
    applies: bool | None
    scale: str


@dataclass(frozen=True, slots=True)
class ActivityLine:
    activity: NationalActivity
    applies: bool | None
    indicators: tuple[IndicatorLine, ...]


@dataclass(frozen=True, slots=True)
class ObjectiveGroup:
    objective: NationalObjective
    indicators: tuple[IndicatorLine, ...]
    activities: tuple[ActivityLine, ...]


@dataclass(frozen=True, slots=True)
class ItemLine:
    item: ScoredItem
    range: str


@dataclass(frozen=True, slots=True)
class ThemeGroup:
    theme: NationalTheme
    items: tuple[ItemLine, ...]


class FrameworkPage:
    def __init__(self, framework: Framework, group: Group, reference: Reference) -> None:
        self.framework = framework
        self.group = group
        self._scales = {one.code: one.scale or "" for one in reference.indicators}

    @property
    def years(self) -> str:
        return words.years(self.framework.first_year, self.framework.last_year)

    @property
    def goal(self) -> tuple[IndicatorLine, ...]:
        return self._lines(self.framework.goal.indicators) if self.framework.goal else ()

    @property
    def objectives(self) -> list[ObjectiveGroup]:
        return [
            ObjectiveGroup(
                one,
                self._lines(one.indicators),
                tuple(self._activity(activity) for activity in self.framework.activities_of(one.code)),
            )
            for one in self.framework.objectives
        ]

    @property
    def themes(self) -> list[ThemeGroup]:
        return [
            ThemeGroup(
                theme,
                tuple(ItemLine(item, words.value_range(item.low, item.high)) for item in theme.items),
            )
            for theme in self.framework.themes
        ]

    @property
    def scored_items(self) -> int:
        return sum(len(theme.items) for theme in self.framework.themes)

    @property
    def activity_indicators(self) -> list[IndicatorLine]:
        """The indicators of all key activities, each once."""
        codes = dict.fromkeys(code for one in self.framework.activities for code in one.indicators)
        return list(self._lines(codes))

    @property
    def applying(self) -> int:
        return sum(line.applies is True for line in self.activity_indicators)

    def _activity(self, activity: NationalActivity) -> ActivityLine:
        applies = self.framework.applies_to(activity, self.group)
        return ActivityLine(activity, applies, self._lines(activity.indicators))

    def _lines(self, codes: Iterable[str]) -> tuple[IndicatorLine, ...]:
        return tuple(self._line(one) for one in self.framework.indicators_of(codes))

    def _line(self, indicator: NationalIndicator) -> IndicatorLine:
        return IndicatorLine(
            indicator,
            words.value_range(indicator.low, indicator.high),
            indicator.applies_to(self.group),
            self._scales.get(indicator.known or "", ""),
        )
