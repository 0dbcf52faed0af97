"""The evaluations of the demonstration year: eleven months and three quarters sent and received, December in motion.

They go through the services; only the judgements, which are many, are written at once. A test holds them against what
the services let a person judge.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction

from petajalan.accounts.models import Agency, User
from petajalan.accounts.roles import units_of
from petajalan.calc.calendar import WorkCalendar, month_end
from petajalan.calc.evaluation import Judgement
from petajalan.common.models import AuditEntry
from petajalan.evaluation.choices import EvaluationKind
from petajalan.evaluation.demo_internal import simulate_own_views, simulate_years
from petajalan.evaluation.models import Evaluation, EvaluationRow
from petajalan.evaluation.queries.dates import dates_of, first_day_of
from petajalan.evaluation.queries.items import items_of
from petajalan.evaluation.queries.lines import MISSING
from petajalan.evaluation.queries.rows import with_actions
from petajalan.evaluation.queries.sheet import RowSeen, sheet_of
from petajalan.evaluation.queries.standings import Leave, before, evaluates
from petajalan.evaluation.services import evaluations as services
from petajalan.planning.demo.actions import YEAR
from petajalan.reporting.demo import SIMULATED
from petajalan.reporting.queries.calendar import calendar_of, settings_of

JUDGED_OF_DECEMBER = 20  # rows that somebody has looked at so far
LATE_SHARE = 8  # one unit of so many that is late makes the timing "tidak sesuai"


@transaction.atomic
def simulate_evaluations(*, slug: str) -> bool:
    """`False` when they are there, or the year was not simulated, or the people who make them are gone."""
    agency = Agency.objects.get(slug=slug)
    team = Team.of(agency)
    if (
        team is None
        or not AuditEntry.objects.filter(agency=agency, action=SIMULATED).exists()
        or Evaluation.objects.filter(agency=agency, year=YEAR).exists()
    ):
        return False
    for month in range(1, 13):
        team.month(month)
        if month in (3, 6, 9):
            team.quarter(month // 3)
    simulate_years(agency, YEAR, evaluator=team.evaluator, secretary=team.secretary)
    Evaluation.objects.filter(agency=agency, year=YEAR).update(simulated=True)
    return True


class Team:
    """Who evaluates in the demonstration, and who receives it."""

    def __init__(self, agency: Agency, evaluator: User, secretary: User) -> None:
        self.agency, self.evaluator, self.secretary = agency, evaluator, secretary
        self.days: WorkCalendar = calendar_of(YEAR, settings_of(agency, YEAR))
        self.leaves: dict[int, Leave] = {}  # of the secretary, by action: who judges what nobody of the team may

    @classmethod
    def of(cls, agency: Agency) -> Team | None:
        found = [
            User.objects.filter(email=f"{name}@{agency.slug}.example", is_active=True).first()
            for name in ("ani", "rina")
        ]
        evaluator, secretary = found
        if evaluator is None or secretary is None or not evaluates(evaluator, agency):
            return None
        return cls(agency, evaluator, secretary)

    def month(self, month: int) -> None:
        begun, sent, received = self._moments(month_end(date(YEAR, month, 1)))
        evaluation = services.start_evaluation(
            agency=self.agency, kind=EvaluationKind.MONTH, year=YEAR, number=month, by=self.evaluator, at=begun
        )
        self._judge(evaluation, begun, JUDGED_OF_DECEMBER if month == 12 else None)
        if month < 12:
            self._send(evaluation, sent, received)

    def quarter(self, quarter: int) -> None:
        """Its rows follow the months."""
        received = self._moments(month_end(date(YEAR, quarter * 3, 1)))[2]
        due = dates_of(Evaluation(agency=self.agency, kind=EvaluationKind.QUARTER, year=YEAR, number=quarter)).due
        sent = max(received, due.replace(hour=14, minute=0, second=0)) if due else received
        begun, received = sent - timedelta(hours=3), sent + timedelta(days=3)
        evaluation = services.start_evaluation(
            agency=self.agency, kind=EvaluationKind.QUARTER, year=YEAR, number=quarter, by=self.evaluator, at=begun
        )
        simulate_own_views(evaluation, by=self.evaluator, at=begun)
        self._send(evaluation, sent, received)

    def _send(self, evaluation: Evaluation, sent: datetime, received: datetime) -> None:
        evaluation = services.submit_evaluation(evaluation=evaluation, by=self.evaluator, at=sent)
        services.acknowledge_evaluation(
            evaluation=evaluation, version=evaluation.version, by=self.secretary, at=received
        )

    def _moments(self, last: date) -> tuple[datetime, datetime, datetime]:
        """When it is begun, sent and received: on the second, third and fourth working day after the period."""
        days = self.days.working_days(last + timedelta(days=1))
        next(days)
        zone = ZoneInfo(self.agency.time_zone)
        begun, sent, received = (datetime.combine(next(days), time(hour), zone) for hour in (8, 14, 10))
        return begun, sent, received

    def _judge(self, evaluation: Evaluation, at: datetime, most: int | None) -> None:
        rows = list(with_actions(EvaluationRow.objects.filter(evaluation=evaluation)))
        seen = sheet_of(evaluation, rows, dates_of(evaluation), at=at, judge=self.evaluator).rows
        people = (self.evaluator, self.secretary)
        names = {unit.pk: unit.name for person in people for unit in units_of(person, self.agency)}
        judged = []
        for one in seen[:most]:
            by = self.evaluator if one.leave.may else self.secretary
            leave = one.leave if one.leave.may else self._stands_in(one.row, evaluation)
            if not leave.may:
                continue
            _fill(one)
            one.row.judged_by, one.row.judged_at = by, at
            one.row.left_out = [names[unit] for unit in sorted(leave.standing.own_lines)]
            judged.append(one.row)
        EvaluationRow.objects.bulk_update(
            judged,
            [
                *("execution", "output", "quality", "timeliness", "note", "recommendation"),
                *("judged_by", "judged_at", "left_out"),
            ],
        )

    def _stands_in(self, row: EvaluationRow, evaluation: Evaluation) -> Leave:
        known = self.leaves.get(row.action_id)
        if known is None:
            first = first_day_of(self.agency, evaluation.kind, evaluation.year, evaluation.number).date()
            items = items_of(self.agency, [row.action], first)
            known = before(self.secretary, self.agency, items, row.action_id, day=first).leave
            self.leaves[row.action_id] = known
        return known


def _fill(one: RowSeen) -> None:
    """What somebody would judge from what the units reported."""
    row, lines = one.row, one.lines
    late = sum(line.punctual is False for line in lines)
    missing = [line.name for line in lines if line.state == MISSING]
    behind = one.proposals.output == Judgement.DEVIATES
    row.execution = _judged(not missing)
    row.output = _judged(not behind)
    row.quality = _judged(True)
    row.timeliness = _judged(late * LATE_SHARE < len(lines))
    obstacle = next((line for line in lines if line.obstacle), None)
    notes = [
        f"Belum melapor: {', '.join(missing)}." if missing else "",
        "Output di bawah target triwulan." if behind else "",
        obstacle.obstacle if behind and obstacle else "",
        f"{late} dari {len(lines)} unit terlambat." if row.timeliness == Judgement.DEVIATES else "",
    ]
    row.note = " ".join(note for note in notes if note)
    if row.note:
        row.recommendation = obstacle.solution if behind and obstacle else "Ingatkan unit sebelum tenggat."


def _judged(conforms: bool) -> str:
    return (Judgement.CONFORMS if conforms else Judgement.DEVIATES).value
