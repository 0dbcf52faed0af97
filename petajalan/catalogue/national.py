"""A national framework of bureaucratic reform as plain data: what every agency's road map is held against.

Everything that a ministry states carries its source and a confidence mark (docs/formulas.md); what is not known is
`None` and is said to be unknown, never filled in.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from petajalan.catalogue.entries import UNCONFIRMED


class Group(StrEnum):
    """The groups of agencies that the national evaluation tells apart."""

    CENTRAL = "central"  # ministries and central agencies
    PROVINCE = "province"
    LOCAL = "local"  # regencies and cities


GROUP_OF_KIND = {
    "ministry": Group.CENTRAL,
    "agency": Group.CENTRAL,
    "province": Group.PROVINCE,
    "regency": Group.LOCAL,
    "city": Group.LOCAL,
}


class Element(StrEnum):
    """The two aspects of the objectives since 2023."""

    HARD = "hard"
    SOFT = "soft"


@dataclass(frozen=True, slots=True)
class Stated:
    """One thing that the national side states."""

    code: str
    name: str
    names: tuple[str, ...]  # other forms in which regulations print the name
    source: str
    confidence: str
    note: str

    @property
    def unconfirmed(self) -> bool:
        return self.confidence in UNCONFIRMED


@dataclass(frozen=True, slots=True)
class NationalTarget:
    text: str
    source: str
    confidence: str

    @property
    def unconfirmed(self) -> bool:
        return self.confidence in UNCONFIRMED


@dataclass(frozen=True, slots=True)
class NationalIndicator(Stated):
    """An indicator of the framework.

    known      code of the well-known indicator that it is, or `None`
    low, high  raw range in the national evaluation; both `None` for a level (opinion) or when it was not found
    evaluator  who supplies the value; "" when not known
    applies    which groups it is evaluated for; a group that is missing is not known
    """

    known: str | None
    low: Decimal | None
    high: Decimal | None
    evaluator: str
    applies: tuple[tuple[Group, bool], ...]
    target: NationalTarget | None

    def applies_to(self, group: Group) -> bool | None:
        return dict(self.applies).get(group)


@dataclass(frozen=True, slots=True)
class NationalGoal(Stated):
    indicators: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NationalObjective(Stated):
    """`element` is `None` where the framework does not tell hard from soft."""

    element: Element | None
    indicators: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NationalActivity(Stated):
    """A mandatory key activity; `number` is its place in the national list, `objective` and `indicators` are codes."""

    number: int
    objective: str
    indicators: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScoredItem(Stated):
    """What the evaluation scores for a theme; `indicators` are codes of its impact indicators."""

    low: Decimal | None
    high: Decimal | None
    evaluator: str
    indicators: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NationalTheme(Stated):
    items: tuple[ScoredItem, ...]


@dataclass(frozen=True, slots=True)
class Governance(Stated):
    """A level of the national organisation of the reform, its bodies and what they do."""

    bodies: tuple[str, ...]
    duty: str


@dataclass(frozen=True, slots=True)
class Focus(Stated):
    """Where a thematic programme intervenes. `listed` says which list it stands in: "road_map" or "portal"."""

    listed: str


@dataclass(frozen=True, slots=True)
class Framework:
    """The national frame that holds for the years `first_year`..`last_year` (open when `None`).

    parts        the parts that a road map of an agency must have at least
    transitional the frame bridges the time until new rules are there
    """

    name: str
    first_year: int
    last_year: int | None
    transitional: bool
    note: str
    goal: NationalGoal | None
    objectives: tuple[NationalObjective, ...]
    activities: tuple[NationalActivity, ...]
    indicators: tuple[NationalIndicator, ...]
    themes: tuple[NationalTheme, ...]
    parts: tuple[Stated, ...]
    governance: tuple[Governance, ...]

    def covers(self, year: int) -> bool:
        return self.first_year <= year and (self.last_year is None or year <= self.last_year)

    def indicator(self, code: str) -> NationalIndicator:
        return next(one for one in self.indicators if one.code == code)

    def indicators_of(self, codes: Iterable[str]) -> tuple[NationalIndicator, ...]:
        return tuple(self.indicator(code) for code in codes)

    def activities_of(self, objective: str) -> tuple[NationalActivity, ...]:
        return tuple(one for one in self.activities if one.objective == objective)

    def applies_to(self, activity: NationalActivity, group: Group) -> bool | None:
        """Whether any indicator of the activity is evaluated for the group; `None` while that is not known."""
        known = {self.indicator(code).applies_to(group) for code in activity.indicators}
        return True if True in known else None if None in known or not known else False
