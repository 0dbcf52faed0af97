"""Evaluations and forums of the demonstration year: judged by whom the services let judge, closed, and written once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction

from petajalan.accounts.models import Agency, User
from petajalan.evaluation.choices import EvaluationKind, EvaluationStatus, RecommendationState
from petajalan.evaluation.demo import simulate_evaluations
from petajalan.evaluation.demo_recommendations import simulate_recommendations
from petajalan.evaluation.models import Evaluation, EvaluationRow, Recommendation
from petajalan.evaluation.queries.dates import dates_of
from petajalan.evaluation.queries.rows import with_actions
from petajalan.evaluation.services.judging import leave_for
from petajalan.planning.demo import CITY
from petajalan.reporting.choices import DecisionState, ForumStatus, ReportStatus
from petajalan.reporting.demo import simulate_year
from petajalan.reporting.demo.forums import simulate_forums
from petajalan.reporting.models import ForumDecision, ProgressReport, ReviewForum
from petajalan.reporting.services.forum.meeting import missing_in
from tests.reporting.demonstration import AT, city

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def year(django_db_setup: None, django_db_blocker: Any) -> Iterator[Agency]:
    """Made once for all tests of this file, which only read, or write nothing."""
    with django_db_blocker.unblock(), transaction.atomic():
        agency = city()
        assert not simulate_evaluations(slug=CITY["slug"])  # nothing to evaluate yet
        assert not simulate_forums(slug=CITY["slug"])
        assert simulate_year(slug=CITY["slug"], at=AT)
        assert not simulate_recommendations(slug=CITY["slug"])
        assert simulate_evaluations(slug=CITY["slug"])
        assert simulate_recommendations(slug=CITY["slug"])
        assert simulate_forums(slug=CITY["slug"])
        yield agency
        transaction.set_rollback(True)


def test_eleven_months_and_three_quarters_are_received_in_time_and_december_is_open(year: Agency) -> None:
    rows = list(Evaluation.objects.filter(kind__in=["month", "quarter"]).select_related("agency"))
    assert len(rows) == 15
    assert all(one.simulated for one in rows)
    for one in rows:
        if one.is_month and one.number == 12:
            assert one.status == EvaluationStatus.DRAFT
            continue
        due = dates_of(one).due
        assert one.status == EvaluationStatus.ACKNOWLEDGED
        assert one.first_submitted_at is not None
        assert due is not None
        assert one.first_submitted_at <= due
    named = {one.number: [unit["name"] for unit in one.missing] for one in rows if one.is_month and one.missing}
    assert named == {
        2: ["Badan Penanggulangan Bencana Daerah"],
        8: ["Dinas Pariwisata, Pemuda dan Olahraga"],
        11: ["Badan Kesatuan Bangsa dan Politik"],
    }


def test_the_plans_were_evaluated_before_the_year_and_the_year_itself_is_begun(year: Agency) -> None:
    of_year = Evaluation.objects.filter(kind__in=["ex_ante", "year"])
    assert {one.kind: (one.status, one.simulated) for one in of_year} == {
        "ex_ante": (EvaluationStatus.ACKNOWLEDGED, True),
        "year": (EvaluationStatus.DRAFT, True),
    }


def test_every_row_was_judged_by_somebody_who_may(year: Agency) -> None:
    people = {user.pk: user for user in User.objects.all()}
    december = Evaluation.objects.get(kind=EvaluationKind.MONTH, number=12)
    for number in (1, 9, 12):
        evaluation = Evaluation.objects.select_related("agency").get(kind=EvaluationKind.MONTH, number=number)
        for row in with_actions(EvaluationRow.objects.filter(evaluation=evaluation)):
            if row.judged_by_id is None:
                assert evaluation == december
                continue
            assert row.judged_at is not None
            leave, items = leave_for(row, evaluation, people[row.judged_by_id], row.judged_at)
            assert leave.may, row.action.name
            assert row.left_out == [items.names[unit] for unit in sorted(leave.standing.own_lines)]
    judges = set(EvaluationRow.objects.exclude(judged_by=None).values_list("judged_by__email", flat=True))
    assert {one.split("@")[0] for one in judges} == {"ani", "rina"}  # hers are those that Inspektorat coordinates


def test_what_does_not_conform_says_why(year: Agency) -> None:
    rows = EvaluationRow.objects.filter(evaluation__kind=EvaluationKind.MONTH).exclude(judged_at=None)
    for row in rows:
        values = (row.execution, row.output, row.quality, row.timeliness)
        assert all(values)
        assert ("deviates" in values) == bool(row.note) == bool(row.recommendation)
    assert rows.filter(output="deviates", evaluation__number__in=[3, 6, 9]).exists()


def test_three_forums_are_closed_and_one_is_ahead(year: Agency) -> None:
    forums = list(ReviewForum.objects.order_by("quarter"))
    assert [one.status for one in forums] == [ForumStatus.CLOSED] * 3 + [ForumStatus.PREPARING]
    assert all(one.simulated and one.items.exists() and one.attendances.exists() for one in forums)
    assert [missing_in(one) for one in forums[:3]] == [(), (), ()]
    assert forums[3].held_at is not None
    assert forums[3].held_at.date().isoformat() == "2025-01-15"
    states = set(ForumDecision.objects.values_list("state", flat=True))
    assert states == {DecisionState.OPEN, DecisionState.REPORTED, DecisionState.DONE}
    accepted = ProgressReport.objects.filter(status=ReportStatus.ACCEPTED)
    assert not accepted.filter(month__lte=9, locked_at=None).exists()  # a closed forum makes them final
    assert not accepted.filter(month__gt=9).exclude(locked_at=None).exists()


def test_recommendations_are_in_every_state_and_one_is_of_the_year_before(year: Agency) -> None:
    rows = list(Recommendation.objects.order_by("year", "number"))
    assert all(one.simulated for one in rows)
    assert {one.state for one in rows} == set(RecommendationState.values)
    assert (rows[0].code, rows[0].state, rows[0].moved) == ("R-2023-01", "open", True)
    assert {one.row is not None for one in rows if one.state == "verified"} == {True, False}


def test_a_second_start_adds_nothing(year: Agency) -> None:
    assert not simulate_recommendations(slug=CITY["slug"])
    assert not simulate_evaluations(slug=CITY["slug"])
    assert not simulate_forums(slug=CITY["slug"])
