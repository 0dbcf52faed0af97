"""The duties of an evaluation, made and sent by the team and received by the secretariat; what coordinators say of
their own actions (`owed_self_assessments`); and those of recommendations (`owed_recommendations`) and objections
(`owed_objections`). All of them are read in the same query."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import CharField, Count, DateTimeField, IntegerField, Q, QuerySet, Value
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from petajalan.accounts.choices import Role
from petajalan.accounts.models import Agency
from petajalan.evaluation.choices import EvaluationKind, EvaluationStatus
from petajalan.evaluation.models import Evaluation
from petajalan.evaluation.queries.dates import DUE_WITH
from petajalan.evaluation.queries.owed_objections import OBJECTION, WaitingObjection, objections, objections_owed
from petajalan.evaluation.queries.owed_recommendations import (
    RECOMMENDATION,
    LiveRecommendation,
    recommendations,
    recommendations_owed,
)
from petajalan.evaluation.queries.owed_self_assessments import (
    SELF_ASSESSMENT,
    OwnQuarter,
    figures,
    self_assessments,
    self_assessments_owed,
)
from petajalan.planning.choices import ActionPlanStatus
from petajalan.planning.models import Action
from petajalan.reporting.choices import DeadlineKind
from petajalan.reporting.queries.calendar import Dates
from petajalan.reporting.queries.owed import Asked, Owed, State
from petajalan.reporting.queries.whom import Whom

TEAM = Whom(roles=frozenset({Role.EVALUATOR}))
SECRETARIAT = Whom(roles=frozenset({Role.SECRETARIAT}))
WORDS = {
    EvaluationKind.MONTH: _("Evaluasi bulanan"),
    EvaluationKind.QUARTER: _("Evaluasi internal"),
    EvaluationKind.EX_ANTE: _("Evaluasi ex-ante"),
    EvaluationKind.YEAR: _("Evaluasi tahunan"),
}
# Names of the pages of evaluations of a year.
OF_YEAR: Mapping[str, str] = {EvaluationKind.EX_ANTE: "ex_ante", EvaluationKind.YEAR: "yearly_evaluation"}


def evaluations_owed(asked: Asked) -> Iterator[Owed]:
    """Evaluations, recommendations and objections that wait for somebody: one query beside those of `Asked`."""
    known = _read(asked)
    if asked.person is None or Role.EVALUATOR in asked.person.roles:
        yield from _of_team(asked, known)
    if asked.person is None or Role.SECRETARIAT in asked.person.roles:
        yield from _of_secretariat(asked, known)
    sent = {period for (kind, period), one in known.evaluations.items() if kind == EvaluationKind.QUARTER and one.sent}
    yield from self_assessments_owed(asked, known.own, sent)
    yield from recommendations_owed(asked, known.recommendations)
    yield from objections_owed(asked, known.objections)


@dataclass(frozen=True, slots=True)
class _Begun:
    """One evaluation, as far as duties ask."""

    key: int
    status: str
    repair_due: datetime | None

    @property
    def sent(self) -> bool:
        """Whether it ever was."""
        return self.status != EvaluationStatus.DRAFT


@dataclass(frozen=True, slots=True)
class _Known:
    """evaluations  by period
    active       year and quarter of actions with something to do
    own          how many of them each unit has, and has judged itself"""

    evaluations: dict[tuple[EvaluationKind, str], _Begun]
    active: set[tuple[int, int]]
    own: OwnQuarter
    recommendations: list[LiveRecommendation]
    objections: list[WaitingObjection]


def _of_team(asked: Asked, known: _Known) -> Iterator[Owed]:
    """From the day on which the reports of the period are due, while the calendar or a repair lets the team write."""
    for kind in EvaluationKind:
        for one in asked.begun(DUE_WITH[kind]):
            found, year = known.evaluations.get((kind, one.period)), int(one.period[:4])
            back = found is not None and found.status == EvaluationStatus.SENT_BACK
            if found is not None and found.status not in {EvaluationStatus.DRAFT, EvaluationStatus.SENT_BACK}:
                continue
            if not _active(kind, one.period, known) or not _ripe(asked, kind, one):
                continue
            repair = found.repair_due if found else None
            reopened = any(one.kind == of and period == one.period for _unit, of, period in asked.exceptions)
            if one.closed < asked.at and not reopened and not (repair and repair >= asked.at):
                continue
            slug = asked.agency.slug
            start = start_of(slug, kind, one.period)
            yield Owed(
                kind="quarterly_evaluation" if kind == EvaluationKind.QUARTER else one.kind, words=WORDS[kind],
                period=one.period, url=address_of(slug, kind, year, found.key) if found else start,
                begin="" if found else start,
                due=repair.astimezone(asked.zone) if back and repair else one.due, closed=one.closed,
                state=State.SENT_BACK if back else State.BEGUN if found else State.TO_DO, doers=TEAM,
            )  # fmt: skip


def _of_secretariat(asked: Asked, known: _Known) -> Iterator[Owed]:
    """Nothing closes it, and no rule dates it: what was sent waits until it is received or returned."""
    for (kind, period), one in known.evaluations.items():
        if one.status == EvaluationStatus.SUBMITTED:
            yield Owed(
                kind="evaluation_acknowledgement", words=_("Terima evaluasi"), period=period,
                about=str(WORDS[kind]), url=address_of(asked.agency.slug, kind, int(period[:4]), one.key), due=None,
                state=State.REVIEW, doers=SECRETARIAT,
            )  # fmt: skip


def address_of(slug: str, kind: str, year: int, key: int) -> str:
    """The address of an evaluation: of a year by the year, of anything else by its key."""
    if kind in OF_YEAR:
        return reverse(OF_YEAR[kind], args=(slug, year))
    return reverse("evaluation", args=(slug, key))


def _active(kind: EvaluationKind, period: str, known: _Known) -> bool:
    """Whether there is anything to evaluate: actions of the quarter, or of any quarter of the year."""
    year = int(period[:4])
    if kind in OF_YEAR:
        return any(of == year for of, _quarter in known.active)
    return (year, _quarter(period)) in known.active


def _ripe(asked: Asked, kind: EvaluationKind, one: Dates) -> bool:
    """Whether the reports that the evaluation goes by are due; of a year: whether that is over, or may be looked at."""
    if kind in OF_YEAR:
        return kind == EvaluationKind.EX_ANTE or asked.today.year > int(one.period)
    month = one.period if "Q" not in one.period else f"{one.period[:4]}-{int(one.period[-1]) * 3:02}"
    reports = asked.dates.get((DeadlineKind.MONTHLY_PROGRESS, month))
    return reports is None or reports.due.date() <= asked.today


def start_of(slug: str, kind: EvaluationKind, period: str) -> str:
    """The address whose POST begins it."""
    if kind in OF_YEAR:
        return reverse(f"{OF_YEAR[kind]}_start", args=(slug, int(period)))
    number = int(period[-1]) if kind == EvaluationKind.QUARTER else int(period[5:])
    return reverse("evaluation_start", args=(slug, int(period[:4]), kind.value, number))


def _quarter(period: str) -> int:
    return int(period[-1]) if "Q" in period else (int(period[5:]) + 2) // 3


def _read(asked: Asked) -> _Known:
    known = _Known({}, set(), OwnQuarter(), [], [])
    of_agency = (_actions(asked.agency), self_assessments(asked), recommendations(asked), objections(asked))
    for what, key, year, *numbers, code, moment, due, text in _evaluations(asked.agency).union(*of_agency, all=True):
        if what == "action":
            of_quarters = [(year, quarter, count) for quarter, count in enumerate(numbers, 1) if count]
            known.active.update((year, quarter) for year, quarter, _count in of_quarters)
            known.own.planned.update({(key, year, quarter): count for year, quarter, count in of_quarters})
        elif what == SELF_ASSESSMENT:
            known.own.judged.update({(key, year, quarter): count for quarter, count in enumerate(numbers, 1)})
        elif what == RECOMMENDATION:
            number, owner, directed, _none = numbers
            known.recommendations.append(
                LiveRecommendation(key, year, number, owner, bool(directed), code, date.fromisoformat(due), text)
            )
        elif what == OBJECTION:
            day = date.fromisoformat(due) if due else None
            known.objections.append(WaitingObjection(key, year, text, code, day))
        else:
            one = Evaluation(kind=what, year=year, number=numbers[0])
            known.evaluations[EvaluationKind(what), one.period] = _Begun(key, code, moment)
    return known


# All have the same columns: what, key, year, four numbers, code, moment, two texts.
def _evaluations(agency: Agency) -> QuerySet[Any, Any]:
    found = Evaluation.objects.filter(agency=agency).order_by()
    return found.annotate(zero=Value(0, IntegerField()), no_text=Value("")).values_list(
        "kind", "pk", "year", "number", "zero", "zero", "zero", "status", "repair_due", "no_text", "no_text"
    )  # fmt: skip


def _actions(agency: Agency) -> QuerySet[Any, Any]:
    """A row for each year and unit with a plan in force, with how many of its actions have a figure in each quarter."""
    found = Action.objects.filter(agency=agency, withdrawn=False).order_by()
    found = found.filter(Q(plan__status=ActionPlanStatus.APPROVED) | Q(plan__revision__gt=1))
    return found.values("plan__coordinator", "plan__year").annotate(
        what=Value("action", CharField()),
        **{f"q{quarter}": Count("pk", filter=figures(quarter)) for quarter in range(1, 5)},
        no_code=Value("", CharField()), no_moment=Cast(Value(None), DateTimeField()),
    ).values_list(
        "what", "plan__coordinator", "plan__year", "q1", "q2", "q3", "q4", "no_code", "no_moment", "no_code", "no_code"
    )  # fmt: skip
