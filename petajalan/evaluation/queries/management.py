"""What the system itself knows of how reform was managed in a year: of how many, how many."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import Q

from petajalan.accounts.choices import TeamKind
from petajalan.accounts.models import Agency, TeamMember
from petajalan.calc.achievement import Reason
from petajalan.evaluation.choices import EvaluationKind, RecommendationState
from petajalan.evaluation.models import Evaluation, Recommendation
from petajalan.planning.choices import ActionPlanStatus
from petajalan.planning.models import ActionPlan
from petajalan.reporting.choices import DeadlineKind, DecisionState, ForumStatus, SubjectKind
from petajalan.reporting.models import Achievement, Deadline, ForumDecision, ReviewForum
from petajalan.reporting.queries.punctuality import punctuality

Share = tuple[int, int]
TEAMS = (TeamKind.SECRETARIAT, TeamKind.GENERAL, TeamKind.THEMATIC, TeamKind.EVALUATION)


def management_of(agency: Agency, year: int, *, at: datetime) -> dict[str, Share]:
    """By the code of the criterion: how many fulfil it, of how many. (0, 0): there is nothing to count."""
    return {
        "teams": _teams(agency, year),
        "plans": _plans(agency, year),
        "reports": _reports(agency, year, at),
        "measurements": _measurements(agency, year),
        "evaluations": _evaluations(agency, year, at),
        "forums": _forums(agency, year, at),
        "decisions": _decisions(agency, year),
        "follow_ups": _follow_ups(agency, year),
    }


def _teams(agency: Agency, year: int) -> Share:
    """Kinds of team that had a member at the end of the year."""
    seats = TeamMember.objects.of_teams_on(date(year, 12, 31)).filter(agency=agency, team__kind__in=TEAMS)
    return len(set(seats.values_list("team__kind", flat=True))), len(TEAMS)


def _plans(agency: Agency, year: int) -> Share:
    """Action plans that are or were approved."""
    plans = ActionPlan.objects.filter(agency=agency, year=year)
    return plans.filter(Q(status=ActionPlanStatus.APPROVED) | Q(revision__gt=1)).count(), plans.count()


def _reports(agency: Agency, year: int, at: datetime) -> Share:
    """Monthly reports that were due by now, and those that came in time."""
    found = punctuality(agency, year, at=at)
    return sum(row.on_time for row in found.rows), found.due


def _measurements(agency: Agency, year: int) -> Share:
    """Indicators with a target in the year, and those of them that were measured in its last quarter."""
    rows = Achievement.objects.filter(agency=agency, year=year, quarter=4, kind=SubjectKind.INDICATOR)
    wanted = rows.exclude(reason=Reason.NO_TARGET)
    return wanted.filter(known__gt=0).count(), wanted.count()


def _evaluations(agency: Agency, year: int, at: datetime) -> Share:
    """Monthly evaluations that were due by now, and those that were sent in time."""
    kind = EvaluationKind.MONTH
    due = dict(
        Deadline.objects.filter(
            agency=agency, year=year, kind=DeadlineKind.MONTHLY_EVALUATION, due__lte=at
        ).values_list("period", "due")
    )  # fmt: skip
    sent = Evaluation.objects.filter(agency=agency, year=year, kind=kind, first_submitted_at__isnull=False)
    in_time = [one for one in sent if one.period in due and (one.first_submitted_at or at) <= due[one.period]]
    return len(in_time), len(due)


def _forums(agency: Agency, year: int, at: datetime) -> Share:
    """Quarterly forums that were due by now, and those that were held and closed."""
    due = Deadline.objects.filter(agency=agency, year=year, kind=DeadlineKind.QUARTERLY_FORUM, due__lte=at).count()
    held = ReviewForum.objects.filter(agency=agency, year=year, status=ForumStatus.CLOSED).count()
    return held, max(due, held)


def _decisions(agency: Agency, year: int) -> Share:
    """Decisions of the year's forums that are still pursued or done, and those that are done."""
    rows = ForumDecision.objects.filter(agency=agency, forum__year=year).exclude(state=DecisionState.DROPPED)
    return rows.filter(state=DecisionState.DONE).count(), rows.count()


def _follow_ups(agency: Agency, year: int) -> Share:
    """What had to follow from guidance of the year, and what an evaluator found done of it."""
    rows = Recommendation.objects.filter(agency=agency, guidance__day__year=year).exclude(
        state=RecommendationState.WITHDRAWN
    )
    return rows.filter(state=RecommendationState.VERIFIED).count(), rows.count()
