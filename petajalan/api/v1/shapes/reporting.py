"""The calendar, progress reports with their lines, and measurements."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta

from petajalan.api.v1.paging import Key
from petajalan.api.v1.shapes.agency import UnitName
from petajalan.reporting.choices import DeadlineKind, LineState, ReportStatus
from petajalan.reporting.models import Deadline, ProgressLine, ProgressReport

# Written as a text, so that no reader takes it for floating point on the way.
Amount = Annotated[str, Meta(pattern=r"^-?[0-9]{1,20}(\.[0-9]{1,10})?$", examples=["1250.5"])]
Text = Annotated[str, Meta(max_length=5000)]
Line = Annotated[str, Meta(max_length=1000)]


class DeadlineShape(msgspec.Struct):
    """A date in force. `period` is "2025-03", "2025-Q1" or "2025". Late after `due`, closed after `closed`."""

    id: int
    kind: DeadlineKind
    year: int
    period: str
    due: datetime
    closed: datetime

    @classmethod
    def of(cls, one: Deadline) -> DeadlineShape:
        return cls(one.pk, DeadlineKind(one.kind), one.year, one.period, one.due, one.closed)


class ReportShape(msgspec.Struct, kw_only=True):
    """One unit's report on one month. `nil`: nothing to report in the whole month."""

    id: int
    unit: UnitName
    year: int
    month: int
    status: ReportStatus
    nil: bool
    first_submitted_at: datetime | None
    submitted_at: datetime | None
    submitted_by: str | None
    accepted_at: datetime | None
    repair_due: datetime | None
    locked_at: datetime | None
    simulated: bool
    lines: int

    @classmethod
    def of(cls, one: ProgressReport) -> ReportShape:
        return cls(
            id=one.pk, unit=UnitName.of(one.unit), year=one.year, month=one.month, status=ReportStatus(one.status),
            nil=one.nil, first_submitted_at=one.first_submitted_at, submitted_at=one.submitted_at,
            submitted_by=str(one.submitted_by) if one.submitted_by else None, accepted_at=one.accepted_at,
            repair_due=one.repair_due, locked_at=one.locked_at, simulated=one.simulated,
            lines=one.line_count,  # type: ignore[attr-defined]
        )  # fmt: skip


class LineShape(msgspec.Struct, kw_only=True):
    """One action in one report. Null is not known; "0" says that nothing was reached.

    `target` and `budget` are of the quarter by the action's own rule; `lacks` says what is missing before the report
    can be sent. `etag` is what a write of this line names in If-Match.
    """

    id: int
    report: int
    action: int
    action_name: str
    version: int
    nil: bool
    target: Decimal | None
    realised_output: Decimal | None
    budget: Decimal | None
    budget_absorbed: Decimal | None
    narrative: str
    obstacle: str
    solution: str
    confirmation: str
    prefilled_from: str | None
    state: LineState
    review_note: str | None
    lacks: str | None
    etag: str = ""

    @classmethod
    def of(cls, line: ProgressLine, *, target: Decimal | None, budget: Decimal | None, lacks: str) -> LineShape:
        return cls(
            id=line.pk, report=line.report_id, action=line.action_id, action_name=line.action.name,
            version=line.version, nil=line.nil, target=target, realised_output=line.realised_output, budget=budget,
            budget_absorbed=line.budget_absorbed, narrative=line.narrative, obstacle=line.obstacle,
            solution=line.solution, confirmation=line.confirmation, prefilled_from=line.prefilled_from or None,
            state=LineState(line.state), review_note=line.review_note or None, lacks=lacks or None,
        )  # fmt: skip


class ReportWhole(msgspec.Struct):
    """A report with its lines and dates. `may_write`, `may_submit`: whether the owner of the token may now."""

    report: ReportShape
    due: datetime | None
    closed: datetime | None
    may_write: bool
    may_submit: bool
    lines: list[LineShape]


class NewReport(msgspec.Struct, forbid_unknown_fields=True):
    """Which report to begin. Where it was begun already, that one is given back."""

    unit: Key
    year: Annotated[int, Meta(ge=2015, le=2100)]
    month: Annotated[int, Meta(ge=1, le=12)]


class LineWrite(msgspec.Struct, forbid_unknown_fields=True):
    """The whole line as it should be: what is left out becomes unknown or empty. `confirmation` says why a figure
    that is hard to believe is right."""

    realised_output: Amount | None = None
    budget_absorbed: Amount | None = None
    narrative: Text = ""
    obstacle: Text = ""
    solution: Text = ""
    nil: bool = False
    confirmation: Line = ""


class MeasuredShape(msgspec.Struct, kw_only=True):
    """A figure as it was measured: a number, a percentage as what it was made of, or a grade (`level`)."""

    id: int
    indicator: UUID
    coordinator: UnitName
    year: int
    quarter: int
    value: Decimal | None
    numerator: Decimal | None
    denominator: Decimal | None
    level: str | None
    provisional: bool
    released: bool
    source: str | None
    issuer: str | None
    expected_month: int | None
    note: str | None
    measured_by: str | None
    measured_at: datetime | None
    locked_at: datetime | None
    simulated: bool


class StandingShape(msgspec.Struct, kw_only=True):
    """What the figure comes to: a number, or a grade (`actual_level`). `percent` is not rounded; `reason` says why
    there is none; `expression` is the formula and `source` what it rests on."""

    actual: Decimal | None
    actual_level: str | None
    percent: Decimal | None
    reason: str | None
    verdict: str | None
    expression: str | None
    source: str | None


class MeasurementShape(msgspec.Struct, kw_only=True):
    """An indicator of a coordinator in a quarter. `measured` is null where nobody measured it yet: a write with the
    `etag` of that makes the first."""

    indicator: UUID
    name: str
    under: str
    target: str | None
    measured: MeasuredShape | None
    standing: StandingShape
    may_write: bool
    etag: str = ""


class MeasurementWrite(msgspec.Struct, forbid_unknown_fields=True):
    """The whole measurement as it should be. `figure` is a number with a point or a grade, or both: "70.4 (BB)".

    A percentage is better given as `numerator` and `denominator`. `issuer` and `expected_month` are of an outside
    index that is not released yet.
    """

    figure: Annotated[str, Meta(max_length=100)] | None = None
    numerator: Amount | None = None
    denominator: Amount | None = None
    released: bool = True
    source: Line = ""
    issuer: Annotated[str, Meta(max_length=200)] = ""
    expected_month: Annotated[int, Meta(ge=1, le=12)] | None = None
    note: Text = ""
    confirmation: Line = ""
