"""What stands behind one achievement: the members of a group, the lines of an action, the measurements of an
indicator; and the sums of a whole quarter."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, QuerySet

from petajalan.calc.achievement import GroupMean, group_mean
from petajalan.calc.totals import total
from petajalan.reporting.choices import LineState, SubjectKind
from petajalan.reporting.models import Measurement, ProgressLine
from petajalan.reporting.queries.achievement import Achieved, Quarter


@dataclass(frozen=True, slots=True)
class Sums:
    """judged, listed  indicators
    good, middling, bad  of the judged ones, by the colour of their class
    work  mean of the actions that have something to do
    """

    judged: int
    listed: int
    good: int
    middling: int
    bad: int
    work: GroupMean
    budget: Decimal | None
    absorbed: Decimal | None


def sums_of(quarter: Quarter) -> Sums:
    indicators, actions = quarter.kind(SubjectKind.INDICATOR), quarter.kind(SubjectKind.ACTION)
    colours = [one.band.colour for one in indicators if one.band]
    return Sums(
        judged=sum(one.is_judged for one in indicators),
        listed=len(indicators),
        good=colours.count("good"),
        middling=colours.count("warn"),
        bad=colours.count("bad"),
        work=group_mean([one.row.percent for one in actions if one.is_active], quarter.group_cap),
        budget=total([one.row.budget for one in actions]),
        absorbed=total([one.row.absorbed for one in actions]),
    )


def lines_behind(one: Achieved) -> QuerySet[ProgressLine]:
    """Accepted lines of the quarter on an action, with the number of pieces of evidence."""
    first = one.row.quarter * 3 - 2
    found: QuerySet[ProgressLine] = (
        ProgressLine.objects.filter(
            agency=one.row.agency_id, action=one.subject.action, report__year=one.row.year,
            report__month__range=(first, first + 2), state=LineState.ACCEPTED,
        )
        .select_related("report__unit")
        .annotate(evidence=Count("evidence_uses"))
        .order_by("report__unit__name", "report__month")
    )  # fmt: skip
    return found


def measurements_behind(one: Achieved) -> QuerySet[Measurement]:
    keys = [part["measurement"] for part in one.row.trace.get("parts", [])]
    found: QuerySet[Measurement] = (
        Measurement.objects.filter(agency=one.row.agency_id, pk__in=keys)
        .select_related("coordinator")
        .annotate(evidence=Count("evidence_uses"))
        .order_by("quarter", "coordinator__name")
    )
    return found
