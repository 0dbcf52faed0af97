"""The plan: versions of the road map and what they hold."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

import msgspec

from petajalan.api.v1.shapes.agency import UnitName
from petajalan.calc.numbers import Reading
from petajalan.planning.choices import (
    CauseCategory,
    Direction,
    Element,
    FigureRole,
    FormulaChoice,
    ProgrammeKind,
    ProgrammeStatus,
    ReadingState,
    RoadMapStatus,
    TimeRuleChoice,
    UnitRuleChoice,
    ValueKind,
)
from petajalan.planning.models import Goal, KeyActivity, Objective, RoadMap, Theme


class RoadMapShape(msgspec.Struct):
    """One version of the road map. `current` is the one people see first: the enacted one, or the only draft."""

    id: int
    version: int
    title: str
    period_start: int | None
    period_end: int | None
    status: RoadMapStatus
    current: bool
    decree_reference: str | None
    decree_date: date | None
    reason: str | None
    created_at: datetime
    changed_at: datetime | None

    @classmethod
    def of(cls, one: RoadMap) -> RoadMapShape:
        return cls(
            one.pk, one.version, one.title, one.period_start, one.period_end, RoadMapStatus(one.status), one.current,
            one.decree_reference or None, one.decree_date, one.reason or None, one.created_at, one.changed_at,
        )  # fmt: skip


class GoalShape(msgspec.Struct):
    """`key` stays the same in every version of the plan, here and in all that follows. `name` is null where the print
    states only the national goal."""

    id: int
    key: UUID
    number: str | None
    name: str | None
    national_name: str | None
    national_code: str | None

    @classmethod
    def of(cls, one: Goal) -> GoalShape:
        return cls(one.pk, one.key, one.number, one.name, one.national_name, one.national_code or None)


class ObjectiveShape(msgspec.Struct):
    """A strategic objective. `goal` is the key of its goal; without one it serves them all."""

    id: int
    key: UUID
    number: str | None
    name: str | None
    national_name: str | None
    national_code: str | None
    element: Element | None
    goal: UUID | None

    @classmethod
    def of(cls, one: Objective) -> ObjectiveShape:
        return cls(
            one.pk, one.key, one.number, one.name, one.national_name, one.national_code or None,
            Element(one.element) if one.element else None, one.goal.key if one.goal else None,
        )  # fmt: skip


class KeyActivityShape(msgspec.Struct):
    """A key activity with its priority. `total` and `rank` are computed, null while a score is not known;
    `rank_printed` is what the regulation prints."""

    id: int
    key: UUID
    number: str | None
    name: str
    objective: UUID | None
    mandatory: bool | None
    scores: dict[str, Decimal | None]
    total: Decimal | None
    rank: int | None
    rank_printed: int | None
    coordinators: list[UnitName]
    all_units: bool
    implementers: list[UnitName]
    national_code: str | None

    @classmethod
    def of(cls, one: KeyActivity) -> KeyActivityShape:
        return cls(
            one.pk, one.key, one.number, one.name, one.objective.key if one.objective else None, one.mandatory,
            {score.factor.code: score.value for score in one.scores.all()}, one.total, one.rank, one.rank_printed,
            [UnitName.of(unit) for unit in one.coordinators], one.all_units,
            [UnitName.of(row.unit) for row in one.named_implementers.all()], one.national_code or None,
        )  # fmt: skip


class CauseShape(msgspec.Struct):
    """A root cause. `parent` is the key of what it causes in turn."""

    key: UUID
    parent: UUID | None
    category: CauseCategory
    text: str
    simulated: bool


class ProgrammeShape(msgspec.Struct):
    """What is done about a theme, or about one of its causes."""

    key: UUID
    kind: ProgrammeKind
    name: str
    text: str | None
    status: ProgrammeStatus
    cause: UUID | None
    owner: UnitName | None


class ThemeShape(msgspec.Struct):
    """A theme of the thematic reform."""

    id: int
    key: UUID
    number: str | None
    name: str
    objective: str | None
    evidence: str | None
    wanted: str | None
    existing: str | None
    gap: str | None
    obstacles: list[str]
    causes: list[CauseShape]
    programmes: list[ProgrammeShape]
    national_code: str | None

    @classmethod
    def of(cls, one: Theme) -> ThemeShape:
        causes = list(one.root_causes.all())
        keys = {cause.pk: cause.key for cause in causes}
        return cls(
            one.pk, one.key, one.number, one.name, one.objective, one.evidence or None, one.wanted or None,
            one.existing or None, one.gap or None, [obstacle.text for obstacle in one.obstacles.all()],
            [
                CauseShape(
                    cause.key, keys.get(cause.parent_id or 0), CauseCategory(cause.category), cause.text,
                    cause.simulated,
                )
                for cause in causes
            ],
            [
                ProgrammeShape(
                    row.key, ProgrammeKind(row.kind), row.name, row.text or None, ProgrammeStatus(row.status),
                    keys.get(row.cause_id or 0), UnitName.maybe(row.owner),
                )
                for row in one.programmes.all()
            ],
            one.national_code or None,
        )  # fmt: skip


class StepShape(msgspec.Struct):
    """One step of how a figure came about, in the language asked for."""

    title: str
    text: str
    result: str | None
    table: str | None


class StatementShape(msgspec.Struct):
    """What the regulation prints about a figure. `table` is the number of the table."""

    printed: str
    state: ReadingState
    value: Decimal | None
    level: str | None


class FigureShape(msgspec.Struct):
    """One figure of an indicator: what the plan goes by, beside what the regulation prints.

    `period` is null for a baseline. `state` is null where no figure was adopted; `undecided`: the print contradicts
    itself, or cannot be read, and nobody has decided. `value` is null where the figure is a grade (`level`), a range
    (`low`, `high`) or not known. `steps` is null in a list; of one indicator it says how the figure came about.
    """

    role: FigureRole
    period: str | None
    printed: str | None
    state: ReadingState | None
    value: Decimal | None
    unit: str | None
    level: str | None
    low: Decimal | None
    high: Decimal | None
    exclusive: bool
    undecided: bool
    decided_at: datetime | None
    reason: str | None
    statements: list[StatementShape]
    steps: list[StepShape] | None


class IndicatorShape(msgspec.Struct):
    """One thing that is measured, once in a version however many tables print it."""

    id: int
    key: UUID
    name: str
    known_code: str | None
    definition: str | None
    value_kind: ValueKind | None
    direction: Direction | None
    formula: FormulaChoice | None
    time_rule: TimeRuleChoice | None
    unit_rule: UnitRuleChoice | None
    cap: Decimal | None
    scale_code: str | None
    unit: str | None
    source: str | None
    baseline_year: int | None
    coordinators: list[str]
    under: list[str]
    national_code: str | None
    figures: list[FigureShape]


def statement_of(reading: Reading) -> StatementShape:
    return StatementShape(reading.printed, ReadingState(reading.state.value), reading.value, reading.level)
