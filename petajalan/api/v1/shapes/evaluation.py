"""Evaluations of months and quarters, recommendations, and the worksheet of a year with its index."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

import msgspec

from petajalan.api.v1.shapes.agency import UnitName
from petajalan.evaluation.choices import (
    EvaluationKind,
    EvaluationStatus,
    ItemState,
    JudgementChoice,
    Party,
    RecommendationSource,
    RecommendationState,
    WorksheetStatus,
)
from petajalan.evaluation.models import Evaluation, EvaluationWorksheet, FollowUp, Recommendation


class MissingShape(msgspec.Struct):
    """A unit whose report was not there, or not accepted, when the evaluation was sent."""

    name: str
    state: str


class EvaluationShape(msgspec.Struct, kw_only=True):
    """What the evaluation team found in a month or a quarter. `period` is "2025-03" or "2025-Q1"."""

    id: int
    kind: EvaluationKind
    year: int
    number: int
    period: str
    status: EvaluationStatus
    first_submitted_at: datetime | None
    submitted_at: datetime | None
    acknowledged_at: datetime | None
    returned_at: datetime | None
    return_reason: str | None
    missing: list[MissingShape]
    overview: str | None
    conclusion: str | None
    simulated: bool

    @classmethod
    def of(cls, one: Evaluation) -> EvaluationShape:
        return cls(
            id=one.pk, kind=EvaluationKind(one.kind), year=one.year, number=one.number, period=one.period,
            status=EvaluationStatus(one.status), first_submitted_at=one.first_submitted_at,
            submitted_at=one.submitted_at, acknowledged_at=one.acknowledged_at, returned_at=one.returned_at,
            return_reason=one.return_reason or None,
            missing=[MissingShape(row["name"], row["state"]) for row in one.missing],
            overview=one.overview or None, conclusion=one.conclusion or None, simulated=one.simulated,
        )  # fmt: skip


class EvaluatedLine(msgspec.Struct):
    """What one unit reported of the action: "missing", "waiting", "sent_back" or "accepted". `punctual` is null while
    it may still be."""

    unit: str
    state: str
    punctual: bool | None
    output: Decimal | None
    budget: Decimal | None
    nil: bool


class EvaluationRowShape(msgspec.Struct, kw_only=True):
    """One action. A dimension that nobody judged is null; `follows`: the row of a quarter that nobody touched says
    what its months say."""

    id: int
    action: int
    action_name: str
    coordinator: UnitName
    indicator: UUID
    execution: JudgementChoice | None
    output: JudgementChoice | None
    quality: JudgementChoice | None
    timeliness: JudgementChoice | None
    follows: bool
    note: str | None
    recommendation: str | None
    judged_by: str | None
    judged_at: datetime | None
    waivers: list[str]
    lines: list[EvaluatedLine]


class ConformityShape(msgspec.Struct):
    """How many of the actions conform in one dimension, of those that were judged, of all."""

    conforming: int
    judged: int
    total: int
    percent: Decimal | None


class EvaluationWhole(msgspec.Struct):
    """An evaluation with its rows. While it is open the lines are live; when it was sent they are as they were."""

    evaluation: EvaluationShape
    due: datetime | None
    closed: datetime | None
    conformity: dict[str, ConformityShape]
    rows: list[EvaluationRowShape]


class FollowUpShape(msgspec.Struct):
    """What the owner did. `accepted` is null while nobody answered; only "done" is answered."""

    text: str
    percent: int | None
    done: bool
    written_by: str
    written_at: datetime
    accepted: bool | None
    verdict: str | None

    @classmethod
    def of(cls, one: FollowUp) -> FollowUpShape:
        return cls(
            one.text, one.percent, one.done, str(one.written_by), one.written_at, one.accepted, one.verdict or None
        )


class RecommendationShape(msgspec.Struct, kw_only=True):
    """One thing that one unit has to mend. `code` is "R-2024-07"; `due` is the day now, `first_due` as it was set."""

    id: int
    code: str
    year: int
    number: int
    source_kind: RecommendationSource
    reference: str | None
    owner: UnitName
    action: int | None
    what: str
    due: date
    first_due: date
    state: RecommendationState
    raised_at: datetime
    done_on: date | None
    verdict: str | None
    checked_at: datetime | None
    simulated: bool
    follow_ups: list[FollowUpShape] | None

    @classmethod
    def of(cls, one: Recommendation, entries: list[FollowUp] | None = None) -> RecommendationShape:
        return cls(
            id=one.pk, code=one.code, year=one.year, number=one.number,
            source_kind=RecommendationSource(one.source_kind), reference=one.reference or None,
            owner=UnitName.of(one.owner), action=one.action_id, what=one.what, due=one.due, first_due=one.first_due,
            state=RecommendationState(one.state), raised_at=one.raised_at, done_on=one.done_on,
            verdict=one.verdict or None, checked_at=one.checked_at, simulated=one.simulated,
            follow_ups=None if entries is None else [FollowUpShape.of(entry) for entry in entries],
        )  # fmt: skip


class WorksheetShape(msgspec.Struct):
    """The evaluation worksheet (LKE) of a year. `coefficient` is the deduction of the national evaluator."""

    id: int
    year: int
    status: WorksheetStatus
    instrument: str
    coefficient: Decimal
    coefficient_note: str | None
    finalised_at: datetime | None
    simulated: bool

    @classmethod
    def of(cls, one: EvaluationWorksheet) -> WorksheetShape:
        return cls(
            one.pk, one.year, WorksheetStatus(one.status), one.adopted.code, one.coefficient,
            one.coefficient_note or None, one.finalised_at, one.simulated,
        )  # fmt: skip


class ScoreShape(msgspec.Struct):
    """What one party says of one item, and the score it makes. `reason` says why there is none."""

    state: ItemState | None
    raw: Decimal | None
    level: str | None
    factor: Decimal | None
    score: Decimal | None
    reason: str | None
    source: str | None


class ItemShape(msgspec.Struct):
    """An item of the instrument with what each party scored; a party that said nothing is left out."""

    code: str
    name: str
    weight: Decimal | None
    low: Decimal | None
    high: Decimal | None
    indicator: str | None
    source: str
    scores: dict[str, ScoreShape]


class WorksheetWhole(msgspec.Struct):
    """A worksheet with its items, in the order of the instrument. `indices` by party."""

    worksheet: WorksheetShape
    items: list[ItemShape]
    indices: dict[str, Decimal | None]


class SectionShape(msgspec.Struct):
    """Points of a component or sub-component. `score` is null while an item in scope has none; `known` are the points
    so far, out of `weighed`; `scope` is the weight of the items in scope."""

    code: str
    name: str
    weight: Decimal | None
    score: Decimal | None
    known: Decimal
    weighed: Decimal
    scope: Decimal | None
    counted: int
    total: int


class IndexShape(msgspec.Struct, kw_only=True):
    """The index of one party's scores, step by step.

    index = (general + coefficient) / weight in scope × 100 + thematic. `reached` is the same over the items that have
    a score; `unknown` names those that have none; `parts` is what each item brings, in figures that add up to the
    index as printed ("" is the coefficient).
    """

    year: int
    party: Party
    index: Decimal | None
    reached: Decimal | None
    general: Decimal | None
    coefficient: Decimal
    adjusted: Decimal | None
    thematic: Decimal | None
    letter: str | None
    label: str | None
    grade_reason: str | None
    unknown: list[str]
    parts: dict[str, Decimal]
    sections: list[SectionShape]
    simulated: bool
