"""The evaluations of a year: its plans before it, twelve months and four quarters, and the year itself, with what was
begun, sent and received."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Count, Q

from petajalan.accounts.models import Agency
from petajalan.calc import evaluation as calc
from petajalan.calc.calendar import Period, PeriodKind
from petajalan.calc.deadlines import Timeliness, timeliness
from petajalan.evaluation.choices import EvaluationKind
from petajalan.evaluation.models import Evaluation, EvaluationPoint, EvaluationRow
from petajalan.evaluation.queries.dates import DUE_WITH, first_day_of
from petajalan.evaluation.queries.months import SENT, judgement
from petajalan.evaluation.queries.owed import address_of, start_of
from petajalan.planning.queries.actions import active_in
from petajalan.reporting.models import Deadline
from petajalan.reporting.queries.obligations import planned

_DIMENSIONS = [one.value for one in calc.Dimension]
_PERIODS = {
    EvaluationKind.MONTH: PeriodKind.MONTH,
    EvaluationKind.QUARTER: PeriodKind.QUARTER,
    EvaluationKind.EX_ANTE: PeriodKind.YEAR,
    EvaluationKind.YEAR: PeriodKind.YEAR,
}


@dataclass(frozen=True, slots=True)
class PeriodSeen:
    """judged, total  actions judged in all four dimensions, or points judged, and all of them; 0 while it was not begun
    state          where it stands; `None` without dates
    url, start     its page, "" while there is none; the address whose POST begins it
    may_start      somebody of the team may begin it now"""

    kind: EvaluationKind
    number: int
    period: str
    evaluation: Evaluation | None
    judged: int
    total: int
    due: datetime | None
    closed: datetime | None
    state: Timeliness | None
    may_start: bool
    url: str
    start: str


def periods_of(agency: Agency, year: int, *, at: datetime) -> list[PeriodSeen]:
    """In order of time, a quarter after its last month. Six queries."""
    found = Evaluation.objects.filter(agency=agency, year=year).select_related("submitted_by")
    evaluations = {(one.kind, one.number): one for one in found}
    counted = _counted(agency, year) | _points(agency, year)
    zone = ZoneInfo(agency.time_zone)
    rows = Deadline.objects.filter(agency=agency, year=year, kind__in=DUE_WITH.values())
    dates = {(row.kind, row.period): (row.due.astimezone(zone), row.closed.astimezone(zone)) for row in rows}
    actions = planned(agency, year)
    active = {quarter for quarter in range(1, 5) if any(active_in(one, quarter) for one in actions)}
    seen = []
    for kind, number in _in_order():
        evaluation = evaluations.get((kind, number))
        empty = Evaluation(agency=agency, kind=kind, year=year, number=number)
        due, closed = dates.get((DUE_WITH[kind], empty.period), (None, None))
        state = None
        if due and closed:
            first_submitted = evaluation.first_submitted_at if evaluation else None
            end = Period(year, _PERIODS[kind], number).last_day
            if kind == EvaluationKind.EX_ANTE:  # it looks at plans, which are complete when their year begins
                end = date(year - 1, 12, 31)
            state = timeliness(period_end=end, due=due, closed=closed, first_submitted=first_submitted, now=at)
        begun = at >= first_day_of(agency, kind, year, number)
        planned_then = bool(active) if empty.is_of_year else empty.quarter in active
        may_start = evaluation is None and begun and planned_then and not (closed and at > closed)
        judged, total = counted.get((kind, number), (0, 0))
        seen.append(
            PeriodSeen(
                kind, number, empty.period, evaluation, judged, total, due, closed, state, may_start,
                _page(agency, evaluation, empty), start_of(agency.slug, kind, empty.period),
            )
        )  # fmt: skip
    return seen


def _page(agency: Agency, known: Evaluation | None, empty: Evaluation) -> str:
    """That of a year is there before somebody begins it."""
    if known is None and not empty.is_of_year:
        return ""
    return address_of(agency.slug, empty.kind, empty.year, known.pk if known else 0)


def _in_order() -> Iterable[tuple[EvaluationKind, int]]:
    yield EvaluationKind.EX_ANTE, 1
    for month in range(1, 13):
        yield EvaluationKind.MONTH, month
        if month % 3 == 0:
            yield EvaluationKind.QUARTER, month // 3
    yield EvaluationKind.YEAR, 1


def _points(agency: Agency, year: int) -> dict[tuple[str, int], tuple[int, int]]:
    """Judged and all points of the evaluations of the year. One query."""
    rows = EvaluationPoint.objects.filter(agency=agency, evaluation__year=year).order_by()
    counted = rows.values("evaluation__kind").annotate(judged=Count("pk", filter=~Q(judgement="")), total=Count("pk"))
    return {(one["evaluation__kind"], 1): (one["judged"], one["total"]) for one in counted}


def _counted(agency: Agency, year: int) -> dict[tuple[str, int], tuple[int, int]]:
    """Judged and all rows of each evaluation; an open quarter counts what its months say. One query."""
    rows = EvaluationRow.objects.filter(agency=agency, evaluation__year=year).values_list(
        "evaluation__kind", "evaluation__number", "evaluation__status", "action", "judged_at", *_DIMENSIONS
    )
    every = list(rows.order_by("evaluation__number"))
    months: dict[tuple[int, int], list[tuple[str, ...]]] = {}
    for kind, number, status, action, _judged_at, *codes in every:
        if kind == EvaluationKind.MONTH and status in SENT:
            months.setdefault(((number + 2) // 3, action), []).append(tuple(codes))
    found: dict[tuple[str, int], tuple[int, int]] = {}
    for kind, number, status, action, judged_at, *codes in every:
        whole = all(codes)
        if kind == EvaluationKind.QUARTER and status not in SENT and judged_at is None:
            sent = months.get((number, action), [])
            whole = all(calc.of_quarter([judgement(one[at]) for one in sent]) for at in range(len(_DIMENSIONS)))
        judged, total = found.get((kind, number), (0, 0))
        found[kind, number] = (judged + whole, total + 1)
    return found


def last_day_of(evaluation: Evaluation) -> date:
    """Of the period."""
    year, month = evaluation.year, evaluation.last_month + 1
    return (date(year + 1, 1, 1) if month > 12 else date(year, month, 1)) - timedelta(days=1)
