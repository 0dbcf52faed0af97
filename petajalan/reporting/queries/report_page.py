"""One report as its page shows it: its lines with last month's beside them, and what this person may do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from petajalan.accounts.models import User
from petajalan.calc import progress
from petajalan.calc.quarters import FigureRule
from petajalan.reporting.choices import DeadlineKind, LineState, ReportStatus
from petajalan.reporting.duties import heads, is_of, may_review
from petajalan.reporting.models import ProgressLine, ProgressReport
from petajalan.reporting.queries.calendar import Dates, deadline_of
from petajalan.reporting.queries.evidence import with_evidence
from petajalan.reporting.queries.gaps import gap_of
from petajalan.reporting.queries.openness import exception_of
from petajalan.reporting.queries.reports import last_month

SHORT = 3  # lines that are all shown as they are


@dataclass(frozen=True, slots=True)
class Line:
    """target, budget  of the quarter, by the action's own rule
    before  what had been reached last month, where counting goes on from it
    gap     what it lacks before it can be sent, in a sentence; "" when it is whole"""

    row: ProgressLine
    target: Decimal | None
    budget: Decimal | None
    before: Decimal | None
    behind: bool
    gap: str
    to_date: bool
    may_write: bool
    may_review: bool
    may_correct: bool


@dataclass(frozen=True, slots=True)
class ReportPage:
    report: ProgressReport
    lines: list[Line]
    dates: Dates | None
    open: bool
    may_write: bool
    may_submit: bool
    may_delegate: bool

    @property
    def whole(self) -> int:
        """Lines that lack nothing."""
        return sum(not line.gap for line in self.lines)

    @property
    def folds(self) -> bool:
        """Whether lines that are done with fold, so that a long report stays short on a phone."""
        return self.may_write and len(self.lines) > SHORT

    @property
    def repairs(self) -> list[Line]:
        return [line for line in self.lines if line.row.state == LineState.SENT_BACK]


def report_page(report: ProgressReport, user: User, *, at: datetime) -> ReportPage:
    repairing = report.repair_due is not None and at <= report.repair_due
    kind = DeadlineKind.MONTHLY_PROGRESS
    dates = deadline_of(report.agency, kind, report.period)
    closed = dates is not None and dates.closed < at
    enters = repairing or not closed or exception_of(report.unit, kind, report.period, at=at) is not None
    writes = report.is_open and enters and is_of(user, report.unit)
    head = heads(user, report.unit)
    before = last_month(report)
    rows = report.lines.select_related("action__plan__coordinator", "reviewed_by").prefetch_related(
        "corrections__made_by", with_evidence()
    )
    return ReportPage(
        report=report,
        lines=[_line(row, report, before.get(row.action_id), user, writes) for row in rows],
        dates=dates,
        open=enters,
        may_write=writes,
        may_submit=writes and (head or report.delegated),
        may_delegate=writes and head and not report.delegated,
    )


def _line(row: ProgressLine, report: ProgressReport, before: ProgressLine | None, user: User, writes: bool) -> Line:
    action, index = row.action, report.quarter - 1
    rule = FigureRule(action.figure_rule)
    goes_on = before is not None and progress.counts_on(rule, report.month)
    reviews = report.locked_at is None and may_review(user, reporter=report.unit, coordinator=action.plan.coordinator)
    waits = report.status in {ReportStatus.SUBMITTED, ReportStatus.SENT_BACK} and row.state == LineState.OPEN
    return Line(
        row=row,
        target=action.targets[index],
        budget=action.budgets[index],
        before=before.realised_output if before is not None and goes_on else None,
        behind=progress.is_behind(row.realised_output, action.targets[index], report.month),
        gap=gap_of(row, report),
        to_date=rule is FigureRule.TO_DATE,
        may_write=writes and (report.status == ReportStatus.DRAFT or row.state == LineState.SENT_BACK),
        may_review=reviews and waits,
        may_correct=reviews and row.state == LineState.ACCEPTED,
    )
