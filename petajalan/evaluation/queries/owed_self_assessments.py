"""The duty of coordinators to say how their own actions went in a quarter, before the evaluation team does."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import CharField, Count, DateTimeField, F, Q, QuerySet, Value
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from petajalan.calc.evaluation import Dimension
from petajalan.calc.quarters import FigureRule
from petajalan.evaluation.models import SelfAssessment
from petajalan.reporting.choices import DeadlineKind
from petajalan.reporting.queries.owed import Asked, Owed, State
from petajalan.reporting.queries.whom import Whom

SELF_ASSESSMENT = "self_assessment"
Quarter = tuple[int, int, int]  # unit, year, quarter


@dataclass(frozen=True, slots=True)
class OwnQuarter:
    """How many actions a unit has in a quarter, and how many of them it judged in all four dimensions."""

    planned: dict[Quarter, int] = field(default_factory=dict)
    judged: dict[Quarter, int] = field(default_factory=dict)


def self_assessments(asked: Asked) -> QuerySet[Any, Any]:
    """A row for each year and unit, with how many actions it judged in each quarter, in the columns that `owed` reads
    together with evaluations."""
    whole = ~Q(pk=None)
    for one in Dimension:
        whole &= ~Q(**{one.value: ""})
    found = SelfAssessment.objects.filter(whole, agency=asked.agency, action__withdrawn=False).order_by()
    counts = {
        f"q{quarter}": Count("pk", filter=Q(quarter=quarter) & figures(quarter, "action__")) for quarter in range(1, 5)
    }
    return found.values("action__plan__coordinator", "year").annotate(
        what=Value(SELF_ASSESSMENT, CharField()), **counts, no_code=Value("", CharField()),
        no_moment=Cast(Value(None), DateTimeField()),
    ).values_list(
        "what", "action__plan__coordinator", "year", "q1", "q2", "q3", "q4", "no_code", "no_moment", "no_code",
        "no_code",
    )  # fmt: skip


def self_assessments_owed(asked: Asked, own: OwnQuarter, sent: Collection[str]) -> Iterator[Owed]:
    """From the end of the quarter, due with the evaluation of the quarter; over once that was sent, or is closed.
    `sent`: periods whose evaluation was."""
    for one in asked.begun(DeadlineKind.QUARTERLY_FORUM):
        year, quarter = int(one.period[:4]), int(one.period[-1])
        if one.period in sent or not _is_over(year, quarter, asked.today):
            continue
        for unit in asked.units:
            of = (unit.pk, year, quarter)
            left = own.planned.get(of, 0) - own.judged.get(of, 0)
            if left <= 0 or not asked.may_enter(unit.pk, one):
                continue
            people = frozenset({unit.pk})
            yield Owed(
                kind=SELF_ASSESSMENT, words=_("Penilaian mandiri"), period=one.period, about=unit.name,
                url=reverse("self_assessment", args=(asked.agency.slug, year, quarter, unit.pk)), due=one.due,
                closed=one.closed, state=State.BEGUN if own.judged.get(of) else State.TO_DO, lines=left,
                doers=Whom(people=people), first=Whom(staff=people), coordinators=people,
            )  # fmt: skip


def figures(quarter: int, of: str = "") -> Q:
    """Whether an action has something to do in the quarter, as `calc.quarters.is_active` says it. `of`: the path to
    the action."""
    return _adds(quarter, of, "target") | _adds(quarter, of, "budget")


def _adds(quarter: int, of: str, name: str) -> Q:
    figure, before = f"{of}{name}_q{quarter}", f"{of}{name}_q{quarter - 1}"
    if quarter == 1:
        return Q(**{f"{figure}__gt": 0})
    own = Q(**{f"{of}figure_rule": FigureRule.PER_QUARTER, f"{figure}__gt": 0})
    more = Q(**{f"{before}__isnull": True}) | Q(**{f"{figure}__gt": F(before)}) | Q(**{f"{figure}__lt": F(before)})
    return own | Q(**{f"{of}figure_rule": FigureRule.TO_DATE, f"{figure}__isnull": False}) & more


def _is_over(year: int, quarter: int, today: date) -> bool:
    return today >= (date(year + 1, 1, 1) if quarter == 4 else date(year, quarter * 3 + 1, 1))
